import { describe, expect, test } from 'vitest'
import { Ledger } from '../../../src/engine/county/ledger.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { items } from '../../../src/engine/indicators/items/index.ts'
import { researchColumns, researchRow, type SectionPlace } from '../../../src/engine/indicators/research-rows.ts'
import { countyColumn, measureYear, sectionColumn, sectionSeries } from '../../../src/engine/record.ts'
import { sectionRow, smallCounty, smallYear } from '../../support/small-county.ts'

const kinds = ['county-town', 'township', 'rural'] as const
const yearOf = (county: County) => measureYear(county, new Ledger(['funding'], 6), smallYear)

const before = yearOf(smallCounty())
const later = smallCounty()
later.schools.area[2] = 300
const after = yearOf(later)
const record = { sectionCount: 6, sections: Float64Array.from([...before.sections, ...after.sections]) }
const { sections } = smallCounty()
const places: SectionPlace[] = Array.from({ length: 6 }, (_, s) => ({ level: sections.level[s] === 0 ? 'primary' : 'junior', kind: kinds[sections.kind[s]] }))
const row = (year: number, item: string, level: 'primary' | 'junior') => {
  const numbers = researchRow(record, places, year, items.findIndex((one) => one.id === item), level)
  return (id: string): number => numbers[researchColumns.findIndex((column) => column.id === id)]
}

describe('indices of the record', () => {
  test.each(['Q1', 'Q4', 'Q7', 'B4', 'B6'])('%s: the coefficient is the record’s, at both levels', (item) => {
    for (const level of ['primary', 'junior'] as const)
      expect(row(0, item, level)('cv')).toBeCloseTo(before.county[countyColumn(`${item}.cv.${level}`)], 12)
  })
  test('teaching area of juniors: 5.5 m² for 120 and 6 m² for 240, so the Gini is 1/3 · (1/3 − 5.5 · 120 ÷ 2100) ÷ (1/3)', () => {
    // Lorenz: the township third has 660 of 2,100 m²; Gini = 1/3 − 660/2100
    expect(row(0, 'Q4', 'junior')('gini')).toBeCloseTo(1 / 3 - 660 / 2100, 12)
    expect(row(0, 'Q4', 'junior')('ratio.90-10')).toBeCloseTo(6 / 5.5, 12)
  })
  test('two schools in two kinds of place: all of Theil lies between kinds', () => {
    const of = row(0, 'Q4', 'junior')
    expect(of('theil.between')).toBeCloseTo(of('theil'), 12)
    expect(of('theil.within')).toBeCloseTo(0, 12)
    expect(of('theil')).toBeGreaterThan(0)
  })
  test('the point of 30 pupils is left out of primary, as in the official calculation', () => {
    expect(before.sections[sectionRow.teachingPoint * sectionSeries.length + sectionColumn('assessed.balance-2017')]).toBe(0)
    expect(row(0, 'Q4', 'primary')('ratio.90-10')).toBeCloseTo(6 / 5, 12)
  })
})

describe('changes', () => {
  test('the village school, above the mean, gave up 60 m² and is level with the others: the upper part carries the fall to 0', () => {
    const of = row(1, 'Q4', 'primary')
    expect(of('change')).toBeCloseTo(-before.county[countyColumn('Q4.cv.primary')], 12)
    expect(of('change.upper')).toBeLessThan(0)
    expect(of('change.lower')).toBe(0)
    expect(of('change.lower') + of('change.upper') + of('change.mean') + of('change.pupils')).toBeCloseTo(of('change'), 12)
  })
  test('the first year has no change', () => expect(row(0, 'Q4', 'primary')('change')).toBeNaN())
})
