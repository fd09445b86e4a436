import {
  assessLevel,
  balance2012,
  balance2017,
  belowStandard,
  countyMean,
  dispersion,
  dispersionCoefficient,
  floorOf,
  perPupils,
  type Level,
  type Outcome,
} from '../engine/index.ts'
import { isAssessed } from './assessed.ts'
import { campusesOf, campusTotal, shareOf, type Campus } from './campus.ts'
import { fieldOf, levelsOf, type ItemSet, type Regime, type SetItem } from './item-set.ts'
import { numberIn, type Table, type TableRow } from './table.ts'

/** One item at one level: what was computed, from what, and what the regime says of it. */
export interface ItemBaseline {
  readonly item: SetItem
  /** Stock of each assessed row, combined schools split; NaN = missing. */
  readonly stock: readonly number[]
  /** Value of each assessed row, in the item’s unit. */
  readonly values: readonly number[]
  readonly mean: number
  /** Pupil-weighted standard deviation, per pupil. */
  readonly deviation: number
  readonly coefficient: number
  readonly limit: number | null
  /** Against the limit where every coefficient is judged by itself; null otherwise. */
  readonly outcome: Outcome | null
  readonly standard: number | null
  /** Rows below the standard. */
  readonly below: number
  /** Rows without a figure. */
  readonly missing: number
}

/** One regime at one level. */
export interface LevelBaseline {
  readonly level: string
  readonly rows: readonly TableRow[]
  readonly pupils: readonly number[]
  readonly items: readonly ItemBaseline[]
  /** Mean of the coefficients where the regime judges that. */
  readonly composite: number | null
  readonly limit: number | null
  readonly outcome: Outcome
  /** Rows that pass the regime’s rule for a school; null if it has none. */
  readonly passing: number | null
  /** Outcome of every row under that rule. */
  readonly schools: readonly Outcome[]
}

/** A table judged by one regime, level by level. */
export interface RegimeBaseline {
  readonly regime: Regime
  readonly levels: readonly LevelBaseline[]
}

/** Stocks of a table’s rows, with the campuses found once. */
export function stocksOf(table: Table): (row: TableRow, item: SetItem) => number {
  const campuses = new Map<string, Campus>(campusesOf(table.rows).map((campus) => [campus.school, campus]))
  return (row, item) => itemStock(table, campuses.get(row.school)!, row, item)
}

/** Stock of one row for an item: campus stocks are summed for the campus first and then split, people are the row’s own. */
function itemStock(table: Table, campus: Campus, row: TableRow, item: SetItem): number {
  let own = 0
  let shared = 0
  let isShared = false
  for (const { field, times = 1 } of item.terms) {
    const declared = fieldOf(table.set, field)
    const onCampus = declared.kind === 'number' && declared.campus === true
    const amount = onCampus ? campusTotal(table, campus, field) : numberIn(row, field)
    // what is subtracted may be absent: nothing to subtract
    const known = times < 0 && Number.isNaN(amount) ? 0 : amount
    if (onCampus) {
      shared += times * known
      isShared = true
    } else own += times * known
  }
  return isShared ? own + shared * shareOf(table, campus, row) : own
}

const engineRegimes = [balance2017, balance2012]

/** Computes every regime of the item set at every level, from the rows as they stand. */
export const baselineOf = (table: Table): RegimeBaseline[] => baselineOfRows(table, table.rows, stocksOf(table))

/** Rows school by school, so that sums run in the order in which a county built on them has its sections. */
function baselineOfRows({ set }: Table, unordered: readonly TableRow[], stock: (row: TableRow, item: SetItem) => number): RegimeBaseline[] {
  const rows = campusesOf(unordered).flatMap((campus) => campus.rows)
  return set.regimes.map((regime) => ({
    regime,
    levels: levelsOf(set).map(({ id }) =>
      levelBaseline(
        set,
        regime,
        id,
        rows.filter((row) => row.values[set.level] === id && isAssessed(regime, row, set)),
        stock,
      ),
    ),
  }))
}

/** The same for every county or authority of a table that holds several, in order of first appearance. */
export function baselineByGroup(table: Table): { readonly group: string; readonly baseline: readonly RegimeBaseline[] }[] {
  const field = table.set.group
  if (field === undefined) return []
  const stock = stocksOf(table)
  const groups = new Map<string, TableRow[]>()
  for (const row of table.rows) {
    const name = String(row.values[field] ?? '')
    const there = groups.get(name)
    if (there) there.push(row)
    else groups.set(name, [row])
  }
  return [...groups].map(([group, rows]) => ({ group, baseline: baselineOfRows(table, rows, stock) }))
}

/** One regime at one level over rows already chosen. */
export function levelBaseline(
  set: ItemSet,
  regime: Regime,
  level: string,
  rows: readonly TableRow[],
  stockOf: (row: TableRow, item: SetItem) => number,
): LevelBaseline {
  const pupils = rows.map((row) => numberIn(row, set.pupils))
  const limit = regime.limit?.[level] ?? null
  const items = regime.items.map((item): ItemBaseline => {
    const stock = rows.map((row) => stockOf(row, item))
    const coefficient = dispersionCoefficient(stock, pupils)
    const standard = item.standard?.[level] ?? null
    return {
      item,
      stock,
      values: stock.map((x, i) => perPupils(x, pupils[i]!, item.per)),
      mean: countyMean(stock, pupils) * item.per,
      deviation: dispersion(stock, pupils),
      coefficient,
      limit: regime.judge === 'each' ? limit : null,
      outcome: regime.judge === 'each' && limit !== null ? against(coefficient, limit) : null,
      standard,
      below: standard === null ? 0 : belowStandard(stock, pupils, item.per, standard),
      missing: stock.filter((x) => Number.isNaN(x)).length,
    }
  })
  const judged = engineRegimes.find((r) => r.id === regime.id)
  const verdict = judged && isLevel(level) ? byEngine(judged, level, items, pupils) : byData(regime, level, items, limit)
  return { level, rows, pupils, items, limit, ...verdict }
}

const isLevel = (level: string): level is Level => level === 'primary' || level === 'junior'
const against = (value: number, limit: number): Outcome => (Number.isNaN(value) ? 'undecided' : value <= limit ? 'passes' : 'fails')

type Verdict = Pick<LevelBaseline, 'composite' | 'outcome' | 'passing' | 'schools'>

/** The engine’s own regime judges, so that a roster and a simulated county can never be judged by two rules. */
function byEngine(regime: typeof balance2017, level: Level, items: readonly ItemBaseline[], pupils: readonly number[]): Verdict {
  const sections = pupils.map((p, i) => ({ pupils: p, stocks: Object.fromEntries(items.map(({ item, stock }) => [item.id, stock[i]!])) }))
  const judged = assessLevel(regime, level, sections)
  const composite = judged.coefficients.find((c) => c.item === 'composite')
  const schools = judged.schools.map((s) => s.outcome)
  return {
    composite: composite ? composite.value : null,
    outcome: judged.outcome,
    schools,
    passing: schools.length > 0 ? judged.passing : null,
  }
}

/** A standard that is a file: the same rules, read from its numbers. */
function byData(regime: Regime, level: string, items: readonly ItemBaseline[], limit: number | null): Verdict {
  const count = items[0]?.values.length ?? 0
  const schools = regime.school
    ? Array.from({ length: count }, (_, s) =>
        schoolOutcome(
          regime.school!,
          items.map((i) => [i.values[s]!, i.standard]),
        ),
      )
    : []
  const composite = regime.judge === 'composite' ? items.reduce((sum, i) => sum + i.coefficient, 0) / items.length : null
  const outcomes = [
    ...schools,
    ...items.flatMap((i) => i.outcome ?? []),
    ...(composite !== null && limit !== null ? [against(composite, limit)] : []),
  ]
  const outcome =
    count === 0 || outcomes.length === 0
      ? 'undecided'
      : outcomes.includes('fails')
        ? 'fails'
        : outcomes.includes('undecided')
          ? 'undecided'
          : 'passes'
  return { composite, outcome, schools, passing: regime.school ? schools.filter((s) => s === 'passes').length : null }
}

function schoolOutcome(rule: NonNullable<Regime['school']>, values: readonly (readonly [number, number | null])[]): Outcome {
  const judged = values.filter((v): v is readonly [number, number] => v[1] !== null)
  const unknown = judged.filter(([value]) => Number.isNaN(value)).length
  const met = judged.filter(([value, standard]) => value >= standard).length
  const below = judged.filter(([value, standard]) => value < (rule.floor === 0.85 ? floorOf(standard) : rule.floor * standard)).length
  if (below > 0 || met + unknown < rule.met) return 'fails'
  return unknown > 0 ? 'undecided' : 'passes'
}
