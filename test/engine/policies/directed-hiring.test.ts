import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { directedHiring } from '../../../src/engine/policies/directed-hiring.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/* Four of the town primary's twelve teachers (rows 0 to 3) are new this year, and one of the village's five (row 30). */
const { townPrimary, villagePrimary, teachingPoint } = sectionRow
const fresh = [0, 1, 2, 3, 30]

let county: County
beforeEach(() => {
  county = smallCounty()
  county.sections.rawMean.set([2, 2, 0, -2, -2, 0])
  for (const t of fresh) {
    county.teachers.experience[t] = 0
    county.teachers.tenure[t] = 0
  }
  county.sections.posts[villagePrimary] = 8
  county.sections.posts[teachingPoint] = 3
})
const rule = { share: 1, target: 'rural', service: 5, reserve: 0 }
const where = (): number[] => fresh.map((t) => county.teachers.section[t]!)

test('all four are called, the village has room for three, the point for none', () => {
  actOnce(directedHiring, county, rule)
  expect(where().filter((s) => s === villagePrimary)).toHaveLength(4)
  expect(where().filter((s) => s === townPrimary)).toHaveLength(1)
  expect(county.sections.movedIn[villagePrimary]).toBe(3)
  expect(county.sections.movedOut[townPrimary]).toBe(3)
})

test('new teachers who serve there are bound for five years, others are not, and nobody has to go back', () => {
  actOnce(directedHiring, county, rule)
  for (const t of fresh) {
    expect(county.teachers.postedUntil[t]).toBe(county.teachers.section[t] === villagePrimary ? 2030 : 0)
    expect(county.teachers.returnTo[t]).toBe(-1)
  }
})

test('the bonus is paid to those bound, in every year of service', () => {
  expect(actOnce(directedHiring, county, { ...rule, bonus: 6_000 }).ledger.spent('allowance')).toBe(24_000)
  const { teachers } = county
  for (const t of fresh) (teachers.experience[t]!++, teachers.tenure[t]!++)
  expect(actOnce(directedHiring, county, { ...rule, bonus: 6_000 }, { year: 2027 }).ledger.spent('allowance')).toBe(24_000)
  expect(actOnce(directedHiring, county, { ...rule, bonus: 6_000 }, { year: 2031 }).ledger.spent('allowance')).toBe(0)
})

test('weak schools as target: the township’s primary part is strong and takes nobody', () => {
  county.sections.posts[sectionRow.townshipPrimary] = 20
  actOnce(directedHiring, county, { ...rule, target: 'weak' })
  expect(where()).not.toContain(sectionRow.townshipPrimary)
})

test('a share of a half calls about half of many', () => {
  let moved = 0
  for (let year = 2000; year < 2100; year++) {
    const one = smallCounty()
    one.sections.posts[villagePrimary] = 50
    one.teachers.experience.fill(0, 0, 12)
    one.teachers.tenure.fill(0, 0, 12)
    actOnce(directedHiring, one, { ...rule, share: 0.5 }, { year, covers: (s) => s === townPrimary || s === villagePrimary })
    moved += one.sections.movedIn[villagePrimary]!
  }
  // 1,200 calls at one half: SD 17
  expect(Math.abs(moved - 600)).toBeLessThan(70)
})
