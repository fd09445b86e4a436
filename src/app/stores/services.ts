import type { AnyPolicy, CountyDescription } from '../../engine/index.ts'
import type { Runner } from '../../runner/runner.ts'
import type { Frame } from '../charts/prepare/frame.ts'

/** What the app gets from outside: where runs happen and what the model declares. A test gives its own. */
export interface Services {
  readonly runner: Runner
  readonly policies: readonly AnyPolicy[]
  /** Levers on the rail, `[policy, lever]`, at most ten. */
  readonly rail: readonly (readonly [string, string])[]
  readonly counties: readonly CountyDescription[]
  /** How the columns of a series lie, and the standards. */
  readonly layout: Omit<Frame, 'facts' | 'years'>
  readonly version: string
}
