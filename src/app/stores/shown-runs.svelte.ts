import type { Problem, Series } from '../../engine/index.ts'
import { Trail } from './trail.svelte.ts'

/** Calls when the picture has been drawn. */
const afterPicture = (call: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(call))
  else setTimeout(call)
}

/** Which runs the pictures show. */
export class ShownRuns {
  /** Runs of the plan, by replicate, in order; complete pictures only. */
  plan = $state.raw<readonly Series[]>([])
  /** The same for the lower pictures: while a lever moves they follow. */
  readonly trail: Trail
  /** Years of the runs: the same array as long as they are the same, so that what hangs on them alone stands still while a lever moves. */
  years = $state.raw<readonly number[]>([])
  /** What was shown before the last change. */
  ghost = $state.raw<readonly Series[]>([])
  /** One run stands for the plan. */
  single = $state(false)
  /** Not even one: what is shown lies between two runs, that of the position itself is under way. */
  between = $state(false)
  problem = $state.raw<Problem | null>(null)
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
    this.single = true
    this.between = between
    this.ghost = before
    this.#draw([series])
    this.trail.follow(this.plan)
  }

  /** Shows runs of a plan let go, everywhere at once. */
  protected show(runs: readonly Series[]): void {
    this.problem = null
    this.#draw(runs)
    this.trail.show(runs)
  }

  /** What is shown from here on is of the last request: no older position comes after it. */
  protected settle(): void {
    this.#shown = this.asked
    this.single = false
    this.between = false
  }

  #draw(runs: readonly Series[]): void {
    const years = runs[0]?.years ?? []
    if (years.join() !== this.years.join()) this.years = years
    this.plan = runs
  }
}
