import { levels, type Level, type Series } from '../../../engine/index.ts'
import { itemText } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { Frame, StandardView } from './frame.ts'
import { fixed, shownAgainst } from './shown.ts'
import { itemHead } from './swarm-words.ts'
import { quantity, twinOf, type Column, type Twin } from './twin.ts'
import { firstPasses, verdictTable, type VerdictCell } from './verdict.ts'

/** The official table of a year as rows of text: for reports, spreadsheets and the clipboard. */
export function verdictTwin({ t, language }: Speech, frame: Frame, view: StandardView, runs: readonly Series[], year: number): Twin {
  const table = verdictTable(frame, view, runs, year)
  const judged = view.judged === 'each'
  const standing = ({ cv, ok }: VerdictCell) => (Number.isNaN(cv) ? '—' : t(ok ? 'verdict.ok' : 'verdict.not'))
  const judgedAt = (level: Level): readonly Column[] => {
    const over = t(`level.${level}`)
    const cells = table.rows.map((row) => row.cells[level])
    const composite = table.composite?.[level]
    return [
      { over, head: t('door.mean'), means: t('share.means.mean'), cells: [...cells.map((cell, k) => quantity(cell.mean, itemText(cell.mean, table.rows[k]!.item.unit))), ...(composite ? [''] : [])] },
      { over, head: t('slotA.cv'), means: t('share.means.cv'), cells: [...cells.map((cell) => quantity(cell.cv, shownAgainst(cell.cv, cell.limit, 3))), ...(composite ? [quantity(composite.cv, shownAgainst(composite.cv, composite.limit, 3))] : [])] },
      { over, head: t('chart.standing'), means: judged ? t('share.means.ok') : t('share.means.composite', { limit: fixed(view.limit[level], 2) }), cells: [...cells.map((cell) => (judged ? standing(cell) : '')), ...(composite ? [standing(composite)] : [])] },
    ]
  }
  return twinOf([
    { head: t('verdict.item'), means: t('share.means.item.unit'), cells: [...table.rows.map((row) => itemHead({ t, language }, row.item)), ...(table.composite ? [t('verdict.composite')] : [])] },
    ...levels.flatMap(judgedAt),
    ...(judged ? [{ head: t('report.below.count'), means: t('share.means.below'), cells: table.rows.map((row) => quantity(row.below)) }] : []),
  ])
}

/** In which year how many runs first meet the standard, and how many have by then; those that never do come last. */
export function passesTwin({ t }: Pick<Speech, 't'>, frame: Frame, view: StandardView, runs: readonly Series[]): Twin {
  const passes = firstPasses(frame, view, runs)
  let by = 0
  const met = passes.map(({ year, runs: count }) => (year === null ? NaN : (by += count)))
  return twinOf([
    { head: t('share.passes.year'), means: t('share.means.passes.year'), cells: passes.map(({ year }) => (year === null ? t('verdict.dots.none') : quantity(year))) },
    { head: t('share.passes.runs'), means: t('share.means.passes.runs', { of: runs.length }), cells: passes.map(({ runs: count }) => quantity(count)) },
    { head: t('share.passes.by'), means: t('share.means.passes.by'), cells: met.map((count) => quantity(count)) },
  ])
}
