/** A number as written in a cell. */
export interface WrittenNumber {
  readonly value: number
  /**
   * `plain`: nothing to say. `tidied`: full-width digits, thousands marks or spaces were read past, nothing lost.
   * `extra`: a word or unit stands beside the number, so a person must agree.
   */
  readonly reading: 'plain' | 'tidied' | 'extra'
  readonly extra?: string
}

/** Marks that offices write for “nothing here”. */
const nothing = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  '无',
  '空',
  '缺',
  '暂无',
  '未填',
  '不详',
  'n/a',
  'na',
  'null',
  'none',
  '.',
  '…',
  '#n/a',
])

/** Whether a text stands for an empty cell. */
export const meansEmpty = (text: string): boolean => nothing.has(text.normalize('NFKC').trim().toLowerCase())

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const leading = /^约?([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)\s*([^\d,.+-][^\d]{0,11})$/

/**
 * Reads a number the way a person would: `1,234`, `１２３`, ` 12 `, `186人`.
 *
 * @returns null if the text is not a number (a date, a word, two numbers)
 */
export function readNumber(text: string): WrittenNumber | null {
  const trimmed = text.trim()
  if (plain.test(trimmed)) return finite(Number(trimmed), 'plain')
  const tidy = trimmed.normalize('NFKC').replace(/[\s_'’]/g, '')
  if (plain.test(tidy)) return finite(Number(tidy), 'tidied')
  if (grouped.test(tidy)) return finite(Number(tidy.replaceAll(',', '')), 'tidied')
  const beside = leading.exec(tidy)
  if (!beside) return null
  const value = finite(Number(beside[1]!.replaceAll(',', '')), 'extra')
  return value && { ...value, extra: beside[2]!.trim() }
}

const finite = (value: number, reading: WrittenNumber['reading']): WrittenNumber | null =>
  Number.isFinite(value) ? { value, reading } : null

/** A computed number as a cell has it: without the last digits that binary arithmetic adds. */
export const asWritten = (n: number): string => String(Number(n.toPrecision(12)))

const multipliers: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3, 百: 100, million: 1e6, thousand: 1e3, k: 1e3 }
const multiplier = /^(亿|万|千|百|million|thousand|k(?![a-z]))\s*/i

/** What a word beside a number multiplies it by, and what is left of the word: `万册` is ten thousand `册`. */
export function multiplied(word: string): { readonly by: number; readonly rest: string } | null {
  const found = multiplier.exec(word)
  return found && { by: multipliers[found[1]!.toLowerCase()]!, rest: word.slice(found[0].length) }
}
