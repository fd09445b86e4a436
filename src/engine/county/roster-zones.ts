import { sortedBy } from '../kernel/order.ts'
import { levels } from '../declare.ts'
import type { County } from './county.ts'
import type { RosterSchool } from './roster.ts'
import { sectionInRoster } from './roster-layout.ts'

/*
 * Where the children of a roster live. A roster says how many pupils a school has, not where they come from; so children are born
 * where the public primary schools stand, in proportion to their rolls, and junior zones are the nearest places that together
 * have as many children as the school has pupils. Otherwise the first simulated years would move pupils that no policy moved.
 */

const isPrivate = (school: RosterSchool): boolean => school.owner === 'private'

/** Shares of births by place: primary pupils of the public schools that stand there. */
function setBirths(county: County, roster: readonly RosterSchool[]): void {
  const { places, schools } = county
  const pupils = new Float64Array(places.count)
  let total = 0
  roster.forEach((school, k) => {
    if (isPrivate(school) || school.primary === null) return
    pupils[schools.place[k]] += school.primary.pupils
    total += school.primary.pupils
  })
  if (total === 0) return
  for (let v = 0; v < places.count; v++) places.births[v] = pupils[v] / total
}

/**
 * Zones of a level: pairs of place and school, nearest first, as long as the school lacks at least half of the place’s children;
 * places left over go to the school that lacks most.
 */
function setZonesBySize(county: County, roster: readonly RosterSchool[], level: 0 | 1): void {
  const { places, sections, schools } = county
  const zone = level === 0 ? places.primaryZone : places.juniorZone
  const open: number[] = []
  for (let s = 0; s < sections.count; s++) {
    if (
      sections.level[s] === level &&
      sections.open[s] === 1 &&
      !isPrivate(roster[sections.school[s]]) &&
      (sectionInRoster(county, roster, s)?.pupils ?? 0) > 0
    )
      open.push(s)
  }
  const all = open.reduce((sum, s) => sum + roster[sections.school[s]][levels[level]]!.pupils, 0)
  if (all === 0) return
  const lacking = new Float64Array(sections.count)
  for (const s of open) lacking[s] = roster[sections.school[s]][levels[level]]!.pupils / all
  const pairs: number[] = []
  for (let v = 0; v < places.count; v++) for (let o = 0; o < open.length; o++) pairs.push(v * open.length + o)
  const distance = (pair: number): number => {
    const v = Math.floor(pair / open.length)
    const k = sections.school[open[pair % open.length]]
    const dx = places.x[v] - schools.x[k]
    const dy = places.y[v] - schools.y[k]
    return dx * dx + dy * dy
  }
  const far = Float64Array.from(pairs, distance)
  const isZoned = new Uint8Array(places.count)
  const give = (v: number, s: number): void => {
    zone[v] = s
    isZoned[v] = 1
    lacking[s] -= places.births[v]
  }
  for (const pair of sortedBy(
    pairs,
    (p) => far[p],
    (p) => p,
  )) {
    const v = Math.floor(pair / open.length)
    const s = open[pair % open.length]
    if (isZoned[v] === 0 && lacking[s] >= places.births[v] / 2) give(v, s)
  }
  const left = Array.from({ length: places.count }, (_, v) => v).filter((v) => isZoned[v] === 0)
  for (const v of sortedBy(
    left,
    (u) => -places.births[u],
    (u) => u,
  ))
    give(
      v,
      sortedBy(
        open,
        (s) => -lacking[s],
        (s) => s,
      )[0],
    )
}

/** Gives every place its children and its zones by the roster’s rolls. */
export function settleRoster(county: County, roster: readonly RosterSchool[]): void {
  setBirths(county, roster)
  setZonesBySize(county, roster, 0)
  setZonesBySize(county, roster, 1)
}
