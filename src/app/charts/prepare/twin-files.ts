import { csvFormatRows } from 'd3'
import type { Cell, Twin } from './twin.ts'

/* A table as it leaves the page: for spreadsheets, the clipboard and CSV. */

/** What a cell says to a spreadsheet: a number with all its digits, no grouping, the ASCII minus; empty where it is unknown. */
export const plain = (cell: Cell): string => (typeof cell === 'string' ? cell : Number.isFinite(cell.value) ? String(cell.value) : '')

/** Puts an apostrophe before text that starts like a formula; numbers stay. */
export const harmless = (cell: string): string => (/^[=+@\t\r-]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell)

/** What stands under a table in a file: what its columns mean, and the stamp. */
const notesOf = ({ heads, means = [] }: Twin, stamp: string): readonly (readonly string[])[] => [...means.map((meaning, k) => [heads[k]!, meaning]), ...(means.length > 0 ? [[]] : []), [stamp]]

/** A table as a spreadsheet takes it: heads, rows, what the columns mean, and under all of it the stamp. */
export const rowsOf = (twin: Twin, stamp: string): readonly (readonly Cell[])[] => [twin.heads, ...twin.rows, [], ...notesOf(twin, stamp)]

/** A line under a table in a CSV file: programs pass over lines that begin so, if they are told to. It holds nothing that CSV would put in quotes, or it would begin with one. */
export const asNote = (text: string): string => `# ${text.replace(/[\r\n"]+/g, ' ').replaceAll(',', ';')}`

/**
 * A twin as CSV for a spreadsheet: byte-order mark, and cells that a spreadsheet might run as formulas made harmless. Every line that is
 * not of the table begins with `#`.
 *
 * @param stamp model, county, seeds, standard and scope
 */
export function csvOf(twin: Twin, stamp: string): string {
  const notes = notesOf(twin, stamp).map(([first, ...more]) => (first === undefined ? [] : [asNote(first), ...more]))
  return '\uFEFF' + csvFormatRows([twin.heads, ...twin.rows, [], ...notes].map((row) => row.map((cell) => harmless(plain(cell)))))
}

/** Rows for the clipboard as WPS and Excel paste them: tabs between cells, no line breaks inside, nothing that runs. */
export const tsvOf = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => row.map((cell) => harmless(plain(cell).replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\r\n')
