import { expect, test } from 'vitest'
import { enrolmentQuota } from '../../../src/engine/policies/enrolment-quota.ts'
import { smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

const rules = (set: Record<string, number | string>) => actOnce(enrolmentQuota, smallCounty(), { ...(enrolmentQuota.neutral as Record<string, number | string>), ...set })

test('each lever writes the one rule it names, in the code the admission reads', () => {
  expect(rules({ shareRule: 'set', share: 0.6 }).rules.county.quotaShare).toBe(0.6)
  expect(rules({ tiltRural: 0.3 }).rules.county.quotaTiltRural).toBe(0.3)
  expect(rules({ tiltWeak: -0.2 }).rules.county.quotaTiltWeak).toBe(-0.2)
  expect(rules({ order: 'open-first' }).rules.county.quotaOrder).toBe(0)
  expect(rules({ order: 'quota-first' }).rules.county.quotaOrder).toBe(1)
  expect(rules({ floorRule: 'none' }).rules.county.quotaFloor).toBe(Infinity)
  expect(rules({ floorRule: 'line', floor: 0.3 }).rules.county.quotaFloor).toBe(0.3)
  expect(rules({ residency: 'two-years' }).rules.county.quotaResidency).toBe(2)
  expect(rules({ residency: 'none' }).rules.county.quotaResidency).toBe(0)
  expect(rules({ residual: 'lapse' }).rules.county.quotaReturn).toBe(0)
  expect(rules({ residual: 'return' }).rules.county.quotaReturn).toBe(1)
  expect(rules({ merge: 30 }).rules.county.quotaMerge).toBe(30)
})

test('one lever set leaves all other rules with the county, and the share lever alone does nothing under the own rule', () => {
  expect(rules({ order: 'quota-first' }).changed).toEqual(['rules.quotaOrder'])
  expect(rules({ share: 0.9 }).changed).toEqual([])
  expect(rules({ floor: 0.2 }).changed).toEqual([])
})

test('a share of nothing is a rule of its own, not the county’s', () => {
  expect(rules({ shareRule: 'set', share: 0 }).rules.county.quotaShare).toBe(0)
})
