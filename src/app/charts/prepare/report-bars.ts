import { formatMoneyColumn } from '../../../words/money-column.ts'
import { costParts } from './cost-words.ts'
import type { CostAccount } from './cost.ts'
import type { Speech } from './doors.ts'
import { billEntries, type Bill } from './level-check.ts'
import { billText } from './level-words.ts'
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

/** Who rose and who fell since the first year: the parts of the split and the change of the coefficient they add up to. */
export const changeBars = ({ t }: Pick<Speech, 't'>, parts: readonly { readonly key: string; readonly name: string; readonly change: number }[], change: number): readonly ReportBar[] => [
  ...parts.map((part) => bar(part.key, part.name, part.change)),
  { ...bar('total', t('why.change'), change), total: true },
]

/** What the steps of one year did to the coefficient, and their sum. */
export const ledgerBars = ({ t, language }: Speech, why: WhyYear): readonly ReportBar[] => [
  ...why.bars.map((one) => bar(one.mechanism, one.name[language], one.change)),
  { ...bar('total', t('why.change'), why.after - why.before), total: true },
]

/** What the plan took besides what it gave, against the baseline, in a line: never a gap without its bill. */
export const billSays = (speech: Speech, bill: Bill): string =>
  billEntries(bill)
    .map((key) => (key === 'cost' ? `${speech.t('bill.cost.name')} ${billText(speech, key, bill[key])}` : billText(speech, key, bill[key])))
    .join(speech.t('mark.semicolon'))

/** The added cost by group of policies, those that cost something, with what no policy is charged with, up to the total that is printed. */
export function costBars(speech: Speech, account: CostAccount): readonly ReportBar[] {
  const parts = costParts(speech, account).filter((part) => Math.abs(part.yuan) >= 1)
  const money = formatMoneyColumn([account.total, ...parts.map((part) => part.yuan)], speech.language)
  return [
    ...parts.map((part) => ({ key: part.group ?? 'rest', name: part.name, value: part.yuan, text: money(part.yuan) })),
    { key: 'total', name: speech.t('cost.total'), value: account.total, text: money(account.total), total: true },
  ]
}

/** Where a bar lies between 0 and `length`: from the left edge, or, where some values are negative, from the middle. What is not known has no length. */
export function barSpan(value: number, all: readonly number[], length: number): { readonly x: number; readonly width: number } {
  const signed = all.some((one) => one < 0)
  const reach = Math.max(...all.filter((one) => !Number.isNaN(one)).map(Math.abs), Number.MIN_VALUE)
  const width = (Math.abs(Number.isNaN(value) ? 0 : value) / reach) * (signed ? length / 2 : length)
  return { x: signed ? (value < 0 ? length / 2 - width : length / 2) : 0, width }
}
