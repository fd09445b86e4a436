import { items, levels, mechanismLedger, policies, processes, type Bilingual, type Level, type TraceYear } from '../../../engine/index.ts'

/** One bar: what a mechanism did to a coefficient in a year. */
export interface WhyBar {
  readonly mechanism: string
  readonly name: Bilingual
  /** What the step does, a sentence; absent for policies, whose notes say it with their values. */
  readonly says?: Bilingual
  readonly change: number
}

/** The account of one year: bars that add up to `after − before`. */
export interface WhyYear {
  readonly before: number
  readonly after: number
  readonly bars: readonly WhyBar[]
}

interface StepText {
  readonly name: Bilingual
  readonly says?: Bilingual
}

const special: Readonly<Record<string, Required<StepText>>> = {
  intake: {
    name: { zh: '生源变化（按片区）', en: 'births and moves, by zone' },
    says: { zh: '毕业、升级和新生就近入学改变各校学生数。', en: 'Leavers, new grades and entrants of each zone change the rolls.' },
  },
  choice: {
    name: { zh: '择校与跨片就读', en: 'families who go elsewhere' },
    says: { zh: '部分家庭到片区以外就读，学生在学校之间流动。', en: 'Some families choose a school outside their zone, and pupils move.' },
  },
  funding: {
    name: { zh: '经费购置与更新', en: 'what funding buys' },
    says: { zh: '各校用当年经费添置和更新设备、计算机与图书。', en: 'Schools buy and renew equipment, computers and books from the year’s funds.' },
  },
  depreciation: {
    name: { zh: '折旧报废', en: 'wear and write-off' },
    says: { zh: '到年限的设备、计算机与图书退出统计。', en: 'Equipment, computers and books past their life are written off.' },
  },
}
const rest: Required<StepText> = {
  name: { zh: '其余各项', en: 'all others' },
  says: { zh: '作用较小的各步骤合计。', en: 'The steps that did least, together.' },
}

/** What a step of the year is called and does. */
function textOf(step: string): StepText {
  if (special[step]) return special[step]
  const policy = policies.find(({ id }) => id === step)
  if (policy) return { name: policy.text.name }
  const process = processes.find(({ id }) => id === step)
  return process ? { name: process.text.name, says: process.text.summary } : { name: { zh: step, en: step } }
}

/** More bars than this are not read; the smallest are summed in the last. */
const mostBars = 8

/** Coefficients of a trace lie by item, then level. */
const columnOf = (item: string, level: Level): number => items.findIndex((one) => one.id === item) * levels.length + levels.indexOf(level)

/** Why an item’s coefficient changed in a year; null if the trace does not cover it. */
export function whyYear(trace: readonly TraceYear[], year: number, item: string, level: Level): WhyYear | null {
  const followed = trace.find((one) => one.year === year)
  if (!followed) return null
  const { before, after, terms } = mechanismLedger(followed, columnOf(item, level))
  const moved = terms.filter((term) => term.change !== 0).map(({ mechanism, change }) => ({ mechanism, ...textOf(mechanism), change }))
  if (moved.length <= mostBars) return { before, after, bars: moved }
  const bySize = [...moved].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
  const kept = new Set(bySize.slice(0, mostBars - 1))
  const others = moved.filter((bar) => !kept.has(bar))
  return {
    before,
    after,
    bars: [...moved.filter((bar) => kept.has(bar)), { mechanism: 'rest', ...rest, change: others.reduce((sum, bar) => sum + bar.change, 0) }],
  }
}
