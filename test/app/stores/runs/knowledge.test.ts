import { describe, expect, it } from 'vitest'
import { policies, type Scenario } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { scenarioOf } from '../../../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { Knowledge } from '../../../../src/app/stores/runs/knowledge.svelte.ts'
import { setsFor } from '../../../../src/app/stores/runs/parameter-sets.ts'
import type { Plan, Runner } from '../../../../src/runner/runner.ts'
import accepted from '../../../../docs/generated/accepted-parameter-sets.json'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const county = shippedCounties.find((one) => one.id === accepted.county)!
const other = shippedCounties.find((one) => one.id !== accepted.county)!
const draftIn = (place: typeof county) => ({ ...firstDraft(place), years: { from: place.year, to: place.year + 1 } })
const scenarioIn = (place: typeof county): Scenario => scenarioOf(draftIn(place), place, policies, ['plan'])

function watched(): { hire: () => Runner; plans: Plan[]; disposed: () => number } {
  const plans: Plan[] = []
  let gone = 0
  const runner = fixtureRunner(0)
  return { plans, disposed: () => gone, hire: () => ({ ...runner, run: (plan, options) => (plans.push(plan), runner.run(plan, options)), dispose: () => void gone++ }) }
}

describe('what nobody knows', () => {
  it('is run over the sets that fit the facts where they are of this county, and over drawn ones elsewhere', async () => {
    expect(await setsFor(scenarioIn(county))).toMatchObject({ kind: 'accepted', sets: accepted.sets })
    const drawn = await setsFor(scenarioIn(other))
    expect(drawn.kind).toBe('drawn')
    expect(drawn.sets.length).toBe(16)
  })
  it('runs every set with the same four replicates in a runner of its own', async () => {
    const { hire, plans, disposed } = watched()
    const knowledge = new Knowledge(hire)
    await knowledge.ask('one', scenarioIn(other))
    expect(plans.length).toBe(16)
    expect(plans.every((plan) => plan.replicates.join() === '1,2,3,4')).toBe(true)
    expect(new Set(plans.map((plan) => JSON.stringify(plan.scenario.behaviour))).size).toBe(16)
    expect([knowledge.runs.length, knowledge.runs[0]!.length, knowledge.done, knowledge.all, knowledge.busy]).toEqual([16, 4, 16, 16, false])
    expect(disposed()).toBe(1)
  })
  it('is not run again for the same plan', async () => {
    const { hire, plans } = watched()
    const knowledge = new Knowledge(hire)
    await knowledge.ask('one', scenarioIn(other))
    await knowledge.ask('one', scenarioIn(other))
    expect(plans.length).toBe(16)
  })
  it('stops when it is cancelled, keeps nothing, and can be asked again', async () => {
    const { hire, plans, disposed } = watched()
    const knowledge = new Knowledge(hire)
    const asked = knowledge.ask('one', scenarioIn(other))
    await new Promise((resolve) => setTimeout(resolve, 0))
    knowledge.cancel()
    await asked
    expect([knowledge.busy, knowledge.runs.length, knowledge.failed]).toEqual([false, 0, false])
    expect(plans.length).toBeLessThan(16)
    expect(disposed()).toBe(1)
    await knowledge.ask('one', scenarioIn(other))
    expect(knowledge.runs.length).toBe(16)
  })
  it('says when a set fails', async () => {
    const runner = fixtureRunner(0)
    const knowledge = new Knowledge(() => ({ ...runner, run: (plan) => Promise.resolve({ status: 'failed' as const, runId: plan.runId, problem: { path: 'run', text: { zh: '', en: '' } }, results: [] }) }))
    await knowledge.ask('one', scenarioIn(other))
    expect([knowledge.failed, knowledge.busy, knowledge.runs.length]).toEqual([true, false, 0])
    // nothing failed in the county that comes next
    knowledge.forget()
    expect(knowledge.failed).toBe(false)
  })
})
