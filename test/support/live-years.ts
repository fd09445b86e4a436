import { valuesOf } from '../../src/engine/behaviour.ts'
import { buildCounty, type BuiltCounty } from '../../src/engine/build-county.ts'
import { resetRules, type County, type Rules } from '../../src/engine/county/county.ts'
import type { CountyDescription } from '../../src/engine/index.ts'
import { drawsOf, type Draws } from '../../src/engine/kernel/random.ts'
import { seedWords } from '../../src/engine/kernel/seed.ts'
import { processes } from '../../src/engine/year.ts'
import { tinyDescription } from './tiny-description.ts'

/** What a test may put in the place of what the engine would hand to a process. */
export interface Stand {
  readonly county?: County
  readonly rules?: Rules
  readonly draws?: (draws: Draws) => Draws
}

/** A built county whose years a test runs step by step, under the status quo unless `decide` writes rules or tables. */
export interface LiveYears {
  readonly built: BuiltCounty
  readonly county: County
  /** Runs one year: `decide` stands for all policies, `around` is called with every process’s id and its step. */
  year(year: number, decide?: (built: BuiltCounty) => void, around?: (id: string, step: () => void) => void): void
}

/** Builds the tiny county, or another one, ready to be run year by year; `standIn` may replace what processes get to see. */
export function liveYears(replicate: number | string = 1, description: CountyDescription = tinyDescription, standIn: (built: BuiltCounty) => Stand = () => ({}), behaviour: Record<string, number | string> = {}): LiveYears {
  const built = buildCounty(description, behaviour)
  const stand = standIn(built)
  const steps = stand.county === undefined ? undefined : processes.map((p) => p.bind(stand.county!))
  return {
    built,
    county: built.county,
    year(year, decide = () => undefined, around = (_, step) => step()) {
      const real = drawsOf(seedWords('live-years', replicate), year)
      const draws = stand.draws?.(real) ?? real
      const rules = stand.rules ?? built.rules
      resetRules(built.rules)
      built.ledger.reset()
      decide(built)
      processes.forEach((process, i) => {
        built.ledger.charge(process.id)
        const set = valuesOf(process.id, process.parameters, behaviour)
        const step = (steps ?? built.steps)[i] as (now: object) => void
        around(process.id, () => step({ year, set, settings: built.settings, rules, ledger: built.ledger, draws }))
      })
    },
  }
}
