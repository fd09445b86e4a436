import { sortedBy } from '../kernel/order.ts'
import type { Draws } from '../kernel/random.ts'
import { firstPupil } from './cohorts.ts'
import { cohorts, type County } from './county.ts'
import { sectionInRoster } from './roster-layout.ts'
import type { Given, RosterSchool } from './roster.ts'

/* Who boards, came from elsewhere or was left behind: as many as the roster says; those who already do first, then by lottery. */

const boarder = 1
const leftBehind = 2
const migrant = 4

/** Pupil rows on roll by section. */
function rowsBySection(county: County): number[][] {
  const { pupils, blocks, slots, sections } = county
  const rows: number[][] = Array.from({ length: sections.count }, () => [])
  for (let b = 0; b < cohorts; b++) {
    const first = firstPupil(county, b)
    for (let i = first; i < first + blocks.size[b]; i++) {
      const s = slots.section[pupils.slot[i]]
      if (s >= 0) rows[s].push(i)
    }
  }
  return rows
}

/** Gives a standing to exactly `given` of the rows; null leaves them as drawn. */
function give(
  given: Given,
  rows: readonly number[],
  has: (i: number) => boolean,
  set: (i: number, has: boolean) => void,
  lottery: (i: number) => number,
  id: (i: number) => number,
): void {
  if (given === null) return
  sortedBy(rows, (i) => (has(i) ? 0 : 4294967296) + lottery(i), id).forEach((i, k) => set(i, k < given))
}

/** Sets every section’s standings to the roster’s counts. */
export function setStandings(county: County, roster: readonly RosterSchool[], draws: Draws): void {
  const { standing, id } = county.pupils
  const draw = draws.lottery('roster.standing')
  const lottery = (i: number): number => draw(id[i])
  const identity = (i: number): number => id[i]
  rowsBySection(county).forEach((rows, s) => {
    const section = sectionInRoster(county, roster, s)
    if (section === null) return
    const set =
      (flag: number, clears: number) =>
      (i: number, has: boolean): void => {
        if (has) standing[i] = (standing[i] & ~clears) | flag
        else standing[i] &= ~flag
      }
    give(section.migrants, rows, (i) => standing[i] >= migrant, set(migrant, leftBehind), lottery, identity)
    give(
      section.leftBehind,
      rows.filter((i) => standing[i] < migrant),
      (i) => (standing[i] & leftBehind) !== 0,
      set(leftBehind, 0),
      lottery,
      identity,
    )
    give(section.boarders, rows, (i) => (standing[i] & boarder) !== 0, set(boarder, 0), lottery, identity)
  })
}
