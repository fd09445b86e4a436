import type { Problem, Scenario, Series } from '../../../engine/index.ts'
import { problemOf } from '../../../runner/problems.ts'
import { runName } from '../../../runner/run-name.ts'
import type { Runner } from '../../../runner/runner.ts'
import { keyOf, KnownRuns, type Place, type Placed } from './known-runs.ts'

/** Nobody is likely to want anything. */
const nothing = (): Iterator<Placed> => [][Symbol.iterator]()

/** Milliseconds for which a hand has not moved when it is said to rest. */
const rests = 100

/** A plan wanted, and when: later wishes have greater numbers. */
interface Wish extends Placed {
  readonly order: number
  /** Not run before the hand rests. */
  patient?: boolean
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
  /** Page and browser need all cores there are for a picture to follow the hand. */
  readonly #cramped: boolean
  readonly #clock: () => number
  readonly #ears: LiveEars
  readonly #known = new KnownRuns()
  readonly #flights = new Map<string, Flight>()
  #waiting: Wish | null = null
  #likely: Iterator<Placed> = nothing()
  #resting: ReturnType<typeof setTimeout> | undefined

  /** `cores` of the machine: with a run on each of two, a drag gave 12.5 pictures a second, with one 14.5, and its frames came evenly. */
  constructor(runner: Runner, cores: number, clock: () => number, ears: LiveEars) {
    this.#runner = runner
    this.#most = Math.max(1, Math.min(runner.size, cores - 1))
    this.#cramped = cores <= 2
    this.#clock = clock
    this.#ears = ears
  }

  /** The run of a plan, if it is remembered. Then the hand has gone on from what waited. */
  known(wanted: Placed): Series | undefined {
    const series = this.#known.of(wanted)
    if (series && this.#waiting) {
      this.#drop()
      if (!this.busy) this.#ears.idle()
    }
    return series
  }

  /** What waits is not wanted any more. */
  #drop(): void {
    this.#waiting = null
    clearTimeout(this.#resting)
  }

  /** What lies between the two nearest known runs on a lever’s way; undefined unless there are two. */
  between = (place: Place): Series | undefined => this.#known.between(place)

  /** The run of a plan that is under way; undefined if none is. */
  underWay = (plan: Scenario): Promise<Series | null> | undefined => this.#flightOf(plan)?.done

  /** One that was given up brings nothing, though its thread may still be at work. */
  #flightOf(plan: Scenario): Flight | undefined {
    const flight = this.#flights.get(keyOf(plan))
    return flight?.abort.signal.aborted ? undefined : flight
  }

  /**
   * Asks for a plan that is not known. One for which something is shown meanwhile waits, where there are cores for the pictures only,
   * until the hand rests: with a run beside them a page at a fourth of its speed drew 12 to 18 pictures a second, without it 22.
   */
  want(wanted: Placed, order: number, shown = false): void {
    const flight = this.#flightOf(wanted.plan)
    const patient = shown && this.#cramped
    this.#likely = nothing()
    this.#drop()
    if (flight) return void (flight.order = order)
    const wish = { ...wanted, order, patient }
    this.#waiting = wish
    if (patient) this.#resting = setTimeout(() => this.#hurry(wish), rests)
    else this.#hurry(wish)
  }

  /** What waits is run as soon as there is room: what was run ahead stops for it. */
  #hurry(wish: Wish): void {
    wish.patient = false
    if (this.#hasRoom) this.#next()
    else if (this.#wanted < this.#most) [...this.#flights.values()].find((one) => one.order === 0 && !one.abort.signal.aborted)?.abort.abort()
  }

  /** Runs ahead what may be wanted next, most likely first, one after another while nothing is wanted. */
  runAhead(plans: Iterable<Placed>): void {
    this.#likely = plans[Symbol.iterator]()
    this.#next()
  }

  /** Lets go of everything but the run of `plan`: the threads are needed. */
  rest(plan: Scenario): void {
    this.#drop()
    this.#likely = nothing()
    const key = keyOf(plan)
    for (const [other, flight] of this.#flights) if (other !== key) flight.abort.abort()
  }

  /** Keeps a first replicate that was computed elsewhere. */
  keep = (plan: Scenario, series: Series): void => this.#known.keep({ plan }, series)

  /** Forgets every run: they are of another county, seed or behaviour. */
  forget(): void {
    this.#drop()
    this.#likely = nothing()
    for (const flight of this.#flights.values()) flight.abort.abort()
    this.#known.forget()
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

  #next(): void {
    if (this.#waiting) {
      if (this.#waiting.patient || !this.#hasRoom) return
      const wish = this.#waiting
      this.#drop()
      return this.#launch(wish)
    }
    // one at a time: each is here sooner than two beside each other, and its time says how quick the device is
    if (this.#flights.size > 0) return
    for (let next = this.#likely.next(); !next.done; next = this.#likely.next()) if (!this.#known.of(next.value)) return this.#launch({ ...next.value, order: 0 })
  }

  #launch(wish: Wish): void {
    const { plan, order } = wish
    const key = keyOf(plan)
    const abort = new AbortController()
    for (const other of this.#flights.values()) other.alone = false
    const alone = this.#flights.size === 0
    const from = this.#clock()
    const ended = this.#run(plan, abort.signal)
    const flight: Flight = { abort, order, alone, done: ended.then(({ series }) => series) }
    this.#flights.set(key, flight)
    void ended.then(({ series, problem }) => {
      // one that was given up may have been followed by another of the same plan
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
      if (series && !abort.signal.aborted) {
        this.#known.keep(wish, series)
        if (flight.alone) this.#ears.timed(this.#clock() - from)
        if (flight.order > 0) this.#ears.arrived(series, flight.order)
      }
      // one run ahead is nobody’s yet: whoever asks for it will run it, and hear
      if (problem && flight.order > 0 && !abort.signal.aborted) this.#ears.failed(problem)
      this.#next()
      if (!this.busy) this.#ears.idle()
    })
  }

  async #run(scenario: Scenario, signal: AbortSignal): Promise<{ readonly series: Series | null; readonly problem?: Problem }> {
    const outcome = await this.#runner.run({ runId: runName('live'), scenario, replicates: [1] }, { signal }).catch((error: unknown) => ({ status: 'failed' as const, problem: problemOf(error) }))
    return outcome.status === 'failed' ? { series: null, problem: outcome.problem } : { series: outcome.status === 'done' ? outcome.results[0]!.arms[0]! : null }
  }
}
