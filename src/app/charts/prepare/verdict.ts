import { levels, type Level, type Series } from '../../../engine/index.ts'
import { thinMargin } from '../../theme/encodings.ts'
import { assessed, below, cv, mean, passing } from './columns.ts'
import { countyCell, countyMiddle, countySumMiddle, middle, type Frame, type ItemView, type StandardView } from './frame.ts'

/**
 * What can be said of a coefficient: it is known, known but of too few schools to mean much, of a stage without schools in the calculation, a
 * figure is missing, or the county has none of what is counted, so that there is nothing to divide by. The text of 2017 has no fewest number of schools: what few schools give is judged like any other.
 */
export type CellState = 'known' | 'few' | 'no-stage' | 'missing' | 'zero'

/** With fewer schools than this one teacher more or less turns the coefficient over. */
export const fewestSchools = 3

/** One CV of the table: value, limit, whether it is kept, whether by a thin margin, and what lies behind it. */
export interface VerdictCell {
  readonly level: Level
  readonly cv: number
  readonly limit: number
  readonly ok: boolean
  readonly thin: boolean
  readonly mean: number
  readonly below: number
  readonly state: CellState
}

/** One item of the official table at both stages. */
export interface VerdictRow {
  readonly item: ItemView
  readonly cells: Readonly<Record<Level, VerdictCell>>
  /** Schools below the item’s standard, both levels added in each run; NaN where the regime sets none. */
  readonly below: number
}

/** How many runs first met the standard in a year; `year` null = in none of the years shown. */
export interface FirstPass {
  readonly year: number | null
  readonly runs: number
}

/** The official table of a year: one row per item of the standard in force, what is passed of it, and what cannot be judged. */
export interface VerdictTable {
  readonly rows: readonly VerdictRow[]
  readonly checks: { readonly passed: number; readonly all: number }
  /** `all`: both levels added in each run, which the middles of the two need not add up to. */
  readonly schools: Readonly<Record<Level | 'all', { readonly passing: number; readonly assessed: number }>>
  /** Composite CVs where the regime judges their mean. */
  readonly composite: Readonly<Record<Level, VerdictCell>> | null
  /** Items without a figure at a stage that has schools: never counted as kept. */
  readonly missing: readonly ItemView[]
  /** Items of which the county has none at a stage, so without a coefficient: never counted as kept either. */
  readonly zero: readonly ItemView[]
  /** Sections in the calculation, by stage. */
  readonly counted: Readonly<Record<Level, number>>
  /** Stages that have schools, but too few for their coefficients to mean much. */
  readonly few: readonly Level[]
}

/** What can be said of a coefficient of so many schools. */
const stateOfCell = (cv: number, mean: number, schools: number): CellState => (schools === 0 ? 'no-stage' : Number.isNaN(cv) ? (mean === 0 ? 'zero' : 'missing') : schools < fewestSchools ? 'few' : 'known')

function cell(found: number, level: Level, limit: number, about: { mean: number; below: number; schools: number }): VerdictCell {
  const state = stateOfCell(found, about.mean, about.schools)
  const value = state === 'no-stage' ? NaN : found
  const ok = value <= limit
  return { level, cv: value, limit, ok, thin: ok && limit - value <= thinMargin, mean: about.mean, below: about.below, state }
}

/** Sections of a level in the calculation: the engine’s own count, or, where it keeps none, all of the level. */
export function countedAt(frame: Frame, view: StandardView, runs: readonly Series[], year: number, level: Level): number {
  const count = countyMiddle(frame, runs, year, view.id === 'balance-2017' ? assessed(level) : `schools.assessed.${view.id}.${level}`)
  return Number.isNaN(count) ? frame.facts.filter((fact) => fact.level === level).length : count
}

/** The official table of one year: the middle of the runs. */
export function verdictTable(frame: Frame, view: StandardView, runs: readonly Series[], year: number): VerdictTable {
  const at = (column: string) => countyMiddle(frame, runs, year, column)
  const both = (column: (level: Level) => string) => countySumMiddle(frame, runs, year, levels.map(column))
  const counted = { primary: countedAt(frame, view, runs, year, 'primary'), junior: countedAt(frame, view, runs, year, 'junior') }
  const rows = view.items.map((item) => {
    const of = (level: Level) =>
      cell(at(cv(item.id, level)), level, view.limit[level], { mean: at(mean(item.id, level)), below: item.standard ? at(below(item.id, level)) : NaN, schools: counted[level] })
    const cells = { primary: of('primary'), junior: of('junior') }
    return { item, cells, below: item.standard ? both((level) => below(item.id, level)) : NaN }
  })
  const compositeOf = (level: Level) => {
    const states = rows.map(({ cells }) => cells[level].state)
    // unknown because the county has nothing of an item, not because nobody knows: told as that
    const mean = states.includes('zero') && !states.includes('missing') ? 0 : NaN
    return { ...cell(middle(runs.map((run) => countyCell(frame, run, year, `composite.cv.${level}`))), level, view.limit[level], { mean, below: NaN, schools: counted[level] }), mean: NaN }
  }
  const composite = view.judged === 'mean' ? { primary: compositeOf('primary'), junior: compositeOf('junior') } : null
  const judged = composite ? levels.map((level) => composite[level]) : rows.flatMap((row) => levels.map((level) => row.cells[level]))
  const having = (state: CellState) => rows.filter((row) => levels.some((level) => row.cells[level].state === state)).map((row) => row.item)
  const known = judged.filter((one) => !Number.isNaN(one.cv))
  return {
    rows,
    checks: { passed: known.filter((one) => one.ok).length, all: known.length },
    schools: {
      primary: { passing: at(passing('primary')), assessed: at(assessed('primary')) },
      junior: { passing: at(passing('junior')), assessed: at(assessed('junior')) },
      all: { passing: both(passing), assessed: both(assessed) },
    },
    composite,
    missing: having('missing'),
    zero: having('zero'),
    counted,
    few: levels.filter((level) => counted[level] > 0 && counted[level] < fewestSchools),
  }
}

/** Whether a run meets a standard in a year: at every stage the county has. A stage without schools has nothing to fail. */
export function meets(frame: Frame, view: StandardView, run: Series, year: number): boolean {
  const known = countyCell(frame, run, year, view.verdict)
  if (!Number.isNaN(known)) return known === 1
  const here = levels.filter((level) => countedAt(frame, view, [run], year, level) > 0)
  return here.length > 0 && here.every((level) => countyCell(frame, run, year, `${view.verdict}.${level}`) === 1)
}

/** Runs by the first year in which each meets the standard; years without runs are left out, “in none” comes last. */
export function firstPasses(frame: Frame, view: StandardView, runs: readonly Series[]): readonly FirstPass[] {
  const first = runs.map((run) => frame.years.find((_, y) => meets(frame, view, run, y)) ?? null)
  const counts = frame.years.map((year) => ({ year, runs: first.filter((one) => one === year).length })).filter((one) => one.runs > 0)
  const never = first.filter((one) => one === null).length
  return never > 0 ? [...counts, { year: null, runs: never }] : counts
}

/** What the largest words of the card say: a year and the runs that have met the standard by then; without a year, the runs that never do. */
export interface Headline {
  readonly year: number | null
  readonly runs: number
  readonly of: number
}

/** The first year by which at least half of the runs have met the standard, and how many have by then. */
export function headline(passes: readonly FirstPass[]): Headline {
  const of = passes.reduce((sum, one) => sum + one.runs, 0)
  let by = 0
  for (const one of passes) {
    if (one.year === null) break
    by += one.runs
    if (by * 2 >= of) return { year: one.year, runs: by, of }
  }
  return { year: null, runs: passes.find((one) => one.year === null)?.runs ?? 0, of }
}

/** Years in which what most runs say of the standard changes, and the year of the headline: where a play through the years rests. */
export function verdictChanges(frame: Frame, view: StandardView, runs: readonly Series[]): readonly number[] {
  if (runs.length === 0) return []
  const met = frame.years.map((_, y) => 2 * runs.filter((run) => meets(frame, view, run, y)).length >= runs.length)
  const first = headline(firstPasses(frame, view, runs)).year
  return frame.years.filter((year, y) => y > 0 && (met[y] !== met[y - 1] || year === first))
}
