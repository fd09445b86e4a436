import type { Bilingual, Parameters, Values } from '../declare.ts'
import type { ColumnName, County, Rules } from '../county/county.ts'
import type { Ledger } from '../county/ledger.ts'
import type { CountySettings } from '../county/settings.ts'
import type { Draws } from '../kernel/random.ts'

/** Everything a process sees in one school year besides the county’s tables, which it is bound to. */
export interface ProcessYear<P extends Parameters = Parameters> {
  readonly year: number
  readonly set: Values<P>
  readonly settings: CountySettings
  readonly rules: Rules
  readonly ledger: Ledger
  readonly draws: Draws
  /** Told when a part of the step has acted: for who follows a year, absent in ordinary runs. */
  readonly onPart?: ((part: string) => void) | undefined
}

/** How the county behaves, whatever is decided. */
export interface Process<P extends Parameters = Parameters> {
  readonly id: string
  readonly text: { readonly name: Bilingual; readonly summary: Bilingual }
  readonly parameters: P
  readonly streams: readonly string[]
  readonly reads: readonly ColumnName[]
  readonly touches: readonly ColumnName[]
  /**
   * Binds the process to a county’s tables, once per worker, and returns its yearly step. Arrays become constants of the
   * closure: the same loop is up to 2.3 times slower when they arrive as parameters.
   */
  bind(county: County): (now: ProcessYear<P>) => void
}

/** Declares a process; its literal parameter names reach `set` as types. */
export const defineProcess = <const P extends Parameters>(process: Process<P>): Process<P> => process

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the year mixes processes whose parameter names differ
export type AnyProcess = Process<any>
