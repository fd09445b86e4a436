import { describe, expect, test } from 'vitest'
import { createRules } from '../../../src/engine/county/county.ts'
import { reformYears, staying } from '../../../src/engine/processes/teacher-leaving.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { runProcess } from './small-year.ts'

describe('retirement', () => {
  test('the reform adds a month every four months from 2025 to 2039, three years in all', () => {
    expect(reformYears(2024)).toBe(0)
    expect(reformYears(2025)).toBeCloseTo(0.2, 12)
    expect(reformYears(2029)).toBeCloseTo(1, 12)
    expect(reformYears(2034)).toBeCloseTo(2, 12)
    expect(reformYears(2039)).toBeCloseTo(3, 12)
    expect(reformYears(2050)).toBe(3)
  })

  /** Shares of 58 teachers of one sex and age who retire in a year, over 30 seeds. */
  function retiring(sex: 0 | 1, age: number, year: number): number {
    let retired = 0
    for (let seed = 1; seed <= 30; seed++) {
      const county = smallCounty()
      county.teachers.born.fill(year - age, 0, 58)
      county.teachers.sex.fill(sex, 0, 58)
      runProcess('teacher-leaving', county, { year, seed, set: { quit: 0, quitYoungRural: 0 } })
      for (let s = 0; s < 6; s++) retired += county.sections.retired[s]!
      expect(county.sections.quit.subarray(0, 6).every((n) => n === 0)).toBe(true)
    }
    return retired / (30 * 58)
  }

  // before the reform half of the women go in the year they turn 55 and the rest a year later; by 2034 all this is two years later
  test.each([
    [0, 54, 2024, 0],
    [0, 55, 2024, 0.5],
    [0, 56, 2024, 1],
    [1, 59, 2024, 0],
    [1, 60, 2024, 0.5],
    [1, 61, 2024, 1],
    [0, 56, 2034, 0],
    [0, 57, 2034, 0.5],
    [0, 58, 2034, 1],
    [0, 55, 2025, 0.3],
    [1, 62, 2039, 0],
    [1, 63, 2039, 0.5],
    [1, 64, 2045, 1],
  ] as const)('sex %i aged %i in %i: %d of them', (sex, age, year, share) => {
    const got = retiring(sex, age, year)
    if (share === 0 || share === 1) expect(got).toBe(share)
    // 1,740 teachers: standard error 0.012
    else expect(Math.abs(got - share)).toBeLessThan(0.05)
  })
})

describe('what an allowance does to the wish to leave', () => {
  const at = (pay: number): number => staying(pay, 0.15, 0.12)

  test('nothing at nothing, a fifth of the effect below the threshold, all of it above', () => {
    expect(at(0)).toBe(1)
    // 15 % less per 10 % of pay: at 10 % a fifth of that; at 15 % all of 22.5 %; at 20 % all of 30 %
    expect(at(0.1)).toBeCloseTo(0.97, 12)
    expect(at(0.15)).toBeCloseTo(0.775, 12)
    expect(at(0.2)).toBeCloseTo(0.7, 12)
  })

  test('an allowance under a tenth of pay moves fewer than 2 in 100, from 15 % at least 2 (of those who would apply)', () => {
    const hazard = 0.16 * 1.4
    expect(hazard * (1 - at(0.09))).toBeLessThan(0.02)
    expect(hazard * (1 - at(0.15))).toBeGreaterThan(0.02)
  })

  test('never keeps everybody, and more never keeps fewer', () => {
    let before = 1
    for (let i = 0; i <= 200; i++) {
      expect(at(i / 100)).toBeLessThanOrEqual(before)
      before = at(i / 100)
    }
    expect(at(2)).toBe(0.2)
  })
})

describe('leaving teaching', () => {
  /** Leavers of the village school’s five teachers and the town’s twelve, per teacher, over many seeds. */
  function quitting(age: number, set: Record<string, number>, allowance = 0): { village: number; town: number } {
    const seeds = 400
    let village = 0
    let town = 0
    const rules = createRules(6)
    rules.sections.allowance[sectionRow.villagePrimary] = allowance
    for (let seed = 1; seed <= seeds; seed++) {
      const county = smallCounty()
      county.teachers.born.fill(2026 - age, 0, 58)
      runProcess('teacher-leaving', county, { seed, set, rules })
      village += county.sections.quit[sectionRow.villagePrimary]!
      town += county.sections.quit[sectionRow.townPrimary]!
    }
    return { village: village / (seeds * 5), town: town / (seeds * 12) }
  }

  test('young teachers outside the county town leave at their own rate, everybody else at the common one', () => {
    const young = quitting(34, { quit: 0.01, quitYoungRural: 0.06 })
    const old = quitting(35, { quit: 0.01, quitYoungRural: 0.06 })
    // 2,000 village and 4,800 town teachers: standard errors 0.005 and 0.0014
    expect(Math.abs(young.village - 0.06)).toBeLessThan(0.02)
    expect(Math.abs(young.town - 0.01)).toBeLessThan(0.006)
    expect(Math.abs(old.village - 0.01)).toBeLessThan(0.009)
  })

  test('an allowance of 20 % of pay keeps three in ten of them', () => {
    // a tenth of 120,000 yuan a year is 1,000 a month
    const without = quitting(30, { quit: 0.04, quitYoungRural: 0.06 })
    const kept = quitting(30, { quit: 0.04, quitYoungRural: 0.06 }, 2000)
    expect(kept.town).toBe(without.town)
    expect(Math.abs(kept.village / without.village - 0.7)).toBeLessThan(0.15)
  })

  test('whoever stays has served and taught one year more', () => {
    const county = smallCounty()
    const tenure = county.teachers.tenure.slice()
    runProcess('teacher-leaving', county, { set: { quit: 0, quitYoungRural: 0 } })
    for (let t = 0; t < 58; t++) expect([county.teachers.tenure[t], county.teachers.experience[t]]).toEqual([tenure[t]! + 1, 11])
  })
})
