/*
 * Ranks some thousand candidates several times a simulated year. A comparator sort takes 2 to 4 ms for 7,000 of them; three
 * counting passes over the upper half of the scores' bits, and a comparison where these agree, take a tenth of that.
 */

const probe = new Uint32Array(new Float64Array([1]).buffer)
const highWord = probe[0] === 0 ? 1 : 0
/**
 * Values of a digit: three digits of 11, 11 and 10 bits cover the upper 32 bits of a number, sign, exponent and 20 bits of
 * mantissa. Loops say 2048 and 4096 themselves, because they would look up a constant of the module at every turn.
 */
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
  const counts = new Int32Array(3 * digits)
  const key = keysOf(rows, score, counts)
  const a = new Int32Array(n)
  const b = new Int32Array(n)
  for (let i = 0; i < n; i++) a[i] = i
  distribute(a, b, key, 0, counts.subarray(0, digits))
  distribute(b, a, key, 11, counts.subarray(digits, 2 * digits))
  distribute(a, b, key, 22, counts.subarray(2 * digits))
  for (let i = 0; i < n; i++) a[i] = rows[b[i]]
  settle(a, b, key, (x, y) => score[y] - score[x] || lottery(id[x]) - lottery(id[y]) || id[x] - id[y])
  return a
}

/**
 * 32-bit keys that never decrease as the score falls; scores that agree in their upper 32 bits share one. Counts how often each
 * value of each digit occurs.
 */
function keysOf(rows: Int32Array, score: ArrayLike<number>, counts: Int32Array): Uint32Array {
  const value = new Float64Array(1)
  const words = new Uint32Array(value.buffer)
  const key = new Uint32Array(rows.length)
  const high = highWord
  for (let i = 0; i < rows.length; i++) {
    value[0] = score[rows[i]] + 0
    const word = words[high]
    // bits of positive numbers rise with the number, so all but the sign are inverted; those of negative ones already fall
    const k = word >>> 31 ? word : ~word & 0x7fffffff
    key[i] = k
    counts[k & 2047]++
    counts[2048 + ((k >>> 11) & 2047)]++
    counts[4096 + (k >>> 22)]++
  }
  return key
}

/** One stable counting pass over the digit of the keys that starts at bit `shift`; `counts` of the digit become positions. */
function distribute(from: Int32Array, to: Int32Array, key: Uint32Array, shift: number, counts: Int32Array): void {
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
function settle(order: Int32Array, position: Int32Array, key: Uint32Array, before: (a: number, b: number) => number): void {
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
