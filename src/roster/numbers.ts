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
