/** What one cell of a table holds once read. Dates arrive as their ISO day: a spreadsheet turns `3-5` into a date by itself. */
export type Cell = string | number | boolean | null

/** A sheet as a rectangle of cells, with where its first cell stands so that addresses match what the user sees. */
export interface Grid {
  /** Sheet name; the file name for text files. */
  readonly sheet: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Largest table that is read. A county has 50 to 500 schools; the bounds leave room for whole provinces. */
export const bounds = {
  bytes: 20_000_000,
  unpackedBytes: 200_000_000,
  sheets: 60,
  rows: 20_000,
  columns: 256,
  cellCharacters: 5_000,
  /** Above this many rows the app says that it will be slow. */
  manyRows: 1_000,
} as const

/** Column letters as spreadsheets write them: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

/** Address of a cell, rows and columns from 0: `schools!C7`. */
export const cellAddress = (sheet: string, row: number, column: number): string => `${sheet}!${columnLetters(column)}${row + 1}`

/** Address of a whole row: `schools!7`. */
export const rowAddress = (sheet: string, row: number): string => `${sheet}!${row + 1}`

/** Whether a cell holds nothing a reader could see. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

/** The text of a cell, trimmed; '' for an empty one. */
export const textOf = (cell: Cell | undefined): string => (isBlank(cell) ? '' : String(cell).trim())
