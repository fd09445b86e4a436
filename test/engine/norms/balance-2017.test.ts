import { describe, expect, test } from 'vitest'
import { assessLevel } from '../../../src/engine/indicators/assess.ts'
import { balance2012 } from '../../../src/engine/norms/balance-2012.ts'
import { balance2017, countsItinerant, floorOf, schoolOutcome, standards2017, stateOf } from '../../../src/engine/norms/balance-2017.ts'
import type { Standing } from '../../../src/engine/norms/verdict.ts'

describe('85 % floors', () => {
  // on paper: 0.85 × standard
  const paper = { Q1: [3.57, 4.505], Q2: [0.85, 0.85], Q3: [0.765, 0.765], Q4: [3.825, 4.93], Q5: [6.375, 8.67], Q6: [1700, 2125], Q7: [1.955, 2.04] } as const
  test.each(Object.entries(paper))('%s: %j', (item, [primary, junior]) => {
    const standard = standards2017[item as keyof typeof standards2017]
    expect(floorOf(standard.primary)).toBe(primary)
    expect(floorOf(standard.junior)).toBe(junior)
  })
  test('limits are inclusive on unrounded values: 35.7 teachers for 1,000 pupils are near, a hair less is below', () => {
    expect(stateOf((35.7 * 100) / 1000, 4.2)).toBe('near')
    expect(stateOf(3.5699999, 4.2)).toBe('below')
    expect(stateOf(4.2, 4.2)).toBe('meets')
    expect(stateOf(4.1999999, 4.2)).toBe('near')
    expect(stateOf(NaN, 4.2)).toBe('unknown')
  })
})

describe('the rule of one school', () => {
  test.each([
    [7, 0, 0, 0, 'passes'],
    [6, 1, 0, 0, 'passes'],
    [6, 0, 1, 0, 'fails'],
    [5, 2, 0, 0, 'fails'],
    [6, 0, 0, 1, 'undecided'],
    [5, 1, 0, 1, 'undecided'],
    [4, 2, 0, 1, 'fails'],
    [0, 0, 1, 6, 'fails'],
    [0, 0, 0, 7, 'undecided'],
  ] as const)('%i met, %i near, %i below, %i missing: %s', (met, near, below, unknown, outcome) => {
    expect(schoolOutcome(met, near, below, unknown)).toBe(outcome)
  })
})

describe('who is assessed', () => {
  const standing = (change: Partial<Standing>): Standing => ({ form: 'primary', owner: 'county', open: true, pupils: 200, ...change })
  test.each([
    ['an ordinary primary school', {}, true, true],
    ['a private school', { owner: 'private' }, true, false],
    ['a school of another public owner', { owner: 'other-public' }, true, false],
    ['a point of 49', { form: 'teaching-point', pupils: 49 }, false, false],
    ['a point of 50', { form: 'teaching-point', pupils: 50 }, true, false],
    ['a section without pupils', { pupils: 0 }, false, false],
    ['a closed section', { open: false }, false, false],
    ['the junior part of a complete secondary school', { form: 'complete-secondary' }, true, true],
  ] as const)('%s', (_, change, in2017, in2012) => {
    expect(balance2017.assesses(standing(change))).toBe(in2017)
    expect(balance2012.assesses(standing(change))).toBe(in2012)
  })
  test('travelling teachers: rural schools of 50 to 99 pupils', () => {
    expect([49, 50, 99, 100].map((pupils) => countsItinerant(true, pupils))).toEqual([false, true, true, false])
    expect(countsItinerant(false, 60)).toBe(false)
  })
})

/** Stocks of a section exactly at every primary standard, times a factor. */
const stocks = (pupils: number, factor = 1): Record<string, number> => ({
  Q1: factor * 0.042 * pupils,
  Q2: factor * 0.01 * pupils,
  Q3: factor * 0.009 * pupils,
  Q4: factor * 4.5 * pupils,
  Q5: factor * 7.5 * pupils,
  Q6: factor * 2000 * pupils,
  Q7: factor * 0.023 * pupils,
})

describe('judging a level', () => {
  test('coefficients of exactly 0.50 pass in primary and fail in junior; at 0.45 both pass', () => {
    // two sections of 100 pupils with 1 and 3 of everything per pupil: mean 2, each 1 away
    const values = balance2017.items.map(() => [4000, 4000])
    const at = (cv: number): number[] => balance2017.items.map(() => cv)
    expect(balance2017.judge('primary', values, at(0.5)).outcome).toBe('passes')
    expect(balance2017.judge('primary', values, at(0.5000001)).outcome).toBe('fails')
    expect(balance2017.judge('junior', values, at(0.45)).outcome).toBe('passes')
    expect(balance2017.judge('junior', values, at(0.5)).outcome).toBe('fails')
  })
  test('one coefficient above the limit fails the level, though every school passes and the mean of all is low', () => {
    const values = balance2017.items.map(() => [4000, 4000])
    const verdict = balance2017.judge('primary', values, [0.51, 0, 0, 0, 0, 0, 0])
    expect(verdict.passing).toBe(2)
    expect(verdict.outcome).toBe('fails')
    expect(verdict.coefficients.map((c) => c.outcome)).toEqual(['fails', 'passes', 'passes', 'passes', 'passes', 'passes', 'passes'])
  })
  test('a roster without one column: the item stays open and so does the verdict', () => {
    const rows = [100, 300].map((pupils) => ({ pupils, stocks: { ...stocks(pupils, 1.2), Q2: NaN } }))
    const assessment = assessLevel(balance2017, 'primary', rows)
    expect(assessment.schools.map((s) => s.outcome)).toEqual(['undecided', 'undecided'])
    expect(assessment.coefficients[1].outcome).toBe('undecided')
    expect(assessment.outcome).toBe('undecided')
  })
  test('rows at 1.2 times every standard pass; county mean is the same multiple', () => {
    const rows = [100, 300].map((pupils) => ({ pupils, stocks: stocks(pupils, 1.2) }))
    const assessment = assessLevel(balance2017, 'primary', rows)
    expect(assessment.outcome).toBe('passes')
    expect(assessment.items[0].mean).toBeCloseTo(5.04, 12)
    expect(assessment.items[3].coefficient).toBeCloseTo(0, 12)
  })
  test('a level without sections is not passed', () => expect(assessLevel(balance2017, 'junior', []).outcome).toBe('undecided'))
})

describe('2012 judges the mean of eight', () => {
  const values = balance2012.items.map(() => [1, 1])
  // the published primary row of 庐阳: single coefficients up to 1.299, composite 0.592
  const luyang = [0.881, 1.299, 0.977, 0.379, 0.17, 0.334, 0.286, 0.408]
  test('庐阳 primary passes 2012 with 0.592, and would fail 2017 with three single coefficients above 0.50', () => {
    const verdict = balance2012.judge('primary', values, luyang)
    expect(verdict.outcome).toBe('passes')
    expect(verdict.coefficients[0].value).toBeCloseTo(0.592, 3)
    expect(luyang.filter((cv) => cv > balance2017.limits.primary)).toHaveLength(3)
  })
  test('limits are inclusive: 0.65 and 0.55', () => {
    const at = (cv: number): number[] => balance2012.items.map(() => cv)
    expect(balance2012.judge('primary', values, at(0.65)).outcome).toBe('passes')
    expect(balance2012.judge('primary', values, at(0.651)).outcome).toBe('fails')
    expect(balance2012.judge('junior', values, at(0.55)).outcome).toBe('passes')
    expect(balance2012.judge('junior', values, at(0.56)).outcome).toBe('fails')
  })
  test('宁国 2022: six of seven coefficients fail at both levels', () => {
    const primary = [0.677, 0.674, 0.618, 0.519, 0.597, 0.167, 0.759]
    const junior = [0.542, 1.055, 0.507, 0.587, 0.686, 0.254, 0.496]
    const fails = (level: 'primary' | 'junior', cvs: number[]): number =>
      balance2017.judge(level, cvs.map(() => [1]), cvs).coefficients.filter((c) => c.outcome === 'fails').length
    expect(fails('primary', primary)).toBe(6)
    expect(fails('junior', junior)).toBe(6)
  })
})

test('both verdicts say in both languages what they leave out', () => {
  for (const regime of [balance2012, balance2017]) {
    expect(regime.text.leavesOut.zh).toContain('不替代督导评估认定')
    expect(regime.text.leavesOut.en).toContain('not an official recognition')
  }
})
