import { middle, quantileSorted, type Bilingual, type Citation, type Level, type SectionFacts, type Series, type Unit } from '../../../engine/index.ts'

/** Which official standard judges: the seven items of 2017, each CV on its own, or the eight of 2012 by their mean CV. */
export type Standard = 'balance-2017' | 'balance-2012'

/** How the text of 2017 is read: as it stands, or with what the working rules of 2019 (规程) allow for some years. */
export const editions = ['strict', 'relaxed'] as const
export type Edition = (typeof editions)[number]

/** Columns that the working rules count differently, with what stands in for them. */
const relaxations: readonly (readonly [RegExp, string])[] = [
  [/^Q3\.cv\.(primary|junior)$/, 'Q3.cv.relaxed.$1'],
  [/^schools\.passing\.(primary|junior)$/, 'schools.passing.relaxed.$1'],
  [/^verdict\.balance-2017(\.(primary|junior))?$/, 'verdict.balance-2017.relaxed$1'],
  [/^status$/, 'status.relaxed'],
]

/** The column to read for `id` in an edition: every picture, table and door asks here, so that all change together. */
export function columnIn(edition: Edition, id: string): string {
  if (edition === 'strict') return id
  const known = relaxed.get(id) ?? relaxations.reduce((name, [pattern, to]) => name.replace(pattern, to), id)
  relaxed.set(id, known)
  return known
}
// asked for every cell of every picture
const relaxed = new Map<string, string>()

/** An official item as the screens need it. */
export interface ItemView {
  readonly id: string
  readonly name: Bilingual
  readonly short: Bilingual
  readonly reading: Bilingual
  readonly unit: Unit
  /** 100 if counted per hundred pupils. */
  readonly per: 1 | 100
  readonly formula: Bilingual
  readonly source: Citation
  /** Section column of the teachers it counts; absent where it counts a stock of the campus. */
  readonly teachers?: string
  /** What every school must reach; absent in 2012. */
  readonly standard?: Readonly<Record<Level, number>>
}

/** A standard as the screens need it. */
export interface StandardView {
  readonly id: Standard
  readonly items: readonly ItemView[]
  /** 2017: limit of each CV. 2012: limit of the mean of all CVs. */
  readonly limit: Readonly<Record<Level, number>>
  /** Whether each item’s CV is judged, or their mean. */
  readonly judged: 'each' | 'mean'
  /** Column of the county series that is 1 when the standard is met. */
  readonly verdict: string
  readonly source: Citation
  readonly text: { readonly name: Bilingual; readonly covers: Bilingual; readonly leavesOut: Bilingual }
}

/** How to read the rows of a series: who the sections are and where each column lies. */
export interface Frame {
  readonly facts: readonly SectionFacts[]
  readonly years: readonly number[]
  /** Position of a section column, or −1. */
  readonly sectionColumn: (id: string) => number
  readonly sectionWidth: number
  /** Position of a county column, or −1. */
  readonly countyColumn: (id: string) => number
  readonly countyWidth: number
  readonly standards: Readonly<Record<Standard, StandardView>>
  /** What the edition in force counts differently from the record; absent where the record stands as it is. */
  readonly reread?: Reread
}

/** Reads a cell otherwise than it was recorded; undefined = as recorded. */
export interface Reread {
  readonly section: (series: Series, year: number, section: number, column: string) => number | undefined
  readonly county: (series: Series, year: number, column: string) => number | undefined
}

/** Reads one column of the section table of a series, by year and section; NaN if the column is unknown. */
export function columnReader(frame: Frame, { sections, sectionCount }: Series, column: string): (year: number, section: number) => number {
  const c = frame.sectionColumn(column)
  if (c < 0) return () => NaN
  const { sectionWidth } = frame
  return (year, section) => sections[(year * sectionCount + section) * sectionWidth + c] ?? NaN
}

/** One cell of the section table of a series; NaN if the column is unknown. */
export function sectionCell(frame: Frame, series: Series, year: number, section: number, column: string): number {
  const other = frame.reread?.section(series, year, section, column)
  if (other !== undefined) return other
  const c = frame.sectionColumn(column)
  return c < 0 ? NaN : (series.sections[(year * series.sectionCount + section) * frame.sectionWidth + c] ?? NaN)
}

/** One cell of the county table of a series; NaN if the column is unknown. */
export function countyCell(frame: Frame, series: Series, year: number, column: string): number {
  const other = frame.reread?.county(series, year, column)
  if (other !== undefined) return other
  const c = frame.countyColumn(column)
  return c < 0 ? NaN : (series.county[year * frame.countyWidth + c] ?? NaN)
}

/** A column of the county table of a series over its years; NaN where it is unknown. */
export function countyYears(frame: Frame, series: Series, column: string): readonly number[] {
  if (frame.reread) return frame.years.map((_, y) => countyCell(frame, series, y, column))
  const c = frame.countyColumn(column)
  return frame.years.map((_, y) => (c < 0 ? NaN : (series.county[y * frame.countyWidth + c] ?? NaN)))
}

export { middle }

/** The value at share `p` of some runs’ values, linear between neighbours. */
export const quantile = (values: readonly number[], p: number): number =>
  quantileSorted(
    values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b),
    p,
  )

/** Middle over runs of a county column. */
export const countyMiddle = (frame: Frame, runs: readonly Series[], year: number, column: string): number =>
  runs.length === 1 ? countyCell(frame, runs[0]!, year, column) : middle(runs.map((run) => countyCell(frame, run, year, column)))

/** Middle over runs of a county column, in every year. */
export function countyMiddles(frame: Frame, runs: readonly Series[], column: string): readonly number[] {
  if (runs.length === 1) return countyYears(frame, runs[0]!, column)
  const columns = runs.map((run) => countyYears(frame, run, column))
  return frame.years.map((_, y) => middle(columns.map((values) => values[y]!)))
}

/** Sum of some county columns in one run: those without a figure are left out; NaN if none has one. */
function countySum(frame: Frame, run: Series, year: number, columns: readonly string[]): number {
  const known = columns.map((column) => countyCell(frame, run, year, column)).filter((count) => !Number.isNaN(count))
  return known.length === 0 ? NaN : known.reduce((sum, count) => sum + count, 0)
}

/** Middle over runs of such a sum, added within each run: the middles of the columns may be of different runs. */
export const countySumMiddle = (frame: Frame, runs: readonly Series[], year: number, columns: readonly string[]): number => middle(runs.map((run) => countySum(frame, run, year, columns)))

/** The run whose sum that is, so that the parts told beside it add up. */
export function countySumRun(frame: Frame, runs: readonly Series[], year: number, columns: readonly string[]): Series | undefined {
  const shown = countySumMiddle(frame, runs, year, columns)
  return runs.find((run) => countySum(frame, run, year, columns) === shown)
}

/** Middle over runs of a section’s column. */
export const sectionMiddle = (frame: Frame, runs: readonly Series[], year: number, section: number, column: string): number =>
  runs.length === 1 ? sectionCell(frame, runs[0]!, year, section, column) : middle(runs.map((run) => sectionCell(frame, run, year, section, column)))

/** The item of a standard by id. */
export const itemOf = (view: StandardView, id: string): ItemView => view.items.find((item) => item.id === id) ?? view.items[0]!
