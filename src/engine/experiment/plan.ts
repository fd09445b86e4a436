import type { Scenario } from '../scenario.ts'

/**
 * The replicates of a scenario, in the order in which they run: 1, 2, … A replicate’s number, not its place in a list,
 * keys its draws, so more replicates extend a run without changing those it has.
 *
 * @param count how many; the scenario’s own number where absent
 * @param first the first number, for continuing a run
 */
export function replicateNumbers(scenario: Scenario, count = scenario.replicates, first = 1): number[] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`replicates: expected a whole number of at least 0, got ${count}`)
  return Array.from({ length: count }, (_, i) => first + i)
}
