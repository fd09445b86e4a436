import { items, levels, mechanismLedger, policies, processes, type Bilingual, type Level, type TraceYear } from '../../../engine/index.ts'

/** One bar: what a mechanism did to a coefficient in a year. */
export interface WhyBar {
  readonly mechanism: string
  readonly name: Bilingual
  readonly change: number
}

/** The account of one year: bars that add up to `after − before`. */
export interface WhyYear {
  readonly before: number
  readonly after: number
  readonly bars: readonly WhyBar[]
}

const special: Readonly<Record<string, Bilingual>> = {
  intake: { zh: '生源变化（按片区）', en: 'births and moves, by zone' },
  choice: { zh: '择校与跨片就读', en: 'families who go elsewhere' },
  funding: { zh: '经费购置与更新', en: 'what funding buys' },
  depreciation: { zh: '折旧报废', en: 'wear and write-off' },
}
const rest: Bilingual = { zh: '其余各项', en: 'all others' }

/** Name of a step of the year. */
const nameOf = (step: string): Bilingual =>
  special[step] ?? policies.find((policy) => policy.id === step)?.text.name ?? processes.find((process) => process.id === step)?.text.name ?? { zh: step, en: step }

/** More bars than this are not read; the smallest are summed in the last. */
const mostBars = 8

/** Coefficients of a trace lie by item, then level. */
const columnOf = (item: string, level: Level): number => items.findIndex((one) => one.id === item) * levels.length + levels.indexOf(level)

/** Why an item’s coefficient changed in a year; null if the trace does not cover it. */
export function whyYear(trace: readonly TraceYear[], year: number, item: string, level: Level): WhyYear | null {
  const followed = trace.find((one) => one.year === year)
  if (!followed) return null
  const { before, after, terms } = mechanismLedger(followed, columnOf(item, level))
  const moved = terms.filter((term) => term.change !== 0).map(({ mechanism, change }) => ({ mechanism, name: nameOf(mechanism), change }))
  if (moved.length <= mostBars) return { before, after, bars: moved }
  const bySize = [...moved].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
  const kept = new Set(bySize.slice(0, mostBars - 1))
  const others = moved.filter((bar) => !kept.has(bar))
  return {
    before,
    after,
    bars: [...moved.filter((bar) => kept.has(bar)), { mechanism: 'rest', name: rest, change: others.reduce((sum, bar) => sum + bar.change, 0) }],
  }
}
