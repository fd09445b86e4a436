import type { ResultTable } from './tables.ts'

const rowsPerPiece = 2000

/** A table as JSON, `{ table, columns, rows }`, in pieces; not-a-number is null. */
export function* jsonPieces(table: ResultTable): Generator<string> {
  const names = table.columns.map(({ id }) => id)
  yield `{"table":${JSON.stringify(table.id)},"columns":${JSON.stringify(names)},"rows":[`
  for (let start = 0; start < table.rows; start += rowsPerPiece) {
    const end = Math.min(table.rows, start + rowsPerPiece)
    const rows: string[] = []
    for (let row = start; row < end; row++) rows.push(JSON.stringify(names.map((_, c) => table.cell(row, c))))
    yield `${start === 0 ? '\n' : ',\n'}${rows.join(',\n')}`
  }
  yield '\n]}\n'
}
