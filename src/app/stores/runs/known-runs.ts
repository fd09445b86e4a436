import type { Scenario, Series } from '../../../engine/index.ts'
import { betweenRuns } from './between-runs.ts'

/**
 * Runs remembered, of 1.2 megabytes each: a lever that comes back to where it was shows at once what was computed then. About as
 * many as a lever has steps, so that it can be moved to and fro.
 */
const mostKept = 48

/** Where a plan stands on the way of one lever. */
export interface Place {
  /** Names the lever and everything else of the plan: places on one way differ in that lever only. */
  readonly way: string
  /** Value of the lever, in its unit. */
  readonly at: number
}

/** A plan, with its place if a lever leads to it. */
export interface Placed {
  readonly plan: Scenario
  readonly place?: Place | undefined
}

/** What names a plan among those of one county, seed and behaviour. */
export const keyOf = (plan: Scenario): string => JSON.stringify(plan.arms[0]!.policies)

/** First replicates of the plans of one county, seed and behaviour, the latest used last; and which of them lie on the way of the lever that moves. */
export class KnownRuns {
  readonly #runs = new Map<string, Series>()
  #way = ''
  /** Keys of runs by place on that way. */
  readonly #places = new Map<number, string>()

  /** The run of a plan, if it is remembered. */
  of({ plan, place }: Placed): Series | undefined {
    const key = keyOf(plan)
    const series = this.#runs.get(key)
    if (series) this.keep({ plan, place }, series)
    return series
  }

  keep({ plan, place }: Placed, series: Series): void {
    const key = keyOf(plan)
    this.#runs.delete(key)
    this.#runs.set(key, series)
    if (this.#runs.size > mostKept) this.#runs.delete(this.#runs.keys().next().value!)
    if (!place) return
    if (place.way !== this.#way) this.#places.clear()
    this.#way = place.way
    this.#places.set(place.at, key)
  }

  /** What lies between the nearest runs on either side of a place; undefined unless there are two. */
  between({ way, at }: Place): Series | undefined {
    if (way !== this.#way) return undefined
    const known = [...this.#places].filter(([, key]) => this.#runs.has(key)).map(([place]) => place)
    const low = Math.max(...known.filter((place) => place <= at))
    const high = Math.min(...known.filter((place) => place >= at))
    const run = (place: number) => this.#runs.get(this.#places.get(place)!)!
    return Number.isFinite(low) && Number.isFinite(high) ? betweenRuns(run(low), run(high), high === low ? 0 : (at - low) / (high - low)) : undefined
  }

  forget(): void {
    this.#runs.clear()
    this.#places.clear()
  }
}
