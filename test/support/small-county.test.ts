import { expect, test } from 'vitest'
import { sectionRow, smallCounty } from './small-county.ts'

test('the small county counts to the numbers in its own table', () => {
  const { sections, teachers, blocks } = smallCounty()
  expect([...sections.roll.subarray(0, 6)]).toEqual([240, 132, 120, 60, 30, 240])
  expect([...sections.staff.subarray(0, 6)]).toEqual([12, 8, 10, 5, 3, 20])
  expect([...sections.classes.subarray(0, 6)]).toEqual([6, 6, 3, 6, 6, 6])
  expect(teachers.count).toBe(58)
  expect([...blocks.size.subarray(0, 9)]).toEqual([77, 77, 77, 77, 77, 77, 120, 120, 120])
  expect(sections.peArts[sectionRow.teachingPoint]).toBe(1)
  expect(sections.peArts[sectionRow.townJunior]).toBe(2)
  expect(sections.aboveDegree[sectionRow.villagePrimary]).toBe(2)
})
