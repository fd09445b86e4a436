import { describe, expect, it } from 'vitest'
import { policies, type TraceYear } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { scenarioOf } from '../../../../src/app/stores/draft/draft.ts'
import { Explanation } from '../../../../src/app/stores/runs/explanation.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import type { Runner } from '../../../../src/runner/runner.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const county = shippedCounties[0]!
const scenario = scenarioOf(firstDraft(county), county, policies, ['plan'])

/** A runner whose traces fail until it is told to give them. */
function failing(): { readonly runner: Runner; readonly mend: () => void; readonly calls: () => number } {
  let calls = 0
  let whole = false
  const explain = (): Promise<readonly TraceYear[]> => {
    calls++
    return whole ? Promise.resolve([]) : Promise.reject(new Error('no room'))
  }
  return { runner: { ...fixtureRunner(0), explain }, mend: () => (whole = true), calls: () => calls }
}

describe('following a run', () => {
  it('that failed is asked for once, however often a picture asks, and again only by hand', async () => {
    const { runner, mend, calls } = failing()
    const explanation = new Explanation(runner)
    for (let k = 0; k < 5; k++) await explanation.ask('one', scenario, 1)
    expect([calls(), explanation.failed]).toEqual([1, true])
    mend()
    await explanation.ask('one', scenario, 1, true)
    expect([calls(), explanation.failed, explanation.trace]).toEqual([2, false, []])
    // what is there is not followed twice, whoever asks
    await explanation.ask('one', scenario, 1, true)
    expect(calls()).toBe(2)
  })
  it('of another plan is a new question', async () => {
    const { runner, calls } = failing()
    const explanation = new Explanation(runner)
    await explanation.ask('one', scenario, 1)
    await explanation.ask('two', scenario, 1)
    expect(calls()).toBe(2)
  })
})
