import { unitNames, type Bilingual } from '../../engine/index.ts'
import { csvCell } from './csv.ts'
import type { ResultTable, TableColumn } from './tables.ts'

/** What a column of a table is: for the data dictionary. */
export interface Entry {
  readonly table: string
  readonly column: string
  readonly kind: TableColumn['kind']
  readonly unit: string | null
  readonly unitText: Bilingual | null
  readonly text: Bilingual
}

/** The data dictionary of tables: every column with its unit and meaning in both languages. */
export const dictionaryOf = (tables: readonly ResultTable[]): readonly Entry[] =>
  tables.flatMap((table) =>
    table.columns.map(({ id, kind, unit, text }) => ({
      table: table.id,
      column: id,
      kind,
      unit,
      unitText: unit === null ? null : unitNames[unit],
      text,
    })),
  )

const heads = ['table', 'column', 'kind', 'unit', 'unit.en', 'unit.zh', 'text.en', 'text.zh']

/** The data dictionary as CSV, for people. */
export function dictionaryCsv(tables: readonly ResultTable[], bom: boolean): string {
  const rows = dictionaryOf(tables).map(({ table, column, kind, unit, unitText, text }) => [
    table,
    column,
    kind,
    unit ?? '',
    unitText?.en ?? '',
    unitText?.zh ?? '',
    text.en,
    text.zh,
  ])
  return `${bom ? '\ufeff' : ''}${[heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
