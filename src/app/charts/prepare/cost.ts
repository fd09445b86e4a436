import { payers, purposes, type Series } from '../../../engine/index.ts'

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
  const row = series.ledger.length / series.years.length
  const sums = series.years.map((_, year) => {
    let sum = 0
    for (let k = year * row; k < (year + 1) * row; k++) sum += series.ledger[k] ?? 0
    return sum
  })
  spent.set(series, sums)
  return sums
}

/** What a run costs more than its pair under the baseline, yuan, by year. */
export function costByYear(plan: Series, baseline: Series): readonly number[] {
  const [mine, theirs] = [spentByYear(plan), spentByYear(baseline)]
  return plan.years.map((_, y) => mine[y]! - (theirs[y] ?? 0))
}

/**
 * Yuan by policy over the years up to and including `last`. In a ledger processes come first, then `policies` in the order of the
 * registry; so the page need not carry the processes to name who spent.
 */
export function costByPolicy(plan: Series, policies: readonly string[], last: number): Readonly<Record<string, number>> {
  const actors = plan.ledger.length / (plan.years.length * purposes.length * payers.length)
  const sums: Record<string, number> = {}
  policies.forEach((id, p) => {
    let sum = 0
    for (let y = 0; y <= last; y++) sum += spentBy(plan, y, actors - policies.length + p, actors)
    sums[id] = sum
  })
  return sums
}
