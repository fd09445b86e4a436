import { valuesOf, type Behaviour } from './behaviour.ts'
import { resetRules } from './county/county.ts'
import type { Parameters, Values } from './declare.ts'
import { drawsOf, type Draws, type SeedWords } from './kernel/random.ts'
import type { Moment } from './policies/declare.ts'
import type { BuiltCounty } from './prepare-county.ts'
import { countyColumn } from './record.ts'
import { isInForce, type PreparedUse } from './timetable.ts'
import { theYear } from './year.ts'

type ProcessSets = ReadonlyMap<string, Values<Parameters>>

/** Values of every process, looked up once per run. */
export function processValues(behaviour: Behaviour): ProcessSets {
  const sets = new Map<string, Values<Parameters>>()
  for (const step of theYear) if ('bind' in step) sets.set(step.id, valuesOf(step.id, step.parameters, behaviour))
  return sets
}

/** What a run carries from year to year besides the county itself. */
export interface Live {
  readonly built: BuiltCounty
  readonly sets: ProcessSets
  readonly seed: SeedWords
  /** County columns of last year’s record: what supervision reads. */
  published: Float64Array
}

/** Runs one school year: every step of the list, policies at their moments; `onStep` is told each one that has acted, parts of a step before it as `step/part`. */
export function runYear(live: Live, year: number, uses: readonly PreparedUse[], onStep?: (id: string) => void): void {
  const { county, rules, ledger, settings, steps } = live.built
  const draws = drawsOf(live.seed, year)
  resetRules(rules)
  // travelling teachers are this year’s arrangement of a district, like a rule: without it nobody travels
  county.sections.itinerant.fill(0)
  ledger.reset()
  const raised = new Map<string, number>()
  let bound = 0
  for (const step of theYear) {
    if ('moment' in step) {
      actAt(step.moment, live, uses, year, draws, raised, onStep)
      continue
    }
    ledger.charge(step.id)
    const run = steps[bound++] as (now: object) => void
    run({ year, set: live.sets.get(step.id), settings, rules, ledger, draws, onPart: onStep && ((part: string) => onStep(`${step.id}/${part}`)) })
    onStep?.(step.id)
  }
}

function actAt(moment: Moment, live: Live, uses: readonly PreparedUse[], year: number, draws: Draws, raised: Map<string, number>, onStep?: (id: string) => void): void {
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
    onStep?.(use.policy.id)
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
