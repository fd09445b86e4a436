import { items, levels, researchColumns, researchRow, type SectionFacts, type Series } from '../../engine/index.ts'
import { column, keyOf, keys, numbers, type Cell, type ResultTable, type TableColumn } from './table-parts.ts'

const about: readonly TableColumn[] = [
  column('item', 'text', 'Item: Q1 to Q7 of 2017, B1 to B8 of 2012', '指标：Q1至Q7为优质均衡七项，B1至B8为基本均衡八项'),
  column('level', 'text', 'primary or junior', '学段：primary 小学，junior 初中'),
]

/** Indices of inequality and the causes of each change: one row per run, arm, year, item and level. */
export function researchTable(all: readonly Series[], sections: readonly SectionFacts[]): ResultTable {
  const years = all[0]?.years.length ?? 0
  const perYear = items.length * levels.length
  const first = keys.length + about.length
  // kept, because some formats are written column by column
  const known: (readonly number[])[] = []
  const valuesOf = (series: Series, year: number, row: number): readonly number[] =>
    (known[row] ??= researchRow(series, sections, year, Math.floor((row % perYear) / levels.length), levels[row % levels.length]!))
  return {
    id: 'inequality',
    text: {
      en: 'Inequality between schools for research, one row per run, arm, year, item and stage',
      zh: '校际不均衡研究指标：每次模拟、每个方案、每学年、每项指标、每个学段一行',
    },
    columns: [...keys, ...about, ...numbers(researchColumns)],
    rows: all.length * years * perYear,
    cell(row, at): Cell {
      const step = Math.floor(row / perYear)
      const series = all[Math.floor(step / years)]!
      const year = step % years
      if (at < keys.length) return keyOf(series, year, at)
      if (at === keys.length) return items[Math.floor((row % perYear) / levels.length)]!.id
      return at < first ? levels[row % levels.length]! : valuesOf(series, year, row)[at - first]!
    },
  }
}
