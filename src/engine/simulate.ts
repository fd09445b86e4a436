import { levels, type Parameters, type Values } from './declare.ts'
import { actors, buildCounty, type Behaviour, type BuiltCounty } from './build-county.ts'
import { valuesOf } from './behaviour.ts'
import { resetRules, type SeenCounty } from './county/county.ts'
import { schoolName, townshipName, townshipNumber } from './county/names.ts'
import { placeKinds } from './county/places.ts'
import { owners, schoolForms } from './county/schools.ts'
import { drawsOf, type Draws, type SeedWords } from './kernel/random.ts'
import { seedWords } from './kernel/seed.ts'
import type { Moment } from './policies/declare.ts'
import type { SectionFacts, Series, YearRecord } from './record.ts'
import { countyColumn, measureYear } from './record.ts'
import type { Arm, Scenario } from './scenario.ts'
import { isInForce, usesOf, type PreparedUse } from './timetable.ts'
import { theYear } from './year.ts'

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
    const built = buildCounty(scenario.county, scenario.behaviour)
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
  }
}

type ProcessSets = ReadonlyMap<string, Values<Parameters>>

/** Values of every process, looked up once per run. */
function processValues(behaviour: Behaviour): ProcessSets {
  const sets = new Map<string, Values<Parameters>>()
  for (const step of theYear) if ('bind' in step) sets.set(step.id, valuesOf(step.id, step.parameters, behaviour))
  return sets
}

/** What a run carries from year to year besides the county itself. */
interface Live {
  readonly built: BuiltCounty
  readonly sets: ProcessSets
  readonly seed: SeedWords
  /** County columns of last year’s record: what supervision reads. */
  published: Float64Array
}

/** Runs one school year: every step of the list, policies at their moments. */
function runYear(live: Live, year: number, uses: readonly PreparedUse[]): void {
  const { rules, ledger, settings, steps } = live.built
  const draws = drawsOf(live.seed, year)
  resetRules(rules)
  ledger.reset()
  const raised = new Map<string, number>()
  let bound = 0
  for (const step of theYear) {
    if ('moment' in step) {
      actAt(step.moment, live, uses, year, draws, raised)
      continue
    }
    ledger.charge(step.id)
    const run = steps[bound++] as (now: object) => void
    run({ year, set: live.sets.get(step.id), settings, rules, ledger, draws })
  }
}

function actAt(moment: Moment, live: Live, uses: readonly PreparedUse[], year: number, draws: Draws, raised: Map<string, number>): void {
  const { county, rules, ledger, settings } = live.built
  const published = (column: string): number => live.published[countyColumn(column)] ?? NaN
  const raise = (policy: string, lever: string, by: number): void => {
    const key = `${policy}.${lever}`
    raised.set(key, (raised.get(key) ?? 0) + by)
  }
  for (const use of uses) {
    if (use.policy.moment !== moment || !isInForce(use, year)) continue
    ledger.charge(use.policy.id)
    const set = raiseValues(use, use.valuesIn(year), raised)
    use.policy.act({ year, yearsRunning: year - use.from, set, county, rules, ledger, draws, covers: use.covers, teacherPay: settings.finance.teacherPay, published, raise })
  }
}

/** Adds what supervision raised to a use’s levers, up to the end of a lever’s range. */
function raiseValues(use: PreparedUse, set: Values, raised: ReadonlyMap<string, number>): Values {
  if (raised.size === 0) return set
  const values: Record<string, number | string> = { ...set }
  for (const [name, parameter] of Object.entries(use.policy.parameters as Parameters)) {
    const by = raised.get(`${use.policy.id}.${name}`)
    const value = values[name]
    if (by !== undefined && 'range' in parameter && typeof value === 'number') values[name] = Math.min(parameter.range[1], value + by)
  }
  return values as Values
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

function factsOf({ county }: BuiltCounty): SectionFacts[] {
  const { sections, schools, places } = county
  return Array.from({ length: sections.count }, (_, s) => {
    const k = sections.school[s]
    const township = townshipNumber(county, schools.place[k])
    return {
      section: s,
      schoolId: schools.id[k],
      schoolName: schoolName(county, k),
      level: levels[sections.level[s]],
      kind: placeKinds[places.kind[schools.place[k]]],
      form: schoolForms[schools.form[k]],
      owner: owners[schools.owner[k]],
      x: schools.x[k],
      y: schools.y[k],
      township,
      townshipName: township < 0 ? { en: 'County town', zh: '县城' } : townshipName(township),
    }
  })
}

export { actors }
