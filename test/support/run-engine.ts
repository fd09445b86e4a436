import { createEngine, policies, type Arm, type Engine, type PolicyUse, type Scenario, type Series } from '../../src/engine/index.ts'

/** Runs one replicate of all arms to its end. */
export function runReplicate(scenario: Scenario, replicate = 1, engine: Engine = createEngine()): readonly Series[] {
  const run = engine.replicate(scenario, replicate)
  for (;;) {
    const tick = run.next()
    if (tick.done) return tick.value
  }
}

/** A use of a policy at its defaults, with what is set instead. */
export const useOf = (use: string, from: number, set: PolicyUse['set'] = {}): PolicyUse => ({ use, from, set })

/** An arm in which every policy of the registry is in force at its defaults. */
export const everythingFrom = (from: number, id = 'everything'): Arm => ({ id, policies: policies.map((policy) => useOf(policy.id, from)) })
