import { expectEqual } from '../kernel/expect.ts'
import {
  allotPlaces,
  largestRemainder,
  unitWith,
  type Allotment,
  type AllotmentRule,
  type AllotmentSchool,
  type Share,
} from './quota-allotment.ts'

/** A key senior high that gives directed places. */
export interface QuotaSenior {
  readonly id: number
  /** All places of the year. */
  readonly plan: number
  /** Share of the plan that is directed. */
  readonly share: number
}

/** `each`: every senior high is allotted by itself. `packed`: the total is allotted once, then dealt to the senior highs. */
export type SeveralMode = 'each' | 'packed'

/** Places of several senior highs: per senior high the units and places; for `packed` also the table of the total. */
export interface SeveralAllotments {
  readonly pools: readonly number[]
  readonly bySenior: readonly Allotment[]
  readonly total: Allotment | null
}

/** Directed places of a senior high: its plan times the share, rounded half up. */
export const poolOf = (senior: QuotaSenior): number => Math.floor(senior.plan * senior.share + 0.5)

/**
 * Allots the directed places of several key senior highs.
 *
 * `each` repeats the same remainders for every senior high, so small schools can lose every time; `packed` rounds once and
 * deals each unit's places to the senior highs in proportion to what is left, so both margins are exact.
 *
 * @param lottery tie-break by school id and senior-high id; −1 for the packed total
 */
export function allotSeveral(
  seniors: readonly QuotaSenior[],
  schools: readonly AllotmentSchool[],
  rule: AllotmentRule,
  mode: SeveralMode,
  lottery: (schoolId: number, seniorId: number) => number,
): SeveralAllotments {
  const pools = seniors.map(poolOf)
  if (mode === 'each') {
    const bySenior = seniors.map((senior, h) => allotPlaces(pools[h], schools, rule, (id) => lottery(id, senior.id)))
    return { pools, bySenior, total: null }
  }
  const all = pools.reduce((sum, pool) => sum + pool, 0)
  const total = allotPlaces(all, schools, rule, (id) => lottery(id, -1))
  if (total.unallotted > 0) {
    return { pools, total, bySenior: pools.map((places) => ({ ...total, places, unallotted: places })) }
  }
  const left = total.units.map((unit) => unit.places)
  const ids = total.units.map((unit) => unit.id)
  const bySenior = seniors.map((senior, h) => {
    // a share of what is left never exceeds it: quota ≤ left, and left is whole
    const shares = largestRemainder(pools[h], left.slice(), ids, (id) => lottery(id, senior.id))
    shares.forEach((share, u) => (left[u] -= share.places))
    return dealt(total, pools[h], shares)
  })
  expectEqual(
    'places left after dealing to senior highs',
    0,
    left.reduce((sum, n) => sum + n, 0),
  )
  return { pools, bySenior, total }
}

const dealt = (total: Allotment, places: number, shares: readonly Share[]): Allotment => ({
  places,
  units: total.units.map((unit, u) => unitWith(unit, shares[u], unit.district)),
  unitOf: total.unitOf,
  districts: [],
  unallotted: 0,
})
