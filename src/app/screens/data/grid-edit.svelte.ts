import type { Bilingual } from '../../../engine/index.ts'
import type { Edit, Snapshot } from '../../../roster/index.ts'
import { pasted, type Cursor } from './grid-cursor.ts'

interface Sheet {
  readonly rows: Snapshot['rows']
  /** Columns in the order shown. */
  readonly uses: readonly { readonly field: string }[]
}

/** What is being written: a cell is known by its row of the file and its field, wherever the cursor goes meanwhile. */
interface Writing {
  readonly row: number
  readonly field: string
  readonly text: string
}

/** The cursor of the table and the cell that is written into. What was written is kept, however the cell is left; only `discard` takes it back. */
export class GridEdit {
  cursor = $state.raw<Cursor>({ row: 0, column: 0 })
  #shown = $state.raw<Writing | null>(null)
  /** The same at this moment: a field that is taken off the screen would still see what was shown. */
  #now: Writing | null = null
  readonly #sheet: () => Sheet
  readonly #change: (edits: readonly Edit[], why: Bilingual) => Promise<void>

  constructor(sheet: () => Sheet, change: (edits: readonly Edit[], why: Bilingual) => Promise<void>) {
    this.#sheet = sheet
    this.#change = change
  }

  get writing(): Writing | null {
    return this.#shown
  }
  #write(writing: Writing | null): void {
    this.#now = writing
    this.#shown = writing
  }

  /** Begins to write into the cell under the cursor: on what it holds, or anew with the first letter typed. */
  begin(typed?: string): void {
    const { rows, uses } = this.#sheet()
    const row = rows[this.cursor.row]
    const use = uses[this.cursor.column]
    if (row && use) this.#write({ row: row.row, field: use.field, text: typed ?? row.written[use.field] ?? '' })
  }

  type(text: string): void {
    if (this.#now) this.#write({ ...this.#now, text })
  }

  discard(): void {
    this.#write(null)
  }

  /** Writes what was typed into the cell in which it was typed; nothing where that changes nothing. */
  async commit(): Promise<void> {
    const writing = this.#now
    this.#write(null)
    if (!writing) return
    const { row, field } = writing
    const before = this.#sheet().rows.find((one) => one.row === row)?.written[field] ?? ''
    const text = writing.text.trim()
    if (text !== before.trim()) await this.#change([{ kind: 'write', row, field, text }], { zh: '在表中修改', en: 'changed in the table' })
  }

  /** Empties the cell under the cursor. */
  clear(): Promise<void> {
    this.begin('')
    return this.commit()
  }

  /** A block from a spreadsheet lands at the cursor: one step, however many cells. False where it holds nothing. */
  paste(text: string): boolean {
    const { rows, uses } = this.#sheet()
    // a picture on the clipboard has no text: it empties no cell
    const edits = text === '' ? [] : pasted(text, this.cursor, rows, uses)
    if (edits.length > 0) void this.#change(edits, { zh: `从表格粘贴${edits.length}格`, en: `${edits.length} cells pasted` })
    return edits.length > 0
  }

  /** A column to the right or left, where there is one. */
  aside(by: 1 | -1): void {
    const { row, column } = this.cursor
    this.cursor = { row, column: Math.min(this.#sheet().uses.length - 1, Math.max(0, column + by)) }
  }
}
