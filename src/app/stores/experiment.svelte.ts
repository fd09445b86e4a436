import type { Problem, Scenario, SectionFacts, Series } from '../../engine/index.ts'
import type { Progress, Runner } from '../../runner/runner.ts'

/** A single run that takes longer, milliseconds, is too slow to follow a lever: under seven pictures a second. A picture late by a tenth of a second still tells more than none. */
export const slowRun = 150
/** Single runs remembered, and how many it takes to call a device slow. */
const timesKept = 5
const timesNeeded = 3

/** `single` while a lever is under the pointer, `many` once it is released. */
export type Wanted = 'single' | 'many'

export interface Request {
  readonly plan: Scenario
  readonly baseline: Scenario
  /** Tells whether the baseline must be run anew: county, years, seed and behaviour, as text. */
  readonly ground: string
  readonly wanted: Wanted
}

/**
 * What has been computed. One request is in flight and at most one waits; a newer one replaces the waiting one, and stops a
 * run of many replicates at its next year. A failure keeps the last good results.
 */
export class Experiment {
  /** Runs of the plan shown, by replicate, in order; complete pictures only. */
  plan = $state.raw<readonly Series[]>([])
  /** Runs of the baseline, by replicate. */
  baseline = $state.raw<readonly Series[]>([])
  /** What was shown before the last change. */
  ghost = $state.raw<readonly Series[]>([])
  facts = $state.raw<readonly SectionFacts[]>([])
  busy = $state(false)
  single = $state(false)
  progress = $state.raw<Progress | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** Single runs take too long for a picture to follow the hand: the middle of the last few. */
  slow = $state(false)

  readonly #runner: Runner
  readonly #clock: () => number
  #times: readonly number[] = []
  #ground = ''
  #waiting: Request | null = null
  #flight: Request | null = null
  #abort: AbortController | null = null
  #settled: readonly Series[] = []
  #runs = 0

  /** `clock` gives milliseconds; a test gives its own. */
  constructor(runner: Runner, clock: () => number = () => performance.now()) {
    this.#runner = runner
    this.#clock = clock
  }

  /** Asks for a picture. Returns at once; results arrive in the fields above. */
  ask(request: Request): void {
    this.#waiting = request
    // a single run may end first: if each new position cancelled the one before, no picture would come until the hand rests
    if (this.#flight?.wanted === 'many') this.#abort?.abort()
    if (!this.#abort) void this.#work()
  }

  /** Asks again for what failed. */
  #last: Request | null = null
  retry(): void {
    if (this.#last) this.ask(this.#last)
  }

  async #work(): Promise<void> {
    while (this.#waiting) {
      const request = this.#waiting
      this.#waiting = null
      this.#last = request
      this.#flight = request
      this.#abort = new AbortController()
      this.busy = true
      try {
        await this.#serve(request, this.#abort.signal)
      } catch (error) {
        this.problem = { path: 'run', text: { zh: String(error), en: String(error) } }
      }
      this.#abort = null
      this.#flight = null
    }
    this.busy = false
    this.progress = null
  }

  async #serve(request: Request, signal: AbortSignal): Promise<void> {
    const { plan, baseline, ground, wanted } = request
    const fresh = ground !== this.#ground
    if (fresh) {
      this.facts = await this.#runner.facts(plan)
      if (signal.aborted) return
    }
    this.single = wanted === 'single'
    if (!fresh) this.ghost = this.#settled
    const from = this.#clock()
    const first = await this.#run(plan, [1], signal)
    if (!first || signal.aborted) return
    // a new county is built in its first run: that is not what a drag would wait for
    if (!fresh) this.#note(this.#clock() - from)
    if (fresh) {
      // without a policy in force the plan is the baseline, bit for bit
      const pair = plan.arms[0]!.policies.length === 0 ? first : await this.#run(baseline, [1], signal)
      if (!pair || signal.aborted) return
      this.#ground = ground
      this.baseline = pair
      this.ghost = []
      this.#settled = []
    }
    this.problem = null
    this.plan = first
    if (wanted === 'single') return
    await this.#fill(request, first, signal)
  }

  /** Notes how long a single run took. Late runs are a busy machine, or code not compiled yet; a device whose fastest run is late is slow. */
  #note(took: number): void {
    this.#times = [...this.#times, took].slice(-timesKept)
    this.slow = this.#times.length >= timesNeeded && Math.min(...this.#times) > slowRun
  }

  /** The other replicates, shown as they arrive in order; first the plan’s, then the baseline’s, kept for later. */
  async #fill({ plan, baseline }: Request, first: readonly Series[], signal: AbortSignal): Promise<void> {
    const rest = Array.from({ length: plan.replicates - 1 }, (_, k) => k + 2)
    const all = await this.#run(plan, rest, signal, (done) => {
      if (done.length >= 4) this.plan = [...first, ...done]
    })
    if (!all || signal.aborted) return
    this.plan = [...first, ...all]
    this.#settled = this.plan
    if (this.baseline.length >= plan.replicates) return
    // without a policy in force the plan is the baseline, bit for bit
    if (plan.arms[0]!.policies.length === 0) {
      this.baseline = this.plan
      return
    }
    const pairs = await this.#run(baseline, rest, signal)
    if (pairs && !signal.aborted) this.baseline = [...this.baseline.slice(0, 1), ...pairs]
  }

  /** Runs replicates of the one arm of a scenario; null if cancelled or failed. `onSome` is told those done, by replicate. */
  async #run(
    scenario: Scenario,
    replicates: readonly number[],
    signal: AbortSignal,
    onSome?: (done: readonly Series[]) => void,
  ): Promise<readonly Series[] | null> {
    if (replicates.length === 0) return []
    const done: { readonly replicate: number; readonly series: Series }[] = []
    const inOrder = () => [...done].sort((a, b) => a.replicate - b.replicate).map((one) => one.series)
    const outcome = await this.#runner.run(
      { runId: `run-${++this.#runs}`, scenario, replicates },
      {
        signal,
        onProgress: (progress) => (this.progress = progress),
        onReplicate: (result) => {
          if (signal.aborted) return
          done.push({ replicate: result.replicate, series: result.arms[0]! })
          onSome?.(inOrder())
        },
      },
    )
    if (outcome.status === 'failed') this.problem = outcome.problem
    return outcome.status === 'done' ? outcome.results.map((result) => ({ r: result.replicate, s: result.arms[0]! })).sort((a, b) => a.r - b.r).map((one) => one.s) : null
  }
}
