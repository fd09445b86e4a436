/** Calls, at most once for each picture the screen draws. */
export interface OnceAFrame<T> {
  (value: T): void
  /** Calls with what waits, now. */
  flush(): void
  /** Does not call with what waits: the hand has taken it back. */
  drop(): void
}

/** Called in a frame: calls when that frame has been drawn, before anything else. While a hand moves, browsers let timers wait. */
const afterThisFrame = (call: () => void): void => void (typeof scheduler === 'undefined' ? setTimeout(call) : scheduler.postTask(call, { priority: 'user-blocking' }))

/**
 * A call that answers a hand, in the event that tells of it: a frame callback would come no sooner to the screen, and leave no time
 * to a thread asked for a run. A second one before the same picture waits until that is drawn, and of several that wait only the
 * last is made: a slow page that answered every one of them would draw none.
 *
 * @param frame calls when a picture is about to be drawn, `after` when it has been
 */
export function onceAFrame<T>(call: (value: T) => void, frame: (next: () => void) => void = requestAnimationFrame, after: (next: () => void) => void = afterThisFrame): OnceAFrame<T> {
  let drawing = false
  let waiting: { readonly value: T } | null = null
  const answer = (value: T) => {
    drawing = true
    frame(begin)
    call(value)
  }
  const take = () => {
    const last = waiting
    waiting = null
    return last
  }
  /** The last answer is about to be drawn. */
  const begin = () => {
    if (waiting) after(drawn)
    else drawing = false
  }
  const drawn = () => {
    const last = take()
    if (last) answer(last.value)
    else drawing = false
  }
  return Object.assign((value: T) => (drawing ? void (waiting = { value }) : answer(value)), {
    flush() {
      const last = take()
      if (last) call(last.value)
    },
    drop: () => void take(),
  })
}
