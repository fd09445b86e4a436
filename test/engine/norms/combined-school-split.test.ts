import { describe, expect, test } from 'vitest'
import { stageShare } from '../../../src/engine/norms/combined-school-split.ts'

describe('the published example: 166 primary and 210 junior pupils, 23,226 books', () => {
  const primary = stageShare('primary', 166, 210, 0)
  const junior = stageShare('junior', 166, 210, 0)

  test('58.50 books per primary pupil', () => expect((23226 * primary) / 166).toBeCloseTo(58.5, 2))
  test('9,712 primary and 13,514 junior books', () => {
    expect(Math.round(23226 * primary)).toBe(9712)
    expect(Math.round(23226 * junior)).toBe(13514)
  })
  test('nothing is lost', () => expect(primary + junior).toBe(1))
})

test('a junior pupil of a nine-year school always has 1.1 times what a primary pupil has', () => {
  expect(stageShare('junior', 300, 140, 0) / 140 / (stageShare('primary', 300, 140, 0) / 300)).toBeCloseTo(1.1, 12)
})

test('complete secondary: B / (B + 1.2 C); twelve-year: A / (A + 1.1 B + 1.32 C)', () => {
  expect(stageShare('junior', 0, 600, 500)).toBeCloseTo(600 / 1200, 12)
  expect(stageShare('primary', 330, 300, 500)).toBeCloseTo(330 / (330 + 330 + 660), 12)
})

test('a campus with one stage keeps everything; an empty one has no share to give', () => {
  expect(stageShare('primary', 80, 0, 0)).toBe(1)
  expect(stageShare('junior', 80, 0, 0)).toBe(0)
  expect(stageShare('primary', 0, 0, 0)).toBeNaN()
})

test('a nine-year school exactly at the primary sports standard is below 85 % of the junior one', () => {
  const area = 7.5 * (300 + 1.1 * 140)
  expect((area * stageShare('primary', 300, 140, 0)) / 300).toBeCloseTo(7.5, 12)
  expect((area * stageShare('junior', 300, 140, 0)) / 140 / 10.2).toBeCloseTo(0.809, 3)
})
