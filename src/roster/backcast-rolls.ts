import { quantilesOver, rowsOf, sectionColumn, sectionSeries, type ReplicateSeries, type SectionFacts } from '../engine/index.ts'
import { campusesOf } from './campus.ts'
import { levelsOf } from './item-set.ts'
import { numberIn, type Table } from './table.ts'

/* The schools of several years: whose pupils the model gets right, which opened and which closed. */

/** A checked table and the school year it describes. */
export interface YearTable {
  readonly year: number
  readonly table: Table
}

/** Mean absolute errors of the model’s medians, and of supposing that nothing changed. */
export interface Errors {
  readonly model: number
  readonly standstill: number
  readonly of: number
}

export const meanOf = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, x) => sum + x, 0) / values.length : NaN

/** Sections of a table by school and level. */
const sectionsOf = (table: Table): Map<string, number> =>
  new Map(table.rows.map((row) => [`${row.school}|${String(row.values[table.set.level])}`, numberIn(row, table.set.pupils)]))

/** Errors of rolls over the sections that both years have. */
export function rollErrors(
  first: YearTable,
  later: readonly YearTable[],
  results: readonly ReplicateSeries[],
  facts: readonly SectionFacts[],
): Errors {
  const years = results[0]?.arms[0]?.years ?? []
  const medians = quantilesOver(rowsOf(results, 'sections', 0), [0.5])[0]!
  const before = sectionsOf(first.table)
  const order = new Map(campusesOf(first.table.rows).map((campus, k) => [campus.school, k + 1]))
  const levels = levelsOf(first.table.set).map((l) => l.id)
  const model: number[] = []
  const standstill: number[] = []
  for (const { year, table } of later) {
    for (const [key, recorded] of sectionsOf(table)) {
      const [school, level] = key.split('|') as [string, string]
      const start = before.get(key)
      const fact = facts.find((f) => f.schoolId === order.get(school) && levels.includes(f.level) && f.level === level)
      if (start === undefined || fact === undefined || !(recorded > 0)) continue
      const at = (years.indexOf(year) * facts.length + fact.section) * sectionSeries.length + sectionColumn('roll')
      model.push(Math.abs(medians[at]! - recorded) / recorded)
      standstill.push(Math.abs(start - recorded) / recorded)
    }
  }
  return { model: meanOf(model), standstill: meanOf(standstill), of: model.length }
}

/** Schools that only the last or only the first roster has. */
export function comingAndGoing(
  first: YearTable,
  later: readonly YearTable[],
): { readonly opened: readonly string[]; readonly closed: readonly string[] } {
  const names = (table: Table): Map<string, string> =>
    new Map(table.rows.map((row) => [row.school, String(row.values[table.set.name] ?? row.school)]))
  const there = names(first.table)
  const last = names(later.at(-1)!.table)
  return {
    opened: [...last].filter(([school]) => !there.has(school)).map(([, name]) => name),
    closed: [...there].filter(([school]) => !last.has(school)).map(([, name]) => name),
  }
}
