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

/** The history with every state changed; null takes one out, and steps that then change nothing go too. `instead` stands where the present one is taken out. */
export function revised<T>({ past, present, future }: History<T>, change: (state: T) => T | null, instead: T): History<T> {
  const kept = change(present) ?? instead
  const differs = (a: T, b: T): boolean => JSON.stringify(a) !== JSON.stringify(b)
  const before = past.flatMap((state) => change(state) ?? [])
  const after = future.flatMap((state) => change(state) ?? [])
  return {
    past: before.filter((state, k) => differs(state, before[k + 1] ?? kept)),
    present: kept,
    future: after.filter((state, k) => differs(state, after[k - 1] ?? kept)),
  }
}

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
