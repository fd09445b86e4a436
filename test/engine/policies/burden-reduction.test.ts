import { expect, test } from 'vitest'
import { burdenReduction } from '../../../src/engine/policies/burden-reduction.ts'
import { smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

const rule = { hours: 10, curb: 0.5, price: 40, serviceEffect: 0.005, curbEffect: 0.03 }

test('ten hours and half the tutoring take 5 % and 1.5 % off the slope, for 400 yuan a pupil', () => {
  const { rules, ledger } = actOnce(burdenReduction, smallCounty(), rule)
  expect(rules.county.backgroundSlope).toBeCloseTo(0.935, 12)
  expect(ledger.spent('support')).toBe(822 * 400)
})

test('where half of the pupils are served the slope falls half as much', () => {
  // junior pupils: 360 of 822
  const { rules } = actOnce(burdenReduction, smallCounty(), rule, { covers: (s) => s === 2 || s === 5 })
  expect(rules.county.backgroundSlope).toBeCloseTo(1 - (0.065 * 360) / 822, 12)
})

test('tutoring curbs may turn against their aim, and families may pay', () => {
  const { rules, ledger } = actOnce(burdenReduction, smallCounty(), { ...rule, hours: 1, curb: 1, curbEffect: -0.1, payer: 'family' })
  expect(rules.county.backgroundSlope).toBeGreaterThan(1)
  expect(ledger.spent('support', 'family')).toBe(822 * 40)
})
