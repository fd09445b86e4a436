import type { NumberParameter, Unit } from '../../../engine/index.ts'
import { formatAgainst, formatMoney, formatNumber, formatShort, officialDigits } from '../../../words/format.ts'
import type { Language } from '../../../words/index.ts'

/** Decimals with which an item’s value is printed: whole yuan, two otherwise; per-pupil shares three, as the official forms do. */
export const itemDigits = (unit: Unit): number => (unit.startsWith('yuan') ? 0 : unit === 'per pupil' ? 3 : officialDigits.item)

/** An item’s value without its unit; an em dash where there is none. */
export const itemText = (value: number, unit: Unit): string => formatNumber(value, itemDigits(unit))

/** An item’s value beside its standard: more decimals where rounding would make it look equal to what it does not reach. */
export const itemAgainst = (value: number, unit: Unit, standard: number | undefined): string =>
  standard === undefined ? itemText(value, unit) : formatAgainst(value, standard, itemDigits(unit))

/** What items count that are not teachers, square metres or yuan; by item. Units as the official forms print them. */
const things: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  Q7: { zh: '间', en: 'rooms' },
  B4: { zh: '台', en: 'computers' },
  B5: { zh: '册', en: 'books' },
}
const teachers = { zh: '人', en: 'teachers' } as const

/** Unit of an item, as in a table heading: what it counts, and for how many pupils. */
export function itemUnit({ id, unit }: { readonly id: string; readonly unit: Unit }, language: Language): string {
  const what = (things[id] ?? teachers)[language]
  if (unit === 'per 100 pupils') return language === 'zh' ? `${what}/百生` : `${what} per 100 pupils`
  if (unit === 'per pupil') return language === 'zh' ? `${what}/生` : `${what} per pupil`
  if (unit === 'm2/pupil') return language === 'zh' ? '平方米/生' : 'm² per pupil'
  return unit === 'yuan/pupil' ? (language === 'zh' ? '元/生' : 'yuan per pupil') : ''
}

/** Money: 万元 and 亿元, or million yuan. */
export const moneyText = formatMoney

/** Money on an axis, where there is room for few letters: as elsewhere in Chinese, millions throughout in English. */
export const axisMoney = (yuan: number, language: Language): string => (language === 'zh' ? formatMoney(yuan, language) : `${formatShort(yuan / 1e6)} m yuan`)

/** A share as a percentage, without needless decimals. */
export const percentText = (share: number, digits = 1): string => `${formatShort(share * 100, digits)}%`

const rates: Readonly<Partial<Record<Unit, { readonly zh: string; readonly en: string }>>> = {
  'yuan/pupil/year': { zh: '元/生·年', en: 'yuan/pupil' },
  'yuan/teacher/year': { zh: '元/人·年', en: 'yuan/yr' },
  'yuan/teacher/month': { zh: '元/月', en: 'yuan/mo' },
  'yuan/pupil': { zh: '元/生', en: 'yuan/pupil' },
  'yuan/m2': { zh: '元/㎡', en: 'yuan/m²' },
  'yuan/room': { zh: '元/间', en: 'yuan/room' },
  years: { zh: '年', en: 'yr' },
  age: { zh: '岁', en: 'yr old' },
  hours: { zh: '小时', en: 'h' },
  pupils: { zh: '人', en: 'pupils' },
  teachers: { zh: '人', en: 'teachers' },
  count: { zh: '所', en: '' },
  km: { zh: '公里', en: 'km' },
  SD: { zh: '个标准差', en: 'SD' },
  'SD/year': { zh: '个标准差/年', en: 'SD/yr' },
}

/** A lever’s value with its unit, ten characters at most in Chinese. */
export function leverText(value: number, parameter: NumberParameter, language: Language): string {
  const { unit } = parameter
  if (unit === 'share') return percentText(value)
  // ten thousand births are 万 in Chinese and a hundredth of a million in English
  if (unit === 'ten thousand births') return language === 'zh' ? `${formatShort(value)} 万人` : `${formatShort(value / 100)} m`
  if (unit === 'ratio') return `×${value.toFixed(2)}`
  if (unit === 'yuan' || unit === 'yuan/year') {
    const rate = unit === 'yuan/year' ? (language === 'zh' ? '/年' : '/yr') : ''
    return language === 'zh' ? `${formatShort(value / 1e4)} 万元${rate}` : `${formatShort(value / 1e6)} m yuan${rate}`
  }
  const name = rates[unit]?.[language] ?? ''
  return name ? `${formatShort(value)} ${name}` : formatShort(value)
}

/** What a person types for a lever: per cent for shares, 万元 for yearly sums, the unit itself otherwise. */
export const typedFactor = (parameter: Pick<NumberParameter, 'unit'>): number => (parameter.unit === 'share' ? 100 : parameter.unit === 'yuan/year' || parameter.unit === 'yuan' ? 1e-4 : 1)

/** One press of an arrow key. */
export const stepOf = (parameter: NumberParameter): number => parameter.step ?? (parameter.range[1] - parameter.range[0]) / 50

/** The nearest multiple of `step` from the range’s start, inside the range, free of binary dust. */
export function snap(value: number, parameter: NumberParameter, step: number): number {
  const [low, high] = parameter.range
  const steps = Math.round((value - low) / step)
  return Math.min(high, Math.max(low, Number((low + steps * step).toPrecision(12))))
}
