import type { Level, Series } from '../../../engine/index.ts'
import type { Speech } from './doors.ts'
import { sectionMiddle, type Frame } from './frame.ts'
import type { SchoolTrend } from './school-life.ts'
import { itemCell, itemHead } from './swarm-words.ts'
import { quantity, twinOf, type Column, type Twin } from './twin.ts'

/** The small pictures of a school as one table, a year a row: pupils, and every item under the plan and under the baseline. */
export function trendsTwin(speech: Speech, frame: Frame, level: Level, section: number, runs: readonly Series[], trends: readonly SchoolTrend[]): Twin {
  const { t } = speech
  const columns = trends.flatMap(({ item, plan, baseline }): readonly Column[] => {
    const head = itemHead(speech, item)
    // without a baseline of its own the plan is the baseline
    const pair = baseline.some((one) => !Number.isNaN(one)) ? [{ head: `${head}${t('mark.comma')}${t('cv.baseline')}`, cells: baseline.map((one) => itemCell(item, level, one)) }] : []
    return [{ head, cells: plan.map((one) => itemCell(item, level, one)) }, ...pair]
  })
  return twinOf([
    { head: t('chart.year'), cells: frame.years.map((year) => quantity(year)) },
    { head: t('schools.roll'), cells: frame.years.map((_, y) => quantity(sectionMiddle(frame, runs, y, section, 'roll'))) },
    ...columns,
  ])
}
