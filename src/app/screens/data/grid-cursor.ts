import type { Edit, Snapshot } from '../../../roster/index.ts'

/** Where the cursor of a grid stands: positions in the rows and columns shown, from 0. */
export interface Cursor {
  readonly row: number
  readonly column: number
}

interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that PageUp and PageDown pass. */
  readonly page: number
}

/** Where a key takes the cursor, inside the grid; null if the key moves nothing. */
export function cursorAfter({ key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, { row, column }: Cursor, { rows, columns, page }: Extent): Cursor | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [page, 0], PageUp: [-page, 0] }
  const move = moves[key]
  if (move) return { row: Math.min(rows - 1, Math.max(0, row + move[0])), column: Math.min(columns - 1, Math.max(0, column + move[1])) }
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 }
  return key === 'End' ? { row: ctrlKey ? rows - 1 : row, column: columns - 1 } : null
}

/** The rows of a block as spreadsheets put it on the clipboard: a cell with a line break or a tab inside stands in quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [cell, quoted, plain, end] of text.replace(/\r?\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
    // without either the quotes are the cell's own
    const wrapped = quoted !== undefined && /[\t\n]/.test(quoted)
    rows.at(-1)!.push(wrapped ? quoted.replaceAll('""', '"').replace(/\s*[\t\n]\s*/g, ' ') : (plain ?? cell.trimEnd()))
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows
}

/** A block of cells from a spreadsheet, from the cursor on; what falls outside the grid or on rows set aside is left out. */
export const pasted = (text: string, cursor: Cursor, rows: Snapshot['rows'], uses: readonly { readonly field: string }[]): readonly Edit[] =>
  cellsOf(text).flatMap((line, r) =>
    line.flatMap((cell, c): Edit[] => {
      const row = rows[cursor.row + r]
      const use = uses[cursor.column + c]
      return row && use && row.aside === null ? [{ kind: 'write', row: row.row, field: use.field, text: cell.trim() }] : []
    }),
  )
