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

/** What happened to schools between two years. */
export interface SchoolChanges {
  readonly opened: readonly string[]
  readonly closed: readonly string[]
  readonly renamed: readonly { readonly before: string; readonly after: string }[]
  /** The same name under another code: perhaps one school whose code was changed. */
  readonly recoded: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

/** Matches the schools of two years by their codes. */
export function schoolChanges(before: YearRecord, after: YearRecord): SchoolChanges {
  const there = new Map(before.schools.map(({ school, name }) => [school, name]))
  const here = new Map(after.schools.map(({ school, name }) => [school, name]))
  const gone = before.schools.filter(({ school }) => !here.has(school))
  const fresh = after.schools.filter(({ school }) => !there.has(school))
  const recoded = gone.flatMap(({ school, name }) => {
    const same = fresh.filter((one) => one.name === name)
    return same.length === 1 ? [{ name, before: school, after: same[0]!.school }] : []
  })
  const isRecoded = (name: string): boolean => recoded.some((one) => one.name === name)
  return {
    opened: fresh.filter(({ name }) => !isRecoded(name)).map(({ name }) => name),
    closed: gone.filter(({ name }) => !isRecoded(name)).map(({ name }) => name),
    renamed: after.schools.flatMap(({ school, name }) => {
      const was = there.get(school)
      return was !== undefined && was !== name ? [{ before: was, after: name }] : []
    }),
    recoded,
  }
}
