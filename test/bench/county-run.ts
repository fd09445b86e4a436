import { createEngine, policies, type Engine, type Scenario, type Series } from '../../src/engine/index.ts'
import { startWatch, type Spent } from './timing.ts'

/** The reference arm of a scenario alone, from the county’s year over a number of years. */
export const statusQuoOf = (scenario: Scenario, years: number): Scenario => ({
  ...scenario,
  years: { from: scenario.county.year, to: scenario.county.year + years },
  arms: [scenario.arms[0]!],
})

/** The reference and one other arm, for paired replicates. */
export const pairOf = (scenario: Scenario): Scenario => ({ ...scenario, arms: [scenario.arms[0]!, scenario.arms.at(-1)!] })

/** One arm with every policy of the registry in force from the first year on, levers at their defaults. */
export const allPoliciesOf = (scenario: Scenario, years: number): Scenario => {
  const alone = statusQuoOf(scenario, years)
  const all = policies.map(({ id }) => ({ use: id, from: scenario.county.year + 1, set: {} }))
  return { ...alone, arms: [{ ...alone.arms[0]!, policies: all }] }
}

/** Runs a replicate to its end. */
export function runThrough(engine: Engine, scenario: Scenario, replicate: number): readonly Series[] {
  const years = engine.replicate(scenario, replicate)
  for (let step = years.next(); ; step = years.next()) if (step.done) return step.value
}

export interface CountyRun {
  /** Building the county and its first run. */
  readonly first: Spent
  /** Warm runs. */
  readonly rounds: readonly Spent[]
}

/** Times runs of one replicate on one core. */
export function countyRun(scenario: Scenario, rounds: number, warmUp = 5): CountyRun {
  const engine = createEngine()
  const time = (replicate: number): Spent => {
    const spent = startWatch()
    runThrough(engine, scenario, replicate)
    return spent()
  }
  const first = time(1)
  for (let i = 0; i < warmUp; i++) time(i + 2)
  return { first, rounds: Array.from({ length: rounds }, (_, i) => time(i + 1)) }
}
