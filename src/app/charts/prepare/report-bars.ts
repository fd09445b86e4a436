import { policyGroups, type AnyPolicy, type RiseAndFall, type Series } from '../../../engine/index.ts'
import { itemDigits, itemUnit, moneyText } from './amounts.ts'
import { costByPolicy } from './cost.ts'
import type { Speech } from './doors.ts'
import { middle, type ItemView } from './frame.ts'
import { mainCause, type Bill } from './level-check.ts'
import { signedText } from './shown.ts'
import type { WhyYear } from './why.ts'

/** A bar of the report: a value and what is printed beside it. */
export interface ReportBar {
  readonly key: string
  readonly name: string
  readonly value: number
  readonly text: string
  /** The sum of the others. */
  readonly total?: boolean
}

const digits = 4
const bar = (key: string, name: string, value: number): ReportBar => ({ key, name, value, text: signedText(value, digits) })

/** Who rose and who fell since the first year: four parts and the change of the coefficient they add up to. */
export const splitBars = ({ t }: Pick<Speech, 't'>, split: RiseAndFall): readonly ReportBar[] => [
  ...(['lower', 'upper', 'mean', 'pupils'] as const).map((part) => bar(part, t(`why.part.${part}`), split[part])),
  { ...bar('total', t('why.change'), split.change), total: true },
]

/** What the steps of one year did to the coefficient, and their sum. */
export const ledgerBars = ({ t, language }: Speech, why: WhyYear): readonly ReportBar[] => [
  ...why.bars.map((one) => bar(one.mechanism, one.name[language], one.change)),
  { ...bar('total', t('why.change'), why.after - why.before), total: true },
]

/** The split in a sentence: what did most, and how far both halves moved, with the unit of the item. */
export function splitSays({ t, language }: Speech, item: ItemView, split: RiseAndFall): string {
  const cause = mainCause(split)
  const amount = (value: number) => `${signedText(value, itemDigits(item.unit))} ${itemUnit(item, language)}`
  const halves = t('why.halves', { lower: amount(split.lowerRose), upper: amount(-split.upperFell) })
  return `${cause === null ? t('why.cause.none') : t(split.change < 0 ? 'why.closed' : 'why.widened', { cause: t(`why.cause.${cause}`) })}${language === 'zh' ? '' : ' '}${halves}`
}

/** What the plan took besides what it gave, against the baseline, in a line: never a gap without its bill. */
export const billSays = ({ t, language }: Speech, bill: Bill): string =>
  [
    t('bill.moves', { count: signedText(bill.moves, 0) }),
    t('bill.exits', { count: signedText(bill.exits, 0) }),
    t('bill.commute', { km: signedText(bill.commute, 2) }),
    `${t('bill.cost.name')} ${moneyText(bill.cost, language)}`,
  ].join(t('mark.semicolon'))

/** Money by group of policies up to a year, those that cost something: the middle of the runs. */
export function costBars({ t, language }: Speech, policies: readonly AnyPolicy[], runs: readonly Series[], last: number): readonly ReportBar[] {
  const byRun = runs.map((run) => costByPolicy(run, policies.map((policy) => policy.id), last))
  return policyGroups.flatMap((group): readonly ReportBar[] => {
    const mine = policies.filter((policy) => policy.group === group).map((policy) => policy.id)
    const yuan = middle(byRun.map((sums) => mine.reduce((sum, id) => sum + (sums[id] ?? 0), 0)))
    return Math.abs(yuan) >= 1 ? [{ key: group, name: t(`group.${group}`), value: yuan, text: moneyText(yuan, language) }] : []
  })
}

/** Where a bar lies between 0 and `length`: from the left edge, or, where some values are negative, from the middle. */
export function barSpan(value: number, all: readonly number[], length: number): { readonly x: number; readonly width: number } {
  const signed = all.some((one) => one < 0)
  const reach = Math.max(...all.map(Math.abs), Number.MIN_VALUE)
  const width = (Math.abs(value) / reach) * (signed ? length / 2 : length)
  return { x: signed ? (value < 0 ? length / 2 - width : length / 2) : 0, width }
}
