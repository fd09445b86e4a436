import type { Bilingual, Citation, Level } from '../declare.ts'
import type { Owner, SchoolForm } from '../county/schools.ts'

/** What a rule says: passes, fails, or cannot be said because a figure is missing and could turn it. */
export type Outcome = 'passes' | 'fails' | 'undecided'

/** Where a value stands: at or above the standard, below it but not below 85%, below 85%, or missing. */
export type ItemState = 'meets' | 'near' | 'below' | 'unknown'

/** The verdict on one section. */
export interface SchoolVerdict {
  readonly outcome: Outcome
  readonly met: number
  /** In the order of the regime’s items. */
  readonly states: readonly ItemState[]
}

/** A dispersion coefficient against its limit. */
export interface CoefficientVerdict {
  /** Item id, or `composite`. */
  readonly item: string
  readonly value: number
  readonly limit: number
  readonly outcome: Outcome
}

/** The verdict on one level of a county. */
export interface LevelVerdict {
  readonly level: Level
  readonly outcome: Outcome
  /** In the order of the values given; empty if the regime sets no national standard for a school. */
  readonly schools: readonly SchoolVerdict[]
  readonly passing: number
  readonly coefficients: readonly CoefficientVerdict[]
}

/** What decides whether a section is in a regime’s calculation. */
export interface Standing {
  readonly form: SchoolForm
  readonly owner: Owner
  readonly open: boolean
  readonly pupils: number
}

/** A regime: an official way of judging a county, with what it covers and what it does not. */
export interface Regime {
  readonly id: 'balance-2012' | 'balance-2017'
  readonly text: { readonly name: Bilingual; readonly covers: Bilingual; readonly leavesOut: Bilingual }
  readonly source: Citation
  readonly items: readonly string[]
  /** Largest coefficient allowed, inclusive, compared unrounded. */
  readonly limits: Readonly<Record<Level, number>>
  assesses(section: Standing): boolean
  /**
   * Judges one level.
   *
   * @param values       [item][section], in the units of the standards; NaN = missing
   * @param coefficients [item], of the assessed sections; NaN = missing
   */
  judge(level: Level, values: readonly ArrayLike<number>[], coefficients: readonly number[]): LevelVerdict
}

/** All must pass; one failure decides, whatever is missing. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fails')) return 'fails'
  return outcomes.includes('undecided') ? 'undecided' : 'passes'
}

/** A coefficient against an inclusive limit. */
export const judgeCoefficient = (item: string, value: number, limit: number): CoefficientVerdict => ({
  item,
  value,
  limit,
  outcome: value !== value ? 'undecided' : value <= limit ? 'passes' : 'fails',
})
