import { levels, type Series } from '../../../engine/index.ts'
import { itemAgainst, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { Frame, StandardView } from './frame.ts'
import { shownAgainst } from './shown.ts'
import type { Twin } from './twin.ts'
import { verdictTable } from './verdict.ts'

/** The official table of a year as rows of text: for reports, spreadsheets and the clipboard. */
export function verdictTwin({ t, language }: Speech, frame: Frame, view: StandardView, runs: readonly Series[], year: number): Twin {
  const table = verdictTable(frame, view, runs, year)
  const judged = view.judged === 'each'
  const mark = (ok: boolean) => t(ok ? 'verdict.ok' : 'verdict.not')
  const heads = [t('verdict.item'), ...levels.flatMap((level) => [`${t(`level.${level}`)} ${t('door.mean')}`, `${t(`level.${level}`)} ${t('slotA.cv')}`, ...(judged ? [t('chart.standing')] : [])]), ...(judged ? [t('report.below.count')] : [])]
  const rows = table.rows.map((row) => [
    row.item.short[language] + t('mark.bracketed', { what: itemUnit(row.item, language) }),
    ...levels.flatMap((level) => {
      const cell = row.cells[level]
      return [itemAgainst(cell.mean, row.item.unit, undefined), shownAgainst(cell.cv, cell.limit, 3), ...(judged ? [mark(cell.ok)] : [])]
    }),
    ...(judged ? [Number.isNaN(row.below) ? '—' : String(row.below)] : []),
  ])
  const composite = table.composite
  if (!composite) return { heads, rows }
  return { heads, rows: [...rows, [t('verdict.composite'), ...levels.flatMap((level) => ['', `${shownAgainst(composite[level].cv, composite[level].limit, 3)} ${mark(composite[level].ok)}`])]] }
}
