import { formatAgainst, formatNumber } from '../../../words/format.ts'

/** A number with a fixed count of decimals; an em dash where there is none. */
export const fixed = formatNumber

/**
 * A number beside its limit: as many decimals as usual, and more while rounding would make it look equal to the limit it
 * does not equal. 0.502 against 0.50 is never printed as 0.50.
 */
export const shownAgainst = formatAgainst

/** A change with its sign, minus as a minus sign; zero without one. */
export function signedText(value: number, digits: number): string {
  if (Number.isNaN(value)) return '—'
  const text = formatNumber(Math.abs(value), digits)
  return Number(text.replace(/,/g, '')) === 0 ? text : `${value > 0 ? '+' : '−'}${text}`
}

/**
 * Runs that lie between two quantiles, ends included: `cut` per cent of the way from either end of their order. Quantiles are linear
 * between neighbours, so of 20 runs a tenth cuts off two at either end, of 10 one, and of 5 one.
 */
export const insideBand = (runs: number, cut: number): number => runs - 2 * Math.ceil(((runs - 1) * cut) / 100)

/** The largest of some changes and their sum, for bars that start from zero. */
export const reachOf = (bars: readonly { readonly change: number }[], total: number): number => Math.max(1e-9, Math.abs(total), ...bars.map((bar) => Math.abs(bar.change)))

/** A sentence cut at its numbers with their counters and the word they hang on, “到 2039 年”, “294 人次”, “限值 0.50”, “标准 1.00”: every second part is one that no line may end in. */
export const counted = (text: string): readonly string[] => text.split(/((?:[到在] ?)?\d[\d,.]* ?(?:人次|次模拟|年|次|所|条|项|人|万元|亿元)|(?:限值|标准) ?\d[\d.]*)/)

/** A line cut behind its semicolons: where it needs a second line, it breaks there first. */
export const clauses = (text: string): readonly string[] => text.split(/(?<=；|; )/)
