import { beforeEach, expect, test } from 'vitest'
import { countRolls } from '../../../src/engine/county/cohorts.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { networkAdjustment } from '../../../src/engine/policies/network-adjustment.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/* The point (30 pupils, 3 teachers, 5 in every grade) lies 7.3 km from the village primary (60, 5) and 7.2 km from the township. */
const { villagePrimary, teachingPoint, townshipPrimary, townPrimary } = sectionRow
let county: County
beforeEach(() => {
  county = smallCounty()
})
const rule = { closeBelow: 40, within: 10, dormitories: 'no', build: 0, transport: 800, shockYoung: -0.03, shockOlder: 0.03 }
const staffOf = (s: number): number => county.teachers.section.subarray(0, county.teachers.count).filter((at) => at === s).length

test('the point closes into the nearest school: 30 pupils, 3 teachers, equipment and zone move, nobody is lost', () => {
  actOnce(networkAdjustment, county, rule)
  const { sections, schools, places } = county
  expect([sections.open[teachingPoint], schools.open[3]]).toEqual([0, 0])
  expect(sections.roll[townshipPrimary]).toBe(162)
  countRolls(county)
  expect([...sections.roll.subarray(0, 6)]).toEqual([240, 162, 120, 60, 0, 240])
  expect([staffOf(townshipPrimary), staffOf(teachingPoint)]).toEqual([11, 0])
  expect(schools.equipment[1]).toBe(558_000)
  expect(places.primaryZone[3]).toBe(townshipPrimary)
})

test('younger children lose and older ones gain by the move, and classes keep true sums', () => {
  actOnce(networkAdjustment, county, rule)
  const { pupils, blocks, classes, capacity } = county
  for (let b = 0; b < 9; b++) {
    let sum = 0
    let moved = 0
    for (let i = b * capacity.cohort; i < b * capacity.cohort + blocks.size[b]!; i++) {
      sum += pupils.input[i]!
      if (pupils.input[i] !== 0) moved++
    }
    expect(moved).toBe(blocks.grade[b]! <= 6 ? 5 : 0)
    expect(sum).toBeCloseTo(blocks.grade[b]! <= 3 ? -0.15 : blocks.grade[b]! <= 6 ? 0.15 : 0, 12)
    let inClasses = 0
    for (let c = 0; c < capacity.slots; c++) inClasses += classes.scores[b * capacity.slots + c]!
    expect(inClasses).toBeCloseTo(sum, 12)
  }
})

test('those who lost the nearest school ride a bus every year; boarders have beds and do not', () => {
  expect(actOnce(networkAdjustment, county, rule).ledger.spent('transport')).toBe(30 * 800)
  expect(actOnce(networkAdjustment, county, rule, { year: 2027 }).ledger.spent('transport')).toBe(30 * 800)
  county = smallCounty()
  const { ledger } = actOnce(networkAdjustment, county, { ...rule, dormitories: 'yes', dormitoryPrice: 15_000 })
  expect(ledger.spent('capital')).toBe(30 * 15_000)
  expect(ledger.spent('transport')).toBe(0)
  expect(county.schools.boarding[1]).toBe(1)
})

test('nothing closes where no other school is near enough, and a school under the line receives nobody', () => {
  expect(actOnce(networkAdjustment, county, { ...rule, within: 7 }).changed).toEqual([])
  actOnce(networkAdjustment, county, { ...rule, closeBelow: 70 })
  expect([...county.sections.open.subarray(0, 6)]).toEqual([1, 1, 1, 0, 0, 1])
  expect(county.sections.roll[townshipPrimary]).toBe(222)
})

test('a crowded school gets one class more in each of six grades: 1,215 m² for 3.645 million yuan', () => {
  county.sections.slots[townPrimary] = 2
  county.sections.oversize[townPrimary] = 3
  const { ledger } = actOnce(networkAdjustment, county, { ...rule, closeBelow: 0, build: 1, transport: 0, roomPrice: 3000 })
  expect(county.sections.classesPerGrade[townPrimary]).toBe(2)
  expect(county.schools.area[0]).toBe(1_200 + 1_215)
  expect(ledger.spent('capital')).toBe(3_645_000)
})
