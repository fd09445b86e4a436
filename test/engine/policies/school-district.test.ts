import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { schoolDistrict } from '../../../src/engine/policies/school-district.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/*
 * Schools 1 and 5 (rows 0 and 4) lie in the county town, 2, 3 and 4 (rows 1 to 3) in the one township, from west to east.
 * PE and arts teachers of the township’s primary parts: 2, 2 and 1 for 132, 60 and 30 pupils.
 */
let county: County
beforeEach(() => {
  county = smallCounty()
})
const { townshipPrimary, villagePrimary, teachingPoint, townPrimary } = sectionRow

test('with six schools to a district the township is one and the county town another', () => {
  const { ledger } = actOnce(schoolDistrict, county, { size: 6, sharing: 0, office: 50_000 })
  expect([...county.schools.district.subarray(0, 5)]).toEqual([1, 2, 2, 2, 1])
  expect(ledger.spent('management')).toBe(100_000)
})

test('with two, the three schools of the township make two districts, numbered by their westernmost school', () => {
  actOnce(schoolDistrict, county, { size: 2, sharing: 0 })
  expect([...county.schools.district.subarray(0, 5)]).toEqual([1, 2, 2, 4, 1])
})

test('full sharing spreads five PE and arts teachers over 222 pupils; what one gains another lends', () => {
  const { ledger } = actOnce(schoolDistrict, county, { size: 6, sharing: 1, travel: 6_000 })
  const { itinerant } = county.sections
  expect(itinerant[townshipPrimary]).toBeCloseTo((5 * 132) / 222 - 2, 12)
  expect(itinerant[villagePrimary]).toBeCloseTo((5 * 60) / 222 - 2, 12)
  expect(itinerant[teachingPoint]).toBeCloseTo((5 * 30) / 222 - 1, 12)
  expect(itinerant[townPrimary]).toBe(0)
  expect(ledger.spent('transport')).toBe(Math.round(6_000 * ((5 * 132) / 222 - 2)))
})
