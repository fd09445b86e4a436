import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../../src/scenario/suggest.ts'

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['form', 'from', 1],
    ['same', 'same', 0],
    ['flaw', 'lawn', 2],
  ])('%s → %s = %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })
})

describe('nearest', () => {
  const known = ['teacher-rotation', 'funding-tilt', 'enrolment-quota']
  it('forgives spelling, case and hyphens', () => {
    expect(nearest('enrollment-quota', known)).toBe('enrolment-quota')
    expect(nearest('TeacherRotation', known)).toBe('teacher-rotation')
    expect(nearest('fundingtlit', known)).toBe('funding-tilt')
  })
  it('completes a beginning', () => expect(nearest('teacher', known)).toBe('teacher-rotation'))
  it('says nothing where nothing is near', () => {
    expect(nearest('tuition', known)).toBeUndefined()
    expect(nearest('', known)).toBeUndefined()
  })
})
