import { csvFormatRows } from 'd3'

/** The table twin of a picture: the same numbers, and what its CSV is made of. */
export interface Twin {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * A twin as CSV for a spreadsheet: byte-order mark, and cells that a spreadsheet might run as formulas made harmless. `stamp`, the
 * model, county, seeds and standard, stands under the rows.
 */
export const csvOf = (twin: Twin, stamp?: string): string =>
  '\uFEFF' + csvFormatRows([twin.heads, ...twin.rows, ...(stamp === undefined ? [] : [[], [stamp]])].map((row) => row.map(harmless)))

/** Puts an apostrophe before text that starts like a formula; numbers stay. */
const harmless = (cell: string): string => (/^[=+@\t\r-]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell)

/** Rows of text for the clipboard as WPS and Excel paste them: tabs between cells, no line breaks inside, nothing that runs. */
export const tsvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => harmless(cell.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\r\n')
