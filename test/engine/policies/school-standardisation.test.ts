import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { schoolStandardisation } from '../../../src/engine/policies/school-standardisation.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/*
 * The village primary has 60 pupils, so it needs 270 m² of rooms (has 360), 450 m² of sports ground (has 600), 120,000 yuan of
 * equipment (has 120,000) and 1.38 multimedia rooms (has 2): nothing. The point has 30 pupils: 135, 225 m², 60,000 yuan (has
 * 30,000), 0.69 rooms (has 1): 30,000 yuan short. The town primary has 240 pupils: 1,080 m² (has 1,200), 1,800 m² (has 1,800),
 * 480,000 yuan (has 480,000), 5.52 rooms (has 6): nothing. The town junior (240): 1,392 m² (has 1,440), 2,448 m² (has 2,400), 600,000
 * (has 600,000), 5.76 rooms (has 6): 48 m² of sports ground at 300 yuan = 14,400 yuan.
 */
const { teachingPoint, townJunior, villagePrimary, townPrimary } = sectionRow
let county: County
beforeEach(() => {
  county = smallCounty()
})
const without = (s: number): boolean => s !== 1 && s !== 2
const rule = { roomPrice: 3000, sportsPrice: 300, mediaPrice: 60_000, margin: 0 }

test('with enough money every shortfall is filled exactly, and no more is spent', () => {
  const { ledger } = actOnce(schoolStandardisation, county, { ...rule, money: 1_000_000 }, { covers: without })
  expect(county.schools.equipment[3]).toBe(60_000)
  expect(county.schools.sports[4]).toBeCloseTo(2_448, 9)
  expect(ledger.spent('equipment')).toBe(30_000)
  expect(ledger.spent('capital')).toBe(14_400)
  expect([ledger.bySection[villagePrimary * 11 + 3], ledger.bySection[townPrimary * 11 + 3]]).toEqual([0, 0])
})

test('with too little, the worst shortfall comes first: the point gets 20,000 of the 30,000 it lacks, the junior school nothing', () => {
  actOnce(schoolStandardisation, county, { ...rule, money: 20_000 }, { covers: without })
  expect(county.schools.equipment[3]).toBe(50_000)
  expect(county.schools.sports[4]).toBe(2_400)
})

test('by number of pupils the junior school comes first', () => {
  actOnce(schoolStandardisation, county, { ...rule, money: 20_000, order: 'pupils' }, { covers: without })
  expect(county.schools.sports[4]).toBeCloseTo(2_448, 9)
  expect(county.schools.equipment[3]).toBe(35_600)
})

test('only what is chosen is bought, and multimedia rooms come whole', () => {
  county.schools.multimedia[4] = 4.5
  const { ledger } = actOnce(schoolStandardisation, county, { ...rule, money: 1_000_000, items: 'equipment' }, { covers: (s) => s === townJunior })
  expect(county.schools.multimedia[4]).toBe(6.5)
  expect(county.schools.sports[4]).toBe(2_400)
  expect(ledger.spent('equipment')).toBe(120_000)
})

test('a campus with two stages is built until both parts pass after the official split', () => {
  // half of the campus belongs to each part (132 : 1.1 × 120): rooms 2 × max(4.5 × 132, 5.8 × 120) = 1,392 m², it has 1,320
  actOnce(schoolStandardisation, county, { ...rule, money: 10_000_000, items: 'buildings' }, { covers: (s) => s === 1 || s === 2 })
  expect(county.schools.area[1]).toBeCloseTo(1_392, 9)
})

test('a margin of a tenth builds a tenth more than the need', () => {
  actOnce(schoolStandardisation, county, { ...rule, money: 1_000_000, margin: 0.1 }, { covers: (s) => s === teachingPoint })
  expect(county.schools.equipment[3]).toBeCloseTo(66_000, 6)
})
