import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { pupilSupport } from '../../../src/engine/policies/pupil-support.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/* The township junior part has 40 boarders and 20 left-behind children; nobody else has any. */
const { townshipJunior, townPrimary, townJunior } = sectionRow
let county: County
beforeEach(() => {
  county = smallCounty()
  county.sections.boarders[townshipJunior] = 40
  county.sections.leftBehind[townshipJunior] = 20
})
const rule = { boarders: 1250, poorShare: 0.5, leftBehind: 500, migrantPlaces: 0, retention: 0.2 }

test('20 poor boarders at 1,250 and 20 left-behind children at 500 yuan', () => {
  const { ledger, changed } = actOnce(pupilSupport, county, rule)
  expect(ledger.spent('support')).toBe(35_000)
  expect(changed).toEqual(['rules.dropout'])
})

test('dropout falls by a fifth where all in need get 1,000 yuan; here 20 of 40 do and 20 get half: 15 %', () => {
  expect(actOnce(pupilSupport, county, rule).rules.county.dropout).toBeCloseTo(0.85, 12)
  expect(actOnce(pupilSupport, county, { ...rule, boarders: 5000, leftBehind: 3000 }).rules.county.dropout).toBeCloseTo(0.8, 12)
})

test('more places open in the county town only, at their price', () => {
  const { rules, ledger } = actOnce(pupilSupport, county, { boarders: 0, leftBehind: 0, migrantPlaces: 0.1, placePrice: 3000 })
  expect([...rules.sections.places]).toEqual([1.1, 1, 1, 1, 1, 1.1])
  expect(ledger.bySection[townPrimary * 11 + 4]).toBe(72_000)
  expect(ledger.bySection[townJunior * 11 + 4]).toBe(72_000)
})
