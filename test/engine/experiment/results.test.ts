import { describe, expect, test } from 'vitest'
import { resultDigest, resultDigestSteps, seriesDigest } from '../../../src/engine/experiment/digest.ts'
import { countWhere, pairedDifferences, signCounts } from '../../../src/engine/experiment/paired.ts'
import { replicateNumbers } from '../../../src/engine/experiment/plan.ts'
import { meansOver, quantileSorted, quantilesOver } from '../../../src/engine/experiment/quantiles.ts'
import { inReplicateOrder, type ReplicateSeries } from '../../../src/engine/experiment/results.ts'
import type { Scenario } from '../../../src/engine/scenario.ts'

/** One replicate of two arms with one year and two county columns. */
function pair(replicate: number, reference: [number, number], other: [number, number]): ReplicateSeries {
  const arms = [reference, other].map((county, a) => ({
    arm: `arm-${a}`,
    replicate,
    years: [2026],
    sectionCount: 1,
    sections: Float64Array.of(replicate, a),
    county: Float64Array.from(county),
    ledger: Float64Array.of(0),
  }))
  return { replicate, arms }
}

describe('replicates', () => {
  const scenario = { replicates: 4 } as Scenario

  test('are numbered from one, as many as the scenario says', () => {
    expect(replicateNumbers(scenario)).toEqual([1, 2, 3, 4])
  })

  test('can be extended without renumbering', () => {
    expect(replicateNumbers(scenario, 2, 5)).toEqual([5, 6])
  })

  test('must be a whole number', () => {
    expect(() => replicateNumbers(scenario, 1.5)).toThrow('got 1.5')
    expect(() => replicateNumbers(scenario, -1)).toThrow('got -1')
  })

  test('are put in order, and refused twice', () => {
    expect(inReplicateOrder([{ replicate: 3 }, { replicate: 1 }, { replicate: 10 }])).toEqual([{ replicate: 1 }, { replicate: 3 }, { replicate: 10 }])
    expect(() => inReplicateOrder([{ replicate: 3 }, { replicate: 3 }])).toThrow('replicate 3 is there twice')
  })
})

describe('paired differences', () => {
  // the arms differ by −1, −1, +2 and 0 in the first column although both scatter by tens
  const results = [pair(2, [40, 1], [39, 1]), pair(1, [10, 1], [9, NaN]), pair(4, [70, 1], [70, 4]), pair(3, [20, 1], [22, 0])]

  test('are formed within each replicate, in replicate order', () => {
    expect(pairedDifferences(results, 'county', 1).map((row) => [...row])).toEqual([
      [-1, NaN],
      [-1, 0],
      [2, -1],
      [0, 3],
    ])
  })

  test('against itself are zero', () => {
    expect(pairedDifferences(results, 'sections', 1, 1).flatMap((row) => [...row])).toEqual(Array(8).fill(0))
  })

  test('count how often an arm is below and above', () => {
    const differences = pairedDifferences(results, 'county', 1)
    expect(signCounts(differences, 0)).toEqual({ below: 2, zero: 1, above: 1, undefined: 0, of: 4 })
    expect(signCounts(differences, 1)).toEqual({ below: 1, zero: 1, above: 1, undefined: 1, of: 4 })
  })

  test('count where a limit holds, without counting what is undefined', () => {
    expect(countWhere([[0.4], [0.5], [0.6], [NaN]], 0, (cv) => cv <= 0.5)).toBe(2)
  })

  test('refuse an arm that is not there', () => {
    expect(() => pairedDifferences(results, 'county', 2)).toThrow('replicate 1 has 2 arms, no arm 2')
  })
})

describe('quantiles', () => {
  test('of 1, 2, 3, 4 are those of type 7', () => {
    // h = 3p: 0.25 → 0.75, 0.5 → 1.5, 0.9 → 2.7
    const x = [1, 2, 3, 4]
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantileSorted(x, p))).toEqual([1, 1.75, 2.5, 3.7, 4])
  })

  test('of one number are that number, of none are undefined', () => {
    expect(quantileSorted([7], 0.3)).toBe(7)
    expect(quantileSorted([], 0.3)).toBeNaN()
  })

  test('refuse a probability that is none', () => {
    expect(() => quantileSorted([1], 1.2)).toThrow('got 1.2')
  })

  test('are taken cell by cell over replicates, leaving out what is not a number', () => {
    const rows = [
      [30, 5, NaN],
      [10, NaN, NaN],
      [20, 1, NaN],
    ]
    const [low, median] = quantilesOver(rows, [0.25, 0.5])
    // first cell 10, 20, 30: h = 0.5 and 1; second cell 1, 5: h = 0.25 and 0.5
    expect([...low]).toEqual([15, 2, NaN])
    expect([...median]).toEqual([20, 3, NaN])
  })

  test('sort negative numbers as numbers', () => {
    expect([...quantilesOver([[-2], [10], [-10]], [0])[0]]).toEqual([-10])
  })

  test('means leave out what is not a number', () => {
    expect([...meansOver([[1, NaN, NaN], [2, 4, NaN]])]).toEqual([1.5, 4, NaN])
  })
})

describe('the digest of results', () => {
  const results = [pair(1, [1, 2], [3, 4]), pair(2, [5, 6], [7, 8])]

  test('does not depend on the order of arrival', () => {
    expect(resultDigest([results[1], results[0]])).toBe(resultDigest(results))
    expect(resultDigest(results)).toMatch(/^[0-9a-f]{16}$/)
  })

  test('is the same in steps of one series each', () => {
    const steps = resultDigestSteps(results)
    for (let k = 0; k < 4; k++) expect(steps.next()).toEqual({ done: false, value: undefined })
    expect(steps.next()).toEqual({ done: true, value: resultDigest(results) })
  })

  test('changes with the last bit of any table', () => {
    const before = resultDigest(results)
    for (const table of ['county', 'sections'] as const) {
      const changed = [pair(1, [1, 2], [3, 4]), pair(2, [5, 6], [7, 8])]
      changed[1].arms[1][table][1] += 2 ** -49
      expect(resultDigest(changed)).not.toBe(before)
    }
  })

  test('changes when arms change places or a replicate its number', () => {
    const swapped = results.map(({ replicate, arms }) => ({ replicate, arms: [arms[1], arms[0]] }))
    expect(resultDigest(swapped)).not.toBe(resultDigest(results))
    expect(resultDigest([results[0], { ...results[1], replicate: 3 }])).not.toBe(resultDigest(results))
  })

  test('takes −0 for 0 and every NaN for one', () => {
    const [a, b] = [pair(1, [0, NaN], [0, 0]), pair(1, [-0, NaN], [0, 0])]
    const bits = new BigUint64Array(b.arms[0].county.buffer)
    bits[1] |= 1n
    expect(b.arms[0].county[1]).toBeNaN()
    expect(seriesDigest(a.arms[0])).toBe(seriesDigest(b.arms[0]))
  })
})
