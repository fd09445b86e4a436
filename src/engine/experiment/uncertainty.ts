import { expectThat } from '../kernel/expect.ts'
import { quantileSorted } from './quantiles.ts'
import { inReplicateOrder, type ReplicateSeries } from './results.ts'
import { luckAndKnowledge, type Spread } from './spread.ts'

/** A result of one arm in one year, over parameter sets and replicates. Arms after the first are differences from the first. */
export interface UncertainResult {
  readonly arm: string
  readonly column: string
  readonly year: number
  readonly isDifference: boolean
  readonly spread: Spread
  /** 5th and 95th percentile over all runs. */
  readonly low: number
  readonly high: number
  /** Runs above zero, of how many. */
  readonly above: number
  readonly runs: number
}

/** Columns of a county’s row, and where to look: `columnAt('Q2.cv.primary')` gives its position. */
export interface Wanted {
  readonly columns: readonly string[]
  readonly columnAt: (id: string) => number
  readonly width: number
  readonly year: number
}

/** One cell of one arm’s county table. */
function cellOf({ arms }: ReplicateSeries, arm: number, column: number, { width, year }: Wanted): number {
  const { years, county } = arms[arm]
  const y = years.indexOf(year)
  expectThat(y >= 0, `uncertainty: no year ${year} among ${years[0]} to ${years[years.length - 1]}`)
  return county[y * width + column]
}

/**
 * Tells the spread of results apart by where it comes from.
 *
 * @param results [parameter set][replicate]: every set with the same replicates and the same arms
 */
export function uncertaintyOf(results: readonly (readonly ReplicateSeries[])[], wanted: Wanted): UncertainResult[] {
  const ordered = results.map((set) => inReplicateOrder(set))
  const arms = ordered[0][0].arms
  return arms.flatMap(({ arm }, a) =>
    wanted.columns.map((column): UncertainResult => {
      const at = wanted.columnAt(column)
      expectThat(at >= 0, `uncertainty: no column ${column}`)
      const values = ordered.map((set) => set.map((one) => cellOf(one, a, at, wanted) - (a === 0 ? 0 : cellOf(one, 0, at, wanted))))
      const all = Float64Array.from(values.flat()).sort((a, b) => a - b)
      return {
        arm,
        column,
        year: wanted.year,
        isDifference: a > 0,
        spread: luckAndKnowledge(values),
        low: quantileSorted(all, 0.05),
        high: quantileSorted(all, 0.95),
        above: all.filter((x) => x > 0).length,
        runs: all.length,
      }
    }),
  )
}
