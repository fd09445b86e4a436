import type { AnyPolicy, CountyDescription, Scenario } from '../../../engine/index.ts'
import { countyKey } from '../draft/county-key.ts'
import { ground, scenarioOf, unnamed, type Draft } from '../draft/draft.ts'
import type { Place, Placed } from './known-runs.ts'
import type { Position } from '../draft/lever-way.ts'

/** `single` while a lever is under the pointer, `many` once it is released. */
export type Wanted = 'single' | 'many'

/** A picture asked for. */
export interface Request {
  readonly plan: Scenario
  readonly baseline: Scenario
  /** Tells whether the baseline must be run anew: county, years, seed and behaviour, as text. */
  readonly ground: string
  /** Names all that the runs of the plan hang on, as text. */
  readonly of: string
  readonly wanted: Wanted
  /** Where a lever that moves stands. */
  readonly place?: Place | undefined
}

/** What may be asked for next, most likely first. */
export interface Likely {
  /** That of each of them. */
  readonly ground: string
  readonly plans: Iterable<Placed>
}

/** A name changes no result: what was run under another is not run again. */
const planOf = (draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[]): Scenario => scenarioOf(unnamed(draft), county, policies, ['plan'])

const groundOf = ({ seed, years, behaviour, replicates }: Draft, county: CountyDescription): string => JSON.stringify([countyKey(county), seed, years, behaviour, replicates])

/** Names what the runs of a draft hang on: its settings, and what its county consists of. */
export const runsOf = (draft: Draft, county: CountyDescription): string => `${ground(draft)} ${countyKey(county)}`

/** Asks for a picture of a draft. */
export const requestOf = (draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[], wanted: Wanted, place?: Place): Request => ({
  plan: planOf(draft, county, policies),
  baseline: scenarioOf(unnamed(draft), county, policies, ['baseline']),
  ground: groundOf(draft, county),
  of: runsOf(draft, county),
  wanted,
  place,
})

/** Positions of a lever from a draft on, as they may be asked for. Each plan is made when it is its turn to run. */
export function likelyOf(draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[], positions: readonly Position[]): Likely {
  function* plans(): Iterable<Placed> {
    for (const { draft: moved, place } of positions) yield { plan: planOf(moved, county, policies), place }
  }
  return { ground: groundOf(draft, county), plans: plans() }
}
