import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { principalRotation } from '../../../src/engine/policies/principal-rotation.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/*
 * Schools: 0 town primary, 1 nine-year, 2 village primary, 3 teaching point, 4 town junior. Strong by last year's scores: the town
 * primary and the nine-year school's primary part; with the junior parts at 0 the nine-year school is strong as a whole too.
 */
let county: County
beforeEach(() => {
  county = smallCounty()
  county.sections.rawMean.set([2, 2, 0, -2, -2, 0])
  county.schools.principal.set([0.08, 0.04, -0.02, -0.06, 0.01])
  county.schools.principalTerm.set([8, 3, 5, 5, 9])
})

const only = { share: 1, minimumTerm: 6, turnover: -0.01, allowance: 12_000 }

test('the one strong principal due changes places with one of the two weak schools; both start anew', () => {
  const { ledger, rules } = actOnce(principalRotation, county, only, { covers: (s) => s !== sectionRow.townJunior && s !== sectionRow.teachingPoint })
  expect([...county.schools.principal.subarray(0, 5)]).toEqual([-0.02, 0.04, 0.08, -0.06, 0.01])
  expect([...county.schools.principalTerm.subarray(0, 5)]).toEqual([0, 3, 0, 5, 9])
  expect(ledger.spent('allowance')).toBe(24_000)
  expect([...rules.sections.teachingGain]).toEqual([-0.01, 0, 0, -0.01, 0, 0])
})

test('nobody moves before the term is served, and primary principals do not go to junior schools', () => {
  expect(actOnce(principalRotation, county, { ...only, minimumTerm: 10 }).changed).toEqual([])
  actOnce(principalRotation, county, only)
  expect(county.schools.principal[4]).toBe(0.01)
})

test('exchanges lose and add nothing: the sum of effects stays', () => {
  county.schools.principalTerm.fill(9)
  for (let year = 2026; year < 2046; year++) actOnce(principalRotation, county, { ...only, minimumTerm: 2, direction: 'any' }, { year })
  expect([...county.schools.principal.subarray(0, 5)].sort((a, b) => a - b)).toEqual([-0.06, -0.02, 0.01, 0.04, 0.08])
})
