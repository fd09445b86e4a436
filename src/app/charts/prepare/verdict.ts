import { levels, type Level, type Series } from '../../../engine/index.ts'
import { thinMargin } from '../../theme/encodings.ts'
import { assessed, below, cv, mean, passing } from './columns.ts'
import { countyCell, countyMiddle, middle, type Frame, type ItemView, type StandardView } from './frame.ts'

/** One CV of the table: value, limit, whether it is kept, whether by a thin margin, and what lies behind it. */
export interface VerdictCell {
  readonly level: Level
  readonly cv: number
  readonly limit: number
  readonly ok: boolean
  readonly thin: boolean
  readonly mean: number
  readonly below: number
}

export interface VerdictRow {
  readonly item: ItemView
  readonly cells: Readonly<Record<Level, VerdictCell>>
  /** Schools below the item’s standard, both levels; NaN where the regime sets none. */
  readonly below: number
}

/** How many runs first met the standard in a year; `year` null = in none of the years shown. */
export interface FirstPass {
  readonly year: number | null
  readonly runs: number
}

export interface VerdictTable {
  readonly rows: readonly VerdictRow[]
  readonly checks: { readonly passed: number; readonly all: number }
  readonly schools: Readonly<Record<Level, { readonly passing: number; readonly assessed: number }>>
  /** Composite CVs where the regime judges their mean. */
  readonly composite: Readonly<Record<Level, VerdictCell>> | null
}

function cell(value: number, level: Level, limit: number, about: { mean: number; below: number }): VerdictCell {
  const ok = value <= limit
  return { level, cv: value, limit, ok, thin: ok && limit - value <= thinMargin, ...about }
}

/** The official table of one year: the middle of the runs. */
export function verdictTable(frame: Frame, view: StandardView, runs: readonly Series[], year: number): VerdictTable {
  const at = (column: string) => countyMiddle(frame, runs, year, column)
  const rows = view.items.map((item) => {
    const of = (level: Level) =>
      cell(at(cv(item.id, level)), level, view.limit[level], { mean: at(mean(item.id, level)), below: item.standard ? at(below(item.id, level)) : NaN })
    const cells = { primary: of('primary'), junior: of('junior') }
    const known = [cells.primary.below, cells.junior.below].filter((count) => !Number.isNaN(count))
    return { item, cells, below: known.length > 0 ? known.reduce((sum, count) => sum + count, 0) : NaN }
  })
  const compositeOf = (level: Level) =>
    cell(middle(runs.map((run) => countyCell(frame, run, year, `composite.cv.${level}`))), level, view.limit[level], { mean: NaN, below: NaN })
  const composite = view.judged === 'mean' ? { primary: compositeOf('primary'), junior: compositeOf('junior') } : null
  const judged = composite ? levels.map((level) => composite[level]) : rows.flatMap((row) => levels.map((level) => row.cells[level]))
  const known = judged.filter((one) => !Number.isNaN(one.cv))
  return {
    rows,
    checks: { passed: known.filter((one) => one.ok).length, all: known.length },
    schools: {
      primary: { passing: at(passing('primary')), assessed: at(assessed('primary')) },
      junior: { passing: at(passing('junior')), assessed: at(assessed('junior')) },
    },
    composite,
  }
}

/** Runs by the first year in which each meets the standard; years without runs are left out, “in none” comes last. */
export function firstPasses(frame: Frame, view: StandardView, runs: readonly Series[]): readonly FirstPass[] {
  const first = runs.map((run) => frame.years.find((_, y) => countyCell(frame, run, y, view.verdict) === 1) ?? null)
  const counts = frame.years.map((year) => ({ year, runs: first.filter((one) => one === year).length })).filter((one) => one.runs > 0)
  const never = first.filter((one) => one === null).length
  return never > 0 ? [...counts, { year: null, runs: never }] : counts
}

/** The first year by which at least half of the runs have met the standard, and how many have by then. */
export function headline(passes: readonly FirstPass[]): { readonly year: number | null; readonly runs: number; readonly of: number } {
  const of = passes.reduce((sum, one) => sum + one.runs, 0)
  let by = 0
  for (const one of passes) {
    if (one.year === null) break
    by += one.runs
    if (by * 2 >= of) return { year: one.year, runs: by, of }
  }
  return { year: null, runs: passes.find((one) => one.year === null)?.runs ?? 0, of }
}
