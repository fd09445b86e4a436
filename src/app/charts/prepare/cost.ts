import { payers, purposes, type Series } from '../../../engine/index.ts'

/** Yuan that one actor spent in a year, all purposes and payers. */
function spentBy(series: Series, year: number, actor: number, actors: number): number {
  const row = purposes.length * payers.length
  const start = (year * actors + actor) * row
  let sum = 0
  for (let k = start; k < start + row; k++) sum += series.ledger[k] ?? 0
  return sum
}

/** Yuan spent in a year by everybody. */
function spentInYear(series: Series, year: number): number {
  const row = series.ledger.length / series.years.length
  let sum = 0
  for (let k = year * row; k < (year + 1) * row; k++) sum += series.ledger[k] ?? 0
  return sum
}

/** What a run costs more than its pair under the baseline, yuan, by year. */
export const costByYear = (plan: Series, baseline: Series): readonly number[] =>
  plan.years.map((_, y) => spentInYear(plan, y) - spentInYear(baseline, y))

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
