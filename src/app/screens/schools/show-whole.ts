/** A table in a box that scrolls, its head and foot sticky: heights in pixels, rows by where they begin under the head. */
export interface Scrolled {
  readonly scrollTop: number
  /** Height between head and foot. */
  readonly room: number
  readonly rows: readonly { readonly top: number; readonly height: number }[]
}

/** Where the box is to be scrolled so that a row is seen whole. Where it has to move it ends at whole rows: none is cut under the head. */
export function wholeTop({ scrollTop, room, rows }: Scrolled, row: number): number {
  const { top, height } = rows[row]!
  if (top < scrollTop) return top
  const least = top + height - room
  return least <= scrollTop ? scrollTop : Math.min(top, rows.find((one) => one.top >= least)?.top ?? top)
}

/** Brings a cell into view. Rows that are sliding to another place are taken to be where they end. */
export function showWhole(cell: HTMLElement | undefined): void {
  const [table, row] = [cell?.closest('table'), cell?.closest('tr')]
  const box = table?.parentElement
  if (!cell || !table || !row || !box) return
  const { scrollTop } = box
  // sideways
  cell.scrollIntoView({ block: 'nearest' })
  const head = table.tHead!.offsetHeight
  const rows = [...table.tBodies[0]!.rows]
  const room = box.clientHeight - head - table.tFoot!.offsetHeight
  box.scrollTop = wholeTop({ scrollTop, room, rows: rows.map((one) => ({ top: one.offsetTop - head, height: one.offsetHeight })) }, rows.indexOf(row))
}
