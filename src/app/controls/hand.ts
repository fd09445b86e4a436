import { onceAFrame } from './once-a-frame.ts'

/** Milliseconds after the last key when a lever moved by keys is let go. */
const settles = 350

/** Who is told what a hand does. */
export interface HandEars {
  readonly drag: (value: number) => void
  /** Lets go where the lever is. */
  readonly release: () => void
}

/** A hand on a slider: keys move it at once and become one step when they rest, like a drag with a pointer. */
export class Hand {
  /** Where it is while the picture of a place before it is drawn; null once that is told. */
  ahead: number | null = null
  readonly #draw
  readonly #ears: HandEars
  #settle: ReturnType<typeof setTimeout> | undefined

  /** `frame` is that of `onceAFrame`. */
  constructor(ears: HandEars, frame?: (next: () => void) => void) {
    this.#ears = ears
    this.#draw = onceAFrame((to: number) => {
      this.ahead = null
      ears.drag(to)
    }, frame)
  }

  follow(to: number): void {
    this.ahead = to
    this.#draw(to)
  }

  /** Follows a key. */
  press(to: number): void {
    this.follow(to)
    clearTimeout(this.#settle)
    this.#settle = setTimeout(() => this.release(), settles)
  }

  release(): void {
    this.#rest()
    this.#draw.flush()
    this.#ears.release()
  }

  /** Goes elsewhere: keys that have not rested are let go at once, so that no two levers are moved at a time. */
  blur(): void {
    if (this.#settle !== undefined) this.release()
  }

  /** Takes back what is not told yet: something else was decided, or the move was taken back. */
  leave(): void {
    this.#rest()
    this.#draw.drop()
    this.ahead = null
  }

  #rest(): void {
    clearTimeout(this.#settle)
    this.#settle = undefined
  }
}
