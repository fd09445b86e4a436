import { expect, test } from 'vitest'
import { ruralAllowance } from '../../../src/engine/policies/rural-allowance.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

const { townPrimary, townshipPrimary, townshipJunior, villagePrimary, teachingPoint } = sectionRow

test('village, township and distance: the village at (14, 3) is 14.32 km out, so 50 yuan per 10 km is 72 yuan', () => {
  const { rules, ledger } = actOnce(ruralAllowance, smallCounty(), { village: 400, township: 150, remoteness: 50, rank: 0 })
  expect(rules.sections.allowance[villagePrimary]).toBe(472)
  expect(rules.sections.allowance[teachingPoint]).toBe(400 + 82) // √(16² + 4²) = 16.49 km
  expect(rules.sections.allowance[townshipPrimary]).toBe(150)
  expect(rules.sections.allowance[townPrimary]).toBe(0)
  // 12 × (472 × 5 + 482 × 3 + 150 × 18)
  expect(ledger.spent('allowance')).toBe(12 * (2_360 + 1_446 + 2_700))
})

test('the supplement for rank is a rule of its own: two of the village’s five teachers hold middle rank', () => {
  const { rules, ledger, changed } = actOnce(ruralAllowance, smallCounty(), { village: 0, township: 0, remoteness: 0, rank: 100 }, { covers: (s) => s === villagePrimary })
  expect(changed).toEqual(['rules.rankAllowance'])
  expect(rules.sections.rankAllowance[villagePrimary]).toBe(100)
  expect(ledger.spent('allowance')).toBe(12 * 100 * 2)
})

test('the payer set pays all of it', () => {
  const { ledger } = actOnce(ruralAllowance, smallCounty(), { payer: 'central' })
  expect(ledger.spent('allowance', 'central')).toBe(ledger.spent('allowance'))
  expect(ledger.bySection[townshipJunior * 11 + 2]).toBe(12 * 150 * 10)
})
