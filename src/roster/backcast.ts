import {
  countyColumn,
  quantilesOver,
  rowsOf,
  type Bilingual,
  type CountyDescription,
  type Problem,
  type ReplicateSeries,
  type Scenario,
  type SectionFacts,
} from '../engine/index.ts'
import { checkCounty } from '../scenario/check-county.ts'
import { mostYears } from '../scenario/limits.ts'
import { levelRolls, meanOf, rollErrors, type Errors } from './backcast-rolls.ts'
import { schoolChanges, type SchoolChanges } from './school-changes.ts'
import type { YearRecord } from './year-record.ts'

/* Rosters of several years: the model is run from the first one and held against the others. Nothing is ever fitted here; the
 * comparison says whether the records could decide anything at all. */

/** One coefficient in a later year: what the county recorded, and where the runs lie. */
export interface BackcastCell {
  readonly year: number
  readonly level: string
  readonly item: string
  /** In the first roster. */
  readonly first: number
  readonly recorded: number
  /** 10, 50 and 90 percent of the runs. */
  readonly low: number
  readonly median: number
  readonly high: number
  readonly where: 'inside' | 'above' | 'below'
}

/** What is compared: a county mean, its coefficient of variation, or the pupils of a level. */
export const measures = ['coefficient', 'mean', 'roll'] as const
export type BackcastMeasure = (typeof measures)[number]

/** One measure over all years: the fan of the runs, and the years that have a record. */
export interface BackcastTrack {
  readonly measure: BackcastMeasure
  readonly level: string
  /** '' for pupils. */
  readonly item: string
  readonly years: readonly number[]
  /** 10, 25, 50, 75 and 90 percent of the runs, by year. */
  readonly bands: readonly (readonly number[])[]
  readonly recorded: readonly { readonly year: number; readonly value: number }[]
}

/** Earlier years against the model: each recorded figure and where in the fan of runs it lies, errors beside those of assuming no change, and whether that is ground enough to calibrate. */
export interface Backcast {
  readonly cells: readonly BackcastCell[]
  readonly inside: number
  readonly tracks: readonly BackcastTrack[]
  readonly coefficients: Errors
  /** Rolls of the schools found in both rosters, as a share of the recorded roll. */
  readonly rolls: Errors
  /** Schools of the last roster against the first. */
  readonly changes: SchoolChanges
  readonly calibration: { readonly allowed: boolean; readonly reasons: readonly Bilingual[] }
}

const both = (en: string, zh: string): Bilingual => ({ en, zh })
/** Later years on one side of the band that it takes before a lasting difference is more than luck: an assumption. */
const yearsNeeded = 3
const shares = [0.1, 0.25, 0.5, 0.75, 0.9] as const

/** What keeps rosters of these years from being compared; null = nothing. */
export function yearsProblem(years: readonly number[], name: string): Problem | null {
  if (new Set(years).size >= 2) return spanProblem(Math.min(...years), Math.max(...years), name)
  return {
    path: name,
    text: both('The comparison with earlier years needs rosters of two different years.', '往年对照需要两个不同年份的明细表。'),
    hint: both('Give the year in the file name, such as roster-2024.xlsx.', '请在文件名中写明年份，如“学校明细2024.xlsx”。'),
  }
}

/** A mistyped year would ask for thousands of simulated ones. */
function spanProblem(from: number, to: number, name: string): Problem | null {
  const span = to - from + 1
  if (span <= mostYears) return null
  return {
    path: name,
    text: both(`The rosters span ${span} school years, ${from} to ${to}; a run covers at most ${mostYears}.`, `各年明细表自${from}年至${to}年，共${span}个学年；模拟最多${mostYears}个学年。`),
    hint: both('Correct the year that is wrong, or leave out the earliest roster.', '请更正填错的年份，或去掉最早的明细表。'),
  }
}

/** The run from the county of the first roster to the last year that has one, under the status quo. */
export function backcastScenario(county: CountyDescription | readonly Problem[], years: readonly number[], name: string, replicates: number): Scenario | readonly Problem[] {
  const lacking = yearsProblem(years, name)
  if (lacking) return [lacking]
  if (!('schools' in county)) return county
  const problems = checkCounty(county)
  if (problems.length > 0) return problems
  return {
    id: 'backcast',
    title: county.title,
    seed: county.seed,
    years: { from: county.year, to: Math.max(...years) },
    replicates,
    county,
    behaviour: {},
    arms: [{ id: 'status-quo', policies: [] }],
  }
}

const keyOf = ({ level, item }: { readonly level: string; readonly item: string }): string => `${level}.${item}`

/** Every mean, coefficient and roll that the first roster has, over all years of the run. */
function tracksOf(records: readonly YearRecord[], results: readonly ReplicateSeries[], facts: readonly SectionFacts[]): BackcastTrack[] {
  const years = results[0]?.arms[0]?.years.slice() ?? []
  const rows = rowsOf(results, 'county', 0)
  const width = (rows[0]?.length ?? 0) / Math.max(1, years.length)
  const bands = quantilesOver(rows, shares)
  const found = records[0]!.items.flatMap(({ level, item }): BackcastTrack[] =>
    (['coefficient', 'mean'] as const).map((measure) => {
      const column = countyColumn(`${item}.${measure === 'mean' ? 'mean' : 'cv'}.${level}`)
      return {
        measure,
        level,
        item,
        years,
        bands: bands.map((band) => years.map((_, t) => (column < 0 ? NaN : (band[t * width + column] ?? NaN)))),
        recorded: records.flatMap(({ year, items }) => {
          const value = items.find((one) => keyOf(one) === keyOf({ level, item }))?.[measure] ?? NaN
          return Number.isNaN(value) ? [] : [{ year, value }]
        }),
      }
    }),
  )
  const levels = [...new Set(facts.map((fact) => fact.level as string))]
  const rolls = levels.map((level): BackcastTrack => ({
    measure: 'roll',
    level,
    item: '',
    years,
    bands: quantilesOver(levelRolls(results, facts, level), shares).map((band) => [...band]),
    recorded: records.map(({ year, sections }) => ({ year, value: sections.reduce((sum, one) => sum + (one.level === level && one.roll > 0 ? one.roll : 0), 0) })),
  }))
  return [...found, ...rolls].filter((track) => track.recorded.some(({ year }) => year === records[0]!.year) && track.bands[2]!.some((value) => !Number.isNaN(value)))
}

const cellsOf = (track: BackcastTrack): BackcastCell[] =>
  track.recorded.slice(1).flatMap(({ year, value: recorded }): BackcastCell[] => {
    const t = track.years.indexOf(year)
    const [low, , median, , high] = track.bands.map((band) => band[t] ?? NaN) as [number, number, number, number, number]
    if (Number.isNaN(low)) return []
    const where = recorded < low ? 'below' : recorded > high ? 'above' : 'inside'
    return [{ year, level: track.level, item: track.item, first: track.recorded[0]!.value, recorded, low, median, high, where }]
  })

/** Holds the runs against the records. */
export function compareBackcast(unordered: readonly YearRecord[], results: readonly ReplicateSeries[], facts: readonly SectionFacts[]): Backcast {
  const records = unordered.slice().sort((a, b) => a.year - b.year)
  const [first, ...later] = records as [YearRecord, ...YearRecord[]]
  const tracks = tracksOf(records, results, facts)
  const cells = tracks
    .filter((track) => track.measure === 'coefficient')
    .flatMap(cellsOf)
    .sort((a, b) => a.year - b.year)
  const coefficients: Errors = {
    model: meanOf(cells.map((c) => Math.abs(c.median - c.recorded))),
    standstill: meanOf(cells.map((c) => Math.abs(c.first - c.recorded))),
    of: cells.length,
  }
  return {
    cells,
    inside: cells.filter((cell) => cell.where === 'inside').length,
    tracks,
    coefficients,
    rolls: rollErrors(first, later, results, facts),
    changes: schoolChanges(first, later.at(-1) ?? first),
    calibration: calibration(cells, later.length, coefficients),
  }
}

/** Whether the records could move any parameter: only where they stay outside the luck of the runs, on one side, for years. */
function calibration(cells: readonly BackcastCell[], laterYears: number, { model, standstill }: Errors): Backcast['calibration'] {
  const reasons: Bilingual[] = []
  if (laterYears < yearsNeeded)
    reasons.push(
      both(
        `${laterYears} later ${laterYears === 1 ? 'year' : 'years'}; fewer than ${yearsNeeded} cannot tell a trend from luck.`,
        `后续只有${laterYears}年数据，少于${yearsNeeded}年，无法区分趋势与偶然波动。`,
      ),
    )
  const sides = new Map<string, number>()
  for (const cell of cells)
    if (cell.where !== 'inside')
      sides.set(`${cell.level}.${cell.item}.${cell.where}`, (sides.get(`${cell.level}.${cell.item}.${cell.where}`) ?? 0) + 1)
  if (![...sides.values()].some((n) => n >= yearsNeeded))
    reasons.push(
      both(
        `No coefficient lies outside the runs on the same side for ${yearsNeeded} years: the records agree with the model within its luck.`,
        `没有任何指标连续${yearsNeeded}年处于模拟区间的同一侧，记录与模型的差异在偶然范围内。`,
      ),
    )
  if (standstill <= model)
    reasons.push(
      both('Supposing that nothing changes describes these years as well as the model does.', '假设各项维持不变，对这几年的描述也不比模型差。'),
    )
  return { allowed: reasons.length === 0, reasons }
}
