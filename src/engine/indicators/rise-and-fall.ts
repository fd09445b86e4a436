/*
 * Why a gap closed: because weak schools rose, or because strong ones fell? The change of a dispersion coefficient is split
 * exactly into four causes. Causes act together, so each is given its mean effect over all orders in which the four could have
 * happened (Shapley’s rule); the parts then add up to the whole in every case and do not depend on an order somebody chose.
 */

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

/** The coefficient with each cause at its start (bit 0) or its end (bit 1): 1 lower values, 2 upper values, 4 mean, 8 pupils. */
function mixed(before: SchoolValues, after: SchoolValues, isLower: Uint8Array, means: readonly [number, number], state: number): number {
  const mean = means[(state >> 2) & 1]
  const weights = state & 8 ? after.pupils : before.pupils
  let squares = 0
  let roll = 0
  for (let i = 0; i < isLower.length; i++) {
    if (!(weights[i] > 0)) continue
    const moved = isLower[i] ? state & 1 : state & 2
    const value = valueAt(before, after, i, moved !== 0)
    squares += weights[i] * (value - mean) * (value - mean)
    roll += weights[i]
  }
  return Math.sqrt(squares / roll) / mean
}

/** A section’s value before or after; one that is absent at that time keeps the value of the other. */
function valueAt(before: SchoolValues, after: SchoolValues, i: number, moved: boolean): number {
  if (!(before.pupils[i] > 0)) return after.values[i]
  if (!(after.pupils[i] > 0)) return before.values[i]
  return moved ? after.values[i] : before.values[i]
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
  const n = before.pupils.length
  const means = [meanOf(before), meanOf(after)] as const
  const isLower = new Uint8Array(n)
  for (let i = 0; i < n; i++) isLower[i] = valueAt(before, after, i, false) < means[0] ? 1 : 0
  const at = Array.from({ length: states }, (_, state) => mixed(before, after, isLower, means, state))
  const moved = (side: number): number => {
    let sum = 0
    let roll = 0
    for (let i = 0; i < n; i++) {
      if (isLower[i] !== side || !(before.pupils[i] > 0) || !(after.pupils[i] > 0)) continue
      sum += before.pupils[i] * (after.values[i] - before.values[i])
      roll += before.pupils[i]
    }
    return sum / roll
  }
  return {
    change: at[states - 1] - at[0],
    lower: effectOf(1, at),
    upper: effectOf(2, at),
    mean: effectOf(4, at),
    pupils: effectOf(8, at),
    lowerRose: moved(1),
    upperFell: -moved(0),
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
