import { placeKinds } from '../engine/index.ts'
import type { RegimeBaseline } from './baseline.ts'
import type { RegimeFigures } from './session-shapes.ts'
import { nameOf, type Table, type TableRow } from './table.ts'

/** The figures of every regime at every level, without the rows themselves. */
export function figuresOf(table: Table, measured: readonly RegimeBaseline[]): RegimeFigures[] {
  const kindOf = ({ values }: TableRow) => (table.has('kind') && placeKinds.find((kind) => kind === values['kind'])) || null
  return measured.map(({ regime, levels }) => ({
    regime,
    levels: levels.map(({ level, rows, pupils, items, composite, limit, outcome, passing, schools }) => ({ level, schools: rows.map((row) => nameOf(row, table.set)), kinds: rows.map(kindOf), pupils, items, composite, limit, outcome, passing, open: schools.filter((one) => one === 'undecided').length })),
  }))
}
