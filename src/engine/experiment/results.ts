import type { Series } from '../record.ts'
import { expectThat } from '../kernel/expect.ts'

/** One replicate of all arms, in the order of the scenario’s arms. */
export interface ReplicateSeries {
  readonly replicate: number
  readonly arms: readonly Series[]
}

/** The numeric tables of a series, each flattened with the year outermost. */
export const seriesTables = ['sections', 'county', 'ledger'] as const
export type SeriesTable = (typeof seriesTables)[number]

/** The same results in replicate order, whatever order they arrived in. Refuses a replicate that is there twice. */
export function inReplicateOrder<R extends { readonly replicate: number }>(results: readonly R[]): R[] {
  const ordered = results.slice().sort((a, b) => a.replicate - b.replicate)
  for (let i = 1; i < ordered.length; i++) {
    expectThat(ordered[i].replicate !== ordered[i - 1].replicate, `replicate ${ordered[i].replicate} is there twice`)
  }
  return ordered
}

/**
 * One table of one arm over all replicates: a row per replicate, in replicate order.
 *
 * @param arm position among the scenario’s arms
 */
export function rowsOf(results: readonly ReplicateSeries[], table: SeriesTable, arm: number): Float64Array[] {
  return inReplicateOrder(results).map(({ replicate, arms }) => {
    expectThat(arm >= 0 && arm < arms.length, `replicate ${replicate} has ${arms.length} arms, no arm ${arm}`)
    return arms[arm][table]
  })
}
