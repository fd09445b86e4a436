import stdlibExp from '@stdlib/math-base-special-exp'
import stdlibLn from '@stdlib/math-base-special-ln'
import stdlibQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { describe, expect, test } from 'vitest'
import { exp, log, logistic, normalDensity, normalQuantile, power } from '../../../src/engine/kernel/math.ts'

/* Every method here states an error below one unit in the last place, so two of them lie at most two units apart. */

const words = new BigInt64Array(1)
const doubles = new Float64Array(words.buffer)
const ordinal = (x: number): bigint => {
  doubles[0] = x
  return words[0]! < 0n ? -(words[0]! & 0x7fffffffffffffffn) : words[0]!
}
/** Distance in units in the last place: doubles that lie between the two. */
const apart = (a: number, b: number): number => Number(ordinal(a) > ordinal(b) ? ordinal(a) - ordinal(b) : ordinal(b) - ordinal(a))

/** Points spread over a range, none of them round. */
const points = (from: number, to: number, n: number): number[] => Array.from({ length: n }, (_, i) => from + ((to - from) * (i + 0.381966)) / n)

const worst = (xs: readonly number[], f: (x: number) => number, g: (x: number) => number): number => xs.reduce((most, x) => Math.max(most, apart(f(x), g(x))), 0)

const smallest = 5e-324
const smallestNormal = 2.2250738585072014e-308
const largest = 1.7976931348623157e308

describe('exp', () => {
  test('agrees with @stdlib over its whole range', () => {
    expect(worst(points(-708, 709.78, 200_000), exp, stdlibExp)).toBeLessThanOrEqual(2)
    expect(worst(points(-1, 1, 200_000), exp, stdlibExp)).toBeLessThanOrEqual(2)
    expect(worst([1e-300, -1e-300, smallest, 1e-17, -1e-17], exp, stdlibExp)).toBe(0)
  })

  test('has the edges its comment states', () => {
    expect(exp(0)).toBe(1)
    expect(exp(-0)).toBe(1)
    expect(exp(NaN)).toBeNaN()
    expect(exp(Infinity)).toBe(Infinity)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(709.79)).toBe(Infinity)
    expect(exp(709.78)).toBeLessThan(Infinity)
    expect(exp(-708.1)).toBe(0)
    expect(exp(-707.9)).toBeGreaterThan(smallestNormal)
    expect(exp(1e308)).toBe(Infinity)
    expect(exp(-1e308)).toBe(0)
  })

  test('gives printed values', () => {
    // Abramowitz and Stegun, tables 1.1 and 4.4
    expect(apart(exp(1), 2.718281828459045)).toBeLessThanOrEqual(1)
    expect(apart(exp(-1), 0.36787944117144233)).toBeLessThanOrEqual(1)
    expect(exp(10)).toBeCloseTo(22026.465794806718, 9)
  })

  test('never falls where its argument rises', () => {
    let before = exp(-20)
    for (let i = 1; i <= 400_000; i++) {
      const now = exp(-20 + i / 10_000)
      if (now < before) expect.fail(`exp falls before ${-20 + i / 10_000}`)
      before = now
    }
  })
})

describe('log', () => {
  test('agrees with @stdlib over 600 decades', () => {
    expect(worst(points(-307, 308, 200_000).map((e) => 10 ** e), log, stdlibLn)).toBeLessThanOrEqual(2)
    expect(worst(points(0.5, 2, 200_000), log, stdlibLn)).toBeLessThanOrEqual(2)
  })

  test('takes subnormal numbers', () => {
    expect(worst([smallest, 3 * smallest, smallestNormal / 2, smallestNormal - smallest, 1e-310, 7e-320], log, stdlibLn)).toBeLessThanOrEqual(2)
  })

  test('has the edges its comment states', () => {
    expect(log(1)).toBe(0)
    expect(log(0)).toBe(-Infinity)
    expect(log(-0)).toBe(-Infinity)
    expect(log(-1)).toBeNaN()
    expect(log(-Infinity)).toBeNaN()
    expect(log(NaN)).toBeNaN()
    expect(log(Infinity)).toBe(Infinity)
    expect(apart(log(largest), 709.782712893384)).toBeLessThanOrEqual(1)
    expect(apart(log(smallestNormal), -708.3964185322641)).toBeLessThanOrEqual(1)
  })

  test('undoes exp', () => {
    const off = points(-700, 700, 20_000).map((x) => Math.abs(log(exp(x)) - x) / Math.max(1, Math.abs(x)))
    expect(Math.max(...off)).toBeLessThanOrEqual(4e-16)
  })
})

describe('logistic', () => {
  test('equals 1 / (1 + e^−x) of @stdlib, sums to 1 with its mirror, and saturates', () => {
    for (const x of points(-36, 36, 2000)) {
      expect(Math.abs(logistic(x) / (1 / (1 + stdlibExp(-x))) - 1)).toBeLessThan(1e-15)
      expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15)
    }
    expect(logistic(0)).toBe(0.5)
    expect(logistic(800)).toBe(1)
    expect(logistic(-800)).toBe(0)
    expect(logistic(-700)).toBeGreaterThan(0)
    expect(logistic(NaN)).toBeNaN()
  })
})

describe('power', () => {
  test('gives exact powers and roots to 1e-14', () => {
    for (const [x, y, value] of [[2, 10, 1024], [10, 3, 1000], [9, 0.5, 3], [27, 1 / 3, 3], [0.97, 10, 0.7374241268949283], [1.035, 15, 1.6753488307521611], [2, -3, 0.125], [5, 0, 1], [1, 1e9, 1]] as const) { // prettier-ignore
      expect(Math.abs(power(x, y) / value - 1)).toBeLessThan(1e-14)
    }
  })

  test('is only for positive bases', () => {
    expect(power(-2, 2)).toBeNaN()
    expect(power(0, 2)).toBe(0)
  })
})

/** Share of a standard normal below z: Marsaglia's series in the middle, Laplace's continued fraction in the lower tail. */
function normalShare(z: number): number {
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
  if (z < -3) {
    let fraction = -z
    for (let k = 400; k > 0; k--) fraction = -z + k / fraction
    return density / fraction
  }
  let sum = z
  for (let k = 3, term = z; Math.abs(term) > 1e-18; k += 2) sum += term *= (z * z) / k
  return 0.5 + density * sum
}

describe('normalQuantile', () => {
  test('agrees with @stdlib, whose tails are good to 1e-9 only', () => {
    const off = (p: number): number => Math.abs(normalQuantile(p) / stdlibQuantile(p, 0, 1) - 1)
    expect(Math.max(...points(0.01, 0.49, 20_000).map(off), ...points(0.51, 0.99, 20_000).map(off))).toBeLessThan(1e-13)
    expect(Math.max(...points(-9, -2, 5000).map((e) => off(10 ** e)), ...points(-9, -2, 5000).map((e) => off(1 - 10 ** e)))).toBeLessThan(1e-9)
  })

  test('is undone by the normal distribution to 13 digits', () => {
    for (const p of [...points(0.001, 0.999, 2000), ...points(-300, -3, 2000).map((e) => 10 ** e)]) {
      expect(Math.abs(normalShare(normalQuantile(p)) / p - 1) / Math.max(1, normalQuantile(p) ** 2), `at ${p}`).toBeLessThan(1e-13)
    }
  })

  test('gives the check values of AS 241', () => {
    // Wichura 1988, table 2: p = 0.25, 0.001 and 1e-20
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 14)
  })

  test('is odd about one half and has its edges', () => {
    expect(normalQuantile(0.5)).toBe(0)
    for (let i = 1; i < 64; i++) expect(normalQuantile(i / 128)).toBe(-normalQuantile(1 - i / 128))
    expect(normalQuantile(0)).toBeNaN()
    expect(normalQuantile(NaN)).toBeNaN()
  })
})

test('the normal density is 0.3989… at 0 and falls as printed', () => {
  // Abramowitz and Stegun, table 26.1
  expect(normalDensity(0)).toBeCloseTo(0.3989422804, 10)
  expect(normalDensity(1)).toBeCloseTo(0.2419707245, 10)
  expect(normalDensity(-1.96)).toBeCloseTo(0.0584409443, 10)
  expect(normalDensity(3)).toBeCloseTo(0.0044318484, 10)
})
