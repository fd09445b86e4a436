import { keyedHash } from '../kernel/random.ts'
import { addToClass, firstPupil, sinkSlot, smallestClass } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'
import type { DemographyYear as Now } from './demography-parameters.ts'

/** Moves a pupil’s home, and its place in a class where it is already in one, to another place. */
function moveHome(county: County, block: number, row: number, to: number, level: 0 | 1, year: number): void {
  const { places, pupils, sections } = county
  pupils.home[row] = to
  pupils.mobility[row] = 65535 - (pupils.mobility[row] >>> 1)
  const slot = pupils.slot[row]
  if (slot === sinkSlot(county)) return
  const section = level === 0 ? places.primaryZone[to] : places.juniorZone[to]
  if (section < 0 || sections.open[section] === 0 || county.slots.section[slot] === section) return
  addToClass(county, block, row, slot, -1)
  const next = smallestClass(county, block, section)
  pupils.slot[row] = next
  pupils.since[row] = year
  // the school of the new zone is near: the child boards no longer
  pupils.standing[row] &= 6
  addToClass(county, block, row, next, 1)
}

/** The neighbourhood of the county town a mover goes to: by the family’s own lottery, in proportion to nothing but number. */
function townPlace(lottery: number, neighbourhoods: readonly number[]): number {
  return neighbourhoods.length === 0 ? -1 : neighbourhoods[Math.floor((lottery / 4294967296) * neighbourhoods.length)]
}

/** Moves the families whose turn it is towards the county town, with their children’s places in class. */
export function moveFamilies(county: County, now: Now): void {
  const { places, pupils, blocks } = county
  const { set, draws, year } = now
  const neighbourhoods: number[] = []
  for (let v = 0; v < places.count; v++) if (places.kind[v] === 0) neighbourhoods.push(v)
  const where = draws.lottery('demography.where')
  const straight = draws.stream('demography.straight')
  // share of the ready tenth that moves, by kind of place, on the scale of a 32-bit draw
  const limits = [0, set.townshipMoves, set.ruralMoves].map((hazard) => Math.min(1, 10 * hazard) * 4294967296)
  const movers = new Int32Array(county.capacity.cohort)
  const k0 = draws.k0('demography.turn')
  const k1 = draws.k1('demography.turn')
  for (let b = 0; b < cohorts; b++) {
    const grade = blocks.grade[b]
    if (grade === 0) continue
    const o = firstPupil(county, b)
    const n = listMovers(county, o, o + blocks.size[b], year % 10, limits[1], limits[2], k0, k1, movers)
    for (let j = 0; j < n; j++) {
      const i = movers[j]
      const id = pupils.id[i]
      const from = pupils.home[i]
      const to = places.kind[from] === 2 && straight(id) >= set.toTown ? places.township[from] : townPlace(where(id), neighbourhoods)
      if (to >= 0 && to !== from) moveHome(county, b, i, to, grade <= 6 ? 0 : 1, year)
    }
  }
}

/** Lists the pupils whose families move this year. Each year a fresh tenth of the mobility ranks is ready and draws. */
function listMovers(county: County, from: number, to: number, ready: number, township: number, rural: number, k0: number, k1: number, movers: Int32Array): number {
  const { id, home, mobility } = county.pupils
  const { kind } = county.places
  let n = 0
  for (let i = from; i < to; i++) {
    if (mobility[i] % 10 !== ready) continue
    const k = kind[home[i]]
    if (k > 0 && keyedHash(id[i], k0, k1) >>> 0 < (k === 2 ? rural : township)) movers[n++] = i
  }
  return n
}
