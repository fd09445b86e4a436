import type { Series } from '../../engine/index.ts'

/** Each number on the straight line from `a` to `b`, `share` of the way. Two whole numbers are flags or counts: the nearer one, as where one of them is missing. */
function mixed(a: Float64Array, b: Float64Array, share: number): Float64Array {
  const near = share < 0.5 ? a : b
  const out = new Float64Array(a.length)
  for (let k = 0; k < a.length; k++) {
    const low = a[k]!
    const high = b[k]!
    const both = low + (high - low) * share
    out[k] = (Number.isInteger(low) && Number.isInteger(high)) || Number.isNaN(both) ? near[k]! : both
  }
  return out
}

/**
 * What lies between two runs of one county and seed whose plans differ in one lever only: every yearly number interpolated on a
 * straight line. No run, and no result: it stands in for the run of a position between theirs until that is here, and must be told
 * from one.
 *
 * @param share how far the position lies from that of `a` to that of `b`, 0 to 1.
 */
export const betweenRuns = (a: Series, b: Series, share: number): Series => ({
  ...(share < 0.5 ? a : b),
  sections: mixed(a.sections, b.sections, share),
  county: mixed(a.county, b.county, share),
  ledger: mixed(a.ledger, b.ledger, share),
})
