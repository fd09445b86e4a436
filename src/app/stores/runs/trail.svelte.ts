import type { Series } from '../../../engine/index.ts'

/** Milliseconds the lower pictures leave to the upper ones after their turns, by how long one of those takes to be drawn: the slower, the more. */
const leave = (drawing: number): number => Math.min(1000, (drawing * drawing) / 4)

/** What follows, each a picture after the one before it. */
const parts = ['map', 'swarm', 'words'] as const

/** What is heard of pictures, and of the clock; a test gives its own. */
export interface TrailParts {
  readonly clock: () => number
  /** Calls when the picture has been drawn. */
  readonly afterPicture: (call: () => void) => void
  readonly later: (call: () => void, milliseconds: number) => void
}

/**
 * The runs that the lower pictures and lines show. While a lever moves they follow the line, the headline and the table under the
 * hand: one after another, and seldom enough that a slow device has most of its time for what leads. The last runs of a movement
 * come to all of them.
 */
export class Trail {
  map = $state.raw<readonly Series[]>([])
  swarm = $state.raw<readonly Series[]>([])
  /** Lines of text below the pictures and under the table. */
  words = $state.raw<readonly Series[]>([])

  readonly #parts: TrailParts
  /** The newest runs while a lever moves; null at rest. */
  #newest: readonly Series[] | null = null
  /** Whether somebody is, or will be, at a turn. */
  #turning = false
  /** No turn begins before then. */
  #from = -Infinity

  constructor(parts: TrailParts) {
    this.#parts = parts
  }

  /** Shows runs everywhere at once: nothing moves. */
  show(runs: readonly Series[]): void {
    this.#newest = null
    for (const part of parts) this[part] = runs
  }

  /** Follows an upper picture that has just been given these runs. */
  follow(runs: readonly Series[]): void {
    this.#newest = runs
    if (this.#turning) return
    this.#turning = true
    const { clock, afterPicture } = this.#parts
    const asked = clock()
    // not at once: what the hand asks for next comes before it
    afterPicture(() => {
      const drawing = clock() - asked
      afterPicture(() => this.#begin(drawing))
    })
  }

  #begin(drawing: number): void {
    const { clock, later } = this.#parts
    const wait = this.#from - clock()
    if (wait > 0) later(() => this.#begin(drawing), wait)
    else this.#turn(0, drawing)
  }

  #turn(at: number, drawing: number): void {
    if (this.#newest) this[parts[at]!] = this.#newest
    if (this.#newest && at + 1 < parts.length) return this.#parts.afterPicture(() => this.#turn(at + 1, drawing))
    this.#turning = false
    this.#from = this.#parts.clock() + leave(drawing)
    const newest = this.#newest
    if (newest && parts.some((part) => this[part] !== newest)) this.follow(newest)
  }
}
