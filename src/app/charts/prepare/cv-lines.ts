import type { Level, Series } from '../../../engine/index.ts'
import { countyCell, middle, quantile, type Frame, type StandardView } from './frame.ts'
import { below, cv, mean } from './columns.ts'

/** One item’s gap over the years: the middle of the runs, and bands when there are enough runs. */
export interface CvLine {
  readonly item: string
  readonly values: readonly number[]
  readonly means: readonly number[]
  readonly below: readonly number[]
}

/** Everything the gap picture, its table and its sentence say. */
export interface CvPicture {
  readonly years: readonly number[]
  readonly level: Level
  readonly limit: number
  readonly chosen: CvLine
  readonly others: readonly CvLine[]
  /** Yearly [10 %, 25 %, 75 %, 90 %] of the runs for the chosen item; empty for fewer than five runs. */
  readonly bands: readonly (readonly [number, number, number, number])[]
  /** The chosen item under the previous setting, or empty. */
  readonly ghost: readonly number[]
  /** The chosen item under the baseline, middle of its runs, or empty. */
  readonly baseline: readonly number[]
  /** First year from which the chosen item stays at or under its limit in most runs, and in how many. */
  readonly from: { readonly year: number; readonly runs: number } | null
  readonly runs: number
}

function line(frame: Frame, runs: readonly Series[], item: string, level: Level): CvLine {
  const over = (column: string) => frame.years.map((_, y) => middle(runs.map((run) => countyCell(frame, run, y, column))))
  return { item, values: over(cv(item, level)), means: over(mean(item, level)), below: over(below(item, level)) }
}

/** First year from which a run stays at or under the limit to the end; null if it does not. */
export function staysUnder(values: readonly number[], limit: number): number | null {
  let from = values.length
  while (from > 0 && values[from - 1]! <= limit) from--
  return from === values.length ? null : from
}

/** From when the limit is kept: the first year by which at least half of the runs keep it, with their number. */
function keptFrom(frame: Frame, runs: readonly Series[], column: string, limit: number): CvPicture['from'] {
  const starts = runs.map((run) => staysUnder(frame.years.map((_, y) => countyCell(frame, run, y, column)), limit))
  for (let y = 0; y < frame.years.length; y++) {
    const by = starts.filter((start) => start !== null && start <= y).length
    if (runs.length > 0 && by * 2 >= runs.length) return { year: frame.years[y]!, runs: by }
  }
  return null
}

/** The gap between schools over the years, for all items of a standard at one level. */
export function cvPicture(
  frame: Frame,
  standard: StandardView,
  level: Level,
  item: string,
  runs: readonly Series[],
  ghost: readonly Series[],
  baseline: readonly Series[],
): CvPicture {
  const column = cv(item, level)
  const limit = standard.limit[level]
  const bands = frame.years.map((_, y) => {
    const values = runs.map((run) => countyCell(frame, run, y, column))
    return [quantile(values, 0.1), quantile(values, 0.25), quantile(values, 0.75), quantile(values, 0.9)] as const
  })
  return {
    years: frame.years,
    level,
    limit,
    chosen: line(frame, runs, item, level),
    others: standard.items.filter((other) => other.id !== item).map((other) => line(frame, runs, other.id, level)),
    bands: runs.length >= 5 ? bands : [],
    ghost: ghost.length > 0 ? line(frame, ghost, item, level).values : [],
    baseline: baseline.length > 0 ? line(frame, baseline, item, level).values : [],
    from: keptFrom(frame, runs, column, limit),
    runs: runs.length,
  }
}
