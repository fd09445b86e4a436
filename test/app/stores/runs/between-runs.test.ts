import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countySeries, policies, type AnyPolicy, type NumberParameter, type Series } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { betweenRuns } from '../../../../src/app/stores/runs/between-runs.ts'
import { scenarioOf, withLever } from '../../../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { KnownRuns } from '../../../../src/app/stores/runs/known-runs.ts'
import { likelyNext, positionOf } from '../../../../src/app/stores/draft/lever-way.ts'
import { snap, stepOf } from '../../../../src/app/charts/prepare/amounts.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { createInlineRunner } from '../../../../src/runner/inline.ts'

const run = (...county: readonly number[]): Series => ({ arm: 'plan', replicate: 1, years: [2025], sectionCount: 1, sections: Float64Array.from(county), county: Float64Array.from(county), ledger: Float64Array.from(county) })

describe('what lies between two runs', () => {
  it('is on the straight line; flags and counts, and what one of them lacks, are those of the nearer run', () => {
    const low = run(0.4, 1, 12, NaN, 0.5)
    const high = run(0.8, 0, 15, 0.3, 0.5)
    expect([...betweenRuns(low, high, 0.25).county].map((one) => Number(one.toFixed(12)))).toEqual([0.5, 1, 12, NaN, 0.5])
    expect([...betweenRuns(low, high, 0.75).sections].map((one) => Number(one.toFixed(12)))).toEqual([0.7, 0, 15, 0.3, 0.5])
  })
  it('is the run itself at either end, and never leaves the two', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(values, values, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const mixed = betweenRuns(run(...a), run(...b), share).county
        const inside = mixed.every((one, k) => one >= Math.min(a[k]!, b[k]!) - 1e-9 && one <= Math.max(a[k]!, b[k]!) + 1e-9)
        return inside && [a, b].every((end, share) => betweenRuns(run(...a), run(...b), share).county.every((one, k) => one === end[k]))
      }),
    )
  })
})

const county = shippedCounties[0]!
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
const hiring = policies.find((policy) => policy.id === 'directed-hiring')!
const first = firstDraft(county)
const placed = (draft: typeof first, policy: typeof rotation | typeof hiring, lever: string, at: number) => {
  const { draft: moved, place } = positionOf(draft, policy, lever, at, county)
  return { plan: scenarioOf(moved, county, policies, ['plan']), place }
}

describe('runs known on the way of a lever', () => {
  it('lie on one way while only that lever differs', () => {
    const known = new KnownRuns()
    known.keep(placed(first, rotation, 'share', 0.1), run(1.5))
    known.keep(placed(first, rotation, 'share', 0.2), run(2.5))
    expect(known.between(placed(first, rotation, 'share', 0.15).place)?.county[0]).toBeCloseTo(2, 12)
    // the same lever, with another policy in force, is another way
    expect(known.between(placed(withLever(first, hiring, 'share', 0.4, county), rotation, 'share', 0.15).place)).toBeUndefined()
    expect(known.between(placed(first, hiring, 'share', 0.15).place)).toBeUndefined()
  })
  it('are two, one on either side: nothing is drawn on beyond them', () => {
    const known = new KnownRuns()
    known.keep(placed(first, rotation, 'share', 0.1), run(1.5))
    expect(known.between(placed(first, rotation, 'share', 0.15).place)).toBeUndefined()
    known.keep(placed(first, rotation, 'share', 0.2), run(2.5))
    expect(known.between(placed(first, rotation, 'share', 0.25).place)).toBeUndefined()
    known.forget()
    expect(known.between(placed(first, rotation, 'share', 0.15).place)).toBeUndefined()
  })
  it('are the nearest ones', () => {
    const known = new KnownRuns()
    for (const [at, value] of [[0, 0.5], [0.5, 9.5], [0.1, 1.5], [0.2, 2.5]] as const) known.keep(placed(first, rotation, 'share', at), run(value))
    expect(known.between(placed(first, rotation, 'share', 0.12).place)?.county[0]).toBeCloseTo(1.7, 12)
  })
})

describe('where a lever may go next', () => {
  const share = rotation.parameters.share as NumberParameter
  it('by keys: on by steps, and back, the other way round if the hand went down', () => {
    expect(likelyNext(share, 0.1, 1, 'keys')).toEqual([0.1, 0.11, 0.12, 0.09, 0.13, 0.08])
    expect(likelyNext(share, 0.1, -1, 'keys')).toEqual([0.1, 0.09, 0.08, 0.11, 0.07, 0.12])
  })
  it('by a pointer: to the ends first, so that the rest lies between runs', () => {
    expect(likelyNext(share, 0.1, 1, 'pointer').slice(0, 3)).toEqual([0.1, ...share.range])
  })
  it('never leaves the range, and names no place twice', () => {
    for (const by of ['pointer', 'keys'] as const) {
      const places = likelyNext(share, share.range[1], 1, by)
      expect(new Set(places).size).toBe(places.length)
      expect(places.every((at) => at >= share.range[0] && at <= share.range[1])).toBe(true)
    }
  })
})

describe('on every lever of the rail', () => {
  const runner = createInlineRunner()
  const runOf = async (policy: AnyPolicy, lever: string, at: number, replicate = 1): Promise<Series> => {
    const outcome = await runner.run({ runId: 'between', scenario: scenarioOf(positionOf(first, policy, lever, at, county).draft, county, policies, ['plan']), replicates: [replicate] })
    return outcome.results[0]!.arms[0]!
  }
  const coefficients = countySeries.flatMap(({ id }, k) => (/^Q\d\.cv\./.test(id) ? [k] : []))
  /** How far 95 in a hundred coefficients of all years are apart at most. */
  const apart = (a: Series, b: Series): number => {
    const all = a.years.flatMap((_, y) => coefficients.map((column) => Math.abs(a.county[y * countySeries.length + column]! - b.county[y * countySeries.length + column]!)))
    return all.filter((one) => !Number.isNaN(one)).sort((x, y) => x - y)[Math.floor(0.95 * all.length)] ?? 0
  }
  it('what lies between two runs a quarter of its range apart is nearer to the run itself than another seed would be', async () => {
    const other = apart(await runOf(rotation, 'share', 0, 1), await runOf(rotation, 'share', 0, 2))
    expect(other).toBeGreaterThan(0)
    for (const rail of servicesOf(runner, [county]).rail) {
      const policy = policies.find((one) => one.id === rail.policy)! as AnyPolicy
      const parameter = policy.parameters[rail.lever] as NumberParameter
      const [low, high] = parameter.range
      const [a, at, b] = [0.25, 0.35, 0.5].map((share) => snap(low + share * (high - low), parameter, stepOf(parameter))) as [number, number, number]
      const between = betweenRuns(await runOf(policy, rail.lever, a), await runOf(policy, rail.lever, b), (at - a) / (b - a))
      expect.soft(apart(between, await runOf(policy, rail.lever, at)), `${rail.policy} ${rail.lever}`).toBeLessThan(other)
    }
  }, 60_000)
})
