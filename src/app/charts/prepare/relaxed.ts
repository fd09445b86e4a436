import { countsItinerant, levels, standards2017, type Level, type Series } from '../../../engine/index.ts'
import { below, mean, value } from './columns.ts'
import { sectionCell, type Frame, type Reread } from './frame.ts'

/*
 * The working rules (规程) let rural schools of 50 to 99 pupils count travelling PE and arts teachers in item 3. The engine records
 * what follows for the county: the coefficient, who passes, the verdict. What the same rule says of one school follows from what is
 * recorded of it: its own teachers, the travelling ones and its roll.
 */

const item = 'Q3'
const assessedColumn = 'assessed.balance-2017'

/** Reads item 3 of schools, their items at standard, and the county’s mean and schools below as the working rules count. */
export function relaxedReading(frame: Frame): Reread {
  const cell = (series: Series, year: number, section: number, column: string) => sectionCell(frame, series, year, section, column)
  const ofSchool = new Map<number, readonly number[]>()
  for (const { schoolId, section } of frame.facts) ofSchool.set(schoolId, [...(ofSchool.get(schoolId) ?? []), section])
  const factOf = new Map(frame.facts.map((fact) => [fact.section, fact]))

  /** Item 3 of a section, per 100 pupils: the roll that decides is that of the whole campus. */
  function perHundred(series: Series, year: number, section: number): number {
    const strict = cell(series, year, section, value(item))
    const fact = factOf.get(section)
    const travelling = cell(series, year, section, 'itinerant')
    // as the engine counts: a school that lends its teachers has what is left of them
    if (fact === undefined || Number.isNaN(travelling) || travelling === 0) return strict
    const campus = ofSchool.get(fact.schoolId)!.reduce((sum, one) => sum + (cell(series, year, one, 'roll') || 0), 0)
    return countsItinerant(fact.kind === 'rural', campus) ? strict + (100 * travelling) / cell(series, year, section, 'roll') : strict
  }

  function met(series: Series, year: number, section: number): number {
    const standard = standards2017[item][factOf.get(section)?.level ?? 'primary']
    const [now, before] = [perHundred(series, year, section), cell(series, year, section, value(item))].map((x) => (x >= standard ? 1 : 0))
    return cell(series, year, section, 'met') + now! - before!
  }

  const sectionsOf = (series: Series, year: number, level: Level) => frame.facts.filter((fact) => fact.level === level && cell(series, year, fact.section, assessedColumn) === 1).map((fact) => fact.section)

  function countyMean(series: Series, year: number, level: Level): number {
    const rows = sectionsOf(series, year, level).map((section) => ({ roll: cell(series, year, section, 'roll'), per: perHundred(series, year, section) }))
    const roll = rows.reduce((sum, one) => sum + one.roll, 0)
    return roll > 0 ? rows.reduce((sum, one) => sum + one.roll * one.per, 0) / roll : NaN
  }

  function countBelow(series: Series, year: number, level: Level): number | undefined {
    const sections = sectionsOf(series, year, level)
    return sections.length === 0 ? undefined : sections.filter((section) => !(perHundred(series, year, section) >= standards2017[item][level])).length
  }

  return {
    section: (series, year, section, column) => (column === value(item) ? perHundred(series, year, section) : column === 'met' ? met(series, year, section) : undefined),
    county: (series, year, column) => {
      for (const level of levels) {
        if (column === mean(item, level)) return countyMean(series, year, level)
        if (column === below(item, level)) return countBelow(series, year, level)
      }
      return undefined
    },
  }
}
