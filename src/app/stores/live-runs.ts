import type { Problem, Scenario, Series } from '../../engine/index.ts'
import { problemOf } from '../../runner/problems.ts'
import type { Runner } from '../../runner/runner.ts'

/**
 * Runs remembered, of 1.2 megabytes each: a lever that comes back to where it was shows at once what was computed then. About as
 * many as a lever has steps, so that it can be moved to and fro.
 */
const mostKept = 48

/** What names a plan among those of one county, seed and behaviour. */
const keyOf = (plan: Scenario): string => JSON.stringify(plan.arms[0]!.policies)

/** Nobody is likely to want anything. */
const nothing = (): Iterator<Scenario> => [][Symbol.iterator]()

/** One plan wanted, with its place in the order of wishes. */
interface Wish {
  readonly plan: Scenario
  readonly order: number
}

/** A run under way. */
interface Flight {
  readonly abort: AbortController
  /** The latest wish for it; 0 while nobody has asked for it yet. */
  order: number
  /** No other has been under way beside it. */
  alone: boolean
  readonly done: Promise<Series | null>
}

/** Who is told what arrives. */
export interface LiveEars {
  /** A wanted run, with the order of its wish. */
  readonly arrived: (series: Series, order: number) => void
  /** Milliseconds of a run, wanted or run ahead, beside which no other was under way. */
  readonly timed: (took: number) => void
  readonly failed: (problem: Problem) => void
  /** Nothing is wanted or under way any more. */
  readonly idle: () => void
}

/**
 * First replicates of plans while a lever is under the hand. So many are under way that a core is left to draw; the newest wish
 * waits, older ones are forgotten. Without other work one thread runs what the hand is likely to ask for next; such a run gives way
 * as soon as something is wanted. Every run is a full one, and the same wherever and whenever it is computed.
 */
export class LiveRuns {
  readonly #runner: Runner
  /** Runs that may be wanted at a time. */
  readonly #most: number
  readonly #clock: () => number
  readonly #ears: LiveEars
  readonly #known = new Map<string, Series>()
  readonly #flights = new Map<string, Flight>()
  #waiting: Wish | null = null
  #likely: Iterator<Scenario> = nothing()
  #runs = 0

  /** `cores` of the machine: with a run on each of two, a drag gave 12.5 pictures a second, with one 14.5, and its frames came evenly. */
  constructor(runner: Runner, cores: number, clock: () => number, ears: LiveEars) {
    this.#runner = runner
    this.#most = Math.max(1, Math.min(runner.size, cores - 1))
    this.#clock = clock
    this.#ears = ears
  }

  /** The run of a plan, if it is remembered. */
  known(plan: Scenario): Series | undefined {
    const key = keyOf(plan)
    const series = this.#known.get(key)
    if (series) this.#remember(key, series)
    return series
  }

  /** The run of a plan that is under way; undefined if none is. */
  underWay = (plan: Scenario): Promise<Series | null> | undefined => this.#flightOf(plan)?.done

  /** One that was given up brings nothing, though its thread may still be at work. */
  #flightOf(plan: Scenario): Flight | undefined {
    const flight = this.#flights.get(keyOf(plan))
    return flight?.abort.signal.aborted ? undefined : flight
  }

  /** Asks for a plan that is not known. */
  want(plan: Scenario, order: number): void {
    const flight = this.#flightOf(plan)
    this.#likely = nothing()
    this.#waiting = flight ? null : { plan, order }
    if (flight) flight.order = order
    else if (this.#hasRoom) this.#next()
    else if (this.#wanted < this.#most) [...this.#flights.values()].find((one) => one.order === 0 && !one.abort.signal.aborted)?.abort.abort()
  }

  /** Runs ahead what may be wanted next, most likely first, one after another while nothing is wanted. */
  runAhead(plans: Iterable<Scenario>): void {
    this.#likely = plans[Symbol.iterator]()
    this.#next()
  }

  /** Lets go of everything but the run of `plan`: the threads are needed. */
  rest(plan: Scenario): void {
    this.#waiting = null
    this.#likely = nothing()
    const key = keyOf(plan)
    for (const [other, flight] of this.#flights) if (other !== key) flight.abort.abort()
  }

  /** Keeps a first replicate that was computed elsewhere. */
  keep = (plan: Scenario, series: Series): void => this.#remember(keyOf(plan), series)

  /** Forgets every run: they are of another county, seed or behaviour. */
  forget(): void {
    this.#waiting = null
    this.#likely = nothing()
    for (const flight of this.#flights.values()) flight.abort.abort()
    this.#known.clear()
  }

  get busy(): boolean {
    return this.#waiting !== null || this.#wanted > 0
  }

  get #wanted(): number {
    return [...this.#flights.values()].filter((flight) => flight.order > 0).length
  }

  /** Whether a wish may be run at once. */
  get #hasRoom(): boolean {
    return this.#flights.size < this.#runner.size && this.#wanted < this.#most
  }

  #remember(key: string, series: Series): void {
    this.#known.delete(key)
    this.#known.set(key, series)
    if (this.#known.size > mostKept) this.#known.delete(this.#known.keys().next().value!)
  }

  #next(): void {
    if (this.#waiting) {
      if (!this.#hasRoom) return
      const { plan, order } = this.#waiting
      this.#waiting = null
      return this.#launch(plan, order)
    }
    // one at a time: each is here sooner than two beside each other, and its time says how quick the device is
    if (this.#flights.size > 0) return
    for (let next = this.#likely.next(); !next.done; next = this.#likely.next()) if (!this.#known.has(keyOf(next.value))) return this.#launch(next.value, 0)
  }

  #launch(plan: Scenario, order: number): void {
    const key = keyOf(plan)
    const abort = new AbortController()
    for (const other of this.#flights.values()) other.alone = false
    const alone = this.#flights.size === 0
    const from = this.#clock()
    const done = this.#run(plan, abort.signal)
    const flight: Flight = { abort, order, alone, done }
    this.#flights.set(key, flight)
    void done.then((series) => {
      // one that was given up may have been followed by another of the same plan
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
      if (series && !abort.signal.aborted) {
        this.#remember(key, series)
        if (flight.alone) this.#ears.timed(this.#clock() - from)
        if (flight.order > 0) this.#ears.arrived(series, flight.order)
      }
      this.#next()
      if (!this.busy) this.#ears.idle()
    })
  }

  async #run(scenario: Scenario, signal: AbortSignal): Promise<Series | null> {
    const outcome = await this.#runner.run({ runId: `live-${++this.#runs}`, scenario, replicates: [1] }, { signal }).catch((error: unknown) => ({ status: 'failed' as const, problem: problemOf(error) }))
    if (outcome.status === 'failed' && !signal.aborted) this.#ears.failed(outcome.problem)
    return outcome.status === 'done' ? outcome.results[0]!.arms[0]! : null
  }
}
