import type { Bilingual } from './declare.ts'
import type { PlaceKind } from './county/places.ts'
import type { CountyDescription } from './county/description.ts'
import type { Entered } from './county/entered.ts'

/** A value, or a series of values by the school year from which each holds. */
export type Dated<T> = T | Readonly<Record<number, T>>

/** Which sections a policy covers; absent = all open sections that are not private. */
export interface Scope {
  readonly kinds?: readonly PlaceKind[]
  readonly level?: 'primary' | 'junior'
  /** School ids. */
  readonly schools?: readonly number[]
}

/** A policy in an arm: which, when, where and how much. */
export interface PolicyUse {
  readonly use: string
  /** First school year in force. */
  readonly from: number
  /** Last school year in force; absent = to the end. */
  readonly to?: number
  /** School years over which number levers with a neutral value rise from it to what is set; 1 = at once. */
  readonly ramp?: number
  readonly where?: Scope
  /** Values of levers; those absent stand at their defaults. */
  readonly set: Readonly<Record<string, Dated<number | string>>>
}

/** One future: the policies in force. The first arm of a scenario is the reference. */
export interface Arm {
  readonly id: string
  readonly title?: Bilingual
  readonly policies: readonly PolicyUse[]
}

/** The in-memory scenario: the latest shape only. The engine has never seen an old file. */
export interface Scenario {
  readonly id: string
  readonly title: Bilingual
  readonly seed: string
  /** First and last school year shown; the first is at or after the county’s own year. */
  readonly years: { readonly from: number; readonly to: number }
  readonly replicates: number
  readonly county: CountyDescription
  /** Parameters of processes by `process.parameter`; those absent stand at their defaults. */
  readonly behaviour: Readonly<Record<string, number | string>>
  readonly arms: readonly Arm[]
  /** What somebody wrote down about schools, by school id. No result depends on it. */
  readonly notes?: Readonly<Record<string, string>>
  /** Official items that were entered by hand. No result depends on them. */
  readonly entered?: Entered
}
