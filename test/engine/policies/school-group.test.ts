import { beforeEach, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { schoolGroup } from '../../../src/engine/policies/school-group.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/* Three schools without junior grades (rows 0, 2, 3), two with (1, 4). By last year’s scores row 0 is strongest, 2 and 3 weak. */
const { townPrimary, villagePrimary, teachingPoint, townJunior } = sectionRow
let county: County
beforeEach(() => {
  county = smallCounty()
  county.sections.rawMean.set([2, 0, 0, -1.9, -2, 0])
  county.sections.belief.set([1, 0, 0, -1, -1, 0.5])
})
const rule = { coverage: 1, members: 4, tightness: 'tight', memberGain: 0.03, leadGain: -0.01, name: 0.5, management: 200_000 }
const primaries = { covers: (s: number) => s === townPrimary || s === villagePrimary || s === teachingPoint }

test('the strongest leads, the weak ones join it, and the group bears its number', () => {
  const { ledger } = actOnce(schoolGroup, county, rule, primaries)
  expect([...county.schools.group.subarray(0, 5)]).toEqual([1, -1, 1, 1, -1])
  expect([...county.schools.lead.subarray(0, 5)]).toEqual([1, 0, 0, 0, 0])
  expect(ledger.spent('management')).toBe(200_000)
})

test('two thirds coverage of three schools: the lead and the weakest', () => {
  actOnce(schoolGroup, county, { ...rule, coverage: 0.7 }, primaries)
  const weakest = [2, 3].filter((k) => county.schools.group[k] === 1)
  expect(weakest).toHaveLength(1)
  expect(county.schools.group[0]).toBe(1)
})

test('members gain, the lead gives, and half of the difference in reputation goes over', () => {
  const { rules } = actOnce(schoolGroup, county, rule, primaries)
  expect([...rules.sections.teachingGain]).toEqual([-0.01, 0, 0, 0.03, 0.03, 0])
  expect([...rules.sections.repute]).toEqual([0, 0, 0, 1, 1, 0])
})

test('a loose group has a third of it, at a third of the cost', () => {
  const { rules, ledger } = actOnce(schoolGroup, county, { ...rule, tightness: 'loose' }, primaries)
  expect(rules.sections.teachingGain[villagePrimary]).toBeCloseTo(0.01, 12)
  expect(rules.sections.repute[villagePrimary]).toBeCloseTo(1 / 3, 12)
  expect(ledger.spent('management')).toBe(66_667)
})

test('groups last: a second year changes nothing, and junior schools lead junior schools', () => {
  actOnce(schoolGroup, county, rule)
  const before = [...county.schools.group.subarray(0, 5)]
  actOnce(schoolGroup, county, rule, { year: 2027 })
  expect([...county.schools.group.subarray(0, 5)]).toEqual(before)
  expect(before[4]).toBe(before[1])
  expect(county.sections.level[townJunior]).toBe(1)
})
