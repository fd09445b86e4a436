import { lowbias32 } from '../kernel/random.ts'
import { optionsPerPlace } from '../county/pupils.ts'
import type { County } from '../county/county.ts'

/** Nearest public schools in a choice set besides the zone school, town schools, private schools. */
const nearest = 2
const inTown = 2
const privateOnes = 1

interface Candidate {
  readonly section: number
  readonly km: number
  readonly isPrivate: boolean
  readonly inTown: boolean
}

/** Open sections of a level with their distance from a place, nearest first, ties by id. */
function candidatesOf(county: County, place: number, level: number): Candidate[] {
  const { places, sections, schools } = county
  const found: Candidate[] = []
  for (let s = 0; s < sections.count; s++) {
    if (sections.level[s] !== level || sections.open[s] === 0) continue
    const k = sections.school[s]
    const dx = schools.x[k] - places.x[place]
    const dy = schools.y[k] - places.y[place]
    found.push({ section: s, km: Math.sqrt(dx * dx + dy * dy), isPrivate: schools.owner[k] === 2, inTown: sections.kind[s] === 0 })
  }
  return found.sort((a, b) => a.km - b.km || sections.id[a.section] - sections.id[b.section])
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
 * Lists the schools families of every place may and can reach at both levels: the zone school, the nearest public ones, the
 * nearest of the county town and the nearest private ones. Depends on positions and on which schools run, so it is listed
 * anew only when these change.
 */
export function listOptions(county: County): void {
  const { places, options } = county
  const current = fingerprint(county)
  if (places.listed[0] === current) return
  for (let level = 0; level < 2; level++) {
    for (let v = 0; v < places.count; v++) {
      const zone = level === 0 ? places.primaryZone[v] : places.juniorZone[v]
      const all = candidatesOf(county, v, level)
      const chosen = all.filter((c) => c.section === zone)
      const add = (list: readonly Candidate[]): void => {
        for (const c of list) if (chosen.length < optionsPerPlace && !chosen.includes(c)) chosen.push(c)
      }
      const others = all.filter((c) => c.section !== zone)
      add(others.filter((c) => !c.isPrivate).slice(0, nearest))
      add(others.filter((c) => !c.isPrivate && c.inTown).slice(0, inTown))
      add(others.filter((c) => c.isPrivate).slice(0, privateOnes))
      const m = (level * places.capacity + v) * optionsPerPlace
      for (let k = 0; k < optionsPerPlace; k++) {
        options.section[m + k] = k < chosen.length ? chosen[k].section : -1
        options.km[m + k] = k < chosen.length ? chosen[k].km : 0
      }
    }
  }
  options.count = options.capacity
  places.listed[0] = current
}
