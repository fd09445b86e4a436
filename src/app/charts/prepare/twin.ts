/** A number of a table: as it is printed, and as it is. Files carry the latter, with all its digits; NaN is unknown. */
export interface Quantity {
  readonly text: string
  readonly value: number
}
export type Cell = string | Quantity

/** The table twin of a picture: the same numbers, and what its files are made of. */
export interface Twin {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What each column means: the data dictionary, where heads alone would not do. */
  readonly means?: readonly string[]
  /** Heads in two rows: what columns share, and what each has below it; for paper, where `heads` would be long. A column that shares nothing has no `over`. */
  readonly stacked?: readonly { readonly over?: string; readonly heads: readonly string[] }[]
}

/** A number for a table; printed as it is unless `text` says otherwise. */
export const quantity = (value: number, text: string = Number.isFinite(value) ? String(value) : '—'): Quantity => ({ value, text })

/** A column of a table: its head, a cell for each row, and what it means where its head alone would not do. */
export interface Column {
  /** What it shares with its neighbours, such as their stage: part of its head. */
  readonly over?: string
  readonly head: string
  readonly cells: readonly Cell[]
  readonly means?: string
}

/** Neighbours that share a head, under it. */
function stackedOf(columns: readonly Column[]): NonNullable<Twin['stacked']> {
  const all: { over?: string; heads: string[] }[] = []
  for (const { over, head } of columns) {
    const last = all.at(-1)
    if (over === undefined) all.push({ heads: [head] })
    else if (last?.over === over) last.heads.push(head)
    else all.push({ over, heads: [head] })
  }
  return all
}

/** A table of columns of one length. */
export const twinOf = (columns: readonly Column[]): Twin => ({
  heads: columns.map(({ over, head }) => (over === undefined ? head : `${over} ${head}`)),
  rows: (columns[0]?.cells ?? []).map((_, r) => columns.map(({ cells }) => cells[r]!)),
  ...(columns.some(({ means }) => means) ? { means: columns.map(({ means }) => means ?? '') } : {}),
  ...(columns.some(({ over }) => over) ? { stacked: stackedOf(columns) } : {}),
})

/** What a cell says on the screen and on paper. */
export const printed = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
