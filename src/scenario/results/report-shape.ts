/*
 * The shape of a run report, as `run --json` prints it and `report.json` holds it.
 */
import type { Bilingual } from '../../engine/index.ts'
import type { OfficialReport } from './official-lists.ts'

/** One number per level; null where it is not defined. */
export interface PerLevel {
  readonly primary: number | null
  readonly junior: number | null
}

/** How many runs meet a rule, of those in which it can be judged. */
export interface Count {
  readonly passes: number
  readonly of: number
}

/** An official item in a year at a level: medians over runs of the county mean, the dispersion coefficient and the counts of schools. */
export interface ItemReport {
  readonly mean: number | null
  readonly cv: number | null
  /** Schools below standard, and those of them at 85% or more; null for items without a national standard. */
  readonly below: number | null
  readonly near: number | null
}

/** Money of a year, yuan, medians over runs; who paid, for what, and what each policy itself spent. */
export interface CostReport {
  /** All spending of the county’s schools, yuan. */
  readonly all: number | null
  /** Median over runs of all spending minus that of the reference arm in the same run, yuan. */
  readonly moreThanReference: number | null
  readonly byPayer: Readonly<Record<string, number | null>>
  readonly byPurpose: Readonly<Record<string, number | null>>
  /** What each policy of the arm itself spent, yuan; what it makes others spend is in `moreThanReference`. */
  readonly byPolicy: Readonly<Record<string, number | null>>
}

/** One school year of an arm: medians over runs, verdicts as counts of runs. */
export interface YearReport {
  readonly year: number
  readonly rolls: PerLevel
  readonly schools: Readonly<Record<'open' | 'assessed' | 'passing' | 'below', PerLevel>>
  readonly items: Readonly<Record<string, { readonly primary: ItemReport; readonly junior: ItemReport }>>
  readonly composite: PerLevel
  readonly verdicts: Readonly<Record<string, { readonly primary: Count; readonly junior: Count; readonly county: Count }>>
  /** Government guarantees G1 to G15 and quality items E1 to E9 of 2017. */
  readonly official: Readonly<Record<string, OfficialReport>>
  readonly costs: CostReport
  readonly gaps: Readonly<Record<string, PerLevel>>
  readonly spread: Readonly<Record<string, readonly [number | null, number | null]>>
}

/** One arm, year by year and in all. */
export interface ArmReport {
  readonly title: Bilingual | null
  readonly reference: boolean
  /** All years together, of the one run whose added cost is the median: all its numbers belong together. */
  readonly total: {
    /** Yuan beyond the reference in the same run. */
    readonly moreThanReference: number | null
    /** Sections (the primary or junior part of a school) passing the standard of 2017 at the end, minus those of the reference in the same run. */
    readonly newlyPassing: number | null
    /** `moreThanReference` per section newly passing; null where none is. */
    readonly perNewlyPassing: number | null
    readonly byPolicy: Readonly<Record<string, number | null>>
  }
  readonly years: readonly YearReport[]
}

/** A whole run: what was run, so that it can be run again, what came of it, and the digests of both. */
export interface RunReport {
  readonly engine: string
  readonly numbers: number
  /** Digest of the scenario. */
  readonly scenario: string
  readonly id: string
  readonly title: Bilingual
  readonly county: { readonly id: string; readonly title: Bilingual }
  readonly seed: string
  readonly years: { readonly from: number; readonly to: number }
  /** Numbers of the replicates that were run. */
  readonly replicates: readonly number[]
  readonly arms: Readonly<Record<string, ArmReport>>
  /** Digest of all results. */
  readonly digest: string
}
