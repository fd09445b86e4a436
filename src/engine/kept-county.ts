import { buildCounty } from './build-county.ts'
import type { Capacity } from './county/county.ts'
import type { CountySettings } from './county/settings.ts'
import { groundOf } from './ground.ts'
import { prepareCounty, type BuiltCounty } from './prepare-county.ts'
import type { YearRows } from './record.ts'
import type { Scenario } from './scenario.ts'

/**
 * A built county in the state of its own year, as data: what one thread has built, for others to begin with. Building takes most
 * of the first second of a thread, and every thread would build the same bits.
 */
export interface CountyState {
  /** `groundOf` the scenario it was built for. */
  readonly ground: string
  readonly capacity: Capacity
  readonly settings: CountySettings
  readonly tables: Uint8Array
  readonly ledger: Float64Array
  readonly spending: Float64Array
}

/** The county an engine keeps. */
export interface Kept {
  readonly built: BuiltCounty
  readonly state: CountyState
  prefix?: Prefix
}

/**
 * Where a replicate stood before its first policy, with the rows of its years so far. All its arms start from there; and so does
 * the next run of the same replicate, as long as only policies change, as when a lever is dragged.
 */
export interface Prefix {
  /** Seed, replicate and years, as text. */
  readonly key: string
  readonly state: Uint8Array
  readonly rows: YearRows
  readonly published: Float64Array
}

/** Builds a scenario’s county, in the tables of the one kept before where it has room. */
export function keepBuilt(scenario: Scenario, previous?: Kept): Kept {
  const built = buildCounty(scenario.county, scenario.behaviour, previous?.built)
  const { county, ledger, settings } = built
  const state = { ground: groundOf(scenario), capacity: county.capacity, settings, tables: county.save(), ledger: ledger.entries.slice(), spending: ledger.bySection.slice() }
  return { built, state }
}

/** Takes in a scenario’s county as another engine has built it; nothing if it was built for another one, or does not fit the tables of the one kept before. */
export function keepGiven(scenario: Scenario, state: CountyState, previous?: Kept): Kept | undefined {
  if (state.ground !== groundOf(scenario)) return undefined
  if (previous && !isSame(previous.built.county.capacity, state.capacity)) return undefined
  const built = { ...prepareCounty(scenario.county, scenario.behaviour, previous?.built, state.capacity), settings: state.settings }
  const kept = { built, state }
  rewind(kept)
  return kept
}

const isSame = (a: Capacity, b: Capacity): boolean => (Object.keys(a) as (keyof Capacity)[]).every((table) => a[table] === b[table])

/** Back to the county’s own year. */
export function rewind({ built: { county, ledger }, state }: Kept): void {
  county.restore(state.tables)
  ledger.entries.set(state.ledger)
  ledger.bySection.set(state.spending)
}

/** Keeps where the county stands now, over what was kept before. */
export function keepPrefix({ built, prefix }: Kept, key: string, rows: YearRows, published: Float64Array): Prefix {
  const own = { sections: rows.sections.slice(), county: rows.county.slice(), ledger: rows.ledger.slice() }
  return { key, state: built.county.save(prefix?.state), rows: own, published: published.slice() }
}
