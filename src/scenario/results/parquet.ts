import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Stamp } from '../schema.ts'
import { dictionaryOf } from './dictionary.ts'
import type { ResultTable, TableColumn } from './tables.ts'

const types = { text: 'STRING', whole: 'INT64', number: 'DOUBLE' } as const

function dataOf(table: ResultTable, { kind }: TableColumn, at: number): string[] | BigInt64Array | Float64Array {
  if (kind === 'text') return Array.from({ length: table.rows }, (_, row) => String(table.cell(row, at)))
  if (kind === 'whole') return BigInt64Array.from({ length: table.rows }, (_, row) => BigInt(table.cell(row, at)))
  return Float64Array.from({ length: table.rows }, (_, row) => Number(table.cell(row, at)))
}

/** A table as a Parquet file; not-a-number stays so. The data dictionary and the stamp travel in the file’s metadata. */
export function parquetOf(table: ResultTable, stamp: Stamp): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: table.columns.map((column, c) => ({
      name: column.id,
      data: dataOf(table, column, c),
      type: types[column.kind],
      nullable: false,
    })),
    createdBy: `hengtu ${stamp.engine}`,
    kvMetadata: [
      { key: 'hengtu.dictionary', value: JSON.stringify(dictionaryOf([table])) },
      { key: 'hengtu.stamp', value: JSON.stringify(stamp) },
    ],
  })
  return new Uint8Array(buffer)
}
