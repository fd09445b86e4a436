import { quantilesOver, rowsOf, sectionColumn, sectionSeries, type ReplicateSeries, type SectionFacts } from '../engine/index.ts'
import type { YearRecord } from './year-record.ts'

/* The pupils of several years: whose rolls the model gets right. */

/** Mean absolute errors of the model’s medians, and of supposing that nothing changed. */
export interface Errors {
  readonly model: number
  readonly standstill: number
  readonly of: number
}

/** Mean of some values; NaN of none. */
export const meanOf = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, x) => sum + x, 0) / values.length : NaN

const keyOf = ({ school, level }: { readonly school: string; readonly level: string }): string => `${school}|${level}`

/** Errors of rolls over the sections that both years have. */
export function rollErrors(first: YearRecord, later: readonly YearRecord[], results: readonly ReplicateSeries[], facts: readonly SectionFacts[]): Errors {
  const years = results[0]?.arms[0]?.years ?? []
  const medians = quantilesOver(rowsOf(results, 'sections', 0), [0.5])[0]!
  const before = new Map(first.sections.map((one) => [keyOf(one), one.roll]))
  const order = new Map(first.schools.map(({ school }, k) => [school, k + 1]))
  const model: number[] = []
  const standstill: number[] = []
  for (const { year, sections } of later) {
    for (const one of sections) {
      const start = before.get(keyOf(one))
      const fact = facts.find((f) => f.schoolId === order.get(one.school) && f.level === one.level)
      if (start === undefined || fact === undefined || !(one.roll > 0)) continue
      const at = (years.indexOf(year) * facts.length + fact.section) * sectionSeries.length + sectionColumn('roll')
      model.push(Math.abs(medians[at]! - one.roll) / one.roll)
      standstill.push(Math.abs(start - one.roll) / one.roll)
    }
  }
  return { model: meanOf(model), standstill: meanOf(standstill), of: model.length }
}

/** Pupils of a level in every run, as rows of years: what `quantilesOver` takes. */
export function levelRolls(results: readonly ReplicateSeries[], facts: readonly SectionFacts[], level: string): Float64Array[] {
  const years = results[0]?.arms[0]?.years ?? []
  const width = sectionSeries.length
  const members = facts.filter((fact) => fact.level === level)
  return rowsOf(results, 'sections', 0).map((row) =>
    Float64Array.from(years, (_, t) =>
      members.reduce((sum, { section }) => sum + (row[(t * facts.length + section) * width + sectionColumn('roll')] ?? NaN), 0),
    ),
  )
}
