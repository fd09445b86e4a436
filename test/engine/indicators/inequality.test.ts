import { describe, expect, test } from 'vitest'
import { atkinson, gini, lorenz, pupilQuantile, ratio9010, theil } from '../../../src/engine/indicators/inequality.ts'
import { fc } from '../../support/property.ts'

/** Two schools of equal size, one with three times as much per pupil: shares ¼ and ¾ of the stock. */
const pair = { values: [1, 3], pupils: [100, 100] }

describe('on paper', () => {
  test('Theil: ½ (½ ln ½ + 3/2 ln 3/2)', () => expect(theil(pair, [0, 0]).all).toBeCloseTo(0.5 * (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)), 14))
  test('Gini of shares ¼ and ¾ is ¼', () => expect(gini(pair)).toBeCloseTo(0.25, 14))
  test('Lorenz: the poorer half has a quarter', () => expect(lorenz(pair)).toEqual([{ pupils: 0, stock: 0 }, { pupils: 0.5, stock: 0.25 }, { pupils: 1, stock: 1 }]))
  test('90/10 is 3', () => expect(ratio9010(pair)).toBe(3))
  test('Atkinson: ε = 1 gives 1 − √3/2; ε = ½ gives 1 − (½ √½ + ½ √(3/2))²', () => {
    expect(atkinson(pair, 1)).toBeCloseTo(1 - Math.sqrt(3) / 2, 12)
    const root = 0.5 * Math.sqrt(0.5) + 0.5 * Math.sqrt(1.5)
    expect(atkinson(pair, 0.5)).toBeCloseTo(1 - root * root, 12)
  })
  test('quantiles are of pupils, not of schools: one school with 95 of 100 pupils is both 10th and 90th', () => {
    const uneven = { values: [1, 9], pupils: [95, 5] }
    expect([pupilQuantile(uneven, 0.1), pupilQuantile(uneven, 0.9)]).toEqual([1, 1])
  })
  test('nobody on roll: undefined', () => {
    const none = { values: [1], pupils: [0] }
    expect(theil(none, [0]).all).toBeNaN()
    expect(gini(none)).toBeNaN()
    expect(atkinson(none, 1)).toBeNaN()
    expect(pupilQuantile(none, 0.5)).toBeNaN()
  })
  test('a school with nothing: Theil and Gini stay finite, Atkinson with ε = 1 is total', () => {
    const nothing = { values: [0, 2], pupils: [100, 100] }
    expect(theil(nothing, [0, 1]).all).toBeCloseTo(Math.log(2), 14)
    expect(gini(nothing)).toBeCloseTo(0.5, 14)
    expect(atkinson(nothing, 1)).toBe(1)
    expect(ratio9010(nothing)).toBeNaN()
  })
})

const county = fc.array(
  fc.record({ value: fc.double({ min: 0.01, max: 1000, noNaN: true }), pupils: fc.integer({ min: 1, max: 3000 }), group: fc.integer({ min: 0, max: 3 }) }),
  { minLength: 1, maxLength: 40 },
)

test('Theil’s parts add up exactly; indices lie in their ranges and ignore the unit', () => {
  fc.assert(
    fc.property(county, fc.double({ min: 0.1, max: 100, noNaN: true }), (schools, unit) => {
      const of = (f: number) => ({ values: schools.map((s) => f * s.value), pupils: schools.map((s) => s.pupils) })
      const groups = schools.map((s) => s.group)
      const t = theil(of(1), groups)
      expect(t.within + t.between).toBeCloseTo(t.all, 10)
      expect(t.all).toBeGreaterThanOrEqual(-1e-12)
      expect(t.between).toBeGreaterThanOrEqual(-1e-12)
      expect(theil(of(unit), groups).all).toBeCloseTo(t.all, 9)
      const g = gini(of(1))
      expect(g).toBeGreaterThanOrEqual(-1e-12)
      expect(g).toBeLessThan(1)
      expect(gini(of(unit))).toBeCloseTo(g, 9)
      for (const aversion of [0.5, 1, 2]) {
        const a = atkinson(of(1), aversion)
        expect(a).toBeGreaterThanOrEqual(-1e-9)
        expect(a).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('Gini equals half the mean absolute difference between pupils ÷ mean, its other definition', () => {
  fc.assert(
    fc.property(county, (schools) => {
      const N = schools.reduce((sum, s) => sum + s.pupils, 0)
      const mean = schools.reduce((sum, s) => sum + s.pupils * s.value, 0) / N
      let differences = 0
      for (const a of schools) for (const b of schools) differences += a.pupils * b.pupils * Math.abs(a.value - b.value)
      expect(gini({ values: schools.map((s) => s.value), pupils: schools.map((s) => s.pupils) })).toBeCloseTo(differences / (2 * N * N * mean), 9)
    }),
  )
})
