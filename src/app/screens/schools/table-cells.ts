import type { Door } from '../../stores/view/doors.svelte.ts'
import { itemAgainst } from '../../charts/prepare/amounts.ts'
import type { Speech } from '../../charts/prepare/doors.ts'
import { metDoor, passDoor, rollDoor, schoolItemDoor } from '../../charts/prepare/school-doors.ts'
import type { SchoolCell, SchoolRow } from '../../charts/prepare/schools-table.ts'
import { lostSign, passText } from '../../charts/prepare/schools-words.ts'
import { quantity, type Cell } from '../../charts/prepare/twin.ts'
import { tsvOf } from '../../charts/prepare/twin-files.ts'
import { formatNumber } from '../../../words/format.ts'
import type { AppState } from '../../stores/app-state.svelte.ts'

/** The cell of an item’s column. */
export const cellAt = (row: SchoolRow, column: string): SchoolCell | undefined => row.cells.find((cell) => cell.item.id === column)

/** What stands in a cell. */
export function cellText(speech: Speech, row: SchoolRow, column: string): string {
  if (column === 'name') return row.fact.schoolName[speech.language]
  if (column === 'place') return speech.t(`place.${row.fact.kind}`)
  if (column === 'roll') return formatNumber(row.roll)
  if (column === 'met') return `${row.met}/${row.cells.length}`
  if (column === 'pass') return passText(speech, row) + (row.lost ? lostSign : '')
  const cell = cellAt(row, column)
  return cell ? itemAgainst(cell.value, cell.item.unit, cell.item.standard?.[row.fact.level]) : ''
}

/** The same for a spreadsheet: numbers with all their digits, and no “6/7”, which would become a date. */
export function plainCell(speech: Speech, row: SchoolRow, column: string): Cell {
  if (column === 'roll') return quantity(row.roll)
  if (column === 'met') return quantity(row.met)
  if (column === 'pass') return row.firstPass ? quantity(row.firstPass.year) : passText(speech, row)
  const cell = cellAt(row, column)
  return cell ? quantity(cell.value) : cellText(speech, row, column)
}

/** What stands behind a cell; null behind names. */
export function cellDoor(app: AppState, speech: Speech, row: SchoolRow, column: string): Door | null {
  const { frame, runs, yearIndex, standard } = app
  if (column === 'roll') return rollDoor(speech, frame, row.fact, runs, yearIndex)
  if (column === 'met') return metDoor(speech, standard, frame, row, runs.length, yearIndex)
  if (column === 'pass') return passDoor(speech, standard, frame, row, runs)
  const cell = cellAt(row, column)
  return cell ? schoolItemDoor(speech, frame, cell.item, row.fact, runs, yearIndex) : null
}

/** A corner of the grid. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** Where a key leads in a grid of so many rows and columns; null for keys that do not move. */
export function gridMove(key: string, whole: boolean, at: GridPlace, rows: number, columns: number): GridPlace | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [10, 0], PageUp: [-10, 0] }
  const last = { row: rows - 1, column: columns - 1 }
  if (key === 'Home') return whole ? { row: 0, column: 0 } : { ...at, column: 0 }
  if (key === 'End') return whole ? last : { ...at, column: last.column }
  const step = steps[key]
  if (!step) return null
  return { row: Math.max(0, Math.min(last.row, at.row + step[0])), column: Math.max(0, Math.min(last.column, at.column + step[1])) }
}

/** Whether a position lies between two others, ends included. */
export const between = (a: number, b: number, k: number): boolean => k >= Math.min(a, b) && k <= Math.max(a, b)

/** The cells between two corners, as a spreadsheet takes them. */
export const rangeText = (speech: Speech, rows: readonly SchoolRow[], columns: readonly string[], from: GridPlace, to: GridPlace): string =>
  tsvOf(rows.filter((_, r) => between(from.row, to.row, r)).map((row) => columns.filter((_, c) => between(from.column, to.column, c)).map((column) => plainCell(speech, row, column))))
