/** Milliseconds of a year at ordinary speed, and the rest at a year in which the verdict changes, whatever the speed: the room has to see it. */
export const yearTime = 500
export const verdictRest = 1200

/** What playing needs to know and do. */
export interface Calendar {
  readonly years: () => readonly number[]
  /** Position of the year shown. */
  readonly at: () => number
  readonly show: (year: number) => void
  /** Years in which the verdict changes. */
  readonly rests: () => readonly number[]
}

/** Plays through the years, from the one shown to the last. */
export class YearPlay {
  playing = $state(false)
  speed = $state(1)
  readonly #calendar: Calendar
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(calendar: Calendar) {
    this.#calendar = calendar
  }

  /** Milliseconds a dot takes to its place in the next year: none unless the years are played. */
  get glide(): number {
    return this.playing ? yearTime / this.speed : 0
  }

  stop(): void {
    this.playing = false
    clearTimeout(this.#timer)
  }

  /** Starts, from the first year if the last is shown, or stops. */
  toggle(): void {
    if (this.playing) return this.stop()
    const { years, at, show } = this.#calendar
    const all = years()
    if (all.length === 0) return
    if (at() >= all.length - 1) show(all[0]!)
    this.playing = true
    this.#timer = setTimeout(this.#next, yearTime / this.speed)
  }

  /** 0.5, 1 or 2 times ordinary speed, in turn. */
  change(): void {
    this.speed = this.speed === 2 ? 0.5 : this.speed * 2
  }

  #next = (): void => {
    const { years, at, show, rests } = this.#calendar
    const year = years()[at() + 1]
    if (year === undefined) return this.stop()
    show(year)
    this.#timer = setTimeout(this.#next, yearTime / this.speed + (rests().includes(year) ? verdictRest : 0))
  }
}
