import type { County } from '../county/county.ts'

/*
 * What every policy that moves teachers shares: who works where, how a share of a few people becomes whole people, and the
 * move itself. Nothing here looks at more than one section at a time, so one more teacher elsewhere changes nothing here.
 */

/** Rows of the teachers of every section, in row order. */
export function teachersBySection(county: County): readonly number[][] {
  const { sections, teachers } = county
  const lists: number[][] = Array.from({ length: sections.count }, () => [])
  for (let t = 0; t < teachers.count; t++) if (teachers.section[t] >= 0) lists[teachers.section[t]].push(t)
  return lists
}

/** Whole people for a share of some: the whole part, and one more with the chance of the rest. `lottery` is in [0, 1). */
export const wholePeople = (expected: number, lottery: number): number => Math.floor(expected + lottery)

/** Whether the county itself runs the section: only there may it move people. */
export const isCountyRun = (county: County, s: number): boolean =>
  county.sections.open[s] === 1 && county.schools.owner[county.sections.school[s]] === 0

/** Township row that a section lies in; a neighbourhood of the county town is its own. */
export const townshipOf = (county: County, s: number): number => county.places.township[county.schools.place[county.sections.school[s]]]

/**
 * Posts a teacher to another section, where service starts anew.
 *
 * @param until    last school year of the posting; 0 = a permanent transfer
 * @param returnTo section row to go back to; −1 = stays
 */
export function post(county: County, t: number, to: number, until: number, returnTo: number): void {
  const { sections, teachers } = county
  sections.movedOut[teachers.section[t]]++
  sections.movedIn[to]++
  teachers.section[t] = to
  teachers.tenure[t] = 0
  teachers.postedUntil[t] = until
  teachers.returnTo[t] = returnTo
}

/**
 * Whether a teacher serves on exchange this year. New teachers bound to a first post for some years also have a last year,
 * but they have taught nowhere else.
 */
export const isOnExchange = (county: County, t: number, year: number): boolean =>
  county.teachers.section[t] >= 0 && county.teachers.postedUntil[t] >= year && county.teachers.experience[t] > county.teachers.tenure[t]

/** One id for a pair of ids, so that a pair can have its own draw. */
export const pairId = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) + b) | 0

/**
 * The rows with the highest score, best first, ties by id; at most `count`. Cheaper than a sort where few of many are kept; rows
 * are moved one by one, because splicing them in took three times as long.
 */
export function best(rows: readonly number[], count: number, score: (row: number) => number, id: (row: number) => number): number[] {
  const kept: number[] = []
  const scores: number[] = []
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]
    const value = score(row)
    let at = kept.length
    while (at > 0 && (scores[at - 1] < value || (scores[at - 1] === value && id(kept[at - 1]) > id(row)))) at--
    if (at >= count) continue
    if (kept.length < count) {
      kept.push(row)
      scores.push(value)
    }
    for (let k = kept.length - 1; k > at; k--) {
      kept[k] = kept[k - 1]
      scores[k] = scores[k - 1]
    }
    kept[at] = row
    scores[at] = value
  }
  return kept
}
