import { describe, expect, test } from 'vitest'
import { createRules } from '../../../src/engine/county/county.ts'
import { purposes } from '../../../src/engine/county/ledger.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import type { BaseShares } from '../../../src/engine/county/base-shares.ts'
import { runProcess, smallSettings } from './small-year.ts'

const bySection = (spent: Float64Array, section: number, purpose: (typeof purposes)[number]): number => spent[section * purposes.length + purposes.indexOf(purpose)]!

describe('public funds of 2026, to the yuan', () => {
  const county = smallCounty()
  county.sections.boarders[sectionRow.townshipJunior] = 40
  const { ledger } = runProcess('funding', county, { year: 2026 })

  // base 720 and 940, above it 40 and 60 by the county; schools under 100 are funded as 100; boarders bring 300
  test.each([
    ['Town Primary', sectionRow.townPrimary, 240 * 760],
    ['nine-year, primary', sectionRow.townshipPrimary, 132 * 760],
    ['nine-year, junior with 40 boarders', sectionRow.townshipJunior, 120 * 1000 + 40 * 300],
    ['village of 60, funded as 100', sectionRow.villagePrimary, 100 * 760],
    ['teaching point of 30, funded as 100', sectionRow.teachingPoint, 100 * 760],
    ['Town Junior', sectionRow.townJunior, 240 * 1000],
  ] as const)('%s', (_, section, yuan) => {
    expect(bySection(ledger.bySection, section, 'public-funds')).toBe(yuan)
  })

  test('the base is shared 60 : 25 : 15, what is above it is the county’s', () => {
    const base = (240 + 132 + 100 + 100) * 720 + (120 + 240) * 940 + 40 * 300
    const above = (240 + 132 + 100 + 100) * 40 + (120 + 240) * 60
    expect(base).toBe(762_240)
    expect(ledger.spent('public-funds', 'central')).toBe(0.6 * base)
    expect(ledger.spent('public-funds', 'province')).toBe(0.25 * base)
    expect(ledger.spent('public-funds', 'county')).toBe(0.15 * base + above)
    expect(ledger.spent('public-funds', 'family')).toBe(0)
  })

  test('staff are paid by the county, every teacher the same', () => {
    expect(ledger.spent('staff', 'county')).toBe(58 * 120_000)
    expect(bySection(ledger.bySection, sectionRow.teachingPoint, 'staff')).toBe(3 * 120_000)
    expect(ledger.spent('staff')).toBe(ledger.spent('staff', 'county'))
  })
})

describe('shares of the base by year', () => {
  const paid = (year: number, baseShares: BaseShares) => {
    const { ledger } = runProcess('funding', smallCounty(), { year, settings: { finance: { ...smallSettings.finance, baseShares } } })
    return (['central', 'province', 'city', 'county'] as const).map((payer) => ledger.spent('public-funds', payer))
  }
  // base 240 + 132 + 100 + 100 pupils at 720, 120 + 240 at 940; above it 40 and 60 by the county
  const base = 572 * 720 + 360 * 940
  const above = 572 * 40 + 360 * 60

  test('a series holds from its year; years before the first entry take the first', () => {
    const shares = { central: { 2026: 0.6, 2028: 0.8 }, province: { 2026: 0.2, 2028: 0.1 }, county: { 2026: 0.2, 2028: 0.1 } }
    for (const year of [2025, 2026, 2027]) expect(paid(year, shares)).toEqual([0.6 * base, 0.2 * base, 0, base - 0.8 * base + above])
    for (const year of [2028, 2035]) expect(paid(year, shares)).toEqual([0.8 * base, 0.1 * base, 0, base - 0.9 * base + above])
  })

  test('a plain figure and a series of one year are the same; the city pays its part', () => {
    const plain = { central: 0.5, province: 0.1, city: 0.3, county: 0.1 }
    expect(paid(2026, { ...plain, city: { 2020: 0.3 } })).toEqual(paid(2026, plain))
    expect(paid(2026, plain)[2]).toBe(0.3 * base)
  })

  test('thirds balance to the yuan', () => {
    const third = 1 / 3
    expect(paid(2026, { central: third, province: third, city: 0, county: third }).reduce((all, yuan) => all + yuan, 0)).toBe(base + above)
  })
})

test('funds follow last October’s roll, not this autumn’s; a section without pupils then gets none', () => {
  const county = smallCounty()
  county.sections.rollLastOctober[sectionRow.townPrimary] = 101
  county.sections.rollLastOctober[sectionRow.teachingPoint] = 0
  const { ledger } = runProcess('funding', county)
  expect(bySection(ledger.bySection, sectionRow.townPrimary, 'public-funds')).toBe(101 * 760)
  expect(bySection(ledger.bySection, sectionRow.teachingPoint, 'public-funds')).toBe(0)
})

test('a closed section costs nothing, a private one no pay', () => {
  const county = smallCounty()
  county.sections.open[sectionRow.teachingPoint] = 0
  county.schools.owner[2] = 2
  const { ledger } = runProcess('funding', county)
  expect(bySection(ledger.bySection, sectionRow.teachingPoint, 'staff')).toBe(0)
  expect(bySection(ledger.bySection, sectionRow.teachingPoint, 'public-funds')).toBe(0)
  expect(bySection(ledger.bySection, sectionRow.villagePrimary, 'staff')).toBe(0)
  expect(bySection(ledger.bySection, sectionRow.villagePrimary, 'public-funds')).toBe(76_000)
})

describe('equipment', () => {
  test('loses a tenth a year where nothing is bought; computers and books go with it, rooms stay', () => {
    const county = smallCounty()
    runProcess('funding', county, { set: { wear: 0.1 } })
    expect(county.schools.equipment[0]).toBeCloseTo(432_000, 6)
    expect(county.schools.computers[0]).toBeCloseTo(21.6, 9)
    expect(county.schools.books[0]).toBeCloseTo(4320, 9)
    expect(county.schools.multimedia[0]).toBe(6)
    expect(county.schools.area[0]).toBe(1200)
  })

  test('stands still where upkeep buys just what wears out', () => {
    const county = smallCounty()
    // 48,000 of 182,400 yuan
    county.sections.upkeep[sectionRow.townPrimary] = 48_000 / 182_400
    for (let year = 0; year < 3; year++) runProcess('funding', county, { set: { wear: 0.1 } })
    expect(county.schools.equipment[0]).toBeCloseTo(480_000, 6)
    expect(county.schools.computers[0]).toBeCloseTo(24, 9)
  })

  test('added money: 70 % is spent on teaching, 35 % of that on equipment, a quarter of it on rooms', () => {
    const county = smallCounty()
    const rules = createRules(6)
    rules.sections.fundsAdded[sectionRow.townPrimary] = 400_000
    runProcess('funding', county, { rules, set: { wear: 0, leak: 0.7, toEquipment: 0.35, toRooms: 0.25, roomPrice: 24_500 } })
    // 400,000 × 0.7 = 280,000; 98,000 for equipment, of which 24,500 is one room and 73,500 equipment; 182,000 for instruction
    expect(county.schools.equipment[0]).toBeCloseTo(553_500, 6)
    expect(county.schools.multimedia[0]).toBeCloseTo(7, 9)
    expect(county.sections.instruction[sectionRow.townPrimary]).toBeCloseTo(182_000, 6)
    expect(county.sections.instruction[sectionRow.villagePrimary]).toBe(0)
    expect(county.schools.computers[0]).toBeCloseTo((24 * 553_500) / 480_000, 9)
  })

  test('money taken away lowers stocks, and never below nothing', () => {
    const county = smallCounty()
    const rules = createRules(6)
    rules.sections.fundsAdded[sectionRow.teachingPoint] = -10_000_000
    runProcess('funding', county, { rules })
    expect(county.schools.equipment[3]).toBe(0)
    expect(county.schools.multimedia[3]).toBe(0)
    expect(county.schools.computers[3]).toBe(0)
  })
})
