import { expectEqual } from '../kernel/expect.ts'
import {
  allotPlaces,
  largestRemainder,
  unitWith,
  type Allotment,
  type AllotmentRule,
  type AllotmentSchool,
  type AllotmentUnit,
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

/**
 * `each`: every senior high is allotted by itself. `packed`: the total is allotted once, then dealt to the senior highs in
 * proportion. `drawn`: the total is allotted once, and which senior high each place belongs to is drawn by lot.
 */
export type SeveralMode = 'each' | 'packed' | 'drawn'

/** Stream of the lottery that draws senior highs; senior-high ids are 0 and above, −1 is the packed total. */
export const drawnStream = -2

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
 * deals each unit's places to the senior highs in proportion to what is left, so both margins are exact; `drawn` does the same
 * by lot: the places of all senior highs are shuffled and dealt to the units in order of their ids.
 *
 * @param lottery tie-break by school id and senior-high id; −1 for the packed total, −2 for the draw, by number of the place
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
  if (mode === 'drawn') return { pools, total, bySenior: drawnBySenior(pools, total, (place) => lottery(place, drawnStream)) }
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

/** Shuffles the places of all senior highs and deals them to the units, smallest id first: every order is equally likely. */
function drawnBySenior(pools: readonly number[], total: Allotment, lottery: (place: number) => number): Allotment[] {
  const owner = pools.flatMap((pool, h) => new Array<number>(pool).fill(h))
  const deck = owner.map((_, place) => place).sort((a, b) => lottery(a) - lottery(b) || a - b)
  const order = total.units.map((_, u) => u).sort((a, b) => total.units[a].id - total.units[b].id)
  const counts = pools.map(() => new Int32Array(total.units.length))
  let next = 0
  for (const u of order) for (let k = 0; k < total.units[u].places; k++) counts[owner[deck[next++]]][u]++
  expectEqual('places drawn for senior highs', deck.length, next)
  return pools.map((pool, h) => ({
    ...total,
    places: pool,
    districts: [],
    units: total.units.map((unit, u): AllotmentUnit => ({ ...unit, places: counts[h][u] })),
  }))
}
