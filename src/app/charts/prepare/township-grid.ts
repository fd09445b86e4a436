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

/** Where townships stand in a drawing: side of a cell with its gap, cells in a row, and the upper left corner of each township. */
export interface GridLayout {
  readonly cell: number
  readonly perRow: number
  readonly corners: readonly (readonly [x: number, y: number])[]
}

const gap = 8
/** Sides of a cell that are tried, largest first: what is seen across a room down to a mark that is just seen. */
const sides = Array.from({ length: 40 }, (_, k) => 44 - k)

/**
 * Townships side by side in columns as broad as ten letters, each a name above rows of cells, in the largest cells with which all
 * stay inside the drawing.
 *
 * @param counts schools of each township
 * @param line   height of a line of text
 */
export function gridLayout(counts: readonly number[], width: number, height: number, line: number): GridLayout {
  const columns = Math.max(1, Math.min(counts.length, Math.floor((width + gap) / (8 * line + gap))))
  const breadth = (width + gap) / columns - gap
  const laid = (cell: number): GridLayout & { readonly bottom: number } => {
    const perRow = Math.max(1, Math.floor(breadth / cell))
    const corners: (readonly [number, number])[] = []
    let y = 0
    for (let k = 0; k < counts.length; k += columns) {
      const row = counts.slice(k, k + columns)
      row.forEach((_, c) => corners.push([c * (breadth + gap), y]))
      y += line + Math.ceil(Math.max(...row) / perRow) * cell + gap
    }
    return { cell, perRow, corners, bottom: y - gap }
  }
  const { bottom: _, ...found } = sides.map(laid).find(({ bottom }) => bottom <= height) ?? laid(sides.at(-1)!)
  return found
}
