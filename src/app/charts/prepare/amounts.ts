import { floorOf, type NumberParameter, type Unit } from '../../../engine/index.ts'
import { formatAgainst, formatMoney, formatNumber, formatShort, officialDigits, singular } from '../../../words/format.ts'
import type { Language } from '../../../words/index.ts'

/** Decimals with which an item’s value is printed: whole yuan, two otherwise; per-pupil shares three, as the official forms do. */
export const itemDigits = (unit: Unit): number => (unit.startsWith('yuan') ? 0 : unit === 'per pupil' ? 3 : officialDigits.item)

/** An item’s value without its unit; an em dash where there is none. */
export const itemText = (value: number, unit: Unit): string => formatNumber(value, itemDigits(unit))

/** An item’s value of a school beside its standard and 85% of it: more decimals where rounding would make it look equal to what it does not reach. */
export const itemAgainst = (value: number, unit: Unit, standard: number | undefined): string =>
  standard === undefined ? itemText(value, unit) : formatAgainst(value, [standard, floorOf(standard)], itemDigits(unit))

/** 85% of a standard with every digit it has: 3.825 is printed neither as 3.82 nor as 3.83, wherever it stands. */
export function floorText(standard: number, unit: Unit): string {
  const floor = floorOf(standard)
  let digits = itemDigits(unit)
  // it is rounded to a hundred-thousandth
  while (digits < 5 && Number(floor.toFixed(digits)) !== floor) digits++
  return formatNumber(floor, digits)
}

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
  if (unit === 'per 100 pupils') return language === 'zh' ? `${what}/百名学生` : `${what} per 100 pupils`
  if (unit === 'per pupil') return language === 'zh' ? `${what}/生` : `${what} per pupil`
  if (unit === 'm2/pupil') return language === 'zh' ? '平方米/生' : 'm² per pupil'
  return unit === 'yuan/pupil' ? (language === 'zh' ? '元/生' : 'yuan per pupil') : ''
}

/** Money: 万元 and 亿元, or million yuan; nothing is 0 in the unit of the sums beside it. */
export const moneyText = (yuan: number, language: Language): string => (yuan === 0 && language === 'zh' ? '0万元' : formatMoney(yuan, language))

/** Money on an axis: 万元 or million yuan throughout, without the unit, which the title of the axis says once. */
export const axisMoney = (yuan: number, language: Language): string => formatShort(yuan / (language === 'zh' ? 1e4 : 1e6))

/** A share as a percentage, without needless decimals; an em dash where there is none. */
export const percentText = (share: number, digits = 1): string => (Number.isFinite(share) ? `${formatShort(share * 100, digits)}%` : '—')

/** A difference of two shares in percentage points: 44.1% less 8.7% is 35.4, and no “35.4%”, which would be of one of them. */
export const pointsText = (difference: number, digits = 1): string => (Number.isFinite(difference) ? formatShort(difference * 100, digits) : '—')

const rates: Readonly<Partial<Record<Unit, { readonly zh: string; readonly en: string }>>> = {
  'yuan/pupil/year': { zh: '元/生·年', en: 'yuan/pupil' },
  'yuan/teacher/year': { zh: '元/年', en: 'yuan/yr' },
  'yuan/teacher/month': { zh: '元/月', en: 'yuan/mo' },
  'yuan/pupil': { zh: '元/生', en: 'yuan/pupil' },
  'yuan/m2': { zh: '元/㎡', en: 'yuan/m²' },
  'yuan/room': { zh: '元/间', en: 'yuan/room' },
  years: { zh: '年', en: 'yr' },
  age: { zh: '岁', en: 'yr old' },
  hours: { zh: '小时', en: 'h' },
  pupils: { zh: '人', en: 'pupils' },
  teachers: { zh: '人', en: 'teachers' },
  schools: { zh: '所', en: 'schools' },
  pairs: { zh: '对', en: 'pairs' },
  steps: { zh: '步', en: 'steps' },
  km: { zh: '公里', en: 'km' },
  SD: { zh: '个标准差', en: 'SD' },
  'SD/year': { zh: '个标准差/年', en: 'SD/yr' },
  'SD/pupil/year': { zh: '个标准差/生·年', en: 'SD/pupil/yr' },
  utility: { zh: '效用', en: 'utility' },
  'utility/km': { zh: '效用/公里', en: 'utility/km' },
  'utility/SD': { zh: '效用/标准差', en: 'utility/SD' },
}

/** What a lever is shown and typed in: how many of it make one of the lever’s own unit, and its name. Money keeps one unit over the whole range. */
function shownIn({ unit, range }: Pick<NumberParameter, 'unit' | 'range'>, language: Language): { readonly factor: number; readonly name: string } {
  const zh = language === 'zh'
  if (unit === 'share') return { factor: 100, name: '%' }
  // ten thousand births are 万 in Chinese and a hundredth of a million in English
  if (unit === 'ten thousand births') return zh ? { factor: 1, name: '万人' } : { factor: 0.01, name: 'million' }
  // of what it is a standard deviation says the label beside it
  if (unit !== 'yuan' && unit !== 'yuan/year') return { factor: 1, name: rates[unit.endsWith(' SD') ? 'SD' : unit]?.[language] ?? '' }
  const rate = unit === 'yuan' ? '' : zh ? '/年' : '/yr'
  if (zh) return range[1] < 1e5 ? { factor: 1, name: `元${rate}` } : { factor: 1e-4, name: `万元${rate}` }
  return range[1] < 1e7 ? { factor: 1, name: `yuan${rate}` } : { factor: 1e-6, name: `million yuan${rate}` }
}

/** An item’s value at a tick of an axis: without the noughts that only its decimals need. */
export const axisText = (value: number, unit: Unit): string => itemText(value, unit).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

/** A lever’s value with its unit, short enough for the rail. */
export function leverText(value: number, parameter: NumberParameter, language: Language): string {
  const { unit } = parameter
  if (unit === 'share') return percentText(value)
  if (unit === 'ratio') return `×${value.toFixed(2)}`
  const { factor, name } = shownIn(parameter, language)
  const number = formatShort(value * factor)
  if (name === '') return number
  return language === 'zh' ? number + name : singular(`${number} ${name}`)
}

/** What a person types for a lever, of one of its unit: per cent for shares, the unit that is shown for money and births. */
export const typedFactor = (parameter: Pick<NumberParameter, 'unit' | 'range'>, language: Language): number => shownIn(parameter, language).factor

/** One press of an arrow key. */
export const stepOf = (parameter: NumberParameter): number => parameter.step ?? (parameter.range[1] - parameter.range[0]) / 50

/** The nearest multiple of `step` from the range’s start, inside the range, free of binary dust. */
export function snap(value: number, parameter: NumberParameter, step: number): number {
  const [low, high] = parameter.range
  const steps = Math.round((value - low) / step)
  return Math.min(high, Math.max(low, Number((low + steps * step).toPrecision(12))))
}
