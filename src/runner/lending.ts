/** Things lent one at a time: who came first is served first. */
export interface Lending<T> {
  /** Somebody waits for one of them. */
  readonly wanted: boolean
  /** Lends one to `work`, as soon as one is free. */
  lend<R>(work: (one: T) => Promise<R>): Promise<R>
}

/** Lends `all`, the first of them first. */
export function createLending<T>(all: readonly T[]): Lending<T> {
  const free = [...all].reverse()
  const waiting: ((one: T) => void)[] = []
  return {
    get wanted() {
      return waiting.length > 0
    },
    async lend(work) {
      const one = free.pop() ?? (await new Promise<T>((resolve) => waiting.push(resolve)))
      try {
        return await work(one)
      } finally {
        const next = waiting.shift()
        if (next) next(one)
        else free.push(one)
      }
    },
  }
}
