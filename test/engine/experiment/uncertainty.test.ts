import { describe, expect, it } from 'vitest'
import { uncertaintyOf } from '../../../src/engine/experiment/uncertainty.ts'
import type { ReplicateSeries } from '../../../src/engine/experiment/results.ts'

/** Two arms, two years, one column: values of the second year. */
const run = (replicate: number, reference: number, policy: number): ReplicateSeries => ({
  replicate,
  arms: [reference, policy].map((value, a) => ({
    arm: a === 0 ? 'status-quo' : 'policy',
    replicate,
    years: [2025, 2026],
    sectionCount: 0,
    sections: new Float64Array(0),
    county: Float64Array.of(99, value),
    ledger: new Float64Array(0),
  })),
})
const wanted = { columns: ['gap'], columnAt: (id: string) => (id === 'gap' ? 0 : -1), width: 1, year: 2026 }

describe('uncertainty of results', () => {
  it('by hand: differences of −1, −3 in one set and −5, −7 in the other', () => {
    const sets = [[run(2, 20, 17), run(1, 10, 9)], [run(1, 10, 5), run(2, 20, 13)]]
    const [reference, policy] = uncertaintyOf(sets, wanted)
    expect(reference).toMatchObject({ arm: 'status-quo', isDifference: false, above: 4, runs: 4 })
    // within-set variance 2 each; means −2 and −6: 8, of which 2 / 2 is luck
    expect(policy).toMatchObject({ arm: 'policy', isDifference: true, above: 0, spread: { mean: -4, luck: 2, knowledge: 7 } })
    expect(policy.low).toBeCloseTo(-6.7, 12)
    expect(policy.high).toBeCloseTo(-1.3, 12)
  })

  it('refuses a year or a column that is not there', () => {
    const sets = [[run(1, 1, 1), run(2, 1, 1)], [run(1, 1, 1), run(2, 1, 1)]]
    expect(() => uncertaintyOf(sets, { ...wanted, year: 2030 })).toThrow('no year 2030')
    expect(() => uncertaintyOf(sets, { ...wanted, columns: ['other'] })).toThrow('no column other')
  })
})
