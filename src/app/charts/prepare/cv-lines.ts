import type { Level, Series } from '../../../engine/index.ts'
import { countyMiddles, countyYears, quantile, type Frame, type ItemView, type StandardView } from './frame.ts'
import { below, cv, mean } from './columns.ts'
import { countedAt } from './verdict.ts'

/** One item’s gap over the years: the middle of the runs, and bands when there are enough runs. */
export interface CvLine {
  readonly item: string
  readonly values: readonly number[]
  readonly means: readonly number[]
  readonly below: readonly number[]
}

/** Runs from which on bands are drawn. */
export const fewestForBands = 5

/** Everything the gap picture, its table and its sentence say. */
export interface CvPicture {
  readonly years: readonly number[]
  readonly level: Level
  readonly limit: number
  readonly chosen: CvLine
  /** The other items of the standard: their gaps only. */
  readonly others: readonly (Pick<CvLine, 'item' | 'values'> & Pick<ItemView, 'short'>)[]
  /** Yearly [10%, 25%, 75%, 90%] of the runs for the chosen item; empty for fewer than five runs. */
  readonly bands: readonly (readonly [number, number, number, number])[]
  /** The chosen item under the previous setting, or empty. */
  readonly ghost: readonly number[]
  /** The chosen item under the baseline, middle of its runs, or empty. */
  readonly baseline: readonly number[]
  /** First year from which the chosen item stays at or under its limit in most runs, and in how many. */
  readonly from: { readonly year: number; readonly runs: number } | null
  readonly runs: number
  /** Why nothing can be said of the chosen item at the end: the county has no schools of this stage, or a figure is missing; null where it is known. */
  readonly unknown: 'no-stage' | 'missing' | null
}

/** What `steady` has found of runs, by column, under the frame it was read with. */
const found = new WeakMap<readonly Series[], { readonly frame: Frame; readonly columns: Map<string, readonly number[]> }>()

/** Yearly middles of runs that stay while a lever moves, the baseline’s and those before the change: worked out once. */
function steady(frame: Frame, runs: readonly Series[], column: string): readonly number[] {
  if (runs.length === 0) return []
  let mine = found.get(runs)
  if (mine?.frame !== frame) found.set(runs, (mine = { frame, columns: new Map() }))
  const values = mine.columns.get(column) ?? countyMiddles(frame, runs, column)
  mine.columns.set(column, values)
  return values
}

/** Yearly shares of the runs between which the bands lie; none for fewer runs than make a band. */
function bandsOf(frame: Frame, runs: readonly Series[], column: string): CvPicture['bands'] {
  if (runs.length < fewestForBands) return []
  const columns = runs.map((run) => countyYears(frame, run, column))
  return frame.years.map((_, y) => {
    const values = columns.map((one) => one[y]!)
    return [quantile(values, 0.1), quantile(values, 0.25), quantile(values, 0.75), quantile(values, 0.9)] as const
  })
}

/** First year from which a run stays at or under the limit to the end; null if it does not. */
export function staysUnder(values: readonly number[], limit: number): number | null {
  let from = values.length
  while (from > 0 && values[from - 1]! <= limit) from--
  return from === values.length ? null : from
}

/** From when the limit is kept: the first year by which at least half of the runs keep it, with their number. */
function keptFrom(frame: Frame, runs: readonly Series[], column: string, limit: number): CvPicture['from'] {
  const starts = runs.map((run) => staysUnder(countyYears(frame, run, column), limit))
  for (let y = 0; y < frame.years.length; y++) {
    const by = starts.filter((start) => start !== null && start <= y).length
    if (runs.length > 0 && by * 2 >= runs.length) return { year: frame.years[y]!, runs: by }
  }
  return null
}

/** Gaps of the items beside the chosen one. */
export const cvOthers = (frame: Frame, standard: StandardView, level: Level, item: string, runs: readonly Series[]): CvPicture['others'] =>
  standard.items.filter((other) => other.id !== item).map((other) => ({ item: other.id, short: other.short, values: countyMiddles(frame, runs, cv(other.id, level)) }))

/** The gap between schools over the years, for all items of a standard at one level; `others` may be of runs a little older, while a lever moves. */
export function cvPicture(
  frame: Frame,
  standard: StandardView,
  level: Level,
  item: string,
  runs: readonly Series[],
  ghost: readonly Series[],
  baseline: readonly Series[],
  others: CvPicture['others'] = cvOthers(frame, standard, level, item, runs),
): CvPicture {
  const column = cv(item, level)
  const limit = standard.limit[level]
  const values = countyMiddles(frame, runs, column)
  const last = frame.years.length - 1
  return {
    years: frame.years,
    level,
    limit,
    chosen: { item, values, means: countyMiddles(frame, runs, mean(item, level)), below: countyMiddles(frame, runs, below(item, level)) },
    others,
    bands: bandsOf(frame, runs, column),
    ghost: steady(frame, ghost, column),
    baseline: steady(frame, baseline, column),
    from: keptFrom(frame, runs, column, limit),
    runs: runs.length,
    unknown: !Number.isNaN(values[last] ?? NaN) ? null : countedAt(frame, standard, runs, last, level) === 0 ? 'no-stage' : 'missing',
  }
}

/** Top of a scale, and what it is a scale of: it grows with what is seen of that, and begins anew with another. */
export const grownTop = (held: { readonly of: string; readonly top: number }, mine: string, needed: number): { readonly of: string; readonly top: number } => ({
  of: mine,
  top: held.of === mine ? Math.max(held.top, needed) : needed,
})
