import { expect, test } from 'vitest'
import { sharedClassroom } from '../../../src/engine/policies/shared-classroom.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

/*
 * Rural sections under 100 pupils: the village (5 teachers) and the point (3). A primary school needs 7 teachers for all
 * subjects, so 2/7 and 4/7 of its lessons have nobody who could give them; of 30 % online lessons the village replaces 2/7 and the
 * point all 30 %. With 9 hours of help for 9 online hours a week the lessons are fully attended.
 */
const { villagePrimary, teachingPoint, townPrimary } = sectionRow
const rule = { lessons: 0.3, facilitator: 9, core: 0.1, ordinary: 0.01, receivingRoom: 100_000, sendingRoom: 200_000, hourPrice: 30 }

test('the gain is large where nobody could teach, small where somebody could', () => {
  const { rules } = actOnce(sharedClassroom, smallCounty(), rule)
  expect(rules.sections.sharedGain[teachingPoint]).toBeCloseTo(0.1, 12)
  expect(rules.sections.sharedGain[villagePrimary]).toBeCloseTo((0.1 * (2 / 7) + 0.01 * (0.3 - 2 / 7)) / 0.3, 12)
  expect(rules.sections.sharedGain[townPrimary]).toBe(0)
})

test('given to core subjects, only the share that nobody could teach replaces nobody: 4/7 at the point', () => {
  const { rules } = actOnce(sharedClassroom, smallCounty(), { ...rule, subjects: 'core' })
  expect(rules.sections.sharedGain[teachingPoint]).toBeCloseTo(0.1 * (4 / 7) + 0.01 * (3 / 7), 12)
})

test('without a local teacher nothing is gained; with a third of the hours, a third', () => {
  expect(actOnce(sharedClassroom, smallCounty(), { ...rule, facilitator: 0 }).rules.sections.sharedGain[teachingPoint]).toBe(0)
  expect(actOnce(sharedClassroom, smallCounty(), { ...rule, facilitator: 3 }).rules.sections.sharedGain[teachingPoint]).toBeCloseTo(0.1 / 3, 12)
})

test('two receiving rooms cost a sixth and a tenth of 166,667 yuan a year each, and 40 weeks of nine hours', () => {
  const { ledger } = actOnce(sharedClassroom, smallCounty(), rule)
  expect(ledger.spent('equipment')).toBe(2 * 44_444)
  expect(ledger.spent('management')).toBe(2 * 9 * 40 * 30)
})
