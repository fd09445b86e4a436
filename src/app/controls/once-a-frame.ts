/** Calls, at most once for each picture the screen draws. */
export interface OnceAFrame<T> {
  (value: T): void
  /** Calls with what waits, now. */
  flush(): void
  /** Does not call with what waits: the hand has taken it back. */
  drop(): void
}

/**
 * A call that answers a hand, in the event that tells of it: a frame callback would come no sooner to the screen, and leave no time
 * to a thread asked for a run. A second one before the same picture waits for the next, and of several that wait only the last is
 * made: a slow page that answered every one of them would draw none.
 */
export function onceAFrame<T>(call: (value: T) => void, frame: (next: () => void) => void = requestAnimationFrame): OnceAFrame<T> {
  let drawing = false
  let waiting: { readonly value: T } | null = null
  const take = () => {
    const last = waiting
    waiting = null
    if (last) call(last.value)
  }
  /** The frame begins that draws the last answer; what waits is drawn by the one after it. */
  const begin = () => {
    if (waiting === null) drawing = false
    else
      frame(() => {
        drawing = false
        take()
      })
  }
  const follow = (value: T) => {
    if (drawing) return void (waiting = { value })
    drawing = true
    frame(begin)
    call(value)
  }
  const drop = () => void (waiting = null)
  return Object.assign(follow, { flush: take, drop })
}
