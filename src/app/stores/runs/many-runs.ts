import type { Problem, Scenario, Series } from '../../../engine/index.ts'
import { runName } from '../../../runner/run-name.ts'
import type { Progress, Runner } from '../../../runner/runner.ts'

/** Milliseconds between two signs of progress: more would cost the runs more than it tells. */
const progressEvery = 120

/** Who is told what a run of many replicates does. */
export interface ManyEars {
  readonly clock: () => number
  readonly progress: (progress: Progress) => void
  readonly failed: (problem: Problem) => void
}

const inOrder = (runs: readonly Series[]): readonly Series[] => [...runs].sort((a, b) => a.replicate - b.replicate)

/** Of runs that are here, those before the first gap: threads bring them in any order, and each is held against the baseline of its own seed. */
function leading(runs: readonly Series[], replicates: readonly number[]): readonly Series[] {
  const sorted = inOrder(runs)
  const gap = sorted.findIndex(({ replicate }, k) => replicate !== replicates[k])
  return gap < 0 ? sorted : sorted.slice(0, gap)
}

/** Replicates of scenarios of one arm. */
export class ManyRuns {
  readonly #runner: Runner
  readonly #ears: ManyEars
  #told = -Infinity

  constructor(runner: Runner, ears: ManyEars) {
    this.#runner = runner
    this.#ears = ears
  }

  /** Runs replicates; null if cancelled or failed. `onSome` is told those done, from the first asked for to the first that is not, whenever one more is. */
  async run(scenario: Scenario, replicates: readonly number[], signal: AbortSignal, onSome?: (done: readonly Series[]) => void): Promise<readonly Series[] | null> {
    if (replicates.length === 0) return []
    const done: Series[] = []
    const outcome = await this.#runner.run(
      { runId: runName('run'), scenario, replicates },
      {
        signal,
        onProgress: (progress) => this.#tell(progress),
        onReplicate: ({ arms }) => {
          if (signal.aborted) return
          done.push(arms[0]!)
          onSome?.(leading(done, replicates))
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
