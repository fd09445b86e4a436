import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/engine/index.ts'
import { Experiment, type Request, type Wanted } from '../../src/app/stores/experiment.svelte.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { createFakeEngine, fakeValue, type Mischief } from '../support/fake-engine.ts'
import { tinyScenario } from '../support/tiny-scenario.ts'

/* Edits are latest-wins: at most one request in flight and one waiting, on a runner whose engine counts its years. */

const scenarioOf = (arm: string, acts = true): Scenario => ({
  ...tinyScenario(),
  arms: [{ id: arm, policies: acts ? [{ use: 'anything', from: 2026, set: {} }] : [] }],
})

const requestOf = (arm: string, wanted: Wanted, ground = 'here'): Request => ({
  plan: scenarioOf(arm),
  baseline: scenarioOf('baseline', false),
  ground,
  wanted,
})

function experiment(mischief: Mischief = {}) {
  const years: string[] = []
  const engine = createFakeEngine({ ...mischief, onYear: (replicate, arm, year) => years.push(`${arm} ${replicate} ${year}`) })
  const store = new Experiment(createInlineRunner(engine))
  return {
    store,
    yearsOf: (arm: string): number => years.filter((year) => year.startsWith(`${arm} `)).length,
    async settled() {
      while (store.busy) await new Promise((resolve) => setTimeout(resolve, 1))
    },
  }
}

describe('an experiment', () => {
  test('shows all replicates of plan and baseline, in order', async () => {
    const { store, settled } = experiment()
    const request = requestOf('a', 'many')
    store.ask(request)
    await settled()
    expect(store.plan.map((series) => series.replicate)).toEqual([1, 2, 3])
    expect(store.baseline.map((series) => series.replicate)).toEqual([1, 2, 3])
    expect(store.plan[1]!.county[0]).toBe(fakeValue(request.plan, 2, 0, 2026))
  })

  test('runs the baseline once for a ground', async () => {
    const { store, settled, yearsOf } = experiment()
    store.ask(requestOf('a', 'many'))
    await settled()
    store.ask(requestOf('b', 'many'))
    await settled()
    // three replicates of four years
    expect(yearsOf('baseline')).toBe(12)
    store.ask(requestOf('b', 'many', 'elsewhere'))
    await settled()
    expect(yearsOf('baseline')).toBeGreaterThan(12)
  })

  test('stops many replicates at their next year for a newer request, and forgets the one that waited', async () => {
    const { store, settled, yearsOf } = experiment()
    store.ask(requestOf('a', 'many'))
    await settled()
    store.ask(requestOf('b', 'many'))
    while (yearsOf('b') < 5) await new Promise((resolve) => setImmediate(resolve))
    store.ask(requestOf('c', 'many'))
    store.ask(requestOf('d', 'many'))
    await settled()
    expect(yearsOf('b')).toBeLessThan(12)
    expect(yearsOf('c')).toBe(0)
    expect(yearsOf('d')).toBe(12)
    expect(store.plan.map((series) => series.arm)).toEqual(['d', 'd', 'd'])
  })

  test('lets a single run end while a lever moves, and takes the last position next', async () => {
    const { store, settled, yearsOf } = experiment()
    store.ask(requestOf('a', 'single'))
    await settled()
    for (const arm of ['b', 'c', 'd']) store.ask(requestOf(arm, 'single'))
    await settled()
    expect(['b', 'c', 'd'].map(yearsOf)).toEqual([4, 0, 4])
    expect(store.plan.map((series) => series.arm)).toEqual(['d'])
  })

  test('keeps what it had when a run fails, and says what happened', async () => {
    const { store, settled } = experiment({ failAt: { replicate: 3, year: 2028 } })
    store.ask(requestOf('a', 'single'))
    await settled()
    expect(store.problem).toBeNull()
    store.ask(requestOf('b', 'many'))
    await settled()
    expect(store.plan.length).toBeGreaterThan(0)
    expect(store.problem?.text.en).toContain('expected 412, got 411')
  })
})
