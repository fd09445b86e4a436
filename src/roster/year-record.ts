import { baselineOf } from './baseline.ts'
import { campusesOf } from './campus.ts'
import { numberIn, type Table } from './table.ts'

/** What a roster says of one year, as plain data: official means and coefficients, schools and their rolls. */
export interface YearRecord {
  readonly year: number
  readonly items: readonly { readonly level: string; readonly item: string; readonly mean: number; readonly coefficient: number }[]
  readonly sections: readonly { readonly school: string; readonly level: string; readonly roll: number }[]
  /** In the order of the file, which is the order of a county built on it. */
  readonly schools: readonly { readonly school: string; readonly name: string }[]
  /** Schools are told apart by a code, not only by their names. */
  readonly byCode: boolean
}

/** The record of a checked table. */
export const recordOf = (table: Table, year: number): YearRecord => ({
  year,
  items: baselineOf(table).flatMap(({ levels }) =>
    levels.flatMap(({ level, items }) => items.map(({ item, mean, coefficient }) => ({ level, item: item.id, mean, coefficient }))),
  ),
  sections: table.rows.map((row) => ({ school: row.school, level: String(row.values[table.set.level]), roll: numberIn(row, table.set.pupils) })),
  schools: campusesOf(table.rows).map(({ school, rows }) => ({ school, name: String(rows[0]!.values[table.set.name] ?? school) })),
  byCode: table.has(table.set.code),
})
