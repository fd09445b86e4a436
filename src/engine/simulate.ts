import type { SeenCounty } from './county/county.ts'
import { expectThat } from './kernel/expect.ts'
import { groundOf } from './ground.ts'
import { keepBuilt, keepGiven, keepPrefix, rewind, type CountyState, type Kept, type Prefix } from './kept-county.ts'
import { seedWords } from './kernel/seed.ts'
import { copyRows, createSeries, measureYear, rowsOfYears, type SectionFacts, type Series, type YearRows } from './record.ts'
import { processValues, runYear, type Live } from './run-year.ts'
import type { Scenario } from './scenario.ts'
import { factsOf } from './section-facts.ts'
import { usesOf, type PreparedUse } from './timetable.ts'
import { followTeachers } from './follow-teachers.ts'
import { followSteps, lookAtDispersions, type TraceStep, type TraceYear } from './trace.ts'

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
  /** The county of a scenario as data, for another engine to begin with. It may not be changed. */
  state(scenario: Scenario): CountyState
  /** Takes in the county of a scenario as another engine has built it: same numbers as building it here. Not in the middle of a replicate. */
  adopt(scenario: Scenario, state: CountyState): void
  /** Simulated years in one replicate of all arms, for honest progress. */
  yearsIn(scenario: Scenario): number
  /** Simulates one replicate of all arms; yields once per simulated year and returns the arms’ series in order. */
  replicate(scenario: Scenario, replicate: number): Generator<YearTick, readonly Series[]>
  /**
   * Follows every item’s dispersion coefficient, and every teacher who moves, through the steps of every year of one arm. Same
   * numbers as `replicate`; yields once per simulated year. Years from the first shown one on.
   */
  explain(scenario: Scenario, replicate: number, arm: string): Generator<YearTick, readonly TraceYear[]>
}

/** Years before any arm’s first policy are the same for all arms: up to and including this one. */
function sharedUntil(scenario: Scenario): number {
  let first = scenario.years.to + 1
  for (const arm of scenario.arms) for (const use of arm.policies) first = Math.min(first, use.from)
  return Math.max(scenario.county.year, Math.min(scenario.years.to, first - 1))
}

/** Years in the record: the ones asked for that the county lives through. */
function yearsShown({ county, years }: Scenario): number[] {
  const first = Math.max(county.year, years.from)
  return Array.from({ length: Math.max(0, Math.max(county.year, years.to) - first + 1) }, (_, i) => first + i)
}

/** One replicate under way. */
interface Run {
  /** What names the state before the first policy, within one county and behaviour. */
  readonly key: string
  readonly live: Live
  readonly series: readonly Series[]
  /** Years in the record, and how many of them all arms share. */
  readonly years: readonly number[]
  readonly countBefore: number
  /** The last year that all arms share. */
  readonly shared: number
}

function openRun({ built }: Kept, scenario: Scenario, replicate: number, spare: readonly Series[]): Run {
  const shared = sharedUntil(scenario)
  const years = yearsShown(scenario)
  return {
    key: JSON.stringify([scenario.seed, replicate, years[0], shared]),
    live: { built, sets: processValues(scenario.behaviour), seed: seedWords(scenario.seed, replicate), published: new Float64Array(0) },
    series: scenario.arms.map((arm, a) => createSeries(arm.id, replicate, years, built.county.sections.count, built.ledger, spare[a])),
    years,
    countBefore: Math.max(0, shared - years[0] + 1),
    shared,
  }
}

/** Puts a run where an earlier one stood before its first policy. */
function resume({ live }: Run, { state, rows, published }: Prefix, before: YearRows): void {
  live.built.county.restore(state)
  copyRows(rows, before)
  live.published = published
}

/** A read-only look at the county at the end of a simulated year, pupils and teachers included; arm empty before the first policy. */
export type Watch = (county: SeenCounty, arm: string, year: number) => void

/**
 * Creates the engine of one worker.
 *
 * @param watch  sees every year; it may not keep the arrays, which the next year reuses
 * @param reuses every replicate’s series are written over by the next one’s, for who has copied them by then
 */
export function createEngine(watch?: Watch, reuses = false): Engine {
  let kept: Kept | undefined
  let spare: readonly Series[] = []

  const keep = (scenario: Scenario): Kept => (kept?.state.ground === groundOf(scenario) ? kept : (kept = keepBuilt(scenario, kept)))

  /** Lives and records years of one arm; the county’s own year is only recorded. */
  function* liveYears({ live, years }: Run, into: Series, arm: string, first: number, last: number, uses: readonly PreparedUse[]): Generator<YearTick, void> {
    const { county, ledger, settings } = live.built
    for (let year = first; year <= last; year++) {
      if (year > settings.year) runYear(live, year, uses)
      watch?.(county, arm, year)
      const row = year - years[0]
      live.published = measureYear(county, ledger, year, row >= 0 ? rowsOfYears(into, row, 1) : undefined).county
      if (year > settings.year) yield { arm, year }
    }
  }

  return {
    state: (scenario) => keep(scenario).state,
    adopt(scenario, state) {
      kept = keepGiven(scenario, state, kept) ?? kept
    },
    facts: (scenario) => factsOf(keep(scenario).built),
    yearsIn(scenario) {
      const shared = sharedUntil(scenario)
      return shared - scenario.county.year + scenario.arms.length * (scenario.years.to - shared)
    },
    *replicate(scenario, replicate) {
      const home = keep(scenario)
      const run = openRun(home, scenario, replicate, spare)
      const { series, live, shared } = run
      if (reuses) spare = series
      const before = rowsOfYears(series[0], 0, run.countBefore)
      const known = watch === undefined && home.prefix?.key === run.key ? home.prefix : undefined
      if (known) resume(run, known, before)
      else {
        rewind(home)
        yield* liveYears(run, series[0], '', scenario.county.year, shared, [])
      }
      const { published } = live
      const parts = shared < scenario.years.to
      if (!known && parts && shared > scenario.county.year) home.prefix = keepPrefix(home, run.key, before, published)
      const start = home.prefix?.key === run.key ? home.prefix.state : home.state.tables
      for (const [a, arm] of scenario.arms.entries()) {
        if (a > 0) copyRows(before, rowsOfYears(series[a], 0, run.countBefore))
        if (a > 0 && parts) live.built.county.restore(start)
        live.published = published
        yield* liveYears(run, series[a], arm.id, shared + 1, scenario.years.to, usesOf(arm, live.built.county))
      }
      return series
    },
    *explain(scenario, replicate, armId) {
      const { built, state } = keep(scenario)
      const { county } = built
      county.restore(state.tables)
      const arm = scenario.arms.find((a) => a.id === armId)
      expectThat(arm !== undefined, `explain: no arm ${armId}`)
      const uses = usesOf(arm, county)
      const years: TraceYear[] = []
      const live: Live = { built, sets: processValues(scenario.behaviour), seed: seedWords(scenario.seed, replicate), published: measureYear(county, built.ledger, scenario.county.year).county }
      const teachers = followTeachers(live)
      for (let year = scenario.county.year + 1; year <= scenario.years.to; year++) {
        const steps: TraceStep[] = []
        const before = lookAtDispersions(county)
        const follow = followSteps(county, Number(live.sets.get('funding')!.wear), steps)
        runYear(live, year, uses, (step) => {
          teachers.after(step, year)
          follow(step)
        })
        const moves = teachers.take()
        live.published = measureYear(county, built.ledger, year).county
        if (year > scenario.years.from) years.push({ year, before, steps, moves })
        yield { arm: armId, year }
      }
      return years
    },
  }
}
