import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { mentoring } from '../../../src/engine/policies/mentoring.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/*
 * Town primary: ten academic teachers (rows 0 to 9), of whom 0 to 5 hold middle rank. With effects +0.1 for these and −0.1 for
 * the rest, the rank holders in their third year or later (rows 2 to 5) can mentor: four mentors, four partners.
 */
const { townPrimary, villagePrimary } = sectionRow
let county: County
beforeEach(() => {
  county = smallCounty()
  for (let t = 0; t < 12; t++) county.teachers.effect[t] = t < 6 ? 0.1 : -0.1
})
const rule = { share: 1, match: 'skill', reach: 'school', years: 2, gain: 0.12, cost: 3_000 }
const townOnly = { covers: (s: number) => s === townPrimary }

test('four pairs among ten teachers raise teaching by 0.12 × 4 / 10 and cost 12,000 yuan', () => {
  const { rules, ledger } = actOnce(mentoring, county, rule, townOnly)
  expect(rules.sections.teachingGain[townPrimary]).toBeCloseTo(0.048, 12)
  expect(ledger.spent('training')).toBe(12_000)
})

test('who has served less than the years asked for cannot mentor: with five years one mentor is left', () => {
  expect(actOnce(mentoring, county, { ...rule, years: 5 }, townOnly).rules.sections.teachingGain[townPrimary]).toBeCloseTo(0.012, 12)
})

test('half the partners: two pairs; unmatched pairs gain less', () => {
  expect(actOnce(mentoring, county, { ...rule, share: 0.5 }, townOnly).rules.sections.teachingGain[townPrimary]).toBeCloseTo(0.024, 12)
  expect(actOnce(mentoring, county, { ...rule, match: 'any', plainGain: 0.03 }, townOnly).rules.sections.teachingGain[townPrimary]).toBeCloseTo(0.012, 12)
})

test('between schools the village draws its mentors from the nearest stronger school', () => {
  county.sections.rawMean.set([2, 2, 0, -2, -2, 0])
  // rows 30 to 34: academic 30, 31, 32; middle rank 30 and 31; so one partner, who is below the mean
  county.teachers.effect[32] = -0.1
  const { rules } = actOnce(mentoring, county, { ...rule, reach: 'pair' }, { covers: (s) => s === townPrimary || s === villagePrimary })
  expect(rules.sections.teachingGain[villagePrimary]).toBeCloseTo(0.12 / 3, 12)
  expect(rules.sections.teachingGain[townPrimary]).toBe(0)
})
