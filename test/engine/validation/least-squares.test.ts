import { describe, expect, it } from 'vitest'
import { LeastSquares } from '../../../src/engine/validation/least-squares.ts'

describe('least squares', () => {
  it('by hand: y = 1, 3, 4 at x = 0, 1, 2 gives 7/6 + 3/2 x, of which the line explains 27/28', () => {
    // Sxx 2, Sxy 3: slope 3/2; means 1 and 8/3: intercept 7/6; Syy 14/3, explained 9/2: 27/28
    const sums = new LeastSquares(2)
    ;[1, 3, 4].forEach((y, x) => sums.add([1, x], y))
    const [a, b] = sums.solve()
    expect(a).toBeCloseTo(7 / 6, 12)
    expect(b).toBeCloseTo(3 / 2, 12)
    expect(sums.explained()).toBeCloseTo(27 / 28, 12)
  })

  it('solves three regressors exactly where the outcome is exact', () => {
    const sums = new LeastSquares(3)
    for (const [x, z] of [[0, 1], [1, 0], [2, 5], [3, 3], [7, 2]] as const) sums.add([1, x, z], 2 - 3 * x + 0.5 * z)
    expect([...sums.solve()].map((c) => Math.round(1e9 * c) / 1e9)).toEqual([2, -3, 0.5])
  })

  it('says NaN for collinear regressors', () => {
    const sums = new LeastSquares(2)
    for (const x of [1, 2, 3]) sums.add([x, 2 * x], x)
    expect([...sums.solve()].every(Number.isNaN)).toBe(true)
  })
})
