import { stockNames, type CountyDescription, type Level, type Problem, type StockName, type Target } from '../engine/index.ts'
import { isAssessed } from './assessed.ts'
import { levelBaseline, stocksOf } from './baseline.ts'
import defaults from './county-defaults.json'
import { fieldOf } from './item-set.ts'
import { addressOf } from './rows.ts'
import { nameOf, numberIn, type Table } from './table.ts'

/** The item that shows a stock, and how many pupils a description counts it per. */
const itemOf: Readonly<Record<StockName, readonly [string, 1 | 100]>> = {
  area: ['Q4', 1],
  sports: ['Q5', 1],
  equipment: ['Q6', 1],
  multimedia: ['Q7', 100],
  computers: ['B4', 100],
  books: ['B5', 1],
  teachers: ['B6', 100],
  aboveDegree: ['Q1', 100],
  midRank: ['B8', 100],
  backbone: ['Q2', 100],
  peArts: ['Q3', 100],
}

/** Means and coefficients over the sections that the 2017 items assess; where the roster has no figure, those of the shipped plain county. */
export function targetsOf(table: Table): { items: CountyDescription['items']; missing: string[] } {
  const { set } = table
  const regime = set.regimes.find((r) => r.id === 'balance-2017')!
  const every = { ...regime, items: set.regimes.flatMap((r) => r.items) }
  const stock = stocksOf(table)
  const missing: string[] = []
  const of = (level: Level): Record<StockName, Target> => {
    const rows = table.rows.filter((row) => row.values[set.level] === level && isAssessed(regime, row, set))
    const measured = levelBaseline(set, every, level, rows, stock).items
    return Object.fromEntries(
      stockNames.map((name): [StockName, Target] => {
        const [id, per] = itemOf[name]
        const item = measured.find((i) => i.item.id === id)!
        if (Number.isFinite(item.mean) && Number.isFinite(item.coefficient))
          return [name, { mean: (item.mean / item.item.per) * per, cv: item.coefficient }]
        missing.push(`items.${level}.${name}`)
        return [name, defaults.items[level][name]]
      }),
    ) as Record<StockName, Target>
  }
  return { items: { primary: of('primary'), junior: of('junior') }, missing }
}

/** A part larger than its whole can be accepted for a table, but nobody can build a school with more backbone teachers than teachers. */
export function partOverWhole(table: Table): Problem | null {
  for (const field of table.set.fields) {
    if (field.kind !== 'number' || field.partOf === undefined) continue
    const whole = fieldOf(table.set, field.partOf)
    const row = table.rows.find((r) => numberIn(r, field.id) > numberIn(r, whole.id))
    if (!row) continue
    const [name, part] = [nameOf(row, table.set), numberIn(row, field.id)]
    return {
      path: addressOf(table.mapping, row.row, field.id),
      text: {
        en: `${name}: ${part} ${field.text.en} are more than its ${whole.text.en}; no county can be built on that.`,
        zh: `${name}：${field.text.zh}（${part}）多于${whole.text.zh}，无法建立县域模型。`,
      },
      hint: { en: 'Correct one of the two, or leave the part empty: it is then drawn.', zh: '请更正其一，或将部分数留空，由系统推定。' },
    }
  }
  return null
}
