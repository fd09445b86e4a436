import { payers, purposes, type Payer, type PolicyGroup, type Series } from '../../../engine/index.ts'
import { middle } from './frame.ts'

/** Yuan that one actor spent in a year, all purposes and payers. */
function spentBy(series: Series, year: number, actor: number, actors: number): number {
  const row = purposes.length * payers.length
  const start = (year * actors + actor) * row
  let sum = 0
  for (let k = start; k < start + row; k++) sum += series.ledger[k] ?? 0
  return sum
}

// a run never changes, and several parts of the screen ask for its bill
const spent = new WeakMap<Series, readonly number[]>()

/** Yuan spent by everybody, by year. */
function spentByYear(series: Series): readonly number[] {
  const known = spent.get(series)
  if (known) return known
  // read once: between two runs it is made when it is asked for
  const { ledger, years } = series
  const row = ledger.length / years.length
  const sums = years.map((_, year) => {
    let sum = 0
    for (let k = year * row; k < (year + 1) * row; k++) sum += ledger[k] ?? 0
    return sum
  })
  spent.set(series, sums)
  return sums
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Yuan spent by everybody from the first year to `last`. */
export const spentUpTo = (series: Series, last: number): number => sumOf(spentByYear(series).slice(0, last + 1))

/** What a run costs more than its pair under the baseline, yuan, by year. */
export function costByYear(plan: Series, baseline: Series): readonly number[] {
  const [mine, theirs] = [spentByYear(plan), spentByYear(baseline)]
  return plan.years.map((_, y) => mine[y]! - (theirs[y] ?? 0))
}

/** Processes and policies of a ledger. */
const actorsOf = (series: Series): number => series.ledger.length / (series.years.length * purposes.length * payers.length)

/**
 * Yuan by policy over the years up to and including `last`. In a ledger processes come first, then `policies` in the order of the
 * registry; so the page need not carry the processes to name who spent.
 */
export function costByPolicy(plan: Series, policies: readonly string[], last: number): Readonly<Record<string, number>> {
  const actors = actorsOf(plan)
  const sums: Record<string, number> = {}
  policies.forEach((id, p) => {
    let sum = 0
    for (let y = 0; y <= last; y++) sum += spentBy(plan, y, actors - policies.length + p, actors)
    sums[id] = sum
  })
  return sums
}

/** Where the added cost of a plan lies: parts of one pair of runs, so that they add up to the total. Yuan, first year to the last asked for. */
export interface CostAccount {
  readonly total: number
  readonly groups: Readonly<Record<PolicyGroup, number>>
  /** Booked by processes, to no policy: pay, upkeep, what growing rolls cost. */
  readonly rest: number
  readonly payers: Readonly<Record<Payer, number>>
}

/** What the policies of each group cost more in a run than in its pair under the baseline, yuan, by year. */
export function costByGroup(policies: readonly { readonly id: string; readonly group: PolicyGroup }[], plan: Series, baseline: Series): Readonly<Record<PolicyGroup, readonly number[]>> {
  const none = () => plan.years.map(() => 0)
  const groups: Record<PolicyGroup, number[]> = { teachers: none(), funding: none(), admissions: none(), network: none() }
  const actors = actorsOf(plan)
  policies.forEach(({ group }, p) => {
    const actor = actors - policies.length + p
    plan.years.forEach((_, y) => (groups[group][y]! += spentBy(plan, y, actor, actors) - spentBy(baseline, y, actor, actors)))
  })
  return groups
}

/** Yuan by payer, all actors, over the years up to and including `last`. */
function paidBy(series: Series, last: number): readonly number[] {
  const sums = payers.map(() => 0)
  const end = (series.ledger.length / series.years.length) * (last + 1)
  for (let k = 0; k < end; k++) sums[k % payers.length]! += series.ledger[k] ?? 0
  return sums
}

/** What each pair of runs costs more under the plan than under the baseline, yuan, from the first year to `last`. */
const addedCosts = (runs: readonly Series[], pairs: readonly Series[], last: number): readonly number[] => pairs.slice(0, runs.length).map((pair, k) => spentUpTo(runs[k]!, last) - spentUpTo(pair, last))

/** The added cost that is printed, wherever it is: the middle of the pairs’ sums from the first year to `last`, yuan; NaN without a pair. */
export const addedCost = (runs: readonly Series[], pairs: readonly Series[], last: number): number => middle(addedCosts(runs, pairs, last))

/** Which pair of plan and baseline has the middle of the totals up to a year: the one whose total is printed. −1 without a pair. */
export function middleCost(runs: readonly Series[], pairs: readonly Series[], last: number): number {
  const totals = addedCosts(runs, pairs, last)
  return totals.indexOf(middle(totals))
}

/** The added cost of the pair in the middle, whose total is the one printed, by policy group and by payer; null without a pair. */
export function costAccount(policies: readonly { readonly id: string; readonly group: PolicyGroup }[], runs: readonly Series[], pairs: readonly Series[], last: number): CostAccount | null {
  const k = middleCost(runs, pairs, last)
  const [plan, baseline] = [runs[k], pairs[k]]
  if (!plan || !baseline) return null
  const total = addedCost(runs, pairs, last)
  const groups = Object.fromEntries(Object.entries(costByGroup(policies, plan, baseline)).map(([group, years]) => [group, sumOf(years.slice(0, last + 1))])) as Record<PolicyGroup, number>
  const [paid, paidThere] = [paidBy(plan, last), paidBy(baseline, last)]
  const byPayer = Object.fromEntries(payers.map((payer, p) => [payer, paid[p]! - paidThere[p]!])) as Record<Payer, number>
  return { total, groups, rest: total - sumOf(Object.values(groups)), payers: byPayer }
}
