import { cellAddress, isBlank, rowAddress, textOf, type Cell, type Grid } from './grid.ts'
import { fieldOf, type ChoiceField, type ItemSet } from './item-set.ts'
import type { ColumnUse, Mapping } from './mapping.ts'
import { meansEmpty, multiplied, readNumber } from './numbers.ts'
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

function asideOf(
  cells: readonly Cell[],
  written: Readonly<Record<string, string>>,
  mapping: Mapping,
  labels: readonly string[],
  set: ItemSet,
): WrittenRow['aside'] {
  const texts = cells.map(textOf).filter((text) => text !== '')
  const first = plainText(texts[0] ?? '')
  const name = plainText(written[set.name] ?? '')
  if (totals.test(name) || (name === '' && totals.test(first))) return 'total'
  const repeated = mapping.columns.filter((use, i) => labels[i] !== '' && textOf(cells[use.column]) === labels[i]).length
  if (repeated >= 2 && repeated * 2 > mapping.columns.length) return 'header'
  if (notes.test(texts[0] ?? '') && texts.length <= 6 && (written[set.pupils] ?? '') === '') return 'note'
  // one long text and nothing else: a remark merged across the table
  if (texts.length === 1 && texts[0]!.length > 20) return 'note'
  return null
}

/** Reads the rows below the header; empty rows are skipped wherever they stand. */
export function readRows(grid: Grid, mapping: Mapping, set: ItemSet): WrittenRow[] {
  const rows: WrittenRow[] = []
  const labels = mapping.columns.map((use) => use.header.split(' / ').at(-1)!)
  const start = mapping.headerRow < 0 ? 0 : mapping.headerRow + mapping.headerDepth
  for (let row = start; row < grid.rows.length; row++) {
    const cells = grid.rows[row]!
    if (cells.every(isBlank)) continue
    const written: Record<string, string> = {}
    for (const { column, field } of mapping.columns) written[field] = textOf(cells[column])
    rows.push({ row, written, aside: asideOf(cells, written, mapping, labels, set) })
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
const plainInteger = /^\d{1,15}$/

const usesByField = new WeakMap<Mapping, ReadonlyMap<string, ColumnUse>>()

/** The column of a field; undefined if the file has none. */
export function columnOf(mapping: Mapping, field: string): ColumnUse | undefined {
  let uses = usesByField.get(mapping)
  if (!uses) usesByField.set(mapping, (uses = new Map(mapping.columns.map((use) => [use.field, use]))))
  return uses.get(field)
}

const idsByWritten = new WeakMap<ChoiceField, ReadonlyMap<string, string>>()

/** The value that a text means in a choice field, by its own words. */
function choiceOf(field: ChoiceField, text: string): string | undefined {
  let ids = idsByWritten.get(field)
  // of two values written alike the first declared counts
  if (!ids)
    idsByWritten.set(
      field,
      (ids = new Map(
        field.values.flatMap((v) => [v.id, v.text.zh, v.text.en, ...v.written].map((w) => [plainText(w), v.id] as const)).reverse(),
      )),
    )
  return ids.get(plainText(text))
}

/** Reads one cell by what its field declares. Numbers are turned into the field’s own unit. */
export function meaningOf(text: string, field: string, mapping: Mapping, set: ItemSet): Meaning {
  const declared = fieldOf(set, field)
  if (declared.kind === 'text') return text === '' ? empty : { value: text, state: 'ok' }
  if (text === '') return empty
  const isPlain = plainInteger.test(text)
  if (!isPlain && meansEmpty(text)) return empty
  if (declared.kind === 'choice') {
    const found = mapping.values[field]?.[text] ?? choiceOf(declared, text)
    return found === undefined ? { value: null, state: 'unknown-choice' } : { value: found, state: 'ok' }
  }
  const read = isPlain ? { value: Number(text), reading: 'plain' as const, extra: undefined } : readNumber(text)
  if (!read) return { value: null, state: 'not-a-number' }
  const use = columnOf(mapping, field)
  const factor = declared.units.find((u) => u.id === use?.unit)?.factor ?? 1
  if (read.value < 0 && !declared.signed) return { value: null, state: 'negative' }
  // 1.2千人 is a whole number of people
  const isMultiplied = multiplied(read.extra ?? '') !== null
  if (declared.whole && (use?.measure ?? 'total') === 'total' && factor === 1 && !isMultiplied && !Number.isInteger(read.value))
    return { value: null, state: 'fraction' }
  const state = read.reading === 'plain' ? 'ok' : read.reading
  return { value: read.value * factor, state, ...(read.extra === undefined ? {} : { extra: read.extra }) }
}

/** Address of a field’s cell in a row; the row itself if the file has no such column. */
export function addressOf(mapping: Mapping, row: number, field: string | null): string {
  const use = field === null ? undefined : columnOf(mapping, field)
  return use ? cellAddress(mapping.sheet, row, use.column) : rowAddress(mapping.sheet, row)
}
