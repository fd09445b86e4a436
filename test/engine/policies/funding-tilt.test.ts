import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { fundingTilt } from '../../../src/engine/policies/funding-tilt.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/*
 * Rolls: 240, 132, 120 (junior), 60, 30, 240 (junior); 822 in all. Rural sections: 60 + 30 = 90 pupils.
 * All weights are 1 unless a test says otherwise.
 */
const level = { rural: 1, small: 1, weak: 1, boarding: 1, migrant: 1 }
const { villagePrimary, teachingPoint, townPrimary, townJunior } = sectionRow

let county: County
beforeEach(() => {
  county = smallCounty()
})

const funds = (set: Record<string, number | string>, covers?: (s: number) => boolean): number[] => [
  ...actOnce(fundingTilt, county, { ...level, ...set }, covers ? { covers } : {}).rules.sections.fundsAdded,
]

test('an added pot of 100 yuan a pupil with equal weights is 100 yuan a pupil everywhere', () => {
  expect(funds({ size: 100 })).toEqual([24_000, 13_200, 12_000, 6_000, 3_000, 24_000])
})

test('weight 2 for rural pupils: 82,200 yuan over 732 + 2 × 90 = 912 weighted pupils, 90.13 yuan each', () => {
  // 82,200 × 240 / 912 = 21,631.58, × 132 = 11,897.37, × 120 = 10,815.79, × 2·60 = 10,815.79, × 2·30 = 5,407.89;
  // whole parts sum to 82,196; the four largest remainders (.89, .79, .79, then .58 of two towns by lottery) get one more
  const shares = funds({ size: 100, rural: 2 })
  expect(shares.reduce((a, b) => a + b, 0)).toBe(82_200)
  expect(shares[teachingPoint]).toBe(5_408)
  expect(shares[villagePrimary]).toBe(10_816)
  expect(shares[1]).toBe(11_897)
  expect([shares[townPrimary], shares[townJunior]].sort()).toEqual([21_631, 21_632])
})

test('inside a fixed pot gains and losses sum to nothing, and the towns lose', () => {
  const { rules, ledger } = actOnce(fundingTilt, county, { ...level, size: 100, rural: 2, pot: 'fixed' })
  const added = [...rules.sections.fundsAdded]
  expect(added.reduce((a, b) => a + b, 0)).toBe(0)
  expect(added[teachingPoint]).toBe(2_408)
  expect(added[villagePrimary]).toBe(4_816)
  expect(added[townPrimary]).toBeLessThan(0)
  expect(ledger.spent('public-funds')).toBe(0)
})

test('what is kept back is spent but does not reach the school; the ledger of a fixed pot still balances', () => {
  const { rules, ledger } = actOnce(fundingTilt, county, { ...level, size: 100, rural: 2, pot: 'fixed', leakage: 0.5 })
  expect(rules.sections.fundsAdded[teachingPoint]).toBe(1_204)
  expect(ledger.spent('public-funds') + ledger.spent('management')).toBe(0)
  expect(ledger.spent('management')).toBe(1_204 + 2_408)
})

test('weights of boarders, migrants, small and weak schools each move money to where they are', () => {
  county.sections.boarders[townJunior] = 120
  county.sections.migrants[townPrimary] = 120
  county.sections.rawMean.set([0, 0, 0, -9, 0, 0])
  const gains = (set: Record<string, number>): number[] => funds({ size: 100, pot: 'fixed', ...set }).map((yuan) => Math.sign(yuan))
  expect(gains({ boarding: 2 })).toEqual([-1, -1, -1, -1, -1, 1])
  expect(gains({ migrant: 2 })).toEqual([1, -1, -1, -1, -1, -1])
  expect(gains({ small: 2 })).toEqual([-1, -1, -1, 1, 1, -1])
  expect(gains({ weak: 2 })[villagePrimary]).toBe(1)
})

test('only covered sections take part; the payer of an added pot is the one set', () => {
  expect(funds({ size: 100 }, (s) => s === villagePrimary)).toEqual([0, 0, 0, 6_000, 0, 0])
  const { ledger } = actOnce(fundingTilt, county, { ...level, size: 100, payer: 'province' })
  expect(ledger.spent('public-funds', 'province')).toBe(82_200)
  expect(ledger.spent('public-funds', 'county')).toBe(0)
})
