import { describe, expect, test } from 'vitest'
import { intakeOf, nationalBirths } from '../../../src/engine/norms/national-births.ts'

/** Actual grade-1 intakes, ten thousand: education bulletins 2018, 2021, 2022, 2023, 2024. */
const actual: Readonly<Record<number, number>> = { 2018: 1867.3, 2021: 1782.58, 2022: 1701.39, 2023: 1877.88, 2024: 1616.63 }

/** Births as first published, ten thousand: they show why the revised ones are used. */
const firstPublished: Readonly<Record<number, number>> = { 2011: 1600, 2012: 1635, 2013: 1640, 2014: 1687, 2015: 1655, 2016: 1786, 2017: 1723 }

describe('the intake rule on revised births', () => {
  test.each(Object.entries(actual))('%s: the actual intake is 0.93 to 1.05 of what the rule gives', (year, intake) => {
    const ratio = intake / intakeOf(Number(year))
    expect(ratio).toBeGreaterThan(0.93)
    expect(ratio).toBeLessThan(1.05)
  })
  test('one third of seven and two thirds of six years ago: 2024 = (1765 + 2 × 1523) ÷ 3', () => {
    expect(intakeOf(2024)).toBeCloseTo(1603.67, 2)
    expect(intakeOf(2031)).toBeCloseTo((954 + 2 * 792) / 3, 9)
  })
  test('births as first published give too few: actual intakes of 2018 and 2021 are 7 to 15 % above them', () => {
    const first = { ...nationalBirths, ...firstPublished }
    for (const year of [2018, 2021]) {
      const ratio = actual[year] / intakeOf(year, first)
      expect(ratio).toBeGreaterThan(1.06)
      expect(ratio).toBeLessThan(1.16)
    }
  })
  test('unknown births give no intake', () => expect(intakeOf(2033)).toBeNaN())
})
