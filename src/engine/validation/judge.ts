import { quantileSorted } from '../experiment/quantiles.ts'
import { luckAndKnowledge } from '../experiment/spread.ts'
import { sortAscending } from '../kernel/order.ts'
import { facts, type Fact } from './facts.ts'

/** One fact, read off the model. */
export interface Finding {
  readonly id: string
  /** Mean over all runs. */
  readonly result: number
  /** 5th and 95th percentile over all runs; equal to the result for arithmetic. */
  readonly low: number
  readonly high: number
  /** Runs whose own figure lies in the band, of how many. */
  readonly inBand: number
  readonly runs: number
  /** Share of the spread that is parameters rather than luck; NaN for arithmetic. */
  readonly knowledgeShare: number
  readonly passes: boolean
}

/** Whether a value lies in a fact’s band, its ends included. */
export const isInBand = ({ band }: Fact, value: number): boolean => value >= band[0] && value <= band[1]

/**
 * Judges one fact: it passes if the mean over all runs lies in the band.
 *
 * @param values [set][replicate]; one number in one row for arithmetic
 */
export function judge(fact: Fact, values: readonly (readonly number[])[]): Finding {
  const all = values.flat()
  const sorted = sortAscending(Float64Array.from(all))
  const result = all.reduce((sum, x) => sum + x, 0) / all.length
  const isSpread = values.length >= 2 && values[0].length >= 2
  return {
    id: fact.id,
    result,
    low: quantileSorted(sorted, 0.05),
    high: quantileSorted(sorted, 0.95),
    inBand: all.filter((x) => isInBand(fact, x)).length,
    runs: all.length,
    knowledgeShare: isSpread ? luckAndKnowledge(values).knowledgeShare : NaN,
    passes: isInBand(fact, result),
  }
}

/** Facts that every accepted parameter set must meet: published, and moved by what is not known. */
export const matchedFacts: readonly string[] = ['V1', 'V2', 'V5', 'V6', 'V7', 'V13a', 'V14', 'V26', 'N2']

/** Whether one set’s figures meet every fact asked of it. */
export const isAccepted = (figures: Readonly<Record<string, number>>): boolean =>
  facts.every((fact) => !matchedFacts.includes(fact.id) || isInBand(fact, figures[fact.id]))

/** Effects of one policy over parameter sets: how they spread and how often they are gains. */
export interface SignFinding {
  readonly low: number
  readonly median: number
  readonly high: number
  readonly gains: number
  readonly sets: number
}

/** Summarises effects whose sign is open. */
export function summariseSigns(effects: readonly number[]): SignFinding {
  const sorted = sortAscending(Float64Array.from(effects))
  return {
    low: quantileSorted(sorted, 0.05),
    median: quantileSorted(sorted, 0.5),
    high: quantileSorted(sorted, 0.95),
    gains: effects.filter((x) => x > 0).length,
    sets: effects.length,
  }
}
