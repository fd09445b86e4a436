import { luckAndKnowledge, type Level, type Series, type Spread } from '../../../engine/index.ts'
import { cv } from './columns.ts'
import { countyCell, quantile, type Frame } from './frame.ts'

/** The band of what nobody knows: 10th and 90th percentile over all runs of all parameter sets, by year. */
export interface KnowledgeBand {
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly sets: number
  readonly replicates: number
  readonly runs: number
}

/** The band of one item’s coefficient; null without at least two sets of two runs. */
export function knowledgeBand(frame: Frame, level: Level, item: string, runs: readonly (readonly Series[])[]): KnowledgeBand | null {
  const replicates = runs[0]?.length ?? 0
  if (runs.length < 2 || replicates < 2) return null
  const column = cv(item, level)
  const at = (p: number) => frame.years.map((_, y) => quantile(runs.flat().map((run) => countyCell(frame, run, y, column)), p))
  return { low: at(0.1), high: at(0.9), sets: runs.length, replicates, runs: runs.length * replicates }
}

/** How the spread of one coefficient in one year splits into luck and knowledge; null where it cannot be told. */
export function spreadOf(frame: Frame, level: Level, item: string, runs: readonly (readonly Series[])[], year: number): Spread | null {
  if (runs.length < 2 || runs.some((set) => set.length < 2 || set.length !== runs[0]!.length)) return null
  const values = runs.map((set) => set.map((run) => countyCell(frame, run, year, cv(item, level))))
  if (values.some((row) => row.some(Number.isNaN))) return null
  const spread = luckAndKnowledge(values)
  return Number.isNaN(spread.knowledgeShare) ? null : spread
}
