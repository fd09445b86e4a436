import { describe, expect, test } from 'vitest'
import { dispersionCoefficient } from '../../../src/engine/indicators/dispersion.ts'
import { mechanismLedger, residual } from '../../../src/engine/indicators/mechanism-ledger.ts'
import { riseAndFall, splitGap, type SchoolValues } from '../../../src/engine/indicators/rise-and-fall.ts'
import { fc } from '../../support/property.ts'

const at = (values: number[], pupils: number[]): SchoolValues => ({ values, pupils })
const coefficient = ({ values, pupils }: SchoolValues): number => dispersionCoefficient(Array.from(values, (x, i) => x * pupils[i]), pupils)

describe('rise and fall', () => {
  test('on paper: two schools of 100 at 1 and 3; the weak one rises to 2', () => {
    const split = riseAndFall(at([1, 3], [100, 100]), at([2, 3], [100, 100]))
    // CV from 1/2 to 0.5/2.5
    expect(split.change).toBeCloseTo(0.2 - 0.5, 12)
    expect(split.upper).toBe(0)
    expect(split.pupils).toBe(0)
    expect(split.lowerRose).toBe(1)
    expect(split.upperFell).toBeCloseTo(0, 12)
    // lower: mean of (F(2,3;m=2) − F(1,3;m=2)) and (F(2,3;m=2.5) − F(1,3;m=2.5)), F = √(mean (x − m)²)/m
    const at2 = Math.sqrt(0.5) / 2 - 0.5
    const at25 = 0.5 / 2.5 - Math.sqrt((2.25 + 0.25) / 2) / 2.5
    expect(split.lower).toBeCloseTo((at2 + at25) / 2, 12)
    expect(split.lower).toBeLessThan(0)
  })
  test('the same gap closed from above: the upper part carries it, the lower is 0', () => {
    const split = riseAndFall(at([1, 3], [100, 100]), at([1, 2], [100, 100]))
    expect(split.lower).toBe(0)
    expect(split.upperFell).toBe(1)
    expect(split.upper).toBeLessThan(0)
  })
  test('nothing changed but where pupils are: only the pupils’ part and the mean’s move', () => {
    const split = riseAndFall(at([1, 3], [100, 100]), at([1, 3], [300, 100]))
    expect(split.lower).toBe(0)
    expect(split.upper).toBe(0)
    expect(split.pupils + split.mean).toBeCloseTo(split.change, 12)
  })
  test('a section at the mean belongs to the upper half, also where rounding puts the mean a digit above it', () => {
    // 7 × 25.694436396797215 ÷ 7 in doubles, and ten times smaller: once at, once above the value
    for (const unit of [1, 0.10000000000000023]) {
      const split = riseAndFall(at([unit * 0.01, unit * 25.694436396797215], [0, 7]), at([unit * 0.01, unit * 0.01], [0, 1]))
      expect(split.lower).toBe(0)
      expect(split.upperFell).toBeCloseTo(unit * 25.684436396797215, 9)
    }
    const thirds = riseAndFall(at([0.1, 0.1, 0.1], [1, 1, 1]), at([0.2, 0.1, 0.1], [1, 1, 1]))
    expect(thirds.lower).toBe(0)
  })
  const one = fc.record({
    x0: fc.double({ min: 0.01, max: 100, noNaN: true }),
    x1: fc.double({ min: 0.01, max: 100, noNaN: true }),
    p0: fc.integer({ min: 0, max: 3000 }),
    p1: fc.integer({ min: 0, max: 3000 }),
  })
  test('parts add up to the change of the official coefficient, with schools opening and closing', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 40 }), (schools) => {
        fc.pre(schools.some((s) => s.p0 > 0) && schools.some((s) => s.p1 > 0))
        const before = at(schools.map((s) => s.x0), schools.map((s) => s.p0))
        const after = at(schools.map((s) => s.x1), schools.map((s) => s.p1))
        const split = riseAndFall(before, after)
        expect(split.change).toBeCloseTo(coefficient(after) - coefficient(before), 9)
        expect(split.lower + split.upper + split.mean + split.pupils).toBeCloseTo(split.change, 9)
      }),
    )
  })
  test('the order of schools does not matter, nor the unit', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 20 }), fc.double({ min: 0.1, max: 50, noNaN: true }), (schools, unit) => {
        fc.pre(schools.some((s) => s.p0 > 0) && schools.some((s) => s.p1 > 0))
        const split = (list: typeof schools, f: number) => riseAndFall(at(list.map((s) => f * s.x0), list.map((s) => s.p0)), at(list.map((s) => f * s.x1), list.map((s) => s.p1)))
        const plain = split(schools, 1)
        const turned = split([...schools].reverse(), unit)
        for (const part of ['lower', 'upper', 'mean', 'pupils'] as const) expect(turned[part]).toBeCloseTo(plain[part], 9)
      }),
    )
  })
})

describe('the gap between two groups', () => {
  test('town 0.3 to 0.2, rural −0.3 to −0.1, county 0 to 0.05: the gap falls by 0.3, half by each', () => {
    const split = splitGap([0.3, 0.2], [-0.3, -0.1], [0, 0.05])
    expect(split.change).toBeCloseTo(-0.3, 12)
    expect(split.upper).toBeCloseTo(-0.15, 12)
    expect(split.lower).toBeCloseTo(-0.15, 12)
  })
})

describe('the mechanism ledger', () => {
  const state = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 })
  const step = fc.record({ step: fc.constantFrom('leavers', 'hires', 'rotation'), after: state })
  test('terms telescope to the change, for any sequence of steps', () => {
    fc.assert(
      fc.property(state, fc.array(step, { minLength: 1, maxLength: 40 }), (before, steps) => {
        for (let column = 0; column < 4; column++) {
          const account = mechanismLedger({ before, steps }, column)
          expect(account.after - account.before).toBe(steps[steps.length - 1].after[column] - before[column])
          expect(Math.abs(residual(account))).toBeLessThan(1e-12)
        }
      }),
    )
  })
  test('each step is charged with what it changed; one that acts twice has one term', () => {
    const steps = [{ step: 'leavers', after: [0.75] }, { step: 'hires', after: [0.25] }, { step: 'leavers', after: [0.5] }]
    expect(mechanismLedger({ before: [0.5], steps }, 0).terms).toEqual([{ mechanism: 'leavers', change: 0.5 }, { mechanism: 'hires', change: -0.5 }])
  })
  test('a coefficient that is undefined in between waits for the step that defines it', () => {
    const steps = [{ step: 'leavers', after: [NaN] }, { step: 'hires', after: [0.25] }]
    const account = mechanismLedger({ before: [0.5], steps }, 0)
    expect(account.terms).toEqual([{ mechanism: 'leavers', change: 0 }, { mechanism: 'hires', change: -0.25 }])
    expect(residual(account)).toBe(0)
  })
  test('one that is undefined at the start begins where it is first defined; one that never is has no change', () => {
    const steps = [{ step: 'leavers', after: [0.75, NaN] }, { step: 'hires', after: [0.25, NaN] }]
    const account = mechanismLedger({ before: [NaN, NaN], steps }, 0)
    expect([account.before, account.after, residual(account)]).toEqual([0.75, 0.25, 0])
    expect(mechanismLedger({ before: [NaN, NaN], steps }, 1).after).toBeNaN()
  })
})
