import type { Bilingual, Level, Unit } from './declare.ts'

/** One column of a series: what it is, in which unit, for which level if it has one. */
export interface SeriesColumn {
  /** Stable: `Q1.cv.primary`, `roll`. Written in exported tables. */
  readonly id: string
  readonly text: Bilingual
  readonly unit: Unit
  readonly level?: Level
}

/** What one school year leaves behind. Arrays are fresh for every year. */
export interface YearRecord {
  readonly year: number
  /** [section][column of `sectionSeries`], row-major. */
  readonly sections: Float64Array
  /** [column of `countySeries`]. */
  readonly county: Float64Array
  /** Yuan [actor][purpose][payer], row-major. */
  readonly ledger: Float64Array
}

/** All years of one arm in one replicate. */
export interface Series {
  readonly arm: string
  readonly replicate: number
  readonly years: readonly number[]
  /** Sections of the county: the row length of `sections` divided by the number of section columns. */
  readonly sectionCount: number
  /** [year][section][column], row-major. */
  readonly sections: Float64Array
  /** [year][column], row-major. */
  readonly county: Float64Array
  /** Yuan [year][actor][purpose][payer], row-major. */
  readonly ledger: Float64Array
}

/** What does not change over the years: who the sections are, for tables and maps. */
export interface SectionFacts {
  readonly section: number
  readonly schoolId: number
  readonly schoolName: Bilingual
  readonly level: Level
  readonly kind: 'county-town' | 'township' | 'rural'
  readonly form: string
  readonly owner: string
  readonly x: number
  readonly y: number
  /** Township number; −1 for the county town. */
  readonly township: number
  readonly townshipName: Bilingual
}
