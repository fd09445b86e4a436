import { Digest } from '../kernel/digest.ts'
import type { Series } from '../record.ts'
import { inReplicateOrder, seriesTables, type ReplicateSeries } from './results.ts'

/**
 * Digest of a set of results: 16 hex digits over every number of every table, in the order of replicates and then of arms.
 * It does not depend on the order in which replicates arrived, nor on how many workers ran them.
 */
export function resultDigest(results: readonly ReplicateSeries[]): string {
  const steps = resultDigestSteps(results)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same digest, made in steps of one series each: who asks may do something else in between. */
export function* resultDigestSteps(results: readonly ReplicateSeries[]): Generator<undefined, string> {
  const digest = new Digest()
  for (const { replicate, arms } of inReplicateOrder(results)) {
    digest.numbers([replicate, arms.length])
    for (const series of arms) {
      addSeries(digest, series)
      yield
    }
  }
  return digest.hex()
}

/** Digest of one series, to find the first arm or replicate in which two runs part. */
export function seriesDigest(series: Series): string {
  const digest = new Digest()
  addSeries(digest, series)
  return digest.hex()
}

function addSeries(digest: Digest, series: Series): void {
  digest.text(series.arm).numbers([series.replicate, series.sectionCount, series.years.length]).numbers(series.years)
  for (const table of seriesTables) digest.numbers([series[table].length]).numbers(series[table])
}
