/*
 * Ranks some thousand candidates several times a simulated year. A comparator sort takes 2 to 4 ms for 7,000 of them; two
 * counting passes over 22 bits that say where a score lies between the best and the last, and a comparison where these agree,
 * take a tenth of that.
 */

/** Values of a digit; a key has two. Loops say 2047 and 2048 themselves, because they would look up a constant of the module at every turn. */
const digits = 2048
const longRun = 24

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
  const counts = new Int32Array(2 * digits)
  const key = keysOf(rows, score, counts)
  const a = new Int32Array(n)
  const b = new Int32Array(n)
  for (let i = 0; i < n; i++) b[i] = i
  distribute(b, a, key, 0, counts.subarray(0, digits))
  distribute(a, b, key, 11, counts.subarray(digits))
  for (let i = 0; i < n; i++) a[i] = rows[b[i]]
  settle(a, b, key, (x, y) => score[y] - score[x] || lottery(id[x]) - lottery(id[y]) || id[x] - id[y])
  return a
}

/**
 * 22-bit keys that never decrease as the score falls: subtracting and multiplying round in one direction, so they keep the order.
 * If all scores are equal, or one is infinite, keys are 0 where nothing can be told apart. Counts how often each value of each
 * digit occurs.
 */
function keysOf(rows: Int32Array, score: ArrayLike<number>, counts: Int32Array): Int32Array {
  const n = rows.length
  const key = new Int32Array(n)
  let best = -Infinity
  let last = Infinity
  for (let i = 0; i < n; i++) {
    const x = score[rows[i]]
    if (x > best) best = x
    if (x < last) last = x
  }
  const steps = 4194303 / (best - last)
  for (let i = 0; i < n; i++) {
    const k = ((best - score[rows[i]]) * steps) | 0
    key[i] = k
    counts[k & 2047]++
    counts[2048 + (k >>> 11)]++
  }
  return key
}

/** One stable counting pass over the digit of the keys that starts at bit `shift`; `counts` of the digit become positions. */
function distribute(from: Int32Array, to: Int32Array, key: Int32Array, shift: number, counts: Int32Array): void {
  const n = from.length
  const bits = shift | 0
  for (let d = 0, sum = 0; d < 2048; d++) {
    const here = counts[d]
    counts[d] = sum
    sum += here
  }
  for (let k = 0; k < n; k++) {
    const i = from[k]
    to[counts[(key[i] >>> bits) & 2047]++] = i
  }
}

/** Orders every run of equal keys by comparison. `position` holds, for each place in `order`, the index of its key. */
function settle(order: Int32Array, position: Int32Array, key: Int32Array, before: (a: number, b: number) => number): void {
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && key[position[end]] === key[position[start]]) end++
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
