export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export const fastest = (values: readonly number[]): number => Math.min(...values)

/**
 * Milliseconds of processor that the program has used since it started, in all its threads. On a machine that others use too, a
 * clock counts their work as well; this does not.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What one piece of work took, milliseconds: by the clock, and of the processor. */
export interface Spent {
  readonly clock: number
  readonly processor: number
}

/** Starts a watch; the function returned tells what has been spent since. */
export function startWatch(): () => Spent {
  const start = performance.now()
  const used = processorTime()
  return () => ({ clock: performance.now() - start, processor: processorTime() - used })
}

export const clocksOf = (rounds: readonly Spent[]): number[] => rounds.map(({ clock }) => clock)
export const processorsOf = (rounds: readonly Spent[]): number[] => rounds.map(({ processor }) => processor)
