import type { Scenario } from './scenario.ts'
import type { SectionFacts, Series } from './record.ts'

/** One simulated year is done: the pause at which a run can be cancelled. */
export interface YearTick {
  /** Arm id; empty while the years before the first policy are simulated once for all arms. */
  readonly arm: string
  readonly year: number
}

/** The engine of one worker: it owns one county’s tables and keeps built counties, so that the next run starts warm. */
export interface Engine {
  /** Who the sections of a scenario’s county are. */
  facts(scenario: Scenario): readonly SectionFacts[]
  /** Simulated years in one replicate of all arms, for honest progress. */
  yearsIn(scenario: Scenario): number
  /** Simulates one replicate of all arms; yields once per simulated year and returns the arms’ series in order. */
  replicate(scenario: Scenario, replicate: number): Generator<YearTick, readonly Series[]>
}
