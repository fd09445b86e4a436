import type { Series } from '../../../engine/index.ts'
import { value } from './columns.ts'
import { sectionMiddle, type Frame, type ItemView } from './frame.ts'

/** One item of one school over the years, under the plan and under the baseline. */
export interface SchoolTrend {
  readonly item: ItemView
  readonly plan: readonly number[]
  readonly baseline: readonly number[]
}

/** Trends of a school’s items, middle of the runs. */
export const schoolTrends = (frame: Frame, items: readonly ItemView[], section: number, runs: readonly Series[], pairs: readonly Series[]): readonly SchoolTrend[] =>
  items.map((item) => ({
    item,
    plan: frame.years.map((_, y) => sectionMiddle(frame, runs, y, section, value(item.id))),
    baseline: frame.years.map((_, y) => sectionMiddle(frame, pairs, y, section, value(item.id))),
  }))

/**
 * The first year in which the two lives of a school differ in anything recorded about it, in one pair of runs with the same
 * seed; null if they never part.
 */
export function firstParting(frame: Frame, run: Series, pair: Series, section: number): number | null {
  for (let y = 0; y < frame.years.length; y++) {
    const start = (y * run.sectionCount + section) * frame.sectionWidth
    for (let c = 0; c < frame.sectionWidth; c++) {
      const a = run.sections[start + c]!
      const b = pair.sections[start + c]!
      if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return frame.years[y]!
    }
  }
  return null
}
