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
  list.splice(at, 0, s)
  if (list.length > most) list.pop()
}

/**
 * The options of a place at a level, as rows of open sections: the zone school, the nearest public ones, the nearest of the county
 * town and the nearest private ones. Writes the distance of every section of the level. Lists are kept while all sections are
 * seen once: policies may close or merge schools every year, and sorting all of them for each place cost more than the choices.
 */
function optionsOf(county: County, place: number, level: number, km: Float64Array): number[] {
  const { places, sections, schools } = county
  const zone = level === 0 ? places.primaryZone[place] : places.juniorZone[place]
  const chosen: number[] = []
  const publicOnes: number[] = []
  const town: number[] = []
  const privately: number[] = []
  for (let s = 0; s < sections.count; s++) {
    if (sections.level[s] !== level || sections.open[s] === 0) continue
    const k = sections.school[s]
    const dx = schools.x[k] - places.x[place]
    const dy = schools.y[k] - places.y[place]
    km[s] = Math.sqrt(dx * dx + dy * dy)
    if (s === zone) chosen.push(s)
    else if (schools.owner[k] === 2) keepNearest(privately, privateOnes, s, km, sections.id)
    else {
      keepNearest(publicOnes, nearest, s, km, sections.id)
      if (sections.kind[s] === 0) keepNearest(town, inTown, s, km, sections.id)
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
    for (let v = 0; v < places.count; v++) {
      const chosen = optionsOf(county, v, level, km)
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
