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

/** Returns the function that moves the families whose turn it is towards the county town, with their children’s places in class. */
export function familyMoves(county: County): (now: Now) => void {
  const { places, pupils, blocks } = county
  const { listMovers, movers } = moverLoop(county)
  return (now) => {
    const { set, draws, year } = now
    const neighbourhoods: number[] = []
    for (let v = 0; v < places.count; v++) if (places.kind[v] === 0) neighbourhoods.push(v)
    const where = draws.lottery('demography.where')
    const straight = draws.stream('demography.straight')
    // share of the ready tenth that moves, by kind of place, on the scale of a 32-bit draw
    const limits = [0, set.townshipMoves, set.ruralMoves].map((hazard) => Math.min(1, 10 * hazard) * 4294967296)
    const k0 = draws.k0('demography.turn')
    const k1 = draws.k1('demography.turn')
    for (let b = 0; b < cohorts; b++) {
      const grade = blocks.grade[b]
      if (grade === 0) continue
      const o = firstPupil(county, b)
      const n = listMovers(o, o + blocks.size[b], year % 10, limits[1], limits[2], k0, k1)
      for (let j = 0; j < n; j++) {
        const i = movers[j]
        const id = pupils.id[i]
        const from = pupils.home[i]
        const to = places.kind[from] === 2 && straight(id) >= set.toTown ? places.township[from] : townPlace(where(id), neighbourhoods)
        if (to >= 0 && to !== from) moveHome(county, b, i, to, grade <= 6 ? 0 : 1, year)
      }
    }
  }
}

/*
 * Asks every pupil of a cohort, so it first lists the tenth that is ready, without a branch, and then asks only these; in one
 * step, with two guesses for every pupil that a processor often gets wrong, it took twice as long.
 */
function moverLoop(county: County) {
  const { id, home, mobility } = county.pupils
  const { kind } = county.places
  const movers = new Int32Array(county.capacity.cohort)
  const hash = keyedHash

  /** Each year a fresh tenth of the mobility ranks, those with the year’s last digit, is ready. */
  function listReady(from: number, to: number, digit: number): number {
    const last = digit | 0
    let n = 0
    for (let i = from; i < to; i++) {
      movers[n] = i
      const rank = mobility[i]
      // rank − 10 × whole tenths; 0 where the digits are the same
      const other = (rank - 10 * (Math.imul(rank, 52429) >>> 19)) ^ last
      n += (other - 1) >>> 31
    }
    return n
  }

  return {
    movers,
    /** Lists the pupils of rows `from` to `to` whose families are ready and draw to move; returns how many they are. */
    listMovers(from: number, to: number, digit: number, township: number, rural: number, key0: number, key1: number): number {
      const k0 = key0 | 0
      const k1 = key1 | 0
      const ready = listReady(from, to, digit)
      let n = 0
      for (let j = 0; j < ready; j++) {
        const i = movers[j]
        const k = kind[home[i]]
        if (k > 0 && hash(id[i], k0, k1) >>> 0 < (k === 2 ? rural : township)) movers[n++] = i
      }
      return n
    },
  }
}
