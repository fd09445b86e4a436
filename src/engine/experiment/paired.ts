import { expectEqual } from '../kernel/expect.ts'
import { rowsOf, type ReplicateSeries, type SeriesTable } from './results.ts'

/**
 * Differences arm − reference within each replicate: a row per replicate, in replicate order, a cell per cell of the table.
 *
 * Arms of a replicate share their draws, so what they differ by is the policy and not the luck. Quantiles of these
 * differences are the comparison; the difference of two arms’ quantiles is not.
 *
 * @param arm       position among the scenario’s arms
 * @param reference the arm compared with, the first unless given
 */
export function pairedDifferences(results: readonly ReplicateSeries[], table: SeriesTable, arm: number, reference = 0): Float64Array[] {
  const references = rowsOf(results, table, reference)
  return rowsOf(results, table, arm).map((row, r) => {
    expectEqual(`cells of ${table} in both arms`, references[r].length, row.length)
    return row.map((value, cell) => value - references[r][cell])
  })
}

/** In how many replicates a difference is below, at or above zero; `undefined` counts those where it is not a number. */
export interface SignCounts {
  readonly below: number
  readonly zero: number
  readonly above: number
  readonly undefined: number
  /** All replicates: the 20 of "17 of 20". */
  readonly of: number
}

/** Counts the signs of one cell over the rows of `pairedDifferences`. */
export function signCounts(differences: readonly ArrayLike<number>[], cell: number): SignCounts {
  let below = 0
  let zero = 0
  let above = 0
  for (const row of differences) {
    if (row[cell] < 0) below++
    else if (row[cell] > 0) above++
    else if (row[cell] === 0) zero++
  }
  const of = differences.length
  return { below, zero, above, undefined: of - below - zero - above, of }
}

/** In how many rows a cell satisfies a condition, such as meeting a limit. */
export function countWhere(rows: readonly ArrayLike<number>[], cell: number, holds: (value: number) => boolean): number {
  let count = 0
  for (const row of rows) if (holds(row[cell])) count++
  return count
}
