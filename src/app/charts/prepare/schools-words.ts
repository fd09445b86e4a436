import type { Level, SectionFacts } from '../../../engine/index.ts'
import { standingGlyph } from '../../theme/encodings.ts'
import { itemAgainst, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { SortBy } from '../../stores/view/schools-view.ts'
import type { ItemView, StandardView } from './frame.ts'
import { mediansPass, type SchoolRow } from './schools-table.ts'
import { quantity, type Twin } from './twin.ts'

/** “2033” or “never” of a school. */
export const passText = ({ t }: Speech, row: SchoolRow): string => (row.firstPass ? String(row.firstPass.year) : t('schools.never'))

/** Beside the year in a narrow cell: it passed then and does not now. */
export const lostSign = '↓'

/** Whether a school passes overall in the year, and when it first does: clauses, none of which another has said already. */
export function passClauses({ t }: Pick<Speech, 't'>, row: SchoolRow, runs: number, year: number, last: number): readonly string[] {
  const { firstPass, passes, passing } = row
  if (!row.assessed) return [t('map.excluded')]
  const here = passes ? [t('schools.passes')] : mediansPass(row) ? [t('schools.medians.pass')] : []
  if (!firstPass) return [...here, t('schools.never.long', { year: last })]
  if (row.lost) return [...here, t('schools.pass.lost', { first: firstPass.year, runs: firstPass.runs, of: runs, year, passing })]
  return [...(passes ? here : [t('schools.not-yet'), ...here]), t('schools.pass.runs', { year: firstPass.year, runs: firstPass.runs, of: runs })]
}

/** Township and kind of place, once where they are the same. */
export const whereText = ({ t, language }: Speech, { townshipName, kind }: Pick<SectionFacts, 'townshipName' | 'kind'>): string => [...new Set([townshipName[language], t(`place.${kind}`)])].join(t('mark.middle'))

/** Statuses that rows can be asked for, in order: an item each where the standard has one for schools. */
export const statusesOf = (view: StandardView): readonly string[] => ['not-passing', 'below', ...view.items.filter((item) => item.standard).map((item) => `below.${item.id}`), 'passing']

/** A status in words; empty for `all`. */
export function statusText({ t, language }: Speech, view: StandardView, status: string): string {
  const item = view.items.find((one) => `below.${one.id}` === status)
  if (item) return t('schools.status.below.item', { item: item.short[language] })
  return status === 'passing' || status === 'not-passing' || status === 'below' ? t(`schools.status.${status}`) : ''
}

/** The same with how runs decide who has it: rows are schools, each by its own runs, unlike counts that are taken run by run. */
export function statusChip(speech: Speech, view: StandardView, status: string, runs: number): string {
  const text = statusText(speech, view, status)
  const basis = status === 'passing' || status === 'not-passing' ? status : 'below'
  return text === '' || runs <= 1 ? text : text + speech.t('mark.bracketed', { what: speech.t(`schools.basis.${basis}`) })
}

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
    ...(judged && has('pass') ? [t('schools.pass'), t('schools.passes.now')] : []),
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
      ...(judged && has('pass') ? [row.firstPass ? quantity(row.firstPass.year) : passText(speech, row), t(row.passes ? 'verdict.ok' : 'verdict.not')] : []),
    ]),
  }
}

/** How the rows stand, for the ear: columns in the order they are sorted by, or the first order; and how many rows. */
export function sortingText({ t, language }: Speech, view: StandardView, sort: readonly SortBy[], rows: number): string {
  const name = (column: string) => (column === 'name' ? t('chart.school') : column === 'roll' ? t('schools.roll') : column === 'met' ? t('schools.met') : column === 'pass' ? t('schools.pass') : (view.items.find((item) => item.id === column)?.short[language] ?? column))
  const by = sort.map(({ column, down }) => t(down ? 'schools.sorted.down' : 'schools.sorted.up', { column: name(column) })).join(t('mark.list'))
  return sort.length === 0 ? t('schools.sorted.order', { rows }) : t('schools.sorted', { by, rows })
}
