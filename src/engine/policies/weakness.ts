import type { County } from '../county/county.ts'

/*
 * Which sections a county calls weak. It looks at what it publishes itself: three staffing items per 100 pupils and last
 * year's mean score, each against the mean of the level. It cannot see true teacher effects or value added.
 */

/** How far each section lies below its level’s mean; one number per section row, positive = below. */
export interface Look {
  /** Half staffing (mean of the three shortfalls), half scores (SD below the mean); each part within −1 … 1. */
  readonly weakness: Float64Array
  /** Teachers above the required degree. */
  readonly degree: Shortage
  /** Backbone teachers. */
  readonly backbone: Shortage
  /** PE and arts teachers. */
  readonly peArts: Shortage
}

/** How short each section is of one kind of teachers, against its level’s mean per 100 pupils. */
export interface Shortage {
  /** Relative to the mean, within −1 … 1; positive = short. */
  readonly relative: Float64Array
  /** In people. */
  readonly people: Float64Array
}

/** A small section with two teachers of a kind can stand at several times the mean: beyond twice the mean counts the same. */
const within = (x: number): number => Math.max(-1, Math.min(1, x))

/** Whether a section is counted: running, with pupils, in a school that is not private. */
export function isCounted(county: County, s: number): boolean {
  const { sections, schools } = county
  return sections.open[s] === 1 && sections.roll[s] > 0 && schools.owner[sections.school[s]] !== 2
}

function shortfalls(county: County, stock: Int16Array, level: number, into: Shortage): void {
  const { sections } = county
  let have = 0
  let pupils = 0
  for (let s = 0; s < sections.count; s++) {
    if (sections.level[s] !== level || !isCounted(county, s)) continue
    have += stock[s]
    pupils += sections.roll[s]
  }
  for (let s = 0; s < sections.count; s++) {
    if (sections.level[s] !== level || !isCounted(county, s)) continue
    into.people[s] = (have / pupils) * sections.roll[s] - stock[s]
    into.relative[s] = have === 0 ? 0 : within(1 - stock[s] / sections.roll[s] / (have / pupils))
  }
}

/** Pupil-weighted mean of last June’s mean scores at a level, SD; 0 where nobody is on roll. */
export function meanScore(county: County, level: number): number {
  const { sections } = county
  let sum = 0
  let pupils = 0
  for (let s = 0; s < sections.count; s++) {
    if (sections.level[s] !== level || !isCounted(county, s)) continue
    sum += sections.roll[s] * sections.rawMean[s]
    pupils += sections.roll[s]
  }
  return pupils === 0 ? 0 : sum / pupils
}

/** Looks at the county’s sections as they stood at the end of last school year. Sections that are not counted stay at 0. */
export function look(county: County): Look {
  const { sections } = county
  const n = sections.count
  const shortage = (): Shortage => ({ relative: new Float64Array(n), people: new Float64Array(n) })
  const seen: Look = { weakness: new Float64Array(n), degree: shortage(), backbone: shortage(), peArts: shortage() }
  for (const level of [0, 1]) {
    shortfalls(county, sections.aboveDegree, level, seen.degree)
    shortfalls(county, sections.backbone, level, seen.backbone)
    shortfalls(county, sections.peArts, level, seen.peArts)
    const mean = meanScore(county, level)
    for (let s = 0; s < n; s++) {
      if (sections.level[s] !== level || !isCounted(county, s)) continue
      const staffing = (seen.degree.relative[s] + seen.backbone.relative[s] + seen.peArts.relative[s]) / 3
      seen.weakness[s] = staffing / 2 + within(mean - sections.rawMean[s]) / 2
    }
  }
  return seen
}
