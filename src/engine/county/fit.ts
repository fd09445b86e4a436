import type { Target } from './description.ts'

/*
 * Everything here takes Float64Arrays alone: the same loop over two kinds of array is compiled for both and runs slower.
 */

/** Mean and pupil-weighted dispersion coefficient of stocks over sections that count. */
export function meanAndCv(stock: Float64Array, pupils: Float64Array): Target {
  let total = 0
  let n = 0
  for (let i = 0; i < pupils.length; i++) {
    total += stock[i]
    n += pupils[i]
  }
  const mean = total / n
  let variance = 0
  for (let i = 0; i < pupils.length; i++) {
    if (pupils[i] === 0) continue
    const d = stock[i] / pupils[i] - mean
    variance += (pupils[i] / n) * d * d
  }
  return { mean, cv: Math.sqrt(variance) / mean }
}

/** Shifts and scales to pupil-weighted mean 0 and SD 1. */
export function standardise(values: Float64Array, pupils: Float64Array): Float64Array {
  let n = 0
  let mean = 0
  for (let i = 0; i < values.length; i++) {
    n += pupils[i]
    mean += pupils[i] * values[i]
  }
  mean /= n
  let variance = 0
  for (let i = 0; i < values.length; i++) variance += (pupils[i] / n) * (values[i] - mean) * (values[i] - mean)
  const sd = Math.sqrt(variance)
  return Float64Array.from(values, (x) => (sd > 0 ? (x - mean) / sd : 0))
}

/**
 * Whole stocks per section whose mean and dispersion coefficient are as near to a target as whole numbers allow.
 *
 * Stock = round(pupils × mean × (1 + spread × deviation)), at least `least` and at most `most` of the section; spread is
 * searched on a grid, the mean is corrected for what bounds and rounding take away.
 *
 * @param target mean per pupil and cv
 */
export function fitCounts(target: Target, pupils: Float64Array, deviation: Float64Array, least: number, most: ArrayLike<number>): Int32Array {
  const n = pupils.length
  const atMost = Float64Array.from(most)
  const atLeast = Float64Array.from(atMost, (m) => Math.min(least, m))
  const stretch = new Float64Array(n)
  let best = new Float64Array(n)
  let stock = new Float64Array(n)
  let roll = 0
  for (let i = 0; i < n; i++) roll += pupils[i]
  fillCounts(best, pupils, target.mean, stretch.fill(1), atLeast, atMost)
  let error = Infinity
  for (let step = 0; step <= 160; step++) {
    const spread = (step / 80) * Math.max(target.cv, 0.05)
    for (let i = 0; i < n; i++) stretch[i] = Math.max(0, 1 + spread * deviation[i])
    let mean = target.mean
    let total = fillCounts(stock, pupils, mean, stretch, atLeast, atMost)
    // a mean that is met is met in all further rounds
    for (let k = 0; k < 12 && total > 0 && total / roll !== target.mean; k++) {
      mean *= target.mean / (total / roll)
      total = fillCounts(stock, pupils, mean, stretch, atLeast, atMost)
    }
    const got = meanAndCv(stock, pupils)
    const off = Math.abs(got.cv - target.cv) + 2 * Math.abs(got.mean / target.mean - 1)
    if (off < error) {
      error = off
      const last = best
      best = stock
      stock = last
    }
  }
  return Int32Array.from(best)
}

/** Fills the whole stocks of one try; returns their sum. */
function fillCounts(stock: Float64Array, pupils: Float64Array, mean: number, stretch: Float64Array, least: Float64Array, most: Float64Array): number {
  let total = 0
  for (let i = 0; i < stock.length; i++) {
    const wanted = Math.round(pupils[i] * mean * stretch[i])
    const whole = wanted > most[i] ? most[i] : wanted
    stock[i] = whole > least[i] ? whole : least[i]
    total += stock[i]
  }
  return total
}
