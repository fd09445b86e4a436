import { describe, expect, test } from 'vitest'
import { gumbelOffset, gumbelSlope, normalCell } from '../../../src/engine/kernel/variates.ts'
import { drawsOf } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'

/* The tables are finite, so their distributions are worked out exactly, cell by cell, without drawing. */

const mean = (values: ArrayLike<number>, f: (x: number) => number): number => Array.from(values).reduce((sum, x) => sum + f(x), 0) / values.length

describe('the normal table', () => {
  const moment = (k: number): number => mean(normalCell, (x) => x ** k)

  test('gives mean 0, variance 1, skewness 0 and the kurtosis of a normal', () => {
    // a variate is the sum of two independent cells
    expect(moment(1)).toBeCloseTo(0, 14)
    expect(2 * moment(2)).toBeCloseTo(1, 12)
    expect(moment(3)).toBeCloseTo(0, 13)
    expect(2 * moment(4) + 6 * moment(2) ** 2).toBeCloseTo(3, 2)
  })

  test('is symmetric cell by cell and rises', () => {
    for (let i = 0; i < 4096; i++) expect(normalCell[4095 - i]).toBe(-normalCell[i]!)
    for (let i = 1; i < 4096; i++) expect(normalCell[i]!).toBeGreaterThan(normalCell[i - 1]!)
  })

  // Abramowitz and Stegun, table 26.1; 0.9750021 at 1.96 and 0.99865 at 3
  test.each([[0.5, 0.6914625], [1, 0.8413447], [1.6449, 0.9500048], [1.96, 0.9750021], [2.5758, 0.9949998], [3, 0.9986501], [3.5, 0.9997674]])('has the printed share below %d', (x, share) => {
    let below = 0
    let j = 4095
    // cells rise, so the number of partners that keep the sum below x only falls
    for (let i = 0; i < 4096; i++) {
      while (j >= 0 && normalCell[i]! + normalCell[j]! > x) j--
      below += j + 1
    }
    expect(Math.abs(below / 4096 ** 2 - share)).toBeLessThan(2e-5)
  })

  test('gives the mirrored variate for the inverted bits, as drawn', () => {
    for (const h of [0, 1, 0x12345678, -1, 0x7fffffff]) {
      const z = normalCell[h >>> 20]! + normalCell[(h >>> 8) & 4095]!
      expect(normalCell[~h >>> 20]! + normalCell[(~h >>> 8) & 4095]!).toBe(-z)
    }
    const z = drawsOf(seedWords('variates', 1), 2025).normal('x')
    const n = 100_000
    let sum = 0
    let squares = 0
    for (let id = 0; id < n; id++) {
      sum += z(id)
      squares += z(id) ** 2
    }
    expect(Math.abs(sum) / Math.sqrt(n)).toBeLessThan(4.5)
    expect(Math.abs(squares - n) / Math.sqrt(2 * n)).toBeLessThan(4.5)
  })
})

/** Gumbel variate of 32 hashed bits, as the engine reads it. */
const gumbel = (h: number): number => gumbelOffset[h >>> 21]! + (h & 2097151) * gumbelSlope[h >>> 21]!

/** Share of the 2^32 variates at most x: variates rise with their bits, so one search finds it. */
function shareBelow(x: number): number {
  let from = 0
  let to = 2 ** 32
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (gumbel(middle | 0) <= x) from = middle + 1
    else to = middle
  }
  return from / 2 ** 32
}

const grid = Float64Array.from({ length: 1 << 14 }, (_, i) => gumbel(((i + 0.5) * 2 ** 18) | 0))

/** Share of those who choose each option when each adds a Gumbel variate of its own: one integral over the first one's. */
const shares = (utilities: readonly number[]): number[] =>
  utilities.map((u, i) => mean(grid, (g) => utilities.reduce((p, v, j) => (j === i ? p : p * shareBelow(g + u - v)), 1)))

const logit = (utilities: readonly number[]): number[] => {
  const weights = utilities.map((u) => Math.exp(u))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => w / sum)
}

describe('the Gumbel table', () => {
  test('rises with the bits', () => {
    for (let cell = 1; cell < 2048; cell++) {
      const end = gumbelOffset[cell - 1]! + 2097151 * gumbelSlope[cell - 1]!
      expect(gumbelOffset[cell]!).toBeGreaterThanOrEqual(end)
    }
  })

  test('has Euler’s constant as mean and π²/6 as variance', () => {
    const middle = 2097151 / 2
    const m = mean(Float64Array.from(gumbelOffset, (from, i) => from + middle * gumbelSlope[i]!), (x) => x)
    expect(Math.abs(m - 0.5772156649)).toBeLessThan(1e-3)
    let variance = 0
    for (let i = 0; i < 2048; i++) variance += (gumbelOffset[i]! + middle * gumbelSlope[i]! - m) ** 2 + (gumbelSlope[i]! * 2097152) ** 2 / 12
    expect(Math.abs(variance / 2048 - Math.PI ** 2 / 6)).toBeLessThan(5e-3)
  })

  test.each([[-1], [0], [1], [2], [4]])('has the Gumbel share below %d', (x) => {
    expect(Math.abs(shareBelow(x) - Math.exp(-Math.exp(-x)))).toBeLessThan(1e-4)
  })

  test.each([[[0, 0]], [[1, 0]], [[0, 2.5]], [[0, -3]], [[0.3, 0, -0.4, 1]], [[2, 1, 0, -1]], [[0, 0, 0, 0]], [[0, -3, -3, -1.5]]])('gives logit shares to 1e-3 for utilities %j', (utilities) => {
    const expected = logit(utilities)
    shares(utilities).forEach((share, i) => expect(Math.abs(share - expected[i]!)).toBeLessThan(1e-3))
  })
})
