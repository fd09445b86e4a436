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

/** Where townships stand in a drawing: side of a cell with its gap, and of each township where its name begins, the corner of its first cell, and how many cells are in a row. */
export interface GridLayout {
  readonly cell: number
  readonly townships: readonly { readonly x: number; readonly left: number; readonly top: number; readonly perRow: number }[]
  readonly height: number
}

/** Between columns, between rows, and between a name and its cells. */
const [across, down, apart] = [6, 4, 4]
/** The largest side of a cell: what is seen across a room. */
const largest = 44

/**
 * Townships in the order in which they come, each a name beside its cells, in the largest cells with which all stay inside the
 * drawing, if possible each in one row, which is then as long as it has schools; one with more than twice as many as is usual has
 * rows to itself. Where they do not fit even in the smallest cells, as low as they can be: who shows them lets them scroll.
 *
 * @param line  height of a line of text, in which names are written
 * @param least the smallest side of a cell with its gap
 */
export function gridLayout(sizes: readonly TownshipSize[], width: number, height: number, line: number, least: number): GridLayout {
  const usual = sizes.map((one) => one.schools).sort((a, b) => a - b)[sizes.length >> 1]!
  const isLarge = (one: TownshipSize) => one.schools > 2 * usual
  const name = Math.max(...sizes.map((one) => (isLarge(one) ? 0 : one.name)))
  const laid = (cell: number, columns: number) => {
    const step = (width + across) / columns
    let [column, top, high, isWhole] = [0, 0, 0, true]
    const townships = sizes.map((one) => {
      const span = isLarge(one) ? columns : 1
      if (column + span > columns) [column, top, high] = [0, top + high + down, 0]
      const indent = Math.max(name, one.name) + apart
      const perRow = Math.max(1, Math.floor((span * step - across - indent) / cell))
      const x = column * step
      column += span
      high = Math.max(high, line, Math.ceil(one.schools / perRow) * cell)
      isWhole &&= one.schools <= perRow
      return { x, left: x + indent, top, perRow }
    })
    return { cell, townships, height: top + high, isWhole }
  }
  const ways = (cell: number) => Array.from({ length: Math.max(1, Math.floor((width + across) / (name + apart + cell + across))) }, (_, k) => laid(cell, k + 1))
  for (const mustBeWhole of [true, false])
    for (let cell = largest; cell >= least; cell--) {
      const fits = ways(cell).find((one) => one.height <= height && (one.isWhole || !mustBeWhole))
      if (fits) return fits
    }
  return ways(least).reduce((lowest, one) => (one.height < lowest.height ? one : lowest))
}
