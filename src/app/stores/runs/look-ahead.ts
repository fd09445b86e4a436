import type { Likely } from './request.ts'

/** Milliseconds without a wish after which there is time for what may be wanted next: less than between two keys. */
const pause = 60

/** What may be asked for next, as it was told last: computed once, when a hand has not moved for a moment, as it needs the page for itself. */
export class LookAhead {
  readonly #free: () => boolean
  readonly #run: (likely: Likely) => void
  #likely: (() => Likely) | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `free` says whether there is time, `run` computes what is likely. */
  constructor(free: () => boolean, run: (likely: Likely) => void) {
    this.#free = free
    this.#run = run
  }

  expect(likely: () => Likely): void {
    this.#likely = likely
    this.rest()
  }

  /** Something was asked for: what was likely before is not. */
  forget(): void {
    this.#likely = null
  }

  /** Nothing is under way: soon there is time. */
  rest(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), pause)
  }

  #look(): void {
    const likely = this.#likely
    if (likely === null || !this.#free()) return
    this.#likely = null
    this.#run(likely())
  }
}
