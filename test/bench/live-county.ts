import { valuesOf } from '../../src/engine/behaviour.ts'
import { buildCounty } from '../../src/engine/build-county.ts'
import type { BuiltCounty } from '../../src/engine/prepare-county.ts'
import { createCounty, createRules, resetRules, type Capacity, type County } from '../../src/engine/county/county.ts'
import type { Scenario } from '../../src/engine/index.ts'
import { drawsOf, type Draws } from '../../src/engine/kernel/random.ts'
import { seedWords } from '../../src/engine/kernel/seed.ts'
import { processes } from '../../src/engine/year.ts'

/** What a process receives in a year, with the values of any process. */
export interface Now {
  readonly year: number
  readonly set: Readonly<Record<string, number | string>>
  readonly rules: BuiltCounty['rules']
  readonly draws: Draws
}

/** A county under the status quo whose steps can be run one by one. */
export interface LiveCounty {
  readonly built: BuiltCounty
  /** Names of the steps of a year, in order. */
  readonly names: readonly string[]
  /** Back to the county’s own year, for a replicate. */
  rewind(replicate: number): void
  /** Begins a year: fresh rules and draws. */
  begin(year: number): void
  /** Runs a step of the year begun. */
  step(index: number): void
  /** Pupils on roll. */
  roll(): number
}

/** Births such that every year the same number of children enter school. */
function steadyBirths({ settings: { year, pupilsPerBirths } }: BuiltCounty, intake: number): Readonly<Record<number, number>> {
  return Object.fromEntries(Array.from({ length: 80 }, (_, i) => [year - 20 + i, intake / pupilsPerBirths]))
}

/**
 * Builds a scenario’s county for benches that look inside a year.
 *
 * @param intake children who enter school in every year after the county’s own; as many as were born unless given
 */
export function liveCounty(scenario: Scenario, intake?: number): LiveCounty {
  const built = buildCounty(scenario.county, scenario.behaviour)
  const { county, rules, ledger } = built
  const settings = intake === undefined ? built.settings : { ...built.settings, births: steadyBirths(built, intake) }
  const base = county.save()
  const sets = processes.map(({ id, parameters }) => valuesOf(id, parameters, scenario.behaviour))
  const steps = built.steps as unknown as readonly ((now: object) => void)[]
  let seed = seedWords(scenario.seed, 1)
  let year = scenario.county.year
  let draws = drawsOf(seed, year)
  return {
    built,
    names: processes.map(({ id }) => id),
    rewind(replicate) {
      county.restore(base)
      seed = seedWords(scenario.seed, replicate)
    },
    begin(next) {
      year = next
      draws = drawsOf(seed, year)
      resetRules(rules)
      ledger.reset()
    },
    step(i) {
      ledger.charge(processes[i]!.id)
      steps[i]!({ year, set: sets[i]!, settings, rules, ledger, draws })
    },
    roll() {
      let roll = 0
      for (let s = 0; s < county.sections.count; s++) roll += county.sections.roll[s]!
      return roll
    },
  }
}

/** A county before a school year, with nothing bound to its tables. */
export interface StandingCounty {
  readonly county: County
  readonly rules: BuiltCounty['rules']
  /** What a process would receive that year. */
  now(process: string): Now
}

/** A state of a county as it goes from one process to another. */
export interface SavedCounty {
  readonly scenario: Scenario
  readonly year: number
  readonly capacity: Capacity
  readonly state: Uint8Array
}

/** Lets a scenario’s county live for some years under the status quo and saves it before the next. */
export function saveCounty(scenario: Scenario, years: number): SavedCounty {
  const live = liveCounty(scenario)
  live.rewind(1)
  for (let y = 1; y <= years; y++) {
    live.begin(scenario.county.year + y)
    live.names.forEach((_, i) => live.step(i))
  }
  const { county } = live.built
  return { scenario, year: scenario.county.year + years + 1, capacity: county.capacity, state: county.save() }
}

/** Brings a saved county back into fresh tables. */
export function standingCounty({ scenario, year, capacity, state }: SavedCounty): StandingCounty {
  const county = createCounty(capacity)
  county.restore(state)
  const rules = createRules(capacity.sections)
  const draws = drawsOf(seedWords(scenario.seed, 1), year)
  return {
    county,
    rules,
    now(process) {
      const { id, parameters } = processes.find((candidate) => candidate.id === process)!
      return { year, set: valuesOf(id, parameters, scenario.behaviour), rules, draws }
    },
  }
}
