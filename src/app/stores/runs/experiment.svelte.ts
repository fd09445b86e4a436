import type { Problem, Scenario, SectionFacts, Series } from '../../../engine/index.ts'
import { problemOf } from '../../../runner/problems.ts'
import type { Progress, Runner } from '../../../runner/runner.ts'
import { LiveRuns } from './live-runs.ts'
import { LookAhead } from './look-ahead.ts'
import { ManyRuns } from './many-runs.ts'
import { Pace } from './pace.ts'
import type { Likely, Request } from './request.ts'
import { ShownRuns } from './shown-runs.svelte.ts'

/** Runs with which a fan is first drawn; it is drawn again whenever there are twice as many. */
const firstFan = 5

/** Cores of this machine; as many as a small one has where it does not say. */
const coresHere = (): number => (typeof navigator === 'undefined' ? 2 : navigator.hardwareConcurrency || 2)

/** Replicates after the first. */
const othersOf = (plan: Scenario): readonly number[] => Array.from({ length: plan.replicates - 1 }, (_, k) => k + 2)

const plansSame = (a: Scenario | null, b: Scenario): boolean => a !== null && JSON.stringify(a.arms) === JSON.stringify(b.arms)

/**
 * What has been computed. While a lever moves, single runs follow it (`LiveRuns`), and stop a run of many replicates at its next
 * year. Of other requests one is in flight and at most one waits; a newer one replaces the waiting one. A failure keeps the last
 * good results.
 */
export class Experiment extends ShownRuns {
  facts = $state.raw<readonly SectionFacts[]>([])
  busy = $state(false)
  /** Many replicates are under way: what a bar of progress is for. */
  filling = $state(false)
  progress = $state.raw<Progress | null>(null)
  /** Single runs take too long for a picture to follow the hand: even the fastest of the last few. */
  slow = $state(false)

  readonly #runner: Runner
  readonly #clock: () => number
  readonly #live: LiveRuns
  readonly #many: ManyRuns
  readonly #pace = new Pace()
  readonly #ahead: LookAhead
  #ground = ''
  #waiting: Request | null = null
  #flight: Request | null = null
  #last: Request | null = null
  #abort: AbortController | null = null
  /** The last complete runs, and the plan they are of. */
  #settled: readonly Series[] = []
  #settledPlan: Scenario | null = null

  /** `clock` gives milliseconds, `cores` are those of the machine; a test gives its own. */
  constructor(runner: Runner, clock: () => number = () => performance.now(), cores = coresHere()) {
    super(clock)
    this.#runner = runner
    this.#clock = clock
    const failed = (problem: Problem) => (this.problem = problem)
    const arrived = (series: Series, order: number) => this.showLive(series, order, this.#settled)
    const timed = (took: number) => (this.slow = this.#pace.note(took))
    this.#live = new LiveRuns(runner, cores, clock, { arrived, timed, failed, idle: () => this.#rest() })
    // what is known is told apart by its policies alone: a run of other ground, while another state is shown again, would stand for one of this
    this.#ahead = new LookAhead(
      () => !this.busy && !this.slow,
      ({ ground, plans }) => ground === this.#ground && this.#live.runAhead(plans),
    )
    this.#many = new ManyRuns(runner, { clock, failed, progress: (progress) => (this.progress = progress) })
  }

  /** Asks for a picture. Returns at once; results arrive in the fields above. */
  ask(request: Request): void {
    this.#last = request
    this.#ahead.forget()
    const order = ++this.asked
    if (request.wanted === 'single' && request.ground === this.#ground) return this.#follow(request, order)
    if (request.wanted === 'many') this.letGo(request.plan)
    this.#live.rest(request.plan)
    this.#waiting = request
    // the first single run of a county may end: if each new position cancelled the one before, no picture would come until the hand rests
    if (this.#flight?.wanted === 'many') this.#abort?.abort()
    if (!this.#abort) void this.#work()
  }

  /** Tells what may be asked for next: computed when nothing else is, so that it is here when it is asked for. */
  expect(likely: () => Likely): void {
    this.#ahead.expect(likely)
  }

  /** A position of the lever: shown at once if its run is known, else as soon as it is done; until then what lies between the runs on either side. */
  #follow({ plan, place }: Request, order: number): void {
    this.#waiting = null
    // also the first run of a county, seed or assumption that the hand has left again: it would come after this position, and stand for it
    this.#abort?.abort()
    const known = this.#live.known({ plan, place })
    if (known) return this.showLive(known, order, this.#settled)
    this.busy = true
    const meanwhile = place && this.#live.between(place)
    // asked for first, so that a thread is at work while the picture is drawn
    this.#live.want({ plan, place }, order, meanwhile !== undefined)
    if (meanwhile) this.showLive(meanwhile, order, this.#settled, true)
  }

  #rest(): void {
    if (this.#abort || this.#live.busy) return
    this.busy = false
    this.#ahead.rest()
  }

  /** Asks again for what failed. */
  retry(): void {
    if (this.#last) this.ask(this.#last)
  }

  async #work(): Promise<void> {
    while (this.#waiting) {
      const request = this.#waiting
      this.#waiting = null
      this.#flight = request
      this.#abort = new AbortController()
      this.busy = true
      this.filling = request.wanted === 'many'
      try {
        await this.#serve(request, this.#abort.signal)
      } catch (error) {
        this.problem = problemOf(error)
      }
      this.#abort = null
      this.#flight = null
    }
    this.filling = false
    this.progress = null
    this.#rest()
  }

  async #serve(request: Request, signal: AbortSignal): Promise<void> {
    const { plan, ground, wanted } = request
    if (ground !== this.#ground && (!(await this.#begin(request, signal)) || wanted === 'single')) return
    // it waited for the first run of its county: now it is a position like any other
    if (wanted === 'single') return this.#follow(request, this.asked)
    this.settle()
    if (plansSame(this.#settledPlan, plan)) {
      // let go where it was before: nothing to compute
      this.ghost = this.#settled
      this.of = request.of
      this.show(this.#settled)
    } else if (!(await this.#fill(request, signal))) return
    await this.#pair(request, signal)
  }

  /** A new county, seed or behaviour: who its schools are, and the first run of plan and baseline. */
  async #begin({ plan, baseline, ground, of, wanted }: Request, signal: AbortSignal): Promise<boolean> {
    const facts = await this.#runner.facts(plan)
    if (signal.aborted) return false
    this.#live.forget()
    const first = await this.#many.run(plan, [1], signal)
    if (!first || signal.aborted) return false
    // without a policy in force the plan is the baseline, bit for bit
    const pair = plan.arms[0]!.policies.length === 0 ? first : await this.#many.run(baseline, [1], signal)
    if (!pair || signal.aborted) return false
    // not before: until its first run is here the runs of the county before are shown, and they are of other schools
    this.facts = facts
    this.of = of
    this.#ground = ground
    // and what was followed meanwhile is of that county too
    this.#live.forget()
    this.#settled = []
    this.#settledPlan = null
    this.#live.keep(plan, first[0]!)
    this.#live.keep(baseline, pair[0]!)
    this.baseline = pair
    this.ghost = []
    this.show(first, wanted === 'single')
    return true
  }

  /** The first replicate of a plan: what is known of it, or a run by itself, whose time tells whether the device can follow a lever. One called slow is timed even where the run is known. */
  async #first(plan: Scenario, signal: AbortSignal): Promise<Series | null> {
    const known = (this.slow ? undefined : this.#live.known({ plan })) ?? (await this.#live.underWay(plan))
    if (known || signal.aborted) return known ?? null
    const from = this.#clock()
    const run = await this.#many.run(plan, [1], signal)
    if (!run || signal.aborted) return null
    this.slow = this.#pace.note(this.#clock() - from)
    this.#live.keep(plan, run[0]!)
    return run[0]!
  }

  /** All replicates of the plan; whether they are here. The fan is drawn early, and again with twice as many runs. */
  async #fill({ plan, of }: Request, signal: AbortSignal): Promise<boolean> {
    const first = await this.#first(plan, signal)
    if (!first || signal.aborted) return false
    this.ghost = this.#settled
    this.of = of
    this.show([first])
    const rest = othersOf(plan)
    let next = firstFan
    const others = await this.#many.run(plan, rest, signal, (done) => {
      if (done.length + 1 < next || done.length === rest.length) return
      next = 2 * (done.length + 1)
      this.show([first, ...done])
    })
    if (!others || signal.aborted) return false
    this.show([first, ...others])
    this.#settled = this.plan
    this.#settledPlan = plan
    return true
  }

  /** All replicates of the baseline, unless they are here: kept for later. */
  async #pair({ plan, baseline }: Request, signal: AbortSignal): Promise<void> {
    if (this.baseline.length >= plan.replicates) return
    // without a policy in force the plan is the baseline, bit for bit
    if (plan.arms[0]!.policies.length === 0) {
      this.baseline = this.plan
      return
    }
    const pairs = await this.#many.run(baseline, othersOf(plan), signal)
    if (pairs && !signal.aborted) this.baseline = [...this.baseline.slice(0, 1), ...pairs]
  }
}
