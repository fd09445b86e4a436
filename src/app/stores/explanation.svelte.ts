import type { Scenario, TraceYear } from '../../engine/index.ts'
import type { Runner } from '../../runner/runner.ts'

/** The followed years of one run of the plan: computed when somebody asks why, kept until the plan changes. */
export class Explanation {
  key = $state('')
  trace = $state.raw<readonly TraceYear[] | null>(null)
  failed = $state(false)
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  async ask(key: string, scenario: Scenario, replicate: number): Promise<void> {
    if (key === this.key && !this.failed) return
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
