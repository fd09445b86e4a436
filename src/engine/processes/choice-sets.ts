import { lowbias32 } from '../kernel/random.ts'
import { optionsPerPlace } from '../county/pupils.ts'
import type { County } from '../county/county.ts'

/** Nearest public schools in a choice set besides the zone school, town schools, private schools. */
const nearest = 2
const inTown = 2
const privateOnes = 1

/** Adds a section to a list that keeps the nearest ones, nearest first, ties by id. */
function keepNearest(list: number[], most: number, s: number, km: Float64Array, id: Int32Array): void {
  let at = list.length
  while (at > 0 && (km[list[at - 1]] > km[s] || (km[list[at - 1]] === km[s] && id[list[at - 1]] > id[s]))) at--
  if (at >= most) return
  if (list.length < most) list.push(s)
  for (let k = list.length - 1; k > at; k--) list[k] = list[k - 1]
  list[at] = s
}

/** Open sections of a level, in order of row, with what an option depends on; of every place the same. */
interface OpenSections {
  readonly rows: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly isPrivate: Uint8Array
  readonly isInTown: Uint8Array
}

function openSections({ sections, schools }: County, level: number): OpenSections {
  const found: number[] = []
  for (let s = 0; s < sections.count; s++) if (sections.level[s] === level && sections.open[s] !== 0) found.push(s)
  const n = found.length
  const open = { rows: new Int32Array(n), x: new Float64Array(n), y: new Float64Array(n), isPrivate: new Uint8Array(n), isInTown: new Uint8Array(n) }
  for (let j = 0; j < n; j++) {
    const s = found[j]
    const k = sections.school[s]
    open.rows[j] = s
    open.x[j] = schools.x[k]
    open.y[j] = schools.y[k]
    open.isPrivate[j] = schools.owner[k] === 2 ? 1 : 0
    open.isInTown[j] = sections.kind[s] === 0 ? 1 : 0
  }
  return open
}

/**
 * The options of a place at a level, as rows of open sections: the zone school, the nearest public ones, the nearest of the county
 * town and the nearest private ones. Writes the distance of every open section of the level. Lists are kept while all sections are
 * seen once: policies may close or merge schools every year, and sorting all of them for each place cost more than the choices.
 */
function optionsOf({ places, sections: { id } }: County, place: number, zone: number, { rows, x, y, isPrivate, isInTown }: OpenSections, km: Float64Array): number[] {
  const placeX = places.x[place]
  const placeY = places.y[place]
  const chosen: number[] = []
  const publicOnes: number[] = []
  const town: number[] = []
  const privately: number[] = []
  for (let j = 0; j < rows.length; j++) {
    const s = rows[j]
    const dx = x[j] - placeX
    const dy = y[j] - placeY
    km[s] = Math.sqrt(dx * dx + dy * dy)
    if (s === zone) chosen.push(s)
    else if (isPrivate[j] === 1) keepNearest(privately, privateOnes, s, km, id)
    else {
      keepNearest(publicOnes, nearest, s, km, id)
      if (isInTown[j] === 1) keepNearest(town, inTown, s, km, id)
    }
  }
  for (const list of [publicOnes, town, privately]) for (const s of list) if (!chosen.includes(s)) chosen.push(s)
  return chosen
}

/** Fingerprint of what the options depend on: which sections run, and the zones. Never 0, so an unlisted county differs. */
function fingerprint(county: County): number {
  const { sections, places } = county
  let h = 1
  for (let s = 0; s < sections.count; s++) h = lowbias32(h ^ Math.imul(sections.school[s] + 1, 40503) ^ (s * 2 + sections.open[s]))
  for (let v = 0; v < places.count; v++) h = lowbias32(h ^ Math.imul(places.primaryZone[v] + 2, 65537) ^ (places.juniorZone[v] + 2))
  return h | 1
}

/**
 * Lists the schools families of every place may and can reach at both levels. Depends on positions and on which schools run, so
 * it is listed anew only when these change.
 */
export function listOptions(county: County): void {
  const { places, options } = county
  const current = fingerprint(county)
  if (places.listed[0] === current) return
  const km = new Float64Array(county.sections.count)
  for (let level = 0; level < 2; level++) {
    const open = openSections(county, level)
    const zone = level === 0 ? places.primaryZone : places.juniorZone
    for (let v = 0; v < places.count; v++) {
      const chosen = optionsOf(county, v, zone[v], open, km)
      const m = (level * places.capacity + v) * optionsPerPlace
      for (let k = 0; k < optionsPerPlace; k++) {
        options.section[m + k] = k < chosen.length ? chosen[k] : -1
        options.km[m + k] = k < chosen.length ? km[chosen[k]] : 0
      }
    }
  }
  options.count = options.capacity
  places.listed[0] = current
}
