import type { Series } from '../../../engine/index.ts'

/** Each number on the straight line from `a` to `b`, `share` of the way. Two whole numbers are flags or counts: the nearer one, as where one of them is missing. */
function mixed(a: Float64Array, b: Float64Array, share: number): Float64Array {
  // low + (high − low) is not high in binary
  if (share === 1) return b
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

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/**
 * What lies between two runs of one county and seed whose plans differ in one lever only: every yearly number interpolated on a
 * straight line. No run, and no result: it stands in for the run of a position between theirs until that is here, and must be told
 * from one. The tables are made when they are looked at: while a lever moves most pictures need that of the county alone, and those
 * of the schools are a megabyte.
 *
 * @param share how far the position lies from that of `a` to that of `b`, 0 to 1.
 */
export function betweenRuns(a: Series, b: Series, share: number): Series {
  const { arm, replicate, years, sectionCount } = share < 0.5 ? a : b
  const sections = once(() => mixed(a.sections, b.sections, share))
  const county = once(() => mixed(a.county, b.county, share))
  const ledger = once(() => mixed(a.ledger, b.ledger, share))
  return {
    arm,
    replicate,
    years,
    sectionCount,
    get sections() {
      return sections()
    },
    get county() {
      return county()
    },
    get ledger() {
      return ledger()
    },
  }
}
