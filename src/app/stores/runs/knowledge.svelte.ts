import type { Scenario, Series } from '../../../engine/index.ts'
import { runName } from '../../../runner/run-name.ts'
import type { Runner } from '../../../runner/runner.ts'
import type { SetsKind } from './parameter-sets.ts'

/** Runs of each parameter set. */
const replicatesEach = 4

/**
 * What nobody knows, as opposed to luck: the plan under parameter sets, each run with the same few replicates. Computed when
 * somebody asks, in a runner of its own, and kept until another plan is asked about or the county changes; never mixed with the runs of the plan itself.
 */
export class Knowledge {
  /** Whether its band is wanted in the picture. */
  shown = $state(false)
  /** What the runs are of; differs from the present plan once that has changed. */
  key = $state('')
  kind = $state<SetsKind>('drawn')
  /** [set][replicate]; empty until all sets are done. */
  runs = $state.raw<readonly (readonly Series[])[]>([])
  done = $state(0)
  all = $state(0)
  busy = $state(false)
  failed = $state(false)
  readonly #hire: () => Runner
  #abort: AbortController | null = null

  /** `hire` gives the runner of one asking; it is disposed of afterwards. */
  constructor(hire: () => Runner) {
    this.#hire = hire
  }

  /** Runs a scenario of one arm over parameter sets, unless that is done or under way. */
  async ask(key: string, scenario: Scenario): Promise<void> {
    if (key === this.key && (this.busy || this.runs.length > 0)) return
    this.cancel()
    const abort = new AbortController()
    this.#abort = abort
    this.key = key
    this.runs = []
    this.done = 0
    this.failed = false
    this.busy = true
    const runner = this.#hire()
    try {
      const { setsFor, withParameterSet } = await import('./parameter-sets.ts')
      const { kind, sets } = await setsFor(scenario)
      this.kind = kind
      this.all = sets.length
      const runs = await this.#through(runner, sets.map((set) => withParameterSet(scenario, set)), abort.signal)
      if (abort.signal.aborted) return
      this.runs = runs ?? []
      this.failed = runs === null
    } catch {
      if (!abort.signal.aborted) this.failed = true
    } finally {
      runner.dispose()
      if (this.#abort === abort) {
        this.#abort = null
        this.busy = false
      }
    }
  }

  async #through(runner: Runner, scenarios: readonly Scenario[], signal: AbortSignal): Promise<readonly (readonly Series[])[] | null> {
    const runs: (readonly Series[])[] = []
    const replicates = Array.from({ length: replicatesEach }, (_, k) => k + 1)
    for (const scenario of scenarios) {
      const outcome = await runner.run({ runId: runName('knowledge'), scenario, replicates }, { signal })
      if (outcome.status !== 'done') return null
      runs.push([...outcome.results].sort((a, b) => a.replicate - b.replicate).map((one) => one.arms[0]!))
      if (signal.aborted) return null
      this.done = runs.length
    }
    return runs
  }

  /** Stops what is under way. What is complete waits: undo may bring its plan back. */
  cancel(): void {
    this.#abort?.abort()
    this.#abort = null
    if (this.busy) this.key = ''
    this.busy = false
  }

  /** Forgets all of it: tens of megabytes, of a county that is not on the screen any more. */
  forget(): void {
    this.cancel()
    this.key = ''
    this.runs = []
    this.failed = false
  }
}
