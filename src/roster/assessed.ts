import type { ItemSet, Regime } from './item-set.ts'
import { numberIn, type TableRow } from './table.ts'

/** The rule of a regime that leaves a row out of its calculation; null = the row counts. */
export function leftOutBy(regime: Regime, row: TableRow, set: ItemSet): Regime['leaveOut'][number] | null {
  return (
    regime.leaveOut.find((rule) => {
      const matches = Object.entries(rule.where).every(([field, values]) => values.includes(String(row.values[field])))
      return matches && (rule.pupilsBelow === undefined || numberIn(row, set.pupils) < rule.pupilsBelow)
    }) ?? null
  )
}

/** Whether a row is in a regime’s calculation at all: it has pupils and no rule leaves it out. */
export const isAssessed = (regime: Regime, row: TableRow, set: ItemSet): boolean =>
  numberIn(row, set.pupils) > 0 && leftOutBy(regime, row, set) === null
