import type { Level, SectionFacts, Series } from '../../../engine/index.ts'
import type { Standing } from '../../theme/encodings.ts'
import { languageTag, type Language } from '../../../words/index.ts'
import type { SortBy } from '../../stores/view/schools-view.ts'
import { value } from './columns.ts'
import { sectionCell, sectionMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { isAssessed, standingOf } from './standing.ts'
import type { FirstPass } from './verdict.ts'

/** One item of one school. */
export interface SchoolCell {
  readonly item: ItemView
  readonly value: number
  readonly standing: Standing
}

/** One row: the primary or junior part of a school. */
export interface SchoolRow {
  readonly fact: SectionFacts
  readonly roll: number
  readonly assessed: boolean
  readonly cells: readonly SchoolCell[]
  /** Items at standard; NaN where the regime sets none. */
  readonly met: number
  /** Runs in which it passes overall in the year (at least six of seven, none under 85%); it `passes` where they are more than half, as the middle of them says. */
  readonly passing: number
  readonly passes: boolean
  readonly firstPass: { readonly year: number; readonly runs: number } | null
  /** Half of the runs had it pass by an earlier year, and in this year it does not. */
  readonly lost: boolean
}

/** Whether the middle values of a school’s items would let it pass: at most one below its standard, and that not under 85%. */
export const mediansPass = ({ cells }: Pick<SchoolRow, 'cells'>): boolean => cells.every(({ standing }) => standing === 'meets' || standing === 'near') && cells.filter(({ standing }) => standing === 'near').length <= 1

/** The year by which at least half of the runs have the school pass overall for the first time, and how many; null if never. */
export function schoolFirstPass(frame: Frame, runs: readonly Series[], section: number): SchoolRow['firstPass'] {
  const first = runs.map((run) => frame.years.findIndex((_, y) => sectionCell(frame, run, y, section, 'status') === 2))
  for (let y = 0; y < frame.years.length; y++) {
    const by = first.filter((one) => one >= 0 && one <= y).length
    if (runs.length > 0 && by * 2 >= runs.length) return { year: frame.years[y]!, runs: by }
  }
  return null
}

/** Runs of a school by the first year they have it pass overall, in order; those that never do come last. */
export function passesOf(frame: Frame, first: readonly (number | null)[]): readonly FirstPass[] {
  const counts = frame.years.map((year) => ({ year, runs: first.filter((one) => one === year).length })).filter((one) => one.runs > 0)
  const none = first.filter((one) => one === null).length
  return none > 0 ? [...counts, { year: null, runs: none }] : counts
}

/** All schools of a level in a year, in order of township, then school id: no ranking unless somebody asks for one. */
export function schoolRows(frame: Frame, view: StandardView, level: Level, runs: readonly Series[], year: number): readonly SchoolRow[] {
  return frame.facts
    .filter((fact) => fact.level === level)
    .slice()
    .sort((a, b) => a.township - b.township || a.schoolId - b.schoolId)
    .map((fact) => {
      const assessed = isAssessed(frame, view, runs, year, fact.section)
      const cells = view.items.map((item) => {
        const x = sectionMiddle(frame, runs, year, fact.section, value(item.id))
        return { item, value: x, standing: standingOf(x, item.standard?.[level]) }
      })
      const judged = view.judged === 'each'
      const passing = judged ? runs.filter((run) => sectionCell(frame, run, year, fact.section, 'status') === 2).length : 0
      const passes = passing * 2 > runs.length
      const firstPass = judged ? schoolFirstPass(frame, runs, fact.section) : null
      const met = judged ? cells.filter((cell) => cell.standing === 'meets').length : NaN
      return {
        fact,
        roll: sectionMiddle(frame, runs, year, fact.section, 'roll'),
        assessed,
        cells,
        met,
        passing,
        passes,
        firstPass,
        lost: !passes && firstPass !== null && firstPass.year < (frame.years[year] ?? 0),
      }
    })
    .filter((row) => row.roll > 0)
}

/** What the filters of the screen ask for. */
export interface SchoolFilter {
  readonly place: string
  readonly status: string
  readonly find: string
}

/** Whether a row stands as a status asks: `all`, `passing`, `not-passing`, `below` (an item under 85%) or `below.` with the item that is. */
function stands(row: SchoolRow, status: string): boolean {
  if (status === 'all') return true
  if (status === 'passing' || status === 'not-passing') return row.passes === (status === 'passing')
  const item = status.split('.')[1]
  return row.cells.some((cell) => cell.standing === 'fails' && (item === undefined || cell.item.id === item))
}

/** The rows that a filter keeps: place, status, and a part of the name. */
export const keepRows = (rows: readonly SchoolRow[], { place, status, find }: SchoolFilter): readonly SchoolRow[] =>
  rows.filter(
    (row) =>
      (place === 'all' || row.fact.kind === place) &&
      stands(row, status) &&
      (find === '' || row.fact.schoolName.zh.includes(find) || row.fact.schoolName.en.toLowerCase().includes(find.toLowerCase())),
  )

/** What a column sorts by; `NaN` stands last in either direction. */
function readColumn(row: SchoolRow, column: string): number {
  if (column === 'roll') return row.roll
  if (column === 'met') return row.met
  if (column === 'pass') return row.firstPass?.year ?? never
  return row.cells.find((cell) => cell.item.id === column)?.value ?? NaN
}

/** Later than any year: who never passes comes after everybody who does. */
const never = 9999

/** Rows by one or several columns, the leading one first; ties in their initial order; unknown values last in either direction. */
export function sortRows(rows: readonly SchoolRow[], sort: readonly SortBy[], language: Language): readonly SchoolRow[] {
  if (sort.length === 0) return rows
  const compare = ({ column, down }: SortBy, a: SchoolRow, b: SchoolRow): number => {
    const turn = down ? -1 : 1
    if (column === 'name') return turn * a.fact.schoolName[language].localeCompare(b.fact.schoolName[language], languageTag[language], { numeric: true })
    const [x, y] = [readColumn(a, column), readColumn(b, column)]
    const unknown = Number(Number.isNaN(x)) - Number(Number.isNaN(y))
    return unknown !== 0 || Number.isNaN(x) ? unknown : turn * (x - y)
  }
  return rows
    .map((row, k) => ({ row, k }))
    .sort((a, b) => sort.reduce((so, one) => (so !== 0 ? so : compare(one, a.row, b.row)), 0) || a.k - b.k)
    .map(({ row }) => row)
}

/** Columns of the table that can be left out, in order. */
export const tableColumns = (view: StandardView): readonly string[] => ['place', 'roll', ...view.items.map((item) => item.id), ...(view.judged === 'each' ? ['met', 'pass'] : [])]
