/*
 * Ranks some thousand candidates several times a simulated year. A comparator sort takes 1 to 2 ms for 7,000 of them; a radix
 * sort over the bits of the scores takes about a tenth of that, and is as exact: equal scores are told apart by lottery and id.
 */

const digitBits = 11
const digitMask = (1 << digitBits) - 1
const passes = 6
const longRun = 24

const probe = new Uint32Array(new Float64Array([1]).buffer)
const highWord = probe[0] === 0 ? 1 : 0

/**
 * Candidates best first: score descending, then lottery number ascending, then id ascending.
 *
 * @param rows    candidates to rank, as positions in the arrays                    Int32Array[n]
 * @param score   exam score by position; no NaN among the rows                     any numeric array
 * @param lottery tie-break number by id, called only for equal scores
 * @param id      stable identity by position
 * @returns the rows in order; a new array
 */
export function rankCandidates(
  rows: Int32Array,
  score: ArrayLike<number>,
  lottery: (id: number) => number,
  id: ArrayLike<number>,
): Int32Array {
  const n = rows.length
  const low = new Uint32Array(n)
  const high = new Uint32Array(n)
  fillKeys(rows, score, low, high)
  let from: Int32Array = new Int32Array(n)
  let to: Int32Array = new Int32Array(n)
  for (let i = 0; i < n; i++) from[i] = i
  const counts = new Int32Array(1 << digitBits)
  for (let pass = 0; pass < passes; pass++) {
    if (!distribute(pass, from, to, low, high, counts)) continue
    const swapped = from
    from = to
    to = swapped
  }
  for (let i = 0; i < n; i++) to[i] = rows[from[i]]
  settleTies(to, score, lottery, id)
  return to
}

/** Writes 64-bit keys whose unsigned order is descending order of score. */
function fillKeys(rows: Int32Array, score: ArrayLike<number>, low: Uint32Array, high: Uint32Array): void {
  const value = new Float64Array(1)
  const words = new Uint32Array(value.buffer)
  for (let i = 0; i < rows.length; i++) {
    value[0] = score[rows[i]] + 0
    const h = words[highWord]
    const l = words[1 - highWord]
    // positive numbers: all bits but the sign are inverted, so larger comes first; negative ones already run that way
    if (h >>> 31) {
      high[i] = h
      low[i] = l
    } else {
      high[i] = ~h & 0x7fffffff
      low[i] = ~l
    }
  }
}

/** The pass-th digit of a key, counted from the low end: 32 low bits, then 32 high bits, in 11-bit digits. */
function digitOf(pass: number, l: number, h: number): number {
  if (pass === 0) return l & digitMask
  if (pass === 1) return (l >>> 11) & digitMask
  if (pass === 2) return (l >>> 22) | ((h & 1) << 10)
  return (h >>> (11 * (pass - 3) + 1)) & digitMask
}

/** One stable counting pass; false if all keys share the digit and nothing moved. */
function distribute(pass: number, from: Int32Array, to: Int32Array, low: Uint32Array, high: Uint32Array, counts: Int32Array): boolean {
  const n = from.length
  counts.fill(0)
  for (let i = 0; i < n; i++) counts[digitOf(pass, low[i], high[i])]++
  if (n === 0 || counts[digitOf(pass, low[0], high[0])] === n) return false
  let sum = 0
  for (let d = 0; d <= digitMask; d++) {
    const here = counts[d]
    counts[d] = sum
    sum += here
  }
  for (let k = 0; k < n; k++) {
    const i = from[k]
    to[counts[digitOf(pass, low[i], high[i])]++] = i
  }
  return true
}

/** Orders every run of equal scores by lottery number, then id. */
function settleTies(order: Int32Array, score: ArrayLike<number>, lottery: (id: number) => number, id: ArrayLike<number>): void {
  const before = (a: number, b: number): number => lottery(id[a]) - lottery(id[b]) || id[a] - id[b]
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && score[order[end]] === score[order[start]]) end++
    if (end - start > longRun) order.subarray(start, end).sort(before)
    else
      for (let i = start + 1; i < end; i++) {
        const row = order[i]
        let j = i
        for (; j > start && before(row, order[j - 1]) < 0; j--) order[j] = order[j - 1]
        order[j] = row
      }
    start = end
  }
}
