import { expect, test } from 'vitest'
import { teacherTraining } from '../../../src/engine/policies/teacher-training.ts'
import { sectionRow, smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

test('national-style training costs 58 teachers × 72 hours × 30 yuan and moves nothing', () => {
  const { changed, ledger } = actOnce(teacherTraining, smallCounty(), { hours: 72, price: 30, kind: 'lectures' })
  expect(changed).toEqual([])
  expect(ledger.spent('training')).toBe(58 * 72 * 30)
})

test('training in the school is in proportion to hours, and may be set to harm', () => {
  const gain = (set: Record<string, number | string>): number =>
    actOnce(teacherTraining, smallCounty(), { kind: 'practice', practiceEffect: 0.02, ...set }).rules.sections.teachingGain[sectionRow.townPrimary]!
  expect(gain({ hours: 36 })).toBeCloseTo(0.01, 12)
  expect(gain({ hours: 72, practiceEffect: -0.02 })).toBeCloseTo(-0.02, 12)
})
