import { valuesOf } from '../../src/engine/behaviour.ts'
import { buildCounty } from '../../src/engine/build-county.ts'
import type { BuiltCounty } from '../../src/engine/prepare-county.ts'
import { resetRules, type County, type Rules } from '../../src/engine/county/county.ts'
import type { Arm, CountyDescription, Moment } from '../../src/engine/index.ts'
import { drawsOf, type Draws, type SeedWords } from '../../src/engine/kernel/random.ts'
import { seedWords } from '../../src/engine/kernel/seed.ts'
import { measureYear, type YearRecord } from '../../src/engine/record.ts'
import { isInForce, usesOf } from '../../src/engine/timetable.ts'
import { processes, theYear } from '../../src/engine/year.ts'
import { tinyDescription } from './tiny-description.ts'

/** What a test may put in the place of what the engine would hand to a process. */
export interface Stand {
  readonly county?: County
  readonly rules?: Rules
  readonly draws?: (draws: Draws) => Draws
}

/** What a test does inside a year. */
export interface YearHooks {
  /** Luck of this year, if not the county’s own. */
  readonly seed?: SeedWords
  /** Stands for policies: called at every moment. */
  readonly at?: (moment: Moment, draws: Draws) => void
  /** Called instead of every process’s step, with the step to run. */
  readonly around?: (process: string, step: () => void) => void
}

/** A built county whose years a test runs step by step. */
export interface LiveYears {
  readonly built: BuiltCounty
  readonly county: County
  /** Runs one year and returns what it leaves behind. */
  year(year: number, hooks?: YearHooks): YearRecord
}

interface Options {
  readonly description?: CountyDescription
  readonly seed?: SeedWords
  readonly behaviour?: Readonly<Record<string, number | string>>
  /** May replace what processes get to see. */
  readonly standIn?: (built: BuiltCounty) => Stand
}

const justRun = (_: string, step: () => void): void => step()

/** Builds the tiny county, or another one, ready to be run year by year. */
export function liveYears({ description = tinyDescription, seed = seedWords('live-years', 1), behaviour = {}, standIn = () => ({}) }: Options = {}): LiveYears {
  const built = buildCounty(description, behaviour)
  const stand = standIn(built)
  const rules = stand.rules ?? built.rules
  const steps = stand.county === undefined ? built.steps : processes.map((p) => p.bind(stand.county!))
  return {
    built,
    county: built.county,
    year(year, { at, around = justRun, seed: own = seed } = {}) {
      const real = drawsOf(own, year)
      const draws = stand.draws?.(real) ?? real
      resetRules(built.rules)
      built.ledger.reset()
      let bound = 0
      for (const step of theYear) {
        if ('moment' in step) {
          at?.(step.moment, draws)
          continue
        }
        built.ledger.charge(step.id)
        const run = steps[bound++] as (now: object) => void
        const set = valuesOf(step.id, step.parameters, behaviour)
        around(step.id, () => run({ year, set, settings: built.settings, rules, ledger: built.ledger, draws }))
      }
      return measureYear(built.county, built.ledger, year)
    },
  }
}

/** An arm’s policies as a hook, acting as in the engine except that supervision sees no published record. */
export function policiesAt({ county, rules, ledger, settings }: BuiltCounty, arm: Arm, year: number): NonNullable<YearHooks['at']> {
  const uses = usesOf(arm, county)
  return (moment, draws) => {
    for (const { policy, from, to, valuesIn, covers } of uses) {
      if (policy.moment !== moment || !isInForce({ from, to } as (typeof uses)[number], year)) continue
      ledger.charge(policy.id)
      policy.act({ year, yearsRunning: year - from, set: valuesIn(year), county, rules, ledger, draws, covers, teacherPay: settings.finance.teacherPay, published: () => NaN, raise: () => undefined })
    }
  }
}
