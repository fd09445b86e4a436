/*
 * What is being looked at on the Schools screen beyond place and status: part of a view, so part of a link. What is typed to
 * find a school is left out, because a link carries no school data.
 */

export const schoolsTabs = ['table', 'distribution', 'flows', 'admission'] as const
export type SchoolsTab = (typeof schoolsTabs)[number]

/** One column that rows are sorted by: `name`, `roll`, `met`, `pass`, or an item’s id. */
export interface SortBy {
  readonly column: string
  readonly down: boolean
}

/** Teachers that flows count. */
export type FlowWho = 'all' | 'backbone'

export interface SchoolsView {
  readonly tab: SchoolsTab
  /** First the leading column; none = township, then school id. */
  readonly sort: readonly SortBy[]
  /** Columns left out of the table, by the names that sorting uses and `place`. */
  readonly hidden: readonly string[]
  /** A small line of all years in every cell, where there is room. */
  readonly sparks: boolean
  readonly who: FlowWho
  /** First year of the teacher flows shown; 0 = the first there is. The last is the year of the view. */
  readonly since: number
}

export const usualSchoolsView: SchoolsView = { tab: 'table', sort: [], hidden: [], sparks: false, who: 'all', since: 0 }

/** Columns that can be sorted by at once. */
export const mostSorts = 3

const isColumn = (text: string): boolean => /^[A-Za-z][A-Za-z0-9]{0,11}$/.test(text)

/** Writes what differs from the usual, under short keys. */
export function writeSchoolsView({ tab, sort, hidden, sparks, who, since }: SchoolsView, parts: URLSearchParams): void {
  if (tab !== usualSchoolsView.tab) parts.set('e', tab)
  if (sort.length > 0) parts.set('o', sort.map(({ column, down }) => `${column}${down ? '-' : ''}`).join('.'))
  if (hidden.length > 0) parts.set('c', hidden.join('.'))
  if (sparks) parts.set('z', '1')
  if (who !== usualSchoolsView.who) parts.set('u', who)
  if (since !== usualSchoolsView.since) parts.set('f', String(since))
}

/** Reads it back; whatever is missing or unknown stays as usual. */
export function readSchoolsView(parts: URLSearchParams): SchoolsView {
  const list = (key: string) => (parts.get(key) ?? '').split('.')
  const sort = list('o').map((text) => ({ column: text.replace(/-$/, ''), down: text.endsWith('-') }))
  const since = Number(parts.get('f') ?? 0)
  return {
    tab: schoolsTabs.find((one) => one === parts.get('e')) ?? usualSchoolsView.tab,
    sort: sort.filter(({ column }, k) => isColumn(column) && sort.findIndex((one) => one.column === column) === k).slice(0, mostSorts),
    hidden: list('c').filter(isColumn).slice(0, 12),
    sparks: parts.get('z') === '1',
    who: parts.get('u') === 'backbone' ? 'backbone' : 'all',
    since: Number.isInteger(since) && since > 0 ? since : 0,
  }
}

/**
 * The sorting after a press on a column’s head. Alone it leads: up, then down, then the first order again. Added to others
 * (with Shift) it comes last, turns, then leaves.
 */
export function sortedAfter(sort: readonly SortBy[], column: string, added: boolean): readonly SortBy[] {
  const there = sort.find((one) => one.column === column)
  if (!added) {
    if (there && sort.length === 1) return there.down ? [] : [{ column, down: true }]
    return [{ column, down: false }]
  }
  if (!there) return [...sort, { column, down: false }].slice(-mostSorts)
  return there.down ? sort.filter((one) => one !== there) : sort.map((one) => (one === there ? { column, down: true } : one))
}
