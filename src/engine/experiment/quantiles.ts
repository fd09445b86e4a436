import { expectEqual, expectThat } from '../kernel/expect.ts'

/**
 * Quantile of sorted numbers, linear between order statistics: h = (n − 1) p, x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎).
 *
 * Source: type 7 of Hyndman and Fan (1996), the default of R and NumPy.
 *
 * @param sorted ascending, without NaN
 * @param p      in [0, 1]
 * @param n      how many of the numbers count, from the first; all unless given
 * @returns NaN if there are none
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number, n = sorted.length): number {
  expectThat(p >= 0 && p <= 1, `probability: expected 0 to 1, got ${p}`)
  if (n === 0) return NaN
  const h = (n - 1) * p
  const below = Math.floor(h)
  if (below >= n - 1) return sorted[n - 1]
  return sorted[below] + (h - below) * (sorted[below + 1] - sorted[below])
}

/**
 * The median of some runs, on the screen and in reports alike: always the value of one of them, the lower of the two in the
 * middle. So a count stays a whole number and what is printed has happened in a run. NaN are left out; NaN if nothing else is there.
 */
export function middle(values: readonly number[]): number {
  const known = values.filter((value) => value === value).sort((a, b) => a - b)
  return known.length === 0 ? NaN : known[Math.floor((known.length - 1) / 2)]
}

/**
 * Quantiles over replicates of every cell: `rows[replicate][cell]` → `result[probability][cell]`.
 *
 * A replicate in which a cell is not a number is left out of that cell’s quantiles; they are NaN if no replicate has one.
 */
export function quantilesOver(rows: readonly ArrayLike<number>[], probabilities: readonly number[]): Float64Array[] {
  const cells = rows.length === 0 ? 0 : rows[0].length
  for (const row of rows) expectEqual('cells per replicate', cells, row.length)
  const result = probabilities.map(() => new Float64Array(cells))
  const values = new Float64Array(rows.length)
  for (let cell = 0; cell < cells; cell++) {
    let n = 0
    for (const row of rows) if (row[cell] === row[cell]) values[n++] = row[cell]
    values.subarray(0, n).sort((a, b) => a - b)
    probabilities.forEach((p, i) => (result[i][cell] = quantileSorted(values, p, n)))
  }
  return result
}

/** Means over replicates of every cell, leaving out those that are not a number; summed in replicate order. */
export function meansOver(rows: readonly ArrayLike<number>[]): Float64Array {
  const cells = rows.length === 0 ? 0 : rows[0].length
  const result = new Float64Array(cells)
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0
    let n = 0
    for (const row of rows) {
      if (row[cell] !== row[cell]) continue
      sum += row[cell]
      n++
    }
    result[cell] = n === 0 ? NaN : sum / n
  }
  return result
}
