import { floorOf, type Series } from '../../../engine/index.ts'
import { sectionMiddle, type Frame, type ItemView } from './frame.ts'
import { value } from './columns.ts'
import type { SchoolCell, SchoolRow } from './schools-table.ts'

/** One item of the one-school sheet: then, now, in the end, and what is lacking now. */
export interface SheetItem {
  readonly cell: SchoolCell
  readonly standard: number
  readonly floor: number
  readonly first: number
  readonly last: number
  /** What the school lacks of the standard now, in whole teachers or rooms, otherwise in units of the stock; 0 = nothing. */
  readonly lacks: number
}

/** Whether an item counts things that come in ones. */
const isWhole = (item: ItemView): boolean => item.per === 100

/**
 * How much more of a stock brings a school to the standard at its present roll.
 *
 * @returns the whole number that suffices where the item counts teachers or rooms
 */
export function lacking(item: ItemView, standard: number, present: number, roll: number): number {
  if (!(present < standard)) return 0
  const needed = ((standard - present) * roll) / item.per
  // 2.9999999 teachers are three: the quotient of whole numbers is only nearly whole
  return isWhole(item) ? Math.ceil(needed - 1e-9) : needed
}

/** The items of a school’s sheet; none under a regime without a standard for schools. */
export const sheetItems = (frame: Frame, row: SchoolRow, runs: readonly Series[]): readonly SheetItem[] =>
  row.cells.flatMap((cell) => {
    const standard = cell.item.standard?.[row.fact.level]
    if (standard === undefined) return []
    const at = (year: number) => sectionMiddle(frame, runs, year, row.fact.section, value(cell.item.id))
    return [{ cell, standard, floor: floorOf(standard), first: at(0), last: at(frame.years.length - 1), lacks: lacking(cell.item, standard, cell.value, row.roll) }]
  })
