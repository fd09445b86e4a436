import { levels, type Level } from '../declare.ts'
import type { ChecklistItem } from '../norms/checklist.ts'
import { allOf, type Outcome } from '../norms/verdict.ts'
import type { Threshold } from './declare.ts'
import { measures } from './measures/index.ts'

/** One number of an official item against its limit. */
export interface ChecklistPart {
  /** Column of the county’s record. */
  readonly column: string
  readonly level?: Level
  readonly value: number
  readonly threshold: Threshold
  readonly outcome: Outcome
}

/** An official item in one year. `open` = nobody has entered it and the model does not compute it: never a silent pass. */
export interface ChecklistVerdict {
  readonly item: ChecklistItem
  readonly outcome: Outcome | 'open'
  readonly parts: readonly ChecklistPart[]
}

/** Items whose number comes from the ledger instead of a measure, with what is asked of it. */
const fromLedger: Readonly<Record<string, Threshold>> = { 'G6-small-school-funding': { atLeast: 1 } }

/** Between-school difference rate: the one official limit that is strict. */
const strict = new Set(['between-school-share'])

function outcomeOf(value: number, threshold: Threshold, isStrict: boolean): Outcome {
  if (value !== value) return 'undecided'
  if ('atLeast' in threshold) return value >= threshold.atLeast ? 'passes' : 'fails'
  return (isStrict ? value < threshold.atMost : value <= threshold.atMost) ? 'passes' : 'fails'
}

function partsOf(id: string, value: (column: string) => number): readonly ChecklistPart[] {
  const measure = measures.find((one) => one.id === id)
  const part = (column: string, threshold: Threshold, level?: Level): ChecklistPart => ({
    column,
    ...(level === undefined ? {} : { level }),
    value: value(column),
    threshold,
    outcome: outcomeOf(value(column), threshold, strict.has(id)),
  })
  if (measure?.wholeCounty) {
    const threshold = measure.thresholds.primary ?? measure.thresholds.junior
    return threshold === undefined ? [] : [part(id, threshold)]
  }
  return levels.flatMap((level) => {
    const threshold = measure === undefined ? fromLedger[id] : measure.thresholds[level]
    return threshold === undefined ? [] : [part(`${id}.${level}`, threshold, level)]
  })
}

/** One number at its levels: a level where nothing of the kind exists (no migrants, no small schools) has nothing to fail. */
const decided = (parts: readonly ChecklistPart[]): Outcome => {
  if (parts.some((part) => part.outcome === 'fails')) return 'fails'
  return parts.some((part) => part.outcome === 'passes') ? 'passes' : 'undecided'
}

/**
 * Judges an official list from a county’s record of one year.
 *
 * @param value number of a county column by id; NaN where undefined
 */
export function judgeChecklist(items: readonly ChecklistItem[], value: (column: string) => number): readonly ChecklistVerdict[] {
  return items.map((item) => {
    const numbers = item.measures.map((id) => partsOf(id, value)).filter((parts) => parts.length > 0)
    return { item, parts: numbers.flat(), outcome: numbers.length === 0 ? 'open' : allOf(numbers.map(decided)) }
  })
}
