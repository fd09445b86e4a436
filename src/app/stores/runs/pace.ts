/** A single run that takes longer, milliseconds, is too slow to follow a lever: under five pictures a second. A picture somewhat late still tells more than none. */
export const slowRun = 200
/** Single runs remembered, and as many it takes to call a device slow: the first few are of code that is not compiled yet. */
const timesKept = 5

/** How quick single runs are. Late runs are a busy machine, or code not compiled yet; a device whose fastest run is late is slow. */
export class Pace {
  #times: readonly number[] = []

  /** Notes how long a run took, milliseconds; whether the device is slow by what is known then. */
  note(took: number): boolean {
    this.#times = [...this.#times, took].slice(-timesKept)
    return this.#times.length === timesKept && Math.min(...this.#times) > slowRun
  }
}
