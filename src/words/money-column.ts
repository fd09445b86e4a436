import { formatMoney, formatShort, type Language } from './format.ts'

/**
 * Sums of one column, all in the unit of the largest, which stands for the others too: million yuan or yuan in English, 万元 or 元 in
 * Chinese, where a sum of 亿元 keeps its own. What is not nothing is not printed as such.
 */
export function formatMoneyColumn(all: readonly number[], language: Language): (yuan: number) => string {
  const largest = Math.max(0, ...all.filter((yuan) => Number.isFinite(yuan)).map(Math.abs))
  const [factor, unit, from] = language === 'en' ? ([1e-6, ' million yuan', 999_950] as const) : ([1e-4, '万元', 9999.5] as const)
  return (yuan) => {
    const size = Math.abs(yuan)
    if (largest < from || size >= from || !Number.isFinite(yuan)) return formatMoney(yuan, language)
    let digits = 2
    while (digits < 6 && size > 0 && Number((size * factor).toFixed(digits)) === 0) digits++
    return `${formatShort(yuan * factor, digits)}${unit}`
  }
}
