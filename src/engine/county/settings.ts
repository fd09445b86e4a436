import type { BaseShares } from './base-shares.ts'

/** Facts about a county that are not rows of a table: what the year needs besides the tables. */
export interface CountySettings {
  /** School year of the description: the state built is that of its autumn and the following June. */
  readonly year: number
  /** National births by year, ten thousand; the county’s cohorts follow their path. */
  readonly births: Readonly<Record<number, number>>
  /** Pupils of this year’s grade 1 per ten thousand births that the intake rule gives for it. */
  readonly pupilsPerBirths: number
  /** The same for cohorts already in junior grades in the county’s year. */
  readonly pupilsPerBirthsBefore: number
  /** Approved pupils per full-time post. */
  readonly pupilsPerPost: { readonly primary: number; readonly junior: number }
  /** Official class size the county plans with. */
  readonly classSize: { readonly primary: number; readonly junior: number }
  /** Share of teachers that the county keeps on its backbone list. */
  readonly backboneShare: { readonly primary: number; readonly junior: number }
  /** Share of junior leavers that general senior highs admit, key schools included. */
  readonly generalShare: number
  /** Share of teachers of middle rank or above that the county grants. */
  readonly midRankShare: { readonly primary: number; readonly junior: number }
  /** Recurrent money per pupil of the base year, yuan: what added money is measured against. */
  readonly recurrentPerPupil: { readonly primary: number; readonly junior: number }
  /** Mean yearly class constant of the base year, SD: taken off, so that the base county’s mean score stays at 0. */
  readonly teachingOffset: { readonly primary: number; readonly junior: number }
  /** The county’s own directed-quota rule under the status quo. */
  readonly quota: { readonly share: number; readonly order: 'open-first' | 'quota-first'; readonly floor: number; readonly residency: number; readonly returned: boolean }
  readonly finance: {
    /** Yearly full employer cost of a teacher, yuan. */
    readonly teacherPay: number
    /** Local money for public funds above the national base, yuan per pupil and year. */
    readonly aboveBase: { readonly primary: number; readonly junior: number }
    /** Who pays the national base of public funds, year by year. Sum 1 in every year. */
    readonly baseShares: BaseShares
  }
}

/** Settings of a county that is still being built. */
export type OpenSettings = { -readonly [K in keyof CountySettings]: CountySettings[K] }
