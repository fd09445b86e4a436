import type { AnyPolicy, CountyDescription, NumberParameter } from '../../../engine/index.ts'
import { snap, stepOf } from '../../charts/prepare/amounts.ts'
import { baselineOf, ground, withLever, type Draft } from './draft.ts'
import type { Place } from '../runs/known-runs.ts'

/** A draft with a lever at some value, and where that is on the lever’s way. */
export interface Position {
  readonly draft: Draft
  readonly place: Place
}

/** A draft with one lever at `at`, in its unit; all else as it is. */
export function positionOf(draft: Draft, policy: AnyPolicy, lever: string, at: number, county: CountyDescription): Position {
  const without = withLever(draft, policy, lever, baselineOf(policy, lever, county), county)
  return { draft: withLever(draft, policy, lever, at, county), place: { way: `${policy.id}.${lever} ${ground(without)}`, at } }
}

/** Steps on by which a hand goes most likely; negative ones are back. */
const steps = [1, 2, -1, 3, -2]
/** Shares of the range between whose runs the rest lies, nowhere far from one. */
const posts = [0, 1, 0.5, 0.25, 0.75]

/**
 * Where a lever at `at` may stand next, most likely first, itself before all. Keys go step by step, `way` 1 up or −1 down; a pointer
 * may go anywhere, so that the ends come first.
 */
export function likelyNext(parameter: NumberParameter, at: number, way: 1 | -1, by: 'pointer' | 'keys'): readonly number[] {
  const step = stepOf(parameter)
  const [low, high] = parameter.range
  const beside = steps.map((one) => at + way * one * step)
  const spread = posts.map((share) => low + share * (high - low))
  const wanted = by === 'keys' ? beside : [...spread.slice(0, 2), ...beside.slice(0, 1), ...spread.slice(2), ...beside.slice(1)]
  return [...new Set([at, ...wanted.map((one) => snap(one, parameter, step))])]
}
