/*
 * Where a year’s change of a coefficient came from. A mechanism is charged with what stands after its step minus what stood
 * before, so the terms of a year telescope: they add up to the year’s change, whatever the steps did.
 */

/** Coefficients before a year and after each of its steps, all in the same order of columns. */
export interface FollowedYear {
  readonly before: ArrayLike<number>
  readonly steps: readonly { readonly step: string; readonly after: ArrayLike<number> }[]
}

/** The account of one coefficient over one year. */
export interface MechanismLedger {
  /** Coefficient at the start; where it was undefined, at the first step that defined it. NaN if it never was. */
  readonly before: number
  readonly after: number
  /** In the order in which mechanisms first acted; one that acts twice has one term. Adds up to `after − before` to rounding. */
  readonly terms: readonly { readonly mechanism: string; readonly change: number }[]
}

/**
 * The account of one coefficient. While it is undefined (nobody on roll in the middle of a year) its account waits, and the
 * step that defines it again is charged.
 */
export function mechanismLedger({ before, steps }: FollowedYear, column: number): MechanismLedger {
  const terms = new Map<string, number>()
  let first = before[column]
  let last = first
  for (const { step, after } of steps) {
    const now = after[column]
    const known = terms.get(step) ?? 0
    if (now !== now) {
      terms.set(step, known)
      continue
    }
    if (last !== last) first = now
    terms.set(step, last === last ? known + (now - last) : known)
    last = now
  }
  return { before: first, after: last, terms: [...terms].map(([mechanism, change]) => ({ mechanism, change })) }
}

/** Sum of an account’s terms minus the change it explains: 0 to rounding. */
export function residual({ before, after, terms }: MechanismLedger): number {
  let sum = 0
  for (const { change } of terms) sum += change
  return sum - (after - before)
}
