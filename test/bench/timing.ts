/** Times of one case over the rounds, milliseconds. */
export interface Times {
  readonly name: string
  readonly rounds: readonly number[]
}

/** A case: does its work once and may return what it computed, for comparison. */
export interface Case {
  readonly name: string
  readonly run: () => unknown
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Median over rounds of the ratio of two cases in the same round: machines are noisy, ratios within a round are not. */
export const ratio = (times: Times, base: Times): number => median(times.rounds.map((time, round) => time / base.rounds[round]!))

/** Runs cases in turn, A B C A B C …, after a warm-up of the same kind. */
export function interleave(cases: readonly Case[], rounds: number, warmUp = 3): Times[] {
  for (let i = 0; i < warmUp; i++) for (const { run } of cases) run()
  const times = cases.map(({ name }) => ({ name, rounds: [] as number[] }))
  for (let round = 0; round < rounds; round++) {
    cases.forEach(({ run }, i) => {
      const start = performance.now()
      run()
      times[i]!.rounds.push(performance.now() - start)
    })
  }
  return times
}

/** Milliseconds that one call takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
