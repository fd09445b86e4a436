import type { Level } from '../../../engine/index.ts'
import { standingGlyph } from '../../theme/encodings.ts'
import { itemAgainst, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { StandardView } from './frame.ts'
import type { SchoolRow } from './schools-table.ts'
import type { Twin } from './twin.ts'

/** “2033” or “never” of a school. */
export const passText = ({ t }: Speech, row: SchoolRow): string => (row.firstPass ? String(row.firstPass.year) : t('schools.never'))

/** The table as rows of text: for CSV, workbooks and the clipboard. Values carry their mark in a column of their own. */
export function schoolsTwin(speech: Speech, view: StandardView, level: Level, rows: readonly SchoolRow[]): Twin {
  const { t, language } = speech
  const judged = view.judged === 'each'
  const heads = [
    t('chart.school'),
    t('chart.place'),
    t('level.picker'),
    t('schools.roll'),
    ...view.items.flatMap((item) => [item.short[language] + t('mark.bracketed', { what: itemUnit(item.unit, language) }), ...(judged ? [t('chart.standing')] : [])]),
    ...(judged ? [t('schools.met'), t('schools.pass')] : []),
  ]
  return {
    heads,
    rows: rows.map((row) => [
      row.fact.schoolName[language],
      t(`place.${row.fact.kind}`),
      t(`level.${level}`),
      String(row.roll),
      ...row.cells.flatMap((cell) => [itemAgainst(cell.value, cell.item.unit, cell.item.standard?.[level]), ...(judged ? [`${standingGlyph[cell.standing]}`] : [])]),
      ...(judged ? [`${row.met}/${view.items.length}`, passText(speech, row)] : []),
    ]),
  }
}
