import type { Problem, Scenario, Series } from '../../../engine/index.ts'
import { Trail } from './trail.svelte.ts'

/** Calls when the picture has been drawn. */
const afterPicture = (call: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(call))
  else setTimeout(call)
}

/**
 * Of what the runs on the screen are, told from the plan let go last. `none`: nothing is here. `before`: that plan has no run yet, or
 * never got one; these are of what was let go before it. `between`: no run at all, but what lies between two. `single`: one run, of a
 * lever’s position or of a state shown again. `filling`: the first runs of the plan; more of it or of its baseline are under way, or
 * have failed. `complete`: all replicates of both.
 */
export type Standing = 'none' | 'before' | 'between' | 'single' | 'filling' | 'complete'

/** Whether one run, or what lies between two, stands for a plan: a lever moves. */
export const isOneRun = (stands: Standing): boolean => stands === 'single' || stands === 'between'

/** Which runs the pictures show. */
export class ShownRuns {
  /** Runs of the plan, by replicate, in order and without a gap from the first on; complete pictures only. */
  plan = $state.raw<readonly Series[]>([])
  /** Runs of the baseline, by replicate: run for run those to hold the plan’s against. */
  baseline = $state.raw<readonly Series[]>([])
  /** The same for the lower pictures: while a lever moves they follow. */
  readonly trail: Trail
  /** What the plan let go last hangs on whose runs are here (`Request.of`); while a lever moves, still that plan. Empty while there is none. */
  of = $state('')
  /** Years of the runs: the same array as long as they are the same, so that what hangs on them alone stands still while a lever moves. */
  years = $state.raw<readonly number[]>([])
  /** What was shown before the last change. */
  ghost = $state.raw<readonly Series[]>([])
  /** One run stands for the plan. */
  #single = $state(false)
  /** Not even one: what is shown lies between two runs, that of the position itself is under way. */
  #between = $state(false)
  problem = $state.raw<Problem | null>(null)
  /** Replicates of the plan let go last, and whether it has a run yet. */
  #replicates = $state(0)
  #awaited = $state(false)
  readonly stands: Standing = $derived.by(() => {
    if (this.#between) return 'between'
    if (this.#single) return 'single'
    if (this.plan.length === 0) return 'none'
    if (this.#awaited) return 'before'
    return Math.min(this.plan.length, this.baseline.length) < this.#replicates ? 'filling' : 'complete'
  })
  /** Requests so far, and the one whose picture is shown. */
  protected asked = 0
  #shown = 0

  constructor(clock: () => number) {
    this.trail = new Trail({ clock, afterPicture, later: setTimeout })
  }

  /** Shows one run while a lever moves; `before` are those of the plan last let go. Nothing if a newer position is shown: a thread may bring an older one after it. */
  protected showLive(series: Series, order: number, before: readonly Series[], between = false): void {
    if (order < this.#shown) return
    this.#shown = order
    this.problem = null
    this.#single = true
    this.#between = between
    this.ghost = before
    this.#draw([series])
    this.trail.follow(this.plan)
  }

  /** A plan is let go: until it has a run, what is shown is of something else. */
  protected letGo({ replicates }: Scenario): void {
    this.#replicates = replicates
    this.#awaited = true
  }

  /** Shows runs of a plan let go, or one that stands for a position, everywhere at once. */
  protected show(runs: readonly Series[], single = false): void {
    this.problem = null
    this.#single = single
    this.#between = false
    if (!single) this.#awaited = false
    this.#draw(runs)
    this.trail.show(runs)
  }

  /** From here on no position is shown that the hand was at before the last request. What is shown stays what it is until there are runs. */
  protected settle(): void {
    this.#shown = this.asked
  }

  #draw(runs: readonly Series[]): void {
    const years = runs[0]?.years ?? []
    if (years.join() !== this.years.join()) this.years = years
    this.plan = runs
  }
}
