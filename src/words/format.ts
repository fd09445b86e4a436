/*
 * Numbers and units in both languages. Rounding happens here and nowhere else: limits are compared with unrounded values.
 * Digits are the same in every browser: nothing here asks the machine for its habits.
 */
import { unitNames, type Unit } from '../engine/index.ts'

export type Language = 'en' | 'zh'

const nothing = '—'
const minus = '−'

/** 1234567.8 → `1,234,567.8`; half-width digits in both languages. −0 and values that round to it are `0`. */
export function formatNumber(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return nothing
  const text = Math.abs(value).toFixed(digits)
  const [whole, part] = text.split('.') as [string, string | undefined]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value < 0 && Number(text) !== 0 ? minus : ''
  return sign + grouped + (part === undefined ? '' : `.${part}`)
}

/** As many digits as the value has, at most `most`: 0.25 → `0.25`, 10 → `10`. */
export function formatShort(value: number, most = 4): string {
  const text = formatNumber(value, most)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const mostDigits = 12

/**
 * A value beside the limit it is held against, or several: rounding never makes a failing value look equal to a limit or pass it, so
 * digits are added until it stands on its own side. 0.502 against 0.50 with two digits is `0.502`.
 */
export function formatAgainst(value: number, limit: number | readonly number[], digits: number): string {
  const limits = (typeof limit === 'number' ? [limit] : limit).filter((one) => one !== value)
  if (!Number.isFinite(value) || limits.length === 0) return formatNumber(value, digits)
  for (let d = digits; d < mostDigits; d++) {
    const shown = Number(value.toFixed(d))
    if (limits.every((one) => shown !== one && shown > one === value > one)) return formatNumber(value, d)
  }
  return formatNumber(value, mostDigits)
}

/** Digits that official forms print: 2 for items, 3 for dispersion coefficients, 1 for percentages. */
export const officialDigits = { item: 2, coefficient: 3, percent: 1 } as const

/** A dispersion coefficient with 3 digits, or more where its limit is nearer. */
export const formatCoefficient = (value: number, limit?: number): string =>
  limit === undefined ? formatNumber(value, officialDigits.coefficient) : formatAgainst(value, limit, officialDigits.coefficient)

/** A mean of an item with 2 digits, or more where its standard is nearer; whole yuan. */
export function formatItem(value: number, unit: Unit, standard?: number): string {
  const digits = unit === 'yuan/pupil' ? 0 : officialDigits.item
  return standard === undefined ? formatNumber(value, digits) : formatAgainst(value, standard, digits)
}

/** A share as a percentage: 0.125 → `12.5%`. */
export const formatPercent = (share: number, digits: number = officialDigits.percent): string =>
  Number.isFinite(share) ? `${formatNumber(share * 100, digits)}%` : nothing

/** Percentage with no more digits than it has: 0.1 → `10%`. */
const shortPercent = (share: number): string => (Number.isFinite(share) ? `${formatShort(share * 100, 2)}%` : nothing)

/** Money: 元, 万元 and 亿元 in Chinese, yuan and million yuan in English, three to four digits each. */
export function formatMoney(yuan: number, language: Language): string {
  if (!Number.isFinite(yuan)) return nothing
  const size = Math.abs(yuan)
  if (language === 'en') return size < 999_950 ? `${formatNumber(yuan)} yuan` : `${scaled(yuan / 1e6)} million yuan`
  if (size < 9999.5) return `${formatNumber(yuan)}元`
  return size < 99_995_000 ? `${scaled(yuan / 1e4)}万元` : `${scaled(yuan / 1e8)}亿元`
}

/** Up to two digits after the point, fewer for large numbers, no trailing zeros. */
function scaled(value: number): string {
  const size = Math.abs(value)
  return formatShort(value, size < 9.995 ? 2 : size < 999.5 ? 1 : 0)
}

const isMoney = (unit: Unit): boolean => unit === 'yuan' || unit.startsWith('yuan/')

/** Words after a number: `6年`, `6 years`; units without a name of their own (ratio, share) leave the number alone. */
function withName(text: string, unit: Unit, language: Language): string {
  if (unit === 'ratio' || unit === 'count' || unit === 'code') return text
  const name = unitNames[unit][language]
  return language === 'zh' ? `${text}${name}` : `${text} ${name}`
}

/** 6 years but 1 year, in English. */
export const singular = (text: string): string => (/^−?1 /.test(text) ? text.replace(/^(−?1 \w+?)s\b/, '$1') : text)

/** A value with its unit, as it stands in a sentence or beside a lever: 0.1 share → `10%`, 6000 yuan/teacher/year → `6,000元/人·年`. */
export function formatValue(value: number, unit: Unit, language: Language): string {
  if (!Number.isFinite(value)) return nothing
  if (unit === 'share') return shortPercent(value)
  if (unit === 'yuan' || unit === 'yuan/year')
    return formatMoney(value, language) + (unit === 'yuan' ? '' : language === 'zh' ? '/年' : ' per year')
  const text = withName(formatShort(value, isMoney(unit) ? 2 : 4), unit, language)
  return language === 'en' ? singular(text) : text
}

/** A day as 2026-11-27: the one it is here, where the calendar in Greenwich may still show yesterday. */
export const dayOf = (date: Date): string => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
