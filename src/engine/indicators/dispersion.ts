/*
 * The one formula behind every official gap. It works on plain arrays, so that a simulated county and an imported roster are
 * measured by the same lines.
 */

/**
 * County mean of a per-pupil value: county stock ÷ county pupils, which is not the mean of the sections’ own values.
 *
 * @param stock  raw stock per section, any unit          n numbers
 * @param pupils on roll at the start of the school year  n numbers, same order
 * @returns stock per pupil; NaN if nobody is on roll
 */
export function countyMean(stock: ArrayLike<number>, pupils: ArrayLike<number>, n = pupils.length): number {
  let total = 0
  let roll = 0
  for (let i = 0; i < n; i++) {
    if (!(pupils[i] > 0)) continue
    total += stock[i]
    roll += pupils[i]
  }
  return roll > 0 ? total / roll : NaN
}

/** √( Σᵢ (Pᵢ/P) (Xᵢ − mean)² ) around a given mean; NaN if nobody is on roll. */
function spread(stock: ArrayLike<number>, pupils: ArrayLike<number>, n: number, mean: number): number {
  let roll = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    if (!(pupils[i] > 0)) continue
    const away = stock[i] / pupils[i] - mean
    squares += pupils[i] * away * away
    roll += pupils[i]
  }
  return roll > 0 ? Math.sqrt(squares / roll) : NaN
}

/**
 * Pupil-weighted standard deviation between sections: S = √( Σᵢ (Pᵢ/P) (Xᵢ − X̄)² ), Xᵢ = stockᵢ / Pᵢ.
 *
 * Divides by P, not n − 1: the sections are the whole county, not a sample of it. Sections without pupils drop out.
 *
 * @returns stock per pupil; NaN if nobody is on roll
 */
export const dispersion = (stock: ArrayLike<number>, pupils: ArrayLike<number>, n = pupils.length): number =>
  spread(stock, pupils, n, countyMean(stock, pupils, n))

/**
 * Pupil-weighted coefficient of variation between sections (校际差异系数): CV = S / X̄.
 *
 * @param stock  raw stock per section, any unit          n numbers
 * @param pupils on roll at the start of the school year  n numbers, same order
 * @returns a ratio ≥ 0; NaN if nobody is on roll or the county has none of the stock
 *
 * Source: `worked-example-cv`. Its five schools (printed 0.52, exactly 0.51526) are the first test.
 */
export function dispersionCoefficient(stock: ArrayLike<number>, pupils: ArrayLike<number>, n = pupils.length): number {
  const mean = countyMean(stock, pupils, n)
  return mean > 0 ? spread(stock, pupils, n, mean) / mean : NaN
}

/** Composite of 2012: the plain mean of the coefficients of all items; NaN if one of them is undefined. */
export function compositeCoefficient(coefficients: readonly number[]): number {
  let sum = 0
  for (const coefficient of coefficients) sum += coefficient
  return sum / coefficients.length
}

/** Sections whose own value per `per` pupils is below a standard; a value exactly at the standard meets it. */
export function belowStandard(stock: ArrayLike<number>, pupils: ArrayLike<number>, per: 1 | 100, standard: number, n = pupils.length): number {
  let below = 0
  for (let i = 0; i < n; i++) if (pupils[i] > 0 && perPupils(stock[i], pupils[i], per) < standard) below++
  return below
}

/**
 * The value of one section: stock × `per` ÷ pupils. Multiplying first keeps a stock that lies exactly on a standard on it:
 * 42 × 100 ÷ 1000 is 4.2, but 0.042 × 100 is not.
 */
export const perPupils = (stock: number, pupils: number, per: 1 | 100): number => (stock * per) / pupils
