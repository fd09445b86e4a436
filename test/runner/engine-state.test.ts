import { describe, expect, test } from 'vitest'
import { createEngine, seriesDigest, type Engine, type Scenario } from '../../src/engine/index.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { openScenario } from '../support/open-scenario.ts'

/*
 * An engine keeps a county and its tables from run to run, so that a worker stays warm. Nothing of a run may reach the next:
 * whatever was run, cancelled or asked before, the same scenario, replicate and arm give the same bits.
 */

const whole = openScenario('all-three')
/** Six years, which reach past the first policies of 2027. */
const scenario: Scenario = { ...whole, years: { from: 2025, to: 2030 } }

function runThrough(engine: Engine, what: Scenario, replicate: number) {
  const years = engine.replicate(what, replicate)
  for (let step = years.next(); ; step = years.next()) if (step.done) return step.value
}

const digestsOf = (engine: Engine, what: Scenario, replicate: number): Record<string, string> =>
  Object.fromEntries(runThrough(engine, what, replicate).map((series) => [series.arm, seriesDigest(series)]))

const expected = digestsOf(createEngine(), scenario, 3)
const engine = createEngine()

describe('an engine gives the same bits', () => {
  test('for an arm, whichever arms stand beside it and in whatever order', () => {
    const turned = { ...scenario, arms: [...scenario.arms].reverse() }
    expect(digestsOf(engine, turned, 3)).toEqual(expected)
    for (const arm of scenario.arms) expect(digestsOf(engine, { ...scenario, arms: [arm] }, 3)).toEqual({ [arm.id]: expected[arm.id] })
  })

  test('after other replicates', () => {
    runThrough(engine, scenario, 1)
    runThrough(engine, scenario, 2)
    expect(digestsOf(engine, scenario, 3)).toEqual(expected)
  })

  test('after a run that was given up in the middle of an arm', () => {
    const years = engine.replicate(scenario, 7)
    for (let i = 0; i < 9; i++) years.next()
    years.return([])
    expect(digestsOf(engine, scenario, 3)).toEqual(expected)
  })

  test('after an explanation, which itself is the same whatever was run before', () => {
    const explain = () => {
      const years = engine.explain(scenario, 3, 'all-three')
      for (let step = years.next(); ; step = years.next()) if (step.done) return JSON.stringify(step.value.map((year) => [...year.before]))
    }
    const first = explain()
    expect(digestsOf(engine, scenario, 3)).toEqual(expected)
    expect(explain()).toBe(first)
  })

  test('when it writes its series over those of the replicate before, of other years and arms too', () => {
    const thrifty = createEngine(undefined, true)
    const first = runThrough(thrifty, scenario, 1)
    expect(digestsOf(thrifty, scenario, 3)).toEqual(expected)
    expect(runThrough(thrifty, scenario, 3)[0]!.sections).toBe(first[0]!.sections)
    runThrough(thrifty, { ...scenario, years: { from: 2026, to: 2029 }, arms: scenario.arms.slice(1) }, 2)
    expect(digestsOf(thrifty, scenario, 3)).toEqual(expected)
  })

  test('in a county that another engine has built, and the same facts about it', () => {
    const given = createEngine()
    given.adopt(scenario, structuredClone(engine.state(scenario)))
    expect(given.facts(scenario)).toEqual(createEngine().facts(scenario))
    expect(digestsOf(given, scenario, 3)).toEqual(expected)
    // whoever was given it can give it on, and what was run since does not show
    const next = createEngine()
    next.adopt(scenario, structuredClone(given.state(scenario)))
    expect(digestsOf(next, scenario, 3)).toEqual(expected)
  })

  test('when it is given another county than it is asked for, or in the middle of its life', () => {
    const other = { ...scenario, behaviour: { ...scenario.behaviour, 'teaching.peers': 0.1 } }
    const lived = createEngine()
    runThrough(lived, other, 1)
    lived.adopt(scenario, structuredClone(engine.state(scenario)))
    expect(digestsOf(lived, scenario, 3)).toEqual(expected)
    lived.adopt(scenario, structuredClone(createEngine().state(other)))
    expect(digestsOf(lived, scenario, 3)).toEqual(expected)
  })

  test('for a changed lever that starts from the state kept before the first policy, which saves those years', () => {
    const rotation = scenario.arms.find((arm) => arm.id === 'rotation')!
    const at = (share: number): Scenario => ({ ...scenario, arms: [{ ...rotation, policies: rotation.policies.map((use) => ({ ...use, set: { ...use.set, share } })) }] })
    const yearsOf = (what: Scenario): number[] => [...engine.replicate(what, 3)].map(({ year }) => year)
    runThrough(engine, at(0.1), 4)
    expect(yearsOf(at(0.1))).toEqual([2026, 2027, 2028, 2029, 2030])
    expect(yearsOf(at(0.3))).toEqual([2027, 2028, 2029, 2030])
    expect(digestsOf(engine, at(0.3), 3)).toEqual(digestsOf(createEngine(), at(0.3), 3))
    expect(yearsOf({ ...at(0.3), seed: 'another' })[0]).toBe(2026)
    expect(yearsOf({ ...at(0.3), behaviour: { ...scenario.behaviour, 'teacher-leaving.quit': 0.02 } })[0]).toBe(2026)
  })

  test('after another county and back', () => {
    const other = openScenario('mountain-status-quo')
    runThrough(engine, { ...other, years: { from: other.county.year, to: other.county.year + 2 } }, 1)
    expect(digestsOf(engine, scenario, 3)).toEqual(expected)
  })

  test('for the years a longer run has in common with it', () => {
    const longer = runThrough(engine, { ...scenario, years: { from: 2025, to: 2032 } }, 3)
    const shorter = runThrough(engine, scenario, 3)
    longer.forEach((series, a) => expect(series.county.slice(0, shorter[a]!.county.length)).toEqual(shorter[a]!.county))
  })

  test('and other bits for another replicate or seed', () => {
    expect(digestsOf(engine, scenario, 4)['status-quo']).not.toBe(expected['status-quo'])
    expect(digestsOf(engine, { ...scenario, seed: 'another' }, 3)['status-quo']).not.toBe(expected['status-quo'])
  })
})

test('an inline runner that is asked several things at once does them one after the other', async () => {
  const runner = createInlineRunner(engine)
  const progress: string[] = []
  const plan = (runId: string) => ({ runId, scenario, replicates: [3] })
  const heard = { onProgress: ({ runId }: { runId: string }) => progress.push(runId) }
  const [first, , second] = await Promise.all([runner.run(plan('a'), heard), runner.explain(scenario, 5, 'quota'), runner.run(plan('b'), heard)])
  for (const outcome of [first, second]) {
    expect(Object.fromEntries(outcome.results[0]!.arms.map((series) => [series.arm, seriesDigest(series)]))).toEqual(expected)
  }
  expect(progress).toEqual([...progress].sort())
})
