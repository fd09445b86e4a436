import { describe, expect, test, vi, beforeEach, afterEach } from 'vitest'
import { policies, type Problem, type Series } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { scenarioOf, withLever } from '../../../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import type { Placed } from '../../../../src/app/stores/runs/known-runs.ts'
import { LiveRuns } from '../../../../src/app/stores/runs/live-runs.ts'
import type { Plan, Runner } from '../../../../src/runner/runner.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const county = shippedCounties[0]!
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
const at = (share: number): Placed => ({ plan: scenarioOf(withLever({ ...firstDraft(county), years: { from: county.year, to: county.year } }, rotation, 'share', share, county), county, policies, ['plan']), place: { way: 'rotation', at: share } })
const shareOf = ({ scenario }: Plan) => scenario.arms[0]!.policies[0]!.set['share'] as number

/** Live runs of ten milliseconds each, or as many as they take, on so many threads and cores; those of `broken` fail. */
function live(threads: number, cores: number, { broken = [], took = 10 }: { readonly broken?: readonly number[]; readonly took?: number } = {}) {
  const asked: number[] = []
  const [arrived, failed]: [number[], Problem[]] = [[], []]
  const inner = fixtureRunner(took, threads)
  const runner: Runner = {
    ...inner,
    run: async (plan, options) => {
      asked.push(shareOf(plan))
      if (broken.includes(shareOf(plan))) {
        await new Promise((resolve) => setTimeout(resolve, took))
        return { status: 'failed', runId: plan.runId, problem: { path: 'run', text: { zh: '坏', en: 'bad' } }, results: [] }
      }
      const outcome = await inner.run(plan, options)
      // stopped on the way, as a thread stops at its next year
      return options?.signal?.aborted ? { status: 'cancelled', runId: plan.runId, results: [] } : outcome
    },
  }
  const runs = new LiveRuns(runner, cores, () => 0, { arrived: (_: Series, order) => arrived.push(order), timed: () => undefined, failed: (problem) => failed.push(problem), idle: () => undefined })
  return { runs, asked, arrived, failed }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a position run ahead that fails', () => {
  test('is no failure of anything on the screen', async () => {
    const { runs, asked, failed } = live(1, 2, { broken: [0.5] })
    runs.runAhead([at(0.5), at(0.1)])
    await vi.advanceTimersByTimeAsync(100)
    expect([asked, failed]).toEqual([[0.5, 0.1], []])
  })
  test('is one as soon as somebody has asked for it', async () => {
    const { runs, failed } = live(1, 2, { broken: [0.5] })
    runs.runAhead([at(0.5)])
    runs.want(at(0.5), 1)
    await vi.advanceTimersByTimeAsync(100)
    expect(failed.length).toBe(1)
  })
})

describe('a hand that has gone on to a known place', () => {
  test('wants nothing that waited, on however many cores', async () => {
    const { runs, asked, arrived } = live(2, 3)
    runs.want(at(0.1), 1)
    await vi.advanceTimersByTimeAsync(100)
    runs.want(at(0.2), 2)
    runs.want(at(0.3), 3)
    runs.want(at(0.4), 4)
    expect(runs.known(at(0.1))).toBeDefined()
    await vi.advanceTimersByTimeAsync(100)
    expect([asked, arrived, runs.busy]).toEqual([[0.1, 0.2, 0.3], [1, 2, 3], false])
  })
})

describe('a wish that waits for the hand to rest', () => {
  test('stops no run ahead once it is taken back: that may be the very plan let go', async () => {
    const { runs, asked } = live(1, 1, { took: 300 })
    runs.runAhead([at(0.2)])
    // asked for while something is shown meanwhile: it waits for a tenth of a second
    runs.want(at(0.3), 1, true)
    runs.rest(at(0.2).plan)
    const first = runs.underWay(at(0.2).plan)
    await vi.advanceTimersByTimeAsync(400)
    expect(await first).not.toBeNull()
    expect(asked).toEqual([0.2])
  })
})
