import type { AnyPolicy, CountyDescription } from '../../engine/index.ts'
import type { Runner } from '../../runner/runner.ts'
import type { WordKey } from '../../words/index.ts'
import type { Frame } from '../charts/prepare/frame.ts'

/** A lever on the rail; `name` is its short name where it has one. */
export interface RailLever {
  readonly policy: string
  readonly lever: string
  readonly name?: WordKey
}

/** What the app gets from outside: where runs happen and what the model declares. A test gives its own. */
export interface Services {
  readonly runner: Runner
  /** Hires a runner of its own for long work, so that levers stay quick; the borrower disposes of it. */
  readonly background?: () => Runner
  readonly policies: readonly AnyPolicy[]
  /** Levers on the rail, at most ten. */
  readonly rail: readonly RailLever[]
  /** Counties that are here from the start, the default first. */
  readonly counties: readonly CountyDescription[]
  /** Further shipped counties, fetched when first needed. */
  readonly otherCounties?: () => Promise<readonly CountyDescription[]>
  /** How the columns of a series lie, and the standards. */
  readonly layout: Omit<Frame, 'facts' | 'years'>
  readonly version: string
  /** Starts the thread that reads rosters; absent where no roster can be read. */
  readonly rosterWorker?: () => Worker
  /** The whole app as one file that opens without a network. */
  readonly wholeApp?: () => Promise<Blob>
}
