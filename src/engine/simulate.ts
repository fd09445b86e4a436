import { buildCounty, type BuiltCounty } from './build-county.ts'
import type { SeenCounty } from './county/county.ts'
import { expectThat } from './kernel/expect.ts'
import { seedWords } from './kernel/seed.ts'
import { measureYear, type SectionFacts, type Series, type YearRecord } from './record.ts'
import { processValues, runYear, type Live } from './run-year.ts'
import type { Arm, Scenario } from './scenario.ts'
import { factsOf } from './section-facts.ts'
import { usesOf } from './timetable.ts'
import { followTeachers } from './teacher-moves.ts'
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

/** A built county with the state of its own year kept aside. */
interface Kept {
  readonly key: string
  readonly built: BuiltCounty
  readonly base: Uint8Array
  readonly baseLedger: Float64Array
  readonly baseSpending: Float64Array
}

/** Years before any arm’s first policy are the same for all arms: up to and including this one. */
function sharedUntil(scenario: Scenario): number {
  let first = scenario.years.to + 1
  for (const arm of scenario.arms) for (const use of arm.policies) first = Math.min(first, use.from)
  return Math.max(scenario.county.year, Math.min(scenario.years.to, first - 1))
}

/** A read-only look at the county at the end of a simulated year, pupils and teachers included; arm empty before the first policy. */
export type Watch = (county: SeenCounty, arm: string, year: number) => void

/** Creates the engine of one worker. `watch` sees every year; it may not keep the arrays, which the next year reuses. */
export function createEngine(watch?: Watch): Engine {
  let kept: Kept | undefined

  function keep(scenario: Scenario): Kept {
    const key = JSON.stringify([scenario.county, scenario.behaviour])
    if (kept?.key === key) return kept
    const built = buildCounty(scenario.county, scenario.behaviour, kept?.built)
    kept = { key, built, base: built.county.save(), baseLedger: built.ledger.entries.slice(), baseSpending: built.ledger.bySection.slice() }
    return kept
  }

  return {
    facts: (scenario) => factsOf(keep(scenario).built),
    yearsIn(scenario) {
      const shared = sharedUntil(scenario)
      return shared - scenario.county.year + scenario.arms.length * (scenario.years.to - shared)
    },
    *replicate(scenario, replicate) {
      const { built, base, baseLedger, baseSpending } = keep(scenario)
      const { county, ledger } = built
      const seed = seedWords(scenario.seed, replicate)
      const shared = sharedUntil(scenario)
      county.restore(base)
      ledger.entries.set(baseLedger)
      ledger.bySection.set(baseSpending)
      const before: YearRecord[] = []
      const live = { built, sets: processValues(scenario.behaviour), seed, published: new Float64Array(0) as Float64Array }
      const record = (year: number, records: YearRecord[], arm = ''): void => {
        watch?.(county, arm, year)
        const measured = measureYear(county, ledger, year)
        live.published = measured.county
        if (year >= scenario.years.from) records.push(measured)
      }
      record(scenario.county.year, before)
      for (let year = scenario.county.year + 1; year <= shared; year++) {
        runYear(live, year, [])
        record(year, before)
        yield { arm: '', year }
      }
      const publishedBefore = live.published
      const snapshot = shared > scenario.county.year && scenario.arms.length > 1 ? county.save() : base
      const series: Series[] = []
      for (const arm of scenario.arms) {
        if (series.length > 0) county.restore(snapshot)
        live.published = publishedBefore
        const records = [...before]
        const uses = usesOf(arm, county)
        for (let year = shared + 1; year <= scenario.years.to; year++) {
          runYear(live, year, uses)
          record(year, records, arm.id)
          yield { arm: arm.id, year }
        }
        series.push(seriesOf(arm, replicate, records, county.sections.count))
      }
      return series
    },
    *explain(scenario, replicate, armId) {
      const { built, base } = keep(scenario)
      const { county } = built
      county.restore(base)
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

/** Joins yearly records into one series. */
function seriesOf(arm: Arm, replicate: number, records: readonly YearRecord[], sectionCount: number): Series {
  const join = (pick: (r: YearRecord) => Float64Array): Float64Array => {
    const length = records.length > 0 ? pick(records[0]).length : 0
    const joined = new Float64Array(length * records.length)
    records.forEach((r, i) => joined.set(pick(r), i * length))
    return joined
  }
  return {
    arm: arm.id,
    replicate,
    years: records.map((r) => r.year),
    sectionCount,
    sections: join((r) => r.sections),
    county: join((r) => r.county),
    ledger: join((r) => r.ledger),
  }
}
