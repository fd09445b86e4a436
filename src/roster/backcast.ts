import {
  countyColumn,
  quantilesOver,
  rowsOf,
  type Bilingual,
  type Problem,
  type ReplicateSeries,
  type Scenario,
  type SectionFacts,
} from '../engine/index.ts'
import { checkCounty } from '../scenario/check-county.ts'
import { comingAndGoing, meanOf, rollErrors, type Errors, type YearTable } from './backcast-rolls.ts'
import { baselineOf } from './baseline.ts'
import { countyFromRoster } from './county.ts'
import type { Table } from './table.ts'

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

export interface Backcast {
  readonly cells: readonly BackcastCell[]
  readonly inside: number
  readonly coefficients: Errors
  /** Rolls of the schools found in both rosters, as a share of the recorded roll. */
  readonly rolls: Errors
  /** Schools of later rosters that the first does not have, and the reverse. */
  readonly opened: readonly string[]
  readonly closed: readonly string[]
  readonly calibration: { readonly allowed: boolean; readonly reasons: readonly Bilingual[] }
}

const both = (en: string, zh: string): Bilingual => ({ en, zh })
/** Later years on one side of the band that it takes before a lasting difference is more than luck: an assumption. */
const yearsNeeded = 3

/** The run from the first roster to the last year that has one, under the status quo. */
export function backcastScenario(tables: readonly YearTable[], name: string, replicates: number): Scenario | readonly Problem[] {
  const ordered = tables.slice().sort((a, b) => a.year - b.year)
  const [first] = ordered
  const last = ordered.at(-1)
  if (!first || !last || last.year === first.year) {
    return [
      {
        path: name,
        text: both('A backcast needs rosters of two different years.', '回测需要两个不同年份的明细表。'),
        hint: both('Give the year in the file name, such as roster-2024.xlsx.', '请在文件名中写明年份，如“学校明细2024.xlsx”。'),
      },
    ]
  }
  const county = countyFromRoster(first.table, { name, year: first.year })
  if ('path' in county) return [county]
  const problems = checkCounty(county)
  if (problems.length > 0) return problems
  return {
    id: 'backcast',
    title: county.title,
    seed: county.seed,
    years: { from: first.year, to: last.year },
    replicates,
    county,
    behaviour: {},
    arms: [{ id: 'status-quo', policies: [] }],
  }
}

/** Holds the runs against the records. */
export function compareBackcast(
  tables: readonly YearTable[],
  results: readonly ReplicateSeries[],
  facts: readonly SectionFacts[],
): Backcast {
  const [first, ...later] = tables.slice().sort((a, b) => a.year - b.year)
  const years = results[0]?.arms[0]?.years ?? []
  const rows = rowsOf(results, 'county', 0)
  const width = (rows[0]?.length ?? 0) / Math.max(1, years.length)
  const bands = quantilesOver(rows, [0.1, 0.5, 0.9])
  const before = coefficientsOf(first!.table)
  const cells = later.flatMap(({ year, table }) =>
    [...coefficientsOf(table)].flatMap(([key, recorded]): BackcastCell[] => {
      const [level, item] = key.split('.') as [string, string]
      const at = years.indexOf(year) * width + countyColumn(`${item}.cv.${level}`)
      const [low, median, high] = bands.map((band) => band[at] ?? NaN) as [number, number, number]
      const start = before.get(key) ?? NaN
      if ([recorded, start, low].some((x) => Number.isNaN(x))) return []
      return [
        {
          year,
          level,
          item,
          first: start,
          recorded,
          low,
          median,
          high,
          where: recorded < low ? 'below' : recorded > high ? 'above' : 'inside',
        },
      ]
    }),
  )
  const inside = cells.filter((cell) => cell.where === 'inside').length
  const coefficients: Errors = {
    model: meanOf(cells.map((c) => Math.abs(c.median - c.recorded))),
    standstill: meanOf(cells.map((c) => Math.abs(c.first - c.recorded))),
    of: cells.length,
  }
  return {
    cells,
    inside,
    coefficients,
    rolls: rollErrors(first!, later, results, facts),
    ...comingAndGoing(first!, later),
    calibration: calibration(cells, later.length, coefficients),
  }
}

/** Coefficients of a table by `level.item`. */
function coefficientsOf(table: Table): Map<string, number> {
  return new Map(
    baselineOf(table).flatMap(({ levels }) =>
      levels.flatMap((level) => level.items.map(({ item, coefficient }): [string, number] => [`${level.level}.${item.id}`, coefficient])),
    ),
  )
}

/** Whether the records could move any parameter: only where they stay outside the luck of the runs, on one side, for years. */
function calibration(cells: readonly BackcastCell[], laterYears: number, { model, standstill }: Errors): Backcast['calibration'] {
  const reasons: Bilingual[] = []
  if (laterYears < yearsNeeded)
    reasons.push(
      both(
        `${laterYears} later year(s); fewer than ${yearsNeeded} cannot tell a trend from luck.`,
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
      both('Supposing that nothing changes describes these years as well as the model does.', '假定各项不变，对这几年的描述也不比模型差。'),
    )
  return { allowed: reasons.length === 0, reasons }
}
