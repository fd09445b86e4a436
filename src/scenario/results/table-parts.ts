import type { Bilingual, Series, Unit } from '../../engine/index.ts'

/** A column: its name in the file, what it is, in which unit. */
export interface TableColumn {
  readonly id: string
  readonly kind: 'text' | 'whole' | 'number'
  readonly text: Bilingual
  readonly unit: Unit | null
}

/** What a cell holds. */
export type Cell = string | number

/** A table of results: cells are read where they lie. */
export interface ResultTable {
  readonly id: 'county' | 'sections' | 'ledger' | 'inequality'
  readonly text: Bilingual
  readonly columns: readonly TableColumn[]
  readonly rows: number
  cell(row: number, column: number): Cell
}

/** Declares a column. */
export const column = (id: string, kind: TableColumn['kind'], en: string, zh: string, unit: Unit | null = null): TableColumn => ({
  id,
  kind,
  text: { en, zh },
  unit,
})
/** Columns of a series as columns of a table. */
export const numbers = (series: readonly { readonly id: string; readonly text: Bilingual; readonly unit: Unit }[]): TableColumn[] =>
  series.map(({ id, text, unit }) => ({ id, kind: 'number', text, unit }))

/** The columns that every table begins with. */
export const keys: readonly TableColumn[] = [
  column(
    'replicate',
    'whole',
    'Number of the run; runs of one number share their draws in all arms',
    '模拟序号；同一序号的各方案使用相同的随机数',
  ),
  column('arm', 'text', 'Id of the arm', '方案标识'),
  column('year', 'whole', 'Calendar year in which the school year starts', '学年起始年份'),
]

/** A cell of the columns that every table begins with. */
export function keyOf(series: Series, year: number, at: number): Cell {
  if (at === 0) return series.replicate
  return at === 1 ? series.arm : series.years[year]!
}
