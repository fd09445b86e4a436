import { expectThat } from '../kernel/expect.ts'

/** Spread of a result, told apart by where it comes from. Variances in the square of the result’s unit. */
export interface Spread {
  readonly mean: number
  /** Mean variance between replicates of one parameter set: luck. */
  readonly luck: number
  /** Variance between parameter sets beyond what luck alone would make their means differ: knowledge. Never below 0. */
  readonly knowledge: number
  /** Share of the whole that is knowledge; NaN if nothing varies. */
  readonly knowledgeShare: number
}

/**
 * Splits the spread of a result into luck and knowledge: a one-way analysis of variance with sets as groups.
 *
 * The variance of the sets’ means contains luck ÷ replicates; that part is taken off. Where it is larger than the whole, knowledge is 0.
 *
 * @param values [set][replicate]; every set has the same number of replicates, at least two; at least two sets
 */
export function luckAndKnowledge(values: readonly (readonly number[])[]): Spread {
  const sets = values.length
  const replicates = values[0].length
  expectThat(sets >= 2 && replicates >= 2, `spread: ${sets} sets of ${replicates} replicates, at least two of each are needed`)
  const means = values.map((row) => row.reduce((sum, x) => sum + x, 0) / replicates)
  const mean = means.reduce((sum, m) => sum + m, 0) / sets
  let within = 0
  values.forEach((row, i) => {
    expectThat(row.length === replicates, `spread: set ${i} has ${row.length} replicates, the first ${replicates}`)
    for (const x of row) within += (x - means[i]) * (x - means[i])
  })
  const luck = within / (sets * (replicates - 1))
  const between = means.reduce((sum, m) => sum + (m - mean) * (m - mean), 0) / (sets - 1)
  const knowledge = Math.max(0, between - luck / replicates)
  const whole = luck + knowledge
  return { mean, luck, knowledge, knowledgeShare: whole > 0 ? knowledge / whole : NaN }
}
