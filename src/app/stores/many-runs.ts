import type { Problem, Scenario, Series } from '../../engine/index.ts'
import type { Progress, Runner } from '../../runner/runner.ts'

/** Milliseconds between two signs of progress: more would cost the runs more than it tells. */
const progressEvery = 120

/** Who is told what a run of many replicates does. */
export interface ManyEars {
  readonly clock: () => number
  readonly progress: (progress: Progress) => void
  readonly failed: (problem: Problem) => void
}

const inOrder = (runs: readonly Series[]): readonly Series[] => [...runs].sort((a, b) => a.replicate - b.replicate)

/** Replicates of scenarios of one arm. */
export class ManyRuns {
  readonly #runner: Runner
  readonly #ears: ManyEars
  #runs = 0
  #told = -Infinity

  constructor(runner: Runner, ears: ManyEars) {
    this.#runner = runner
    this.#ears = ears
  }

  /** Runs replicates; null if cancelled or failed. `onSome` is told those done, by replicate, whenever one more is. */
  async run(scenario: Scenario, replicates: readonly number[], signal: AbortSignal, onSome?: (done: readonly Series[]) => void): Promise<readonly Series[] | null> {
    if (replicates.length === 0) return []
    const done: Series[] = []
    const outcome = await this.#runner.run(
      { runId: `run-${++this.#runs}`, scenario, replicates },
      {
        signal,
        onProgress: (progress) => this.#tell(progress),
        onReplicate: ({ arms }) => {
          if (signal.aborted) return
          done.push(arms[0]!)
          onSome?.(inOrder(done))
        },
      },
    )
    if (outcome.status === 'failed') this.#ears.failed(outcome.problem)
    return outcome.status === 'done' ? inOrder(outcome.results.map((result) => result.arms[0]!)) : null
  }

  #tell(progress: Progress): void {
    const now = this.#ears.clock()
    if (now - this.#told < progressEvery) return
    this.#told = now
    this.#ears.progress(progress)
  }
}
