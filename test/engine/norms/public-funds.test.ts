import { describe, expect, test } from 'vitest'
import { inForce } from '../../../src/engine/norms/dated.ts'
import { boardingSupplement, publicFundsBase, smallSchoolFloor, specialEducationFunds } from '../../../src/engine/norms/public-funds.ts'
import { pupilsPerPost } from '../../../src/engine/norms/staffing.ts'

describe('public funds', () => {
  test.each([
    [2016, 600, 800],
    [2019, 600, 800],
    [2022, 650, 850],
    [2023, 720, 940],
    [2040, 720, 940],
  ])('%i, central and western regions: %i and %i yuan', (year, primary, junior) => {
    expect(publicFundsBase(year, 'primary')).toBe(primary)
    expect(publicFundsBase(year, 'junior')).toBe(junior)
  })
  test('the eastern region had 650 and 850 from 2016', () => {
    expect(publicFundsBase(2016, 'primary', 'east')).toBe(650)
    expect(publicFundsBase(2022, 'junior', 'east')).toBe(850)
  })
  test('boarders 200, from 2023 300; special education 6,000, from 2025 7,000; small schools as 100', () => {
    expect([boardingSupplement(2022), boardingSupplement(2023)]).toEqual([200, 300])
    expect([2024, 2025].map((year) => inForce('special education', specialEducationFunds, year).value)).toEqual([6000, 7000])
    expect(smallSchoolFloor).toBe(100)
  })
  test('a year before the first norm stops the run and says so', () => {
    expect(() => publicFundsBase(2015, 'primary')).toThrow('no norm on record for 2015, the first is of 2016')
  })
})

describe('staffing', () => {
  test('19 : 1 and 13.5 : 1 everywhere since 2014; villages had fewer posts before', () => {
    expect(pupilsPerPost(2026, 'primary', 'rural')).toBe(19)
    expect(pupilsPerPost(2026, 'junior', 'county-town')).toBe(13.5)
    expect(pupilsPerPost(2013, 'primary', 'rural')).toBe(23)
    // only the county seat counted as a county town
    expect(pupilsPerPost(2013, 'junior', 'township')).toBe(18)
    expect(pupilsPerPost(2013, 'junior', 'county-town')).toBe(16)
  })
})
