/*
 * Results as one object: per arm and year the rolls, every item, verdicts, costs and outcome gaps. Numbers are medians of the
 * replicates, as the screens show them; `spread` holds the 10% and 90% quantiles. Differences are paired: within a replicate, then
 * the median.
 */
import {
  actors,
  countyColumn,
  countySeries,
  inReplicateOrder,
  items,
  measures,
  middle,
  pairedDifferences,
  payers,
  purposes,
  quantilesOver,
  resultDigest,
  rowsOf,
  type ReplicateSeries,
  type Scenario,
} from '../../engine/index.ts'
import { officialLists } from './official-lists.ts'
import type { Registry } from '../registry.ts'
import { currentStamp, scenarioDigest } from '../write.ts'
import type { ArmReport, CostReport, Count, ItemReport, PerLevel, RunReport, YearReport } from './report-shape.ts'

/** The standards a report judges by: quality balance strictly and with the working rules’ relaxations, and basic balance. */
export const verdictIds = ['balance-2017', 'balance-2017.relaxed', 'balance-2012'] as const

const low = 0.1
const high = 0.9
const width = countySeries.length
const finite = (value: number | undefined): number | null => (value === undefined || !Number.isFinite(value) ? null : value)

/** Everything about one arm that its years are made from. */
interface ArmView {
  readonly rows: readonly Float64Array[]
  /** Quantiles at `low` and `high`, by cell. */
  readonly bands: readonly Float64Array[]
  /** Arm minus reference within each run, [run][cell]. */
  readonly differences: readonly Float64Array[]
  readonly ledgers: readonly Float64Array[]
  readonly policies: readonly string[]
}

function viewOf(results: readonly ReplicateSeries[], scenario: Scenario, arm: number): ArmView {
  const rows = rowsOf(results, 'county', arm)
  const differences = pairedDifferences(results, 'county', arm)
  return {
    rows,
    bands: quantilesOver(rows, [low, high]),
    differences,
    ledgers: rowsOf(results, 'ledger', arm),
    policies: [...new Set(scenario.arms[arm]!.policies.map(({ use }) => use))],
  }
}

const cell = (year: number, id: string): number => year * width + countyColumn(id)
const medianOf = (values: readonly number[]): number | null => finite(middle(values))
const median = ({ rows }: ArmView, year: number, id: string): number | null =>
  countyColumn(id) < 0 ? null : medianOf(rows.map((row) => row[cell(year, id)]!))
const perLevel = (value: (level: 'primary' | 'junior') => number | null): PerLevel => ({
  primary: value('primary'),
  junior: value('junior'),
})

function countOf({ rows }: ArmView, year: number, id: string): Count {
  const values = rows.map((row) => row[cell(year, id)]!).filter((value) => value === 0 || value === 1)
  return { passes: values.filter((value) => value === 1).length, of: values.length }
}

function itemsOf(view: ArmView, year: number): YearReport['items'] {
  const one = (id: string, level: string): ItemReport => ({
    mean: median(view, year, `${id}.mean.${level}`),
    cv: median(view, year, `${id}.cv.${level}`),
    below: median(view, year, `${id}.below.${level}`),
    near: median(view, year, `${id}.near.${level}`),
  })
  return Object.fromEntries(items.map(({ id }) => [id, { primary: one(id, 'primary'), junior: one(id, 'junior') }]))
}

function schoolsOf(view: ArmView, year: number): YearReport['schools'] {
  const column = (id: string): PerLevel => perLevel((level) => median(view, year, `${id}.${level}`))
  const below = perLevel((level) => {
    const short = view.rows.map((row) => row[cell(year, `schools.assessed.${level}`)]! - row[cell(year, `schools.passing.${level}`)]!)
    return medianOf(short)
  })
  return { open: column('schools.open'), assessed: column('schools.assessed'), passing: column('schools.passing'), below }
}

const cellsPerActor = purposes.length * payers.length

/** Yuan that one actor spent in a year, in each run. */
function spentBy({ ledgers }: ArmView, year: number, actor: string): readonly number[] {
  const start = (year * actors.length + actors.indexOf(actor)) * cellsPerActor
  return ledgers.map((ledger) => ledger.subarray(start, start + cellsPerActor).reduce((sum, yuan) => sum + yuan, 0))
}

/** Sections passing at the end beyond those of the reference, and yuan spent beyond it, of one and the same run: that with the middle of the costs. */
function totalOf(view: ArmView, years: number): ArmReport['total'] {
  const all = Array.from({ length: years }, (_, year) => year)
  const more = view.differences.map((row) => all.reduce((sum, year) => sum + row[cell(year, 'cost')]!, 0))
  const moreThanReference = medianOf(more)
  // medians of each number alone would be of different runs, and their quotient of none
  const run = moreThanReference === null ? -1 : more.indexOf(moreThanReference)
  const row = view.differences[run]
  const passing = row ? finite((['primary', 'junior'] as const).reduce((sum, level) => sum + row[cell(years - 1, `schools.passing.${level}`)]!, 0)) : null
  const spent = (policy: string): number | null => (view.ledgers[run] ? all.reduce((sum, year) => sum + spentBy(view, year, policy)[run]!, 0) : null)
  return {
    moreThanReference,
    newlyPassing: passing,
    perNewlyPassing: moreThanReference !== null && passing !== null && passing > 0 ? moreThanReference / passing : null,
    byPolicy: Object.fromEntries(view.policies.map((policy) => [policy, spent(policy)])),
  }
}

function costsOf(view: ArmView, year: number): CostReport {
  return {
    all: median(view, year, 'cost'),
    moreThanReference: medianOf(view.differences.map((row) => row[cell(year, 'cost')]!)),
    byPayer: Object.fromEntries(payers.map((payer) => [payer, median(view, year, `cost.payer.${payer}`)])),
    byPurpose: Object.fromEntries(purposes.map((purpose) => [purpose, median(view, year, `cost.purpose.${purpose}`)])),
    byPolicy: Object.fromEntries(view.policies.map((policy) => [policy, medianOf(spentBy(view, year, policy))])),
  }
}

function verdictsOf(view: ArmView, year: number): YearReport['verdicts'] {
  return Object.fromEntries(
    verdictIds.map((id) => [
      id,
      {
        primary: countOf(view, year, `verdict.${id}.primary`),
        junior: countOf(view, year, `verdict.${id}.junior`),
        county: countOf(view, year, `verdict.${id}`),
      },
    ]),
  )
}

function spreadOf({ bands }: ArmView, year: number): YearReport['spread'] {
  return Object.fromEntries(
    countySeries.map(({ id }, c) => [id, [finite(bands[0]![year * width + c]), finite(bands[1]![year * width + c])]]),
  )
}

function yearOf(view: ArmView, year: number, calendar: number): YearReport {
  return {
    year: calendar,
    rolls: perLevel((level) => median(view, year, `roll.${level}`)),
    schools: schoolsOf(view, year),
    items: itemsOf(view, year),
    composite: perLevel((level) => median(view, year, `composite.cv.${level}`)),
    verdicts: verdictsOf(view, year),
    official: officialLists(view.rows.length, (run, column) => view.rows[run]![year * width + column]!),
    costs: costsOf(view, year),
    gaps: Object.fromEntries(measures.map(({ id }) => [id, perLevel((level) => median(view, year, `${id}.${level}`))])),
    spread: spreadOf(view, year),
  }
}

/** The results of a run as one object. `results` holds at least one replicate. */
export function reportOf(scenario: Scenario, results: readonly ReplicateSeries[], registry: Registry): RunReport {
  const ordered = inReplicateOrder(results)
  const arms = scenario.arms.map((arm, a): readonly [string, ArmReport] => {
    const view = viewOf(ordered, scenario, a)
    const years = ordered[0]!.arms[a]!.years.map((calendar, year) => yearOf(view, year, calendar))
    return [arm.id, { title: arm.title ?? null, reference: a === 0, total: totalOf(view, years.length), years }]
  })
  const { engine, numbers } = currentStamp()
  const { id, title, county, seed, years } = scenario
  return {
    engine,
    numbers,
    scenario: scenarioDigest(scenario, registry),
    id,
    title,
    county: { id: county.id, title: county.title },
    seed,
    years,
    replicates: ordered.map(({ replicate }) => replicate),
    arms: Object.fromEntries(arms),
    digest: resultDigest(ordered),
  }
}
