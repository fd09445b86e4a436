import { describe, expect, test } from 'vitest'
import { belowStandard, compositeCoefficient, countyMean, dispersion, dispersionCoefficient } from '../../../src/engine/indicators/dispersion.ts'
import { fc } from '../../support/property.ts'
import { publishedRows } from './published-rows.ts'

describe('the official worked example: library books of five schools', () => {
  const pupils = [45, 37, 89, 76, 55]
  const books = [279, 137, 935, 160, 402]

  test('mean is county books ÷ county pupils', () => expect(countyMean(books, pupils)).toBeCloseTo(6.33444, 5))
  test('standard deviation is pupil-weighted', () => {
    expect(dispersion(books, pupils)).toBeCloseTo(3.26386, 5)
    expect(dispersion(books, pupils) * dispersion(books, pupils)).toBeCloseTo(10.65279, 5)
  })
  test('the coefficient is 0.51526, which the source prints as 0.52', () => {
    expect(dispersionCoefficient(books, pupils)).toBeCloseTo(0.51526, 5)
    expect(dispersionCoefficient(books, pupils).toFixed(2)).toBe('0.52')
  })
  test('it is neither the unweighted nor the sample coefficient', () => {
    expect(Math.abs(dispersionCoefficient(books, pupils) - 0.48877)).toBeGreaterThan(0.02)
    expect(Math.abs(dispersionCoefficient(books, pupils) - 0.54646)).toBeGreaterThan(0.02)
  })
})

describe('published rows of the eight items', () => {
  const exact = publishedRows.filter((row) => compositeCoefficient(row.coefficients).toFixed(3) === row.composite.toFixed(3))

  test('the composite is the plain mean: 22 of 23 published rows agree to three decimals', () => {
    expect(publishedRows).toHaveLength(23)
    expect(exact).toHaveLength(22)
  })
  test('the one that differs was cut off instead of rounded', () => {
    const [row] = publishedRows.filter((r) => !exact.includes(r))
    expect(row.place).toBe('永川区 primary')
    expect(Math.floor(compositeCoefficient(row.coefficients) * 1000) / 1000).toBe(row.composite)
  })
})

describe('edges', () => {
  test('sections without pupils drop out', () => {
    expect(dispersionCoefficient([10, 20, 999], [10, 10, 0])).toBe(dispersionCoefficient([10, 20], [10, 10]))
    expect(dispersionCoefficient([10, 20], [10, 10])).toBeCloseTo(1 / 3, 15)
  })
  test('nobody on roll, or nothing in stock: undefined, never 0', () => {
    expect(dispersionCoefficient([], [])).toBeNaN()
    expect(dispersionCoefficient([5], [0])).toBeNaN()
    expect(dispersionCoefficient([0, 0], [10, 20])).toBeNaN()
  })
  test('one section has no gap', () => expect(dispersionCoefficient([7], [3])).toBe(0))
  test('a value exactly at the standard meets it', () => {
    expect(belowStandard([42, 41], [1000, 1000], 100, 4.2)).toBe(1)
    expect(belowStandard([10.2 * 300], [300], 1, 10.2)).toBe(0)
  })
})

const county = fc.array(fc.record({ stock: fc.double({ min: 0.01, max: 1e6, noNaN: true }), pupils: fc.integer({ min: 1, max: 5000 }) }), { minLength: 1, maxLength: 60 })

describe('properties', () => {
  test('a change of unit changes no coefficient; splitting a section in two alike parts changes none', () => {
    fc.assert(
      fc.property(county, fc.double({ min: 0.001, max: 1000, noNaN: true }), (sections, factor) => {
        const stock = sections.map((s) => s.stock)
        const pupils = sections.map((s) => s.pupils)
        const cv = dispersionCoefficient(stock, pupils)
        expect(dispersionCoefficient(stock.map((x) => x * factor), pupils)).toBeCloseTo(cv, 9)
        const halves = (xs: number[]): number[] => xs.flatMap((x) => [x / 2, x / 2])
        expect(dispersionCoefficient(halves(stock), halves(pupils))).toBeCloseTo(cv, 9)
      }),
    )
  })
  test('S² = Σ(P/N)X² − X̄², the textbook identity', () => {
    fc.assert(
      fc.property(county, (sections) => {
        const N = sections.reduce((sum, s) => sum + s.pupils, 0)
        const mean = sections.reduce((sum, s) => sum + s.stock, 0) / N
        const meanSquare = sections.reduce((sum, s) => sum + (s.stock * s.stock) / s.pupils, 0) / N
        const S = dispersion(sections.map((s) => s.stock), sections.map((s) => s.pupils))
        expect(Math.abs(S * S - (meanSquare - mean * mean))).toBeLessThanOrEqual(1e-9 * meanSquare)
      }),
    )
  })
})
