import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { nineYearSchool } from '../../../src/engine/policies/nine-year-school.ts'
import { sectionRow, smallCounty, stocks } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/* One separate junior school (row 4) and two separate primaries: the town’s (row 0, no distance) and the village’s (14.3 km). */
const { townPrimary, townJunior, villagePrimary } = sectionRow
let county: County
beforeEach(() => {
  county = smallCounty()
})
const rule = { pairs: 1, within: 3, conversion: 2_000_000, quality: -0.03, transition: -0.06 }

test('the pair becomes one campus with the sum of the stocks, and the old campus closes', () => {
  const { ledger } = actOnce(nineYearSchool, county, rule)
  const { schools, sections } = county
  expect(sections.school[townPrimary]).toBe(4)
  expect(schools.form[4]).toBe(2)
  expect(schools.area[4]).toBe(stocks[0].area + stocks[4].area)
  expect(schools.computers[4]).toBe(stocks[0].computers + stocks[4].computers)
  expect([schools.open[0], schools.area[0]]).toEqual([0, 0])
  expect(sections.open[townPrimary]).toBe(1)
  expect(ledger.spent('capital')).toBe(2_000_000)
})

test('the level effect falls on both parts; juniors are spared the shock of transition over three years', () => {
  const { rules } = actOnce(nineYearSchool, county, rule)
  expect(rules.sections.teachingGain[townPrimary]).toBeCloseTo(-0.03, 12)
  expect(rules.sections.teachingGain[townJunior]).toBeCloseTo(-0.01, 12)
  expect(rules.sections.teachingGain[sectionRow.townshipJunior]).toBe(0)
})

test('its pupils go on to its junior part: the zone follows', () => {
  county.places.juniorZone[0] = sectionRow.townshipJunior
  actOnce(nineYearSchool, county, rule)
  expect(county.places.juniorZone[0]).toBe(townJunior)
})

test('nobody merges over the distance set, and a school merges once', () => {
  expect(actOnce(nineYearSchool, county, rule, { covers: (s) => s === villagePrimary || s === townJunior }).changed).toEqual([])
  actOnce(nineYearSchool, county, { ...rule, within: 15, pairs: 5 })
  expect(county.sections.school[villagePrimary]).toBe(2)
  expect(actOnce(nineYearSchool, county, { ...rule, within: 15, pairs: 5 }, { year: 2027 }).ledger.spent('capital')).toBe(0)
})
