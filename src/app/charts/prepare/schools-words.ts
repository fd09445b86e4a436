import type { Level } from '../../../engine/index.ts'
import { standingGlyph } from '../../theme/encodings.ts'
import { itemAgainst, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { SortBy } from '../../stores/view/schools-view.ts'
import type { ItemView, StandardView } from './frame.ts'
import type { SchoolRow } from './schools-table.ts'
import { quantity, type Twin } from './twin.ts'

/** “2033” or “never” of a school. */
export const passText = ({ t }: Speech, row: SchoolRow): string => (row.firstPass ? String(row.firstPass.year) : t('schools.never'))

/** What items are measured in, those of one unit together: “Degree, Backbone per 100 pupils; …”. */
export function unitsText({ t, language }: Speech, items: readonly ItemView[]): string {
  const units = [...new Set(items.map((item) => itemUnit(item, language)))]
  return units.map((unit) => items.filter((item) => itemUnit(item, language) === unit).map((item) => item.short[language]).join(t('mark.list')) + t('mark.colon') + unit).join(t('mark.semicolon'))
}

/**
 * The table as rows of text: for CSV, workbooks and the clipboard. Values carry their mark in a column of their own, and no
 * cell reads like a date to a spreadsheet, as “6/7” would.
 *
 * @param hidden columns left out
 */
export function schoolsTwin(speech: Speech, view: StandardView, level: Level, rows: readonly SchoolRow[], hidden: readonly string[] = []): Twin {
  const { t, language } = speech
  const judged = view.judged === 'each'
  const has = (column: string) => !hidden.includes(column)
  const items = view.items.filter((item) => has(item.id))
  const heads = [
    t('chart.school'),
    ...(has('place') ? [t('chart.place')] : []),
    t('level.picker'),
    ...(has('roll') ? [t('schools.roll')] : []),
    ...items.flatMap((item) => [item.short[language] + t('mark.bracketed', { what: t(`stock.unit.${item.id}` as 'stock.unit.Q1') }), ...(judged ? [t('chart.standing')] : [])]),
    ...(judged && has('met') ? [t('schools.met.head', { all: view.items.length })] : []),
    ...(judged && has('pass') ? [t('schools.pass')] : []),
  ]
  return {
    heads,
    rows: rows.map((row) => [
      row.fact.schoolName[language],
      ...(has('place') ? [t(`place.${row.fact.kind}`)] : []),
      t(`level.${level}`),
      ...(has('roll') ? [quantity(row.roll)] : []),
      ...row.cells.filter((cell) => has(cell.item.id)).flatMap((cell) => [quantity(cell.value, itemAgainst(cell.value, cell.item.unit, cell.item.standard?.[level])), ...(judged ? [`${standingGlyph[cell.standing]}`] : [])]),
      ...(judged && has('met') ? [quantity(row.met)] : []),
      ...(judged && has('pass') ? [row.firstPass ? quantity(row.firstPass.year) : passText(speech, row)] : []),
    ]),
  }
}

/** How the rows stand, for the ear: columns in the order they are sorted by, or the first order; and how many rows. */
export function sortingText({ t, language }: Speech, view: StandardView, sort: readonly SortBy[], rows: number): string {
  const name = (column: string) => (column === 'name' ? t('chart.school') : column === 'roll' ? t('schools.roll') : column === 'met' ? t('schools.met') : column === 'pass' ? t('schools.pass') : (view.items.find((item) => item.id === column)?.short[language] ?? column))
  const by = sort.map(({ column, down }) => t(down ? 'schools.sorted.down' : 'schools.sorted.up', { column: name(column) })).join(t('mark.list'))
  return sort.length === 0 ? t('schools.sorted.order', { rows }) : t('schools.sorted', { by, rows })
}
