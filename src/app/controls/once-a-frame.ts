/** Calls, at most once for each picture the screen draws. */
export interface OnceAFrame<T> {
  (value: T): void
  /** Calls with what waits, now. */
  flush(): void
}

/**
 * A call that answers a hand. The first is made at once; of those that come before the next picture is drawn only the last is made,
 * with that picture: a slow page that answered every one of them would draw none.
 */
export function onceAFrame<T>(call: (value: T) => void, frame: (next: () => void) => void = requestAnimationFrame): OnceAFrame<T> {
  let drawing = false
  let waiting: { readonly value: T } | null = null
  const answer = (value: T) => {
    drawing = true
    call(value)
  }
  // a frame in which something was called for draws it, and calls for the next
  const drawn = () => {
    const last = waiting
    waiting = null
    drawing = false
    if (!last) return
    answer(last.value)
    frame(drawn)
  }
  const start = (value: T) => {
    answer(value)
    // the next frame draws it; with the one after that it is on the screen
    frame(() => frame(drawn))
  }
  return Object.assign((value: T) => (drawing ? void (waiting = { value }) : start(value)), {
    flush() {
      const last = waiting
      waiting = null
      if (last) call(last.value)
    },
  })
}
