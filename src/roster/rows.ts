import { cellAddress, isBlank, rowAddress, textOf, type Cell, type Grid } from './grid.ts'
import { fieldOf, type ItemSet } from './item-set.ts'
import type { Mapping } from './mapping.ts'
import { meansEmpty, readNumber } from './numbers.ts'
import { plainText } from './header-match.ts'

/** A row of the sheet below the header, as written. */
export interface WrittenRow {
  /** Row of the sheet, from 0. */
  readonly row: number
  /** Why it is not a school: a sum, a remark, a header repeated on the next printed page. */
  readonly aside: 'total' | 'note' | 'header' | null
  /** Text of each mapped field, trimmed; '' = empty. */
  readonly written: Readonly<Record<string, string>>
}

const totals = /^(总计|合计|小计|总数|全县合计|全县|全区|全市|合|计|县城小计|城区小计|镇区小计|乡村小计|total|subtotal|sum|grandtotal)$/
const notes = /^(注|备注|说明|填表说明|填表人|制表人|审核人|单位负责人|填报日期|数据来源|note|notes|source|remark)/i

function asideOf(cells: readonly Cell[], written: Readonly<Record<string, string>>, mapping: Mapping, set: ItemSet): WrittenRow['aside'] {
  const texts = cells.map(textOf).filter((text) => text !== '')
  const first = plainText(texts[0] ?? '')
  const name = plainText(written[set.name] ?? '')
  if (totals.test(name) || (name === '' && totals.test(first))) return 'total'
  const labels = mapping.columns.map((use) => plainText(use.header.split(' / ').at(-1)!))
  const repeated = mapping.columns.filter((use, i) => plainText(textOf(cells[use.column])) === labels[i] && labels[i] !== '').length
  if (repeated >= 2 && repeated * 2 > mapping.columns.length) return 'header'
  if (notes.test(texts[0] ?? '') && texts.length <= 6 && (written[set.pupils] ?? '') === '') return 'note'
  // one long text and nothing else: a remark merged across the table
  if (texts.length === 1 && texts[0]!.length > 20) return 'note'
  return null
}

/** Reads the rows below the header; empty rows are skipped wherever they stand. */
export function readRows(grid: Grid, mapping: Mapping, set: ItemSet): WrittenRow[] {
  const rows: WrittenRow[] = []
  const start = mapping.headerRow < 0 ? 0 : mapping.headerRow + mapping.headerDepth
  for (let row = start; row < grid.rows.length; row++) {
    const cells = grid.rows[row]!
    if (cells.every(isBlank)) continue
    const written: Record<string, string> = {}
    for (const { column, field } of mapping.columns) written[field] = textOf(cells[column])
    rows.push({ row, written, aside: asideOf(cells, written, mapping, set) })
  }
  return rows
}

/** What a written cell means. */
export interface Meaning {
  /** A number in the field’s own unit, the id of a choice, or a text; null = empty or not understood. */
  readonly value: number | string | null
  readonly state: 'ok' | 'empty' | 'tidied' | 'extra' | 'not-a-number' | 'negative' | 'fraction' | 'unknown-choice'
  /** For `extra`: the word beside the number. */
  readonly extra?: string
}

const empty: Meaning = { value: null, state: 'empty' }

/** Reads one cell by what its field declares. Numbers are turned into the field’s own unit. */
export function meaningOf(text: string, field: string, mapping: Mapping, set: ItemSet): Meaning {
  const declared = fieldOf(set, field)
  if (declared.kind === 'text') return text === '' ? empty : { value: text, state: 'ok' }
  if (meansEmpty(text)) return empty
  if (declared.kind === 'choice') {
    const plain = plainText(text)
    const own = mapping.values[field]?.[text] ?? mapping.values[field]?.[plain]
    const found = own ?? declared.values.find((v) => v.id === text || v.written.some((w) => plainText(w) === plain))?.id
    return found === undefined ? { value: null, state: 'unknown-choice' } : { value: found, state: 'ok' }
  }
  const read = readNumber(text)
  if (!read) return { value: null, state: 'not-a-number' }
  const use = mapping.columns.find((c) => c.field === field)
  const factor = declared.units.find((u) => u.id === use?.unit)?.factor ?? 1
  if (read.value < 0 && !declared.signed) return { value: null, state: 'negative' }
  if (declared.whole && (use?.measure ?? 'total') === 'total' && factor === 1 && !Number.isInteger(read.value)) return { value: null, state: 'fraction' }
  const state = read.reading === 'plain' ? 'ok' : read.reading
  return { value: read.value * factor, state, ...(read.extra === undefined ? {} : { extra: read.extra }) }
}

/** Address of a field’s cell in a row; the row itself if the file has no such column. */
export function addressOf(mapping: Mapping, row: number, field: string | null): string {
  const use = field === null ? undefined : mapping.columns.find((c) => c.field === field)
  return use ? cellAddress(mapping.sheet, row, use.column) : rowAddress(mapping.sheet, row)
}
