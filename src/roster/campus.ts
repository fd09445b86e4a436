import { numberIn, type Table, type TableRow } from './table.ts'

/** A school with its rows, in the order of the file. */
export interface Campus {
  readonly school: string
  readonly rows: readonly TableRow[]
}

/** The rows of a table by school. */
export function campusesOf(rows: readonly TableRow[]): Campus[] {
  const found = new Map<string, TableRow[]>()
  for (const row of rows) {
    const there = found.get(row.school)
    if (there) there.push(row)
    else found.set(row.school, [row])
  }
  return [...found].map(([school, members]) => ({ school, rows: members }))
}

/** Whether a column gives each section its own part of a campus stock: the user says so, or it is written per pupil. */
export function isPerSection(table: Table, field: string): boolean {
  const use = table.mapping.columns.find((c) => c.field === field)
  return table.mapping.campusStocks === 'section' || (use !== undefined && use.measure !== 'total')
}

/** Whether the rows of a campus give different totals of a stock that should be the whole school’s. */
export function disagrees(table: Table, campus: Campus, field: string): boolean {
  if (isPerSection(table, field)) return false
  const given = campus.rows.map((row) => numberIn(row, field)).filter((x) => !Number.isNaN(x))
  return given.some((x) => x !== given[0])
}

/** The stock of the whole campus; NaN if it is missing or its rows disagree. */
export function campusTotal(table: Table, campus: Campus, field: string): number {
  const given = campus.rows.map((row) => numberIn(row, field))
  if (isPerSection(table, field)) return given.reduce((sum, x) => sum + x, 0)
  const present = given.filter((x) => !Number.isNaN(x))
  return present.length > 0 && present.every((x) => x === present[0]) ? present[0]! : NaN
}

/** Pupils of a campus at one level, and its senior pupils (0 if not given). */
export function campusPupils(table: Table, campus: Campus, level: string): number {
  const { set } = table
  return campus.rows.filter((row) => row.values[set.level] === level).reduce((sum, row) => sum + (numberIn(row, set.pupils) || 0), 0)
}

/** Senior pupils of a campus: the largest figure on its rows, 0 if none is given. */
export function seniorPupils(table: Table, campus: Campus): number {
  const field = table.set.split?.senior.field
  return field === undefined ? 0 : campus.rows.reduce((most, row) => Math.max(most, numberIn(row, field) || 0), 0)
}

/**
 * Share of a campus’s stocks that is a row’s own: weighted pupils of its level ÷ weighted pupils of the campus, for combined
 * forms; 1 for others. The same expression as the engine’s, in the same order, so that results agree to the last bit.
 */
export function shareOf(table: Table, campus: Campus, row: TableRow): number {
  const { split } = table.set
  const form = split && row.values[split.form]
  if (!split || typeof form !== 'string' || !split.combined.includes(form)) return 1
  let total = 0
  for (const [level, weight] of Object.entries(split.levels)) total += weight * campusPupils(table, campus, level)
  total += split.senior.weight * seniorPupils(table, campus)
  const level = String(row.values[table.set.level])
  return ((split.levels[level] ?? NaN) * campusPupils(table, campus, level)) / total
}
