import type { CountyState, Problem, Scenario, SectionFacts, Series, TraceYear } from '../engine/index.ts'

/*
 * Everything that crosses the thread boundary: data, and one callback per worker for progress.
 */

/** Which engine a thread runs. Threads of different builds must not mix their results. */
export interface EngineStamp {
  readonly engine: string
  readonly numbers: number
}

/** How a replicate ended in a worker. A failure is data, never an exception. */
export type TaskOutcome =
  | { readonly status: 'done'; readonly runId: string; readonly replicate: number; readonly arms: readonly Series[] }
  | { readonly status: 'cancelled'; readonly runId: string; readonly replicate: number }
  | { readonly status: 'failed'; readonly runId: string; readonly replicate: number; readonly problem: Problem }

/** How a question about a scenario ended in a worker. */
export type Answer<T> = { readonly status: 'done'; readonly value: T } | { readonly status: 'failed'; readonly problem: Problem }

/** Told how many years of a replicate are done: after some of them, not after each, because messages cost time too. */
export type OnYears = (runId: string, replicate: number, years: number) => void

/** What a worker offers. One run at a time: opening a run lets go of the one before. */
export interface SimulationService {
  stamp(): EngineStamp
  /** Where years are reported, for the worker’s whole life. */
  report(onYears: OnYears): void
  /** Takes in a run’s scenario, so that it crosses once per worker; answers how many years one replicate simulates. */
  open(runId: string, scenario: Scenario): Answer<number>
  /** Simulates one replicate of the open run; pauses after every year, so that a cancel can arrive. */
  replicate(runId: string, replicate: number): Promise<TaskOutcome>
  /** Honoured at the next year boundary. */
  cancel(runId: string): void
  /** The county of a scenario, built here if it is not yet. */
  state(scenario: Scenario): Answer<CountyState>
  /** Takes in the county of a scenario as another worker has built it. */
  adopt(scenario: Scenario, state: CountyState): void
  facts(scenario: Scenario): Answer<readonly SectionFacts[]>
  explain(scenario: Scenario, replicate: number, arm: string): Answer<readonly TraceYear[]>
}
