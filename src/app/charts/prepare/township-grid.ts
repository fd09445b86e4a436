import type { MapMark } from './school-map.ts'

/** Schools of one township. */
export interface TownshipGroup {
  readonly name: MapMark['township']
  readonly marks: readonly MapMark[]
}

/** Marks by township, both in the order of the marks. */
export function byTownship(marks: readonly MapMark[]): readonly TownshipGroup[] {
  const groups = new Map<string, { readonly name: MapMark['township']; readonly marks: MapMark[] }>()
  for (const mark of marks) {
    const group = groups.get(mark.township.en) ?? { name: mark.township, marks: [] }
    group.marks.push(mark)
    groups.set(mark.township.en, group)
  }
  return [...groups.values()]
}

/** A township to be laid out: how many pixels its name takes, and how many schools it has. */
export interface TownshipSize {
  readonly name: number
  readonly schools: number
}

/** Where townships stand in a drawing: side of a cell with its gap, and of each township the corner of its name, that of its first cell, and how many cells are in a row. */
export interface GridLayout {
  readonly cell: number
  readonly townships: readonly { readonly x: number; readonly y: number; readonly left: number; readonly top: number; readonly perRow: number }[]
  readonly height: number
}

/** Between columns, between rows, and between a name and its cells. */
const [across, down, apart] = [10, 4, 6]
/** The largest side of a cell: what is seen across a room. */
const largest = 44

/** One way to lay them out: in columns, names above cells or beside them; one with more than twice as many schools as is usual has rows to itself. */
function laid(sizes: readonly TownshipSize[], width: number, line: number, cell: number, columns: number, beside: boolean): GridLayout {
  const usual = sizes.map((one) => one.schools).sort((a, b) => a - b)[sizes.length >> 1]!
  const isLarge = (one: TownshipSize) => one.schools > 2 * usual
  const name = beside ? Math.max(...sizes.filter((one) => !isLarge(one)).map((one) => one.name)) + apart : 0
  const above = beside ? 0 : line
  let [column, y, high] = [0, 0, 0]
  const townships = sizes.map((one) => {
    const span = isLarge(one) ? columns : 1
    if (column + span > columns) [column, y, high] = [0, y + high + down, 0]
    const x = (column * (width + across)) / columns
    const indent = beside ? Math.max(name, one.name + apart) : 0
    const perRow = Math.max(1, Math.floor(((span * (width + across)) / columns - across - indent) / cell))
    column += span
    high = Math.max(high, above + Math.ceil(one.schools / perRow) * cell)
    return { x, y: y + (beside ? (cell - line) / 2 : 0), left: x + indent, top: y + above, perRow }
  })
  return { cell, townships, height: y + high }
}

/**
 * Townships in the order in which they come, in the largest cells with which all stay inside the drawing, if possible each in one row;
 * where they do not even in the smallest cells, as low as they can be: who shows them lets them scroll.
 *
 * @param line  height of a line of text, in which names are written
 * @param least the smallest side of a cell with its gap
 */
export function gridLayout(sizes: readonly TownshipSize[], width: number, height: number, line: number, least: number): GridLayout {
  const name = Math.max(...sizes.map((one) => one.name))
  const ways = (cell: number) =>
    [false, true].flatMap((beside) => {
      const most = Math.max(1, Math.min(sizes.length, Math.floor((width + across) / (name + across + (beside ? apart + cell : 0)))))
      return Array.from({ length: most }, (_, k) => laid(sizes, width, line, cell, most - k, beside))
    })
  // a township in one row is as long as it has schools: that is tried first
  for (const isWhole of [true, false])
    for (let cell = largest; cell >= least; cell--) {
      const fits = ways(cell).find((one) => one.height <= height && (!isWhole || sizes.every(({ schools }, k) => schools <= one.townships[k]!.perRow)))
      if (fits) return fits
    }
  return ways(least).reduce((lowest, one) => (one.height < lowest.height ? one : lowest))
}
