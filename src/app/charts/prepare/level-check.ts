import { riseAndFall, type Level, type RiseAndFall, type SchoolValues, type Series } from '../../../engine/index.ts'
import { value } from './columns.ts'
import { spentUpTo } from './cost.ts'
import { middlePair, type Pair } from './pairs.ts'
import { columnReader, countyCell, middle, sectionCell, type Frame, type StandardView } from './frame.ts'

/** Values and pupils of the sections a standard assesses in a year; those outside have no pupils. */
export function assessedValues(frame: Frame, view: StandardView, level: Level, item: string, run: Series, year: number): SchoolValues {
  const facts = frame.facts.filter((fact) => fact.level === level)
  const counted = (section: number) => sectionCell(frame, run, year, section, `assessed.${view.id}`) === 1
  return {
    // without pupils a value counts for nothing; a missing one of a school that counts makes the coefficient unknown
    values: facts.map((fact) => (counted(fact.section) ? sectionCell(frame, run, year, fact.section, value(item)) : 0)),
    pupils: facts.map((fact) => (counted(fact.section) ? sectionCell(frame, run, year, fact.section, 'roll') : 0)),
  }
}

/** How the coefficient of an item changed from the first year to another in one run, in four parts that add up. */
export const levelCheck = (frame: Frame, view: StandardView, level: Level, item: string, run: Series, year: number): RiseAndFall =>
  riseAndFall(assessedValues(frame, view, level, item, run, 0), assessedValues(frame, view, level, item, run, year))

/** Which part did most in the direction of the change; null if nothing changed. */
export function mainCause(split: RiseAndFall): 'lower' | 'upper' | 'mean' | 'pupils' | null {
  const sign = Math.sign(split.change)
  if (sign === 0 || Number.isNaN(split.change)) return null
  const parts = (['lower', 'upper', 'mean', 'pupils'] as const).map((part) => ({ part, size: split[part] * sign }))
  return parts.reduce((most, one) => (one.size > most.size ? one : most)).part
}

/** The bill of a plan up to a year, beyond what the baseline has under the same seeds. */
export interface Bill {
  /** Teachers moved by exchange, summed over the years. */
  readonly moves: number
  /** Teachers who left teaching, summed over the years. */
  readonly exits: number
  /** Kilometres that day pupils of the level have farther to school, in the year itself. */
  readonly commute: number
  /** Yuan, summed over the years, all payers. */
  readonly cost: number
}

/** What an entry must reach to be printed: nothing that would read as zero, but always the money. */
const least: Bill = { moves: 1, exits: 1, commute: 0.005, cost: 0 }

/** The entries of a bill that say something, in their order. */
export const billEntries = (bill: Bill): readonly (keyof Bill)[] => (['moves', 'exits', 'commute', 'cost'] as const).filter((key) => Math.abs(bill[key]) >= least[key])

/** Teachers moved and teachers gone in one run, first year to `last`, all sections. */
function peopleOf(frame: Frame, run: Series, last: number): { readonly moves: number; readonly exits: number } {
  let moves = 0
  let exits = 0
  const movedIn = columnReader(frame, run, 'movedIn')
  const quit = columnReader(frame, run, 'quit')
  for (let y = 0; y <= last; y++) {
    for (const { section } of frame.facts) {
      moves += movedIn(y, section)
      exits += quit(y, section)
    }
  }
  return { moves, exits }
}

/** The four numbers of the bill under the plan and under the baseline, pair by pair with the same seed. */
function billPairs(frame: Frame, runs: readonly Series[], pairs: readonly Series[], level: Level, last: number): Readonly<Record<keyof Bill, readonly Pair[]>> {
  const both = pairs.slice(0, runs.length).map((pair, k) => {
    const [mine, theirs] = [peopleOf(frame, runs[k]!, last), peopleOf(frame, pair, last)]
    return { mine: { ...mine, commute: countyCell(frame, runs[k]!, last, `commute.${level}`), cost: spentUpTo(runs[k]!, last) }, theirs: { ...theirs, commute: countyCell(frame, pair, last, `commute.${level}`), cost: spentUpTo(pair, last) } }
  })
  const of = (key: keyof Bill) => both.map(({ mine, theirs }): Pair => ({ plan: mine[key], baseline: theirs[key] }))
  return { moves: of('moves'), exits: of('exits'), commute: of('commute'), cost: of('cost') }
}

/** What a plan takes besides what it gives: the middle of the pairs of plan and baseline with the same seed. */
export function billOf(frame: Frame, runs: readonly Series[], pairs: readonly Series[], level: Level, last: number): Bill {
  const of = billPairs(frame, runs, pairs, level, last)
  const difference = (key: keyof Bill) => middle(of[key].map(({ plan, baseline }) => plan - baseline))
  return { moves: difference('moves'), exits: difference('exits'), commute: difference('commute'), cost: difference('cost') }
}

/** The pair of numbers whose difference one entry of the bill is. */
export const billSides = (frame: Frame, key: keyof Bill, runs: readonly Series[], pairs: readonly Series[], level: Level, last: number): Pair => middlePair(billPairs(frame, runs, pairs, level, last)[key])
