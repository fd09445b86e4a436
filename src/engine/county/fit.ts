import type { Target } from './description.ts'

/** Mean and pupil-weighted dispersion coefficient of stocks over sections that count. */
export function meanAndCv(stock: ArrayLike<number>, pupils: ArrayLike<number>): Target {
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
export function standardise(values: ArrayLike<number>, pupils: ArrayLike<number>): Float64Array {
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
export function fitCounts(target: Target, pupils: ArrayLike<number>, deviation: ArrayLike<number>, least: number, most: ArrayLike<number>): Int32Array {
  const n = pupils.length
  const stockAt = (spread: number, mean: number): Int32Array => {
    const stock = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      const wanted = Math.round(pupils[i] * mean * Math.max(0, 1 + spread * deviation[i]))
      stock[i] = Math.max(Math.min(least, most[i]), Math.min(most[i], wanted))
    }
    return stock
  }
  let best = stockAt(0, target.mean)
  let error = Infinity
  for (let step = 0; step <= 160; step++) {
    const spread = (step / 80) * Math.max(target.cv, 0.05)
    let mean = target.mean
    let stock = stockAt(spread, mean)
    for (let k = 0; k < 12; k++) {
      const got = meanAndCv(stock, pupils)
      if (!(got.mean > 0)) break
      mean *= target.mean / got.mean
      stock = stockAt(spread, mean)
    }
    const got = meanAndCv(stock, pupils)
    const off = Math.abs(got.cv - target.cv) + 2 * Math.abs(got.mean / target.mean - 1)
    if (off < error) {
      error = off
      best = stock
    }
  }
  return best
}
