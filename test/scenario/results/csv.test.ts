import Papa from 'papaparse'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { csvCell, csvOf } from '../../../src/scenario/results/csv.ts'
import { dictionaryCsv, dictionaryOf } from '../../../src/scenario/results/dictionary.ts'
import { jsonPieces } from '../../../src/scenario/results/json.ts'
import { parquetOf } from '../../../src/scenario/results/parquet.ts'
import type { Cell, ResultTable } from '../../../src/scenario/results/tables.ts'

const rows: readonly (readonly Cell[])[] = [
  ['plain', 1, 0.1],
  ['with, comma and "quotes"', -2, NaN],
  ['two\nlines', 3, 1e-7],
  ['=SUM(A1)', 4, Infinity],
  ['城关一小', 5, 123456789.125],
]
const table: ResultTable = {
  id: 'county',
  text: { en: 'A table', zh: '表' },
  columns: [
    { id: 'name', kind: 'text', text: { en: 'Name', zh: '名称' }, unit: null },
    { id: 'n', kind: 'whole', text: { en: 'Count', zh: '数量' }, unit: 'count' },
    { id: 'x', kind: 'number', text: { en: 'Area, per pupil', zh: '生均面积' }, unit: 'm2/pupil' },
  ],
  rows: rows.length,
  cell: (row, column) => rows[row]![column]!,
}

describe('CSV', () => {
  it('is what RFC 4180 says: commas, CRLF, doubled quotation marks, a header', () => {
    expect(csvOf(table)).toBe(
      'name,n,x\r\nplain,1,0.1\r\n"with, comma and ""quotes""",-2,\r\n"two\nlines",3,1e-7\r\n\'=SUM(A1),4,\r\n城关一小,5,123456789.125\r\n',
    )
  })
  it('is read back by another reader, numbers to the last digit', () => {
    const { data, errors } = Papa.parse<string[]>(csvOf(table), { skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data.slice(1).map(([name]) => name)).toEqual(['plain', 'with, comma and "quotes"', 'two\nlines', "'=SUM(A1)", '城关一小'])
    expect(data.slice(1).map(([, , x]) => x)).toEqual(['0.1', '', '1e-7', '', '123456789.125'])
  })
  it('begins with a byte-order mark where asked', () => expect(csvOf(table, { bom: true }).codePointAt(0)).toBe(0xfeff))
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('keeps a spreadsheet from running %j', (text) =>
    expect(csvCell(text).replace('"', '')).toMatch(/^'/),
  )
  it('leaves negative numbers alone', () => expect(csvCell(-1)).toBe('-1'))
})

describe('other formats', () => {
  it('JSON holds columns and rows, null for what is no number', () => {
    expect(JSON.parse([...jsonPieces(table)].join(''))).toEqual({
      table: 'county',
      columns: ['name', 'n', 'x'],
      rows: rows.map(([name, n, x]) => [name, n, Number.isFinite(x as number) ? x : null]),
    })
  })
  it('Parquet holds the same cells, typed', async () => {
    const bytes = parquetOf(table, { engine: '1', numbers: 1 })
    const read = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer })
    expect(read).toEqual(rows.map(([name, n, x]) => ({ name, n: BigInt(n!), x })))
  })
})

describe('the data dictionary', () => {
  it('has every column with unit and meaning in both languages', () => {
    expect(dictionaryOf([table])[2]).toEqual({
      table: 'county',
      column: 'x',
      kind: 'number',
      unit: 'm2/pupil',
      unitText: { en: 'm² per pupil', zh: '平方米/生' },
      text: { en: 'Area, per pupil', zh: '生均面积' },
    })
    expect(Papa.parse<string[]>(dictionaryCsv([table], false), { skipEmptyLines: true }).data[3]).toEqual([
      'county',
      'x',
      'number',
      'm2/pupil',
      'm² per pupil',
      '平方米/生',
      'Area, per pupil',
      '生均面积',
    ])
  })
})
