import { expect, test } from 'vitest'
import { nearbyEnrolment } from '../../../src/engine/policies/nearby-enrolment.ts'
import { smallCounty } from '../../support/small-county.ts'
import { actOnce } from './policy-year.ts'

test('each lever writes the one rule it names', () => {
  const off = { curb: 'present', zones: 'single', privatePlaces: 1 }
  expect(actOnce(nearbyEnrolment, smallCounty(), { ...off, curb: 'tight', tightCost: 1.5 }).rules.county.choiceCurb).toBe(1.5)
  expect(actOnce(nearbyEnrolment, smallCounty(), { ...off, curb: 'closed', closedCost: 5 }).rules.county.choiceCurb).toBe(5)
  expect(actOnce(nearbyEnrolment, smallCounty(), { ...off, zones: 'pooled' }).rules.county.zonePooling).toBe(1)
  expect(actOnce(nearbyEnrolment, smallCounty(), { ...off, privatePlaces: 0.5 }).changed).toEqual([])
})

test('half of the private places remain, and public ones are left alone', () => {
  const county = smallCounty()
  county.schools.owner[4] = 2
  const { rules } = actOnce(nearbyEnrolment, county, { curb: 'present', zones: 'single', privatePlaces: 0.5 })
  expect([...rules.sections.places]).toEqual([1, 1, 1, 1, 1, 0.5])
})
