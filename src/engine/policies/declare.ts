import type { Bilingual, Parameters, Values } from '../declare.ts'
import type { ColumnName, County, Rules } from '../county/county.ts'
import type { Ledger } from '../county/ledger.ts'
import type { Draws } from '../kernel/random.ts'

/** The points in the year at which a policy may act. Their order is fixed by `theYear`, not here. */
export const moments = ['review', 'network', 'budget', 'posting', 'admission', 'teaching'] as const
export type Moment = (typeof moments)[number]

/** The four groups of levers on the screen. */
export const policyGroups = ['teachers', 'funding', 'admissions', 'network'] as const
export type PolicyGroup = (typeof policyGroups)[number]

/** Everything a policy may see and use in one school year. There is nothing else to reach for. */
export interface PolicyYear<P extends Parameters = Parameters> {
  /** Calendar year in which the school year starts. */
  readonly year: number
  /** School years since the policy started: 0 in the first. */
  readonly yearsRunning: number
  /** Parameter values in force this year, in their declared units. */
  readonly set: Values<P>
  /** Only columns named in `touches` may change. */
  readonly county: County
  /** This year’s decisions; reset to the status quo every year. */
  readonly rules: Rules
  /** The only way to spend. */
  readonly ledger: Ledger
  /** Keyed by stream, year and id. */
  readonly draws: Draws
  /** Whether a section is in the policy’s scope: open, not private, and of the kinds and level the scenario names. */
  readonly covers: (section: number) => boolean
  /** Yearly full employer cost of a teacher, yuan: allowances are a share of it. */
  readonly teacherPay: number
  /** A county column of last year’s record by its id, such as `Q2.cv.primary`; NaN before there is one. For supervision only. */
  readonly published: (column: string) => number
  /**
   * Raises a number lever of another policy of the same arm for this school year, within the lever’s range; nothing happens if
   * that policy is not in force. Only at the `review` moment, before the others have acted. For supervision only.
   */
  readonly raise: (policy: string, lever: string, by: number) => void
}

/** Something decided: one declaration with levers, neutral setting, texts in two languages and sources. */
export interface Policy<P extends Parameters = Parameters> {
  /** kebab-case; written in scenario files, so it never changes. */
  readonly id: string
  readonly moment: Moment
  readonly group: PolicyGroup
  readonly text: { readonly name: Bilingual; readonly mechanism: Bilingual; readonly caveat: Bilingual; readonly example: Bilingual }
  readonly parameters: P
  /** With these values a run equals one without the policy, bit for bit. Tested for every policy. */
  readonly neutral: NoInfer<Partial<Values<P>>>
  /** Official marks on levers: `{ share: 0.1 }` is drawn as a notch. */
  readonly marks?: NoInfer<Partial<Record<keyof P & string, number>>>
  /** Levers shown on the rail of the first screen, main one first. */
  readonly levers: readonly (keyof P & string)[]
  /** Parameters of processes, by `process.parameter`, through which its effect comes about: the evidence beside its own. */
  readonly restsOn?: readonly string[]
  readonly streams: readonly string[]
  readonly touches: readonly ColumnName[]
  act(now: PolicyYear<P>): void
}

/** Declares a policy; its literal parameter names reach `set` as types. */
export const definePolicy = <const P extends Parameters>(policy: Policy<P>): Policy<P> => policy

/** A policy of any parameters, as the registry holds it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the registry mixes policies whose parameter names differ
export type AnyPolicy = Policy<any>
