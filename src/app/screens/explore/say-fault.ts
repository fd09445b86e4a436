import type { EnteredPart } from '../../../engine/index.ts'
import { percentText } from '../../charts/prepare/amounts.ts'
import type { FigureFault } from '../../charts/prepare/entered.ts'
import type { Speech } from '../../charts/prepare/doors.ts'
import { formatNumber } from '../../../words/format.ts'

/** What a number must reach: “at least 95%”, by the year of the standard; empty where nothing is asked. */
export function askedText({ t, language }: Speech, { number }: EnteredPart, parts: readonly EnteredPart[], year: number): string {
  if (!number) return ''
  const shown = (value: number) => (number.unit === 'share' ? percentText(value) : formatNumber(value, Number.isInteger(value) ? 0 : 2))
  if (number.atLeastPart) return t('official.least.part', { part: parts.find((one) => one.id === number.atLeastPart)?.label[language] ?? '' })
  if (number.below !== undefined) return t('official.below', { limit: shown(number.below) })
  const least = typeof number.atLeast === 'object' ? Object.entries(number.atLeast).findLast(([from]) => Number(from) <= year)?.[1] : number.atLeast
  return least === undefined ? '' : t('official.least', { limit: shown(least) })
}

/** What is wrong with a figure typed or pasted, and what to write instead. */
export function sayFault(t: Speech['t'], fault: FigureFault | 'beyond', { number }: EnteredPart): string {
  const shown = (value: number) => (number?.unit === 'share' ? percentText(value) : formatNumber(value, 0))
  if (fault === 'range' && number) return t('official.fault.range', { low: shown(number.range[0]), high: shown(number.range[1]) })
  if (fault === 'number') return t('official.fault.number', { example: number?.unit === 'share' ? '95.5%' : number?.unit === 'ratio' ? '0.12' : '7000' })
  return t(fault === 'beyond' ? 'official.fault.beyond' : 'official.fault.met')
}
