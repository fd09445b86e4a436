import { describe, expect, test } from 'vitest'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { createLatestWins } from '../../src/runner/latest-wins.ts'
import type { RunOutcome } from '../../src/runner/runner.ts'
import { createFakeEngine } from '../support/fake-engine.ts'
import { tinyScenario } from '../support/tiny-scenario.ts'

const scenario = tinyScenario()
const planOf = (runId: string) => ({ runId, scenario, replicates: [1, 2, 3] })

function wins() {
  let years = 0
  const engine = createFakeEngine({ onYear: () => years++ })
  return { latest: createLatestWins(createInlineRunner(engine)), years: () => years }
}

describe('latest wins', () => {
  test('a new request cancels the one in flight within a simulated year', async () => {
    const { latest, years } = wins()
    let first!: Promise<RunOutcome>
    await new Promise<void>((resolve) => (first = latest.request(planOf('first'), { onProgress: () => resolve() })))
    const second = latest.request(planOf('second'))
    expect((await first).status).toBe('cancelled')
    expect((await second).status).toBe('done')
    // 24 years of the second, one of the first, and one more if it had begun
    expect(years()).toBeGreaterThanOrEqual(25)
    expect(years()).toBeLessThanOrEqual(26)
  })

  test('only the last of several waiting requests runs', async () => {
    const { latest, years } = wins()
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((runId) => latest.request(planOf(runId))))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['cancelled', 'cancelled', 'cancelled', 'done'])
    expect(outcomes.map((outcome) => outcome.runId)).toEqual(['a', 'b', 'c', 'd'])
    // the first was cancelled before its first year
    expect(years()).toBe(24)
  })

  test('without interruption the run in flight ends, and only the last waiting one follows', async () => {
    const { latest, years } = wins()
    const outcomes = await Promise.all(['a', 'b', 'c'].map((runId) => latest.request(planOf(runId), { interrupt: false })))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['done', 'cancelled', 'done'])
    expect(years()).toBe(48)
  })

  test('a request after the end starts at once', async () => {
    const { latest } = wins()
    expect((await latest.request(planOf('a'))).status).toBe('done')
    expect((await latest.request(planOf('b'))).status).toBe('done')
  })

  test('a cancelled run is not heard of again', async () => {
    const { latest } = wins()
    const heard: string[] = []
    const first = latest.request(planOf('a'), { onProgress: ({ runId }) => heard.push(runId) })
    latest.cancel()
    heard.length = 0
    expect((await first).status).toBe('cancelled')
    expect(heard).toEqual([])
  })
})
