import { describe, expect, it } from 'vitest'
import { scrambledSobol, sobolDigits, sobolDimensions } from '../../../src/engine/experiment/sobol.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'

const unit = (digits: number) => digits / 4294967296

describe('Sobol points', () => {
  it('begin as Joe and Kuo print them for three dimensions', () => {
    const published = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]
    expect(published.map((_, i) => [0, 1, 2].map((d) => unit(sobolDigits(i, d))))).toEqual(published)
  })

  it('agree with SciPy 1.17 (qmc.Sobol, unscrambled) in the last dimension', () => {
    expect([1, 2, 3, 7, 100, 1000].map((i) => unit(sobolDigits(i, sobolDimensions - 1)))).toEqual([0.5, 0.25, 0.75, 0.875, 0.7578125, 0.5224609375])
  })

  it('scrambled: every first 2^k points hold exactly one in each cell of width 2^-k, in every dimension', () => {
    const seed = seedWords('scramble', 1)
    for (let d = 0; d < sobolDimensions; d++) {
      const cells = Array.from({ length: 64 }, (_, i) => Math.floor(64 * scrambledSobol(i, d, seed)))
      expect(cells.sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i))
    }
  })

  it('scrambled: pairs of neighbouring dimensions stay spread, one point in each of 8 × 8 squares for the first pair', () => {
    const seed = seedWords('scramble', 2)
    const squares = new Set(Array.from({ length: 64 }, (_, i) => `${Math.floor(8 * scrambledSobol(i, 0, seed))} ${Math.floor(8 * scrambledSobol(i, 1, seed))}`))
    expect(squares.size).toBe(64)
  })

  it('depend on the seed', () => {
    expect(scrambledSobol(3, 2, seedWords('a', 0))).not.toBe(scrambledSobol(3, 2, seedWords('b', 0)))
  })
})
