import { riseAndFall, type Level, type RiseAndFall, type SchoolValues, type Series } from '../../../engine/index.ts'
import { value } from './columns.ts'
import { sectionCell, type Frame, type StandardView } from './frame.ts'

/** Values and pupils of the sections a standard assesses in a year; those outside have no pupils. */
export function assessedValues(frame: Frame, view: StandardView, level: Level, item: string, run: Series, year: number): SchoolValues {
  const facts = frame.facts.filter((fact) => fact.level === level)
  const counted = (section: number) => sectionCell(frame, run, year, section, `assessed.${view.id}`) === 1
  return {
    values: facts.map((fact) => sectionCell(frame, run, year, fact.section, value(item))).map((x) => (Number.isNaN(x) ? 0 : x)),
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

/** The bill of closing a gap up to a year, in one run against its pair: people moved, people gone, money is told elsewhere. */
export interface Bill {
  readonly moves: number
  readonly exits: number
}

/** Teachers moved by exchange and teachers who left teaching, first year to `last`, all sections. */
export function billOf(frame: Frame, run: Series, last: number): Bill {
  let moves = 0
  let exits = 0
  for (let y = 0; y <= last; y++) {
    for (const { section } of frame.facts) {
      moves += sectionCell(frame, run, y, section, 'movedIn')
      exits += sectionCell(frame, run, y, section, 'quit')
    }
  }
  return { moves, exits }
}
