/*
 * Why a gap closed: because weak schools rose, or because strong ones fell? The change of a dispersion coefficient is split
 * exactly into four causes. Causes act together, so each is given its mean effect over all orders in which the four could have
 * happened (Shapley’s rule); the parts then add up to the whole in every case and do not depend on an order somebody chose.
 */

/** A section this close to the mean, relative to it, is at the mean: a mean of equal values may differ from them in its last digits. */
const atMean = 1e-12

/** Values and pupils of the assessed sections at one time, sections in the same order at both times. */
export interface SchoolValues {
  /** Per pupil; ignored where nobody is on roll. */
  readonly values: ArrayLike<number>
  readonly pupils: ArrayLike<number>
}

/** The change of a coefficient in four parts that add up to it, and how far the two halves moved. */
export interface RiseAndFall {
  readonly change: number
  /** Sections below the county mean at the start came nearer (negative) or fell behind (positive). */
  readonly lower: number
  /** Sections at or above the mean at the start came nearer (negative) or drew away (positive). */
  readonly upper: number
  /** The mean that all are compared with moved. */
  readonly mean: number
  /** Pupils moved between sections: the same schools with other weights; openings and closures. */
  readonly pupils: number
  /** Pupil-weighted mean change of value of the two halves, in the item’s unit, sections present at both times. */
  readonly lowerRose: number
  readonly upperFell: number
}

const causes = 4
const states = 1 << causes
/** Weight of a subset of k other causes in Shapley’s mean over the 24 orders of four: k! (3 − k)! ÷ 4!. */
const shapley = [6 / 24, 2 / 24, 2 / 24, 6 / 24]

const bitsOf = (state: number): number => (state & 1) + ((state >> 1) & 1) + ((state >> 2) & 1) + ((state >> 3) & 1)

function meanOf({ values, pupils }: SchoolValues): number {
  let sum = 0
  let roll = 0
  for (let i = 0; i < pupils.length; i++) {
    if (!(pupils[i] > 0)) continue
    sum += pupils[i] * values[i]
    roll += pupils[i]
  }
  return sum / roll
}

/** What the split works on: every section with its value before and after, and the side of the start mean it began on. */
interface Sides {
  readonly n: number
  readonly x0: Float64Array
  readonly x1: Float64Array
  readonly p0: Float64Array
  readonly p1: Float64Array
  readonly isLower: Uint8Array
  readonly means: readonly [number, number]
}

/** Sections present at either time; one that is absent at one of them keeps the value of the other. */
function sidesOf(before: SchoolValues, after: SchoolValues): Sides {
  const length = before.pupils.length
  const [x0, x1, p0, p1] = Array.from({ length: 4 }, () => new Float64Array(length))
  const isLower = new Uint8Array(length)
  const means = [meanOf(before), meanOf(after)] as const
  let n = 0
  for (let i = 0; i < length; i++) {
    const was = before.pupils[i] > 0
    const is = after.pupils[i] > 0
    if (!was && !is) continue
    x0[n] = was ? before.values[i] : after.values[i]
    x1[n] = is ? after.values[i] : before.values[i]
    p0[n] = was ? before.pupils[i] : 0
    p1[n] = is ? after.pupils[i] : 0
    isLower[n] = means[0] - x0[n] > atMean * means[0] ? 1 : 0
    n++
  }
  return { n, x0, x1, p0, p1, isLower, means }
}

/** The coefficient with each cause at its start (bit 0) or its end (bit 1): 1 lower values, 2 upper values, 4 mean, 8 pupils. */
function mixed({ n, x0, x1, p0, p1, isLower, means }: Sides, state: number): number {
  const mean = state & 4 ? means[1] : means[0]
  const weights = state & 8 ? p1 : p0
  const lower = state & 1 ? x1 : x0
  const upper = state & 2 ? x1 : x0
  let squares = 0
  let roll = 0
  for (let i = 0; i < n; i++) {
    const away = (isLower[i] ? lower[i] : upper[i]) - mean
    squares += weights[i] * away * away
    roll += weights[i]
  }
  return Math.sqrt(squares / roll) / mean
}

/** Mean change of value of one side, weighted by pupils at the start, over sections present at both times. */
function movedBy({ n, x0, x1, p0, p1, isLower }: Sides, side: number): number {
  let sum = 0
  let roll = 0
  for (let i = 0; i < n; i++) {
    if (isLower[i] !== side || p0[i] === 0 || p1[i] === 0) continue
    sum += p0[i] * (x1[i] - x0[i])
    roll += p0[i]
  }
  return sum / roll
}

function effectOf(cause: number, at: readonly number[]): number {
  let effect = 0
  for (let state = 0; state < states; state++) if ((state & cause) === 0) effect += shapley[bitsOf(state)] * (at[state | cause] - at[state])
  return effect
}

/**
 * Splits the change of a pupil-weighted coefficient of variation between two years.
 *
 * @param before, after the same sections in the same order; a section that does not exist has 0 pupils
 * @returns parts in units of the coefficient; NaN where a coefficient is undefined
 */
export function riseAndFall(before: SchoolValues, after: SchoolValues): RiseAndFall {
  const sides = sidesOf(before, after)
  const at = Array.from({ length: states }, (_, state) => mixed(sides, state))
  return {
    change: at[states - 1] - at[0],
    lower: effectOf(1, at),
    upper: effectOf(2, at),
    mean: effectOf(4, at),
    pupils: effectOf(8, at),
    lowerRose: movedBy(sides, 1),
    upperFell: -movedBy(sides, 0),
  }
}

/** The change of a difference between two groups, split into what each did relative to the county mean. */
export interface GapSplit {
  readonly change: number
  /** The lower group’s part: negative if it rose against the mean. */
  readonly lower: number
  /** The upper group’s part: negative if it fell against the mean. */
  readonly upper: number
}

/** Splits the change of `upper − lower`; each argument is [before, after], the mean that of the county. */
export function splitGap(upper: readonly [number, number], lower: readonly [number, number], mean: readonly [number, number]): GapSplit {
  const shift = mean[1] - mean[0]
  return {
    change: upper[1] - lower[1] - (upper[0] - lower[0]),
    upper: upper[1] - upper[0] - shift,
    lower: shift - (lower[1] - lower[0]),
  }
}
