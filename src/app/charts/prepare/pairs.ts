import { middle } from './frame.ts'

/** A number under the plan and under the baseline of the same seed. */
export interface Pair {
  readonly plan: number
  readonly baseline: number
}

/** The pair whose difference is the middle of all differences: what stands behind a difference that is printed. */
export function middlePair(pairs: readonly Pair[]): Pair {
  const differences = pairs.map(({ plan, baseline }) => plan - baseline)
  return pairs[differences.indexOf(middle(differences))] ?? { plan: NaN, baseline: NaN }
}
