import type { Problem, Scenario, SectionFacts, Series, TraceYear } from '../engine/index.ts'

/** What to run: all arms of a scenario for some replicates. Ordered replicate first, so complete pairs arrive early. */
export interface Plan {
  readonly runId: string
  readonly scenario: Scenario
  /** Replicate numbers, in the order in which they are wanted. */
  readonly replicates: readonly number[]
}

/** One replicate of all arms: the unit of work, so that pairs stay in one worker and share their history. */
export interface ReplicateResult {
  readonly replicate: number
  /** In the order of the scenario’s arms. */
  readonly arms: readonly Series[]
}

/** Progress in simulated years, counted, never a clock. */
export interface Progress {
  readonly runId: string
  readonly yearsDone: number
  readonly yearsInAll: number
}

/** How a run ended, with the replicates that were done by then, in the order wanted. A cancelled or failed run keeps what it has. */
export type RunOutcome =
  | { readonly status: 'done'; readonly runId: string; readonly results: readonly ReplicateResult[] }
  | { readonly status: 'cancelled'; readonly runId: string; readonly results: readonly ReplicateResult[] }
  | { readonly status: 'failed'; readonly runId: string; readonly problem: Problem; readonly results: readonly ReplicateResult[] }

/** How a run is watched and stopped: `signal` ends it at the next simulated year. */
export interface RunOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Called once per finished replicate, in order of arrival. */
  readonly onReplicate?: (result: ReplicateResult) => void
}

/** Where runs happen. Results do not depend on which body, or on how many workers. */
export interface Runner {
  /** Runs that can be under way at the same time. */
  readonly size: number
  run(plan: Plan, options?: RunOptions): Promise<RunOutcome>
  /** Who the sections of a scenario’s county are (the county is built where runs happen, once). */
  facts(scenario: Scenario): Promise<readonly SectionFacts[]>
  /** Follows every item’s dispersion coefficient through the steps of every year of one arm: why it moved. */
  explain(scenario: Scenario, replicate: number, arm: string): Promise<readonly TraceYear[]>
  /** Builds the county and runs once, so that the first real run is fast. */
  warm(scenario: Scenario): Promise<void>
  dispose(): void
}
