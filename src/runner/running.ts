import { inReplicateOrder } from '../engine/index.ts'
import { RunnerError } from './problems.ts'
import type { Plan, ReplicateResult, RunOptions, RunOutcome } from './runner.ts'

/** A run in progress: what is left to hand out, what came back, and how it will end. */
export class Running {
  readonly plan: Plan
  readonly #options: RunOptions
  readonly #left: number[]
  readonly #results: ReplicateResult[] = []
  /** Years done by replicates under way. */
  readonly #under = new Map<number, number>()
  /** Years of one replicate; known once a thread has opened the run. */
  yearsEach = 0
  #ending: 'done' | 'cancelled' | RunnerError = 'done'

  constructor(plan: Plan, options: RunOptions) {
    this.plan = plan
    this.#options = options
    this.#left = [...plan.replicates]
  }

  /** Nobody has stopped it. */
  get goesOn(): boolean {
    return this.#ending === 'done'
  }

  /** There is a replicate to hand out. */
  get hasWork(): boolean {
    return this.#left.length > 0 && this.goesOn
  }

  /** The next replicate to hand out; to be asked for only while there is work. */
  take(): number {
    const replicate = this.#left.shift()!
    this.#under.set(replicate, 0)
    return replicate
  }

  /** A replicate under way has come so far. */
  heard(replicate: number, years: number): void {
    if (!this.goesOn || !this.#under.has(replicate)) return
    this.#under.set(replicate, Math.min(years, this.yearsEach))
    this.#tell()
  }

  /** A replicate is under way no more, however it ended. */
  back(replicate: number): void {
    this.#under.delete(replicate)
  }

  /** Keeps a result, and tells of it while the run goes on. */
  keep(result: ReplicateResult): void {
    this.#results.push(result)
    if (!this.goesOn) return
    this.#tell()
    this.#options.onReplicate?.(result)
  }

  /** Ends the run early; false if it was ended before. */
  end(why: 'cancelled' | RunnerError): boolean {
    if (!this.goesOn) return false
    this.#ending = why
    return true
  }

  /** How it ended, with what was done by then. */
  get outcome(): RunOutcome {
    const { runId } = this.plan
    const results = inReplicateOrder(this.#results)
    if (this.#ending instanceof RunnerError) return { status: 'failed', runId, problem: this.#ending.problem, results }
    return { status: this.#ending, runId, results }
  }

  #tell(): void {
    const { runId, replicates } = this.plan
    let yearsDone = this.#results.length * this.yearsEach
    for (const years of this.#under.values()) yearsDone += years
    this.#options.onProgress?.({ runId, yearsDone, yearsInAll: this.yearsEach * replicates.length })
  }
}
