import { expectThat } from '../kernel/expect.ts'
import { dispersionCount } from './item-gauge.ts'

/**
 * Where a year’s change of every coefficient came from: a running account of coefficients after each step of the year. What a
 * step changed is the difference between what stands after it and what stood before, so the terms of a year telescope: they
 * add up to the year’s change, whatever the steps did.
 *
 * Use: `open(state)` at the start of a year, `book(mechanism, state)` after each step, with states from `itemDispersions`.
 */
export class MechanismLedger {
  /** Change of each coefficient by mechanism, [mechanism][item][level], this year. */
  readonly terms: Float64Array
  private readonly last: Float64Array
  private readonly first: Float64Array

  constructor(
    readonly mechanisms: readonly string[],
    readonly width = dispersionCount,
  ) {
    this.terms = new Float64Array(mechanisms.length * width)
    this.last = new Float64Array(width)
    this.first = new Float64Array(width)
  }

  /** Starts a year from the coefficients as they stand. */
  open(state: ArrayLike<number>): void {
    this.terms.fill(0)
    for (let i = 0; i < this.width; i++) {
      this.first[i] = state[i]
      this.last[i] = state[i]
    }
  }

  /**
   * Charges to a mechanism what changed since the last booking. While a coefficient is undefined (nobody on roll in the middle
   * of a year) its account waits, and the next step that defines it is charged.
   */
  book(mechanism: string, state: ArrayLike<number>): void {
    const m = this.mechanisms.indexOf(mechanism)
    expectThat(m >= 0, `mechanism ledger: unknown mechanism ${mechanism}`)
    for (let i = 0; i < this.width; i++) {
      const now = state[i]
      if (now !== now) continue
      const before = this.last[i]
      if (before === before) this.terms[m * this.width + i] += now - before
      else this.first[i] = now
      this.last[i] = now
    }
  }

  /** Change of a coefficient over the year so far; NaN if it was never defined. */
  change(column: number): number {
    return this.last[column] - this.first[column]
  }

  /** Sum of the terms of a coefficient: equals `change` to rounding. */
  sum(column: number): number {
    let sum = 0
    for (let m = 0; m < this.mechanisms.length; m++) sum += this.terms[m * this.width + column]
    return sum
  }

  /** Largest difference between sum and change over all coefficients that are defined. */
  residual(): number {
    let worst = 0
    for (let i = 0; i < this.width; i++) {
      const change = this.change(i)
      if (change === change) worst = Math.max(worst, Math.abs(this.sum(i) - change))
    }
    return worst
  }
}
