import type { Cell, ResultTable } from './tables.ts'

/** A cell as RFC 4180 wants it; texts that a spreadsheet would run as a formula get a leading apostrophe. */
export function csvCell(value: Cell): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** How a table is written as text. */
export interface CsvOptions {
  /** Begins with a byte-order mark, which Excel needs to see UTF-8. */
  readonly bom?: boolean
}

const rowsPerPiece = 2000

/** A table as CSV (RFC 4180: commas, CRLF, a header row), in pieces so that a large table need not lie in memory whole. */
export function* csvPieces(table: ResultTable, { bom = false }: CsvOptions = {}): Generator<string> {
  yield `${bom ? '\ufeff' : ''}${table.columns.map(({ id }) => csvCell(id)).join(',')}\r\n`
  const columns = table.columns.map((_, c) => c)
  for (let start = 0; start < table.rows; start += rowsPerPiece) {
    const lines: string[] = []
    const end = Math.min(table.rows, start + rowsPerPiece)
    for (let row = start; row < end; row++) lines.push(columns.map((c) => csvCell(table.cell(row, c))).join(','))
    yield `${lines.join('\r\n')}\r\n`
  }
}

/** A table as one CSV text. */
export const csvOf = (table: ResultTable, options?: CsvOptions): string => [...csvPieces(table, options)].join('')
