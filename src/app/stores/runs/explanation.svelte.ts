import type { Scenario, TraceYear } from '../../../engine/index.ts'
import type { Runner } from '../../../runner/runner.ts'

/** The followed years of one run of the plan: computed when somebody asks why, kept until the plan changes. */
export class Explanation {
  key = $state('')
  trace = $state.raw<readonly TraceYear[] | null>(null)
  failed = $state(false)
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  /**
   * Follows a run, unless that was asked for. What failed is not tried again by itself, as every picture that shows it asks anew
   * whenever something changes.
   *
   * @param again asked by hand after a failure
   */
  async ask(key: string, scenario: Scenario, replicate: number, again = false): Promise<void> {
    if (key === this.key && !(again && this.failed)) return
    this.key = key
    this.trace = null
    this.failed = false
    try {
      const trace = await this.#runner.explain(scenario, replicate, scenario.arms[0]!.id)
      if (this.key === key) this.trace = trace
    } catch {
      if (this.key === key) this.failed = true
    }
  }
}
