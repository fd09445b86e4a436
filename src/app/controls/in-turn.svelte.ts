/*
 * What opens a screen is made in pieces, each in a task of its own: between two of them the page draws, and answers hands.
 */

/** A task of its own, soon. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof scheduler === 'undefined') setTimeout(resolve)
    else void scheduler.postTask(resolve, { priority: 'user-visible' })
  })

let last: Promise<void> = Promise.resolve()
/** Hands on what it is given, when all that were given before have had a task each. */
export function inTurn<T>(value: T): Promise<T> {
  last = last.then(nextTask)
  return last.then(() => value)
}

/**
 * How many of a list are there: those of the first piece at once, then a piece more after each picture, until the list has been whole once.
 *
 * @param all the list's length now
 * @param piece how many come at a time
 */
export class Growing {
  /** As many as are there; Infinity once all are. */
  count = $state(0)

  constructor(all: () => number, first: number, piece: number) {
    this.count = first
    $effect(() => {
      if (this.count === Infinity) return
      const next = this.count >= all() ? Infinity : this.count + piece
      const frame = requestAnimationFrame(() => void nextTask().then(() => (this.count = next)))
      return () => cancelAnimationFrame(frame)
    })
  }
}
