/** Steps that can be undone, newest last. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

export const historyDepth = 100

/** A history of one state. */
export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** One committed change: the oldest step beyond the depth is forgotten. */
export const step = <T>(history: History<T>, next: T): History<T> => ({
  past: [...history.past, history.present].slice(-historyDepth),
  present: next,
  future: [],
})

/** One step back; the same history if there is none. */
export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

/** One step forward again; the same history if there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present].slice(-historyDepth), present: next, future }
}
