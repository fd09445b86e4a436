import { expectThat } from '../kernel/expect.ts'
import { keyedHash, type SeedWords } from '../kernel/random.ts'

/*
 * Points that fill a unit cube evenly: Sobol’s sequence with the direction numbers of Joe and Kuo (2008, “new-joe-kuo-6”),
 * scrambled digit by digit as Owen (1995) describes. A scrambled point is uniform, yet any first 2^k points stay spread out,
 * so 64 parameter sets cover a range about as well as several hundred independent draws.
 */

/** Degree, coefficients and initial numbers of the primitive polynomial of each dimension after the first. */
const polynomials: readonly (readonly [degree: number, coefficients: number, initial: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
]

/** Dimensions a point may have. */
export const sobolDimensions = polynomials.length + 1

const bits = 32

/** The 32 direction numbers of a dimension, most significant digit first. */
function directionNumbers(dimension: number): Int32Array {
  const v = new Int32Array(bits)
  if (dimension === 0) {
    for (let i = 0; i < bits; i++) v[i] = 1 << (31 - i)
    return v
  }
  const [degree, coefficients, initial] = polynomials[dimension - 1]
  for (let i = 0; i < bits; i++) {
    if (i < degree) {
      v[i] = initial[i] << (31 - i)
      continue
    }
    v[i] = v[i - degree] ^ (v[i - degree] >>> degree)
    for (let k = 1; k < degree; k++) if ((coefficients >>> (degree - 1 - k)) & 1) v[i] ^= v[i - k]
  }
  return v
}

const directions = Array.from({ length: sobolDimensions }, (_, d) => directionNumbers(d))

/**
 * Digits of a coordinate of Sobol’s sequence, in Gray-code order as published.
 *
 * @param index     0 for the first point (all zero)
 * @param dimension 0 to `sobolDimensions` − 1
 * @returns 32 binary digits after the point, as an unsigned integer
 */
export function sobolDigits(index: number, dimension: number): number {
  expectThat(dimension >= 0 && dimension < sobolDimensions, `Sobol points have ${sobolDimensions} dimensions, asked for number ${dimension}`)
  const v = directions[dimension]
  let gray = index ^ (index >>> 1)
  let digits = 0
  for (let i = 0; gray !== 0; i++, gray >>>= 1) if (gray & 1) digits ^= v[i]
  return digits >>> 0
}

/** Nested scrambling: a digit is flipped or not by a draw keyed by dimension and all digits before it. */
function scramble(digits: number, dimension: number, seed: SeedWords): number {
  let flipped = digits
  for (let i = 0; i < bits; i++) {
    const before = i === 0 ? 0 : digits >>> (bits - i)
    const draw = keyedHash(before, keyedHash(i + bits * dimension, seed.s0, seed.s1), seed.s1)
    if (draw < 0) flipped ^= 1 << (31 - i)
  }
  return flipped >>> 0
}

/** A coordinate of a scrambled point, in (0, 1): the middle of its cell of width 2^-32. */
export const scrambledSobol = (index: number, dimension: number, seed: SeedWords): number =>
  (scramble(sobolDigits(index, dimension), dimension, seed) + 0.5) / 4294967296
