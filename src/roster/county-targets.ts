import {
  countyMean,
  dispersionCoefficient,
  stockNames,
  type CountyDescription,
  type Level,
  type Problem,
  type StockName,
  type Target,
} from '../engine/index.ts'
import { isAssessed } from './assessed.ts'
import { stocksOf } from './baseline.ts'
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

/** Parts of the teachers of a section. */
const parts = ['aboveDegree', 'midRank', 'backbone', 'peArts'] as const

/**
 * Means and coefficients over the sections that the 2017 items assess and that give a figure. Where none does, those of the
 * shipped plain county; parts of the teachers keep their proportion to them.
 */
export function targetsOf(table: Table): { items: CountyDescription['items']; missing: string[] } {
  const missing: string[] = []
  const of = (level: Level): Record<StockName, Target> => {
    const found = foundTargets(table, level)
    const otherwise = defaults.items[level]
    for (const name of stockNames) if (found[name] === undefined) missing.push(`items.${level}.${name}`)
    const teachers = found.teachers ?? {
      ...otherwise.teachers,
      mean: Math.max(otherwise.teachers.mean, ...parts.map((part) => found[part]?.mean ?? 0)),
    }
    const part = (name: (typeof parts)[number]): Target =>
      found[name] ?? { ...otherwise[name], mean: (teachers.mean * otherwise[name].mean) / otherwise.teachers.mean }
    return {
      ...otherwise,
      ...found,
      teachers,
      ...(Object.fromEntries(parts.map((name) => [name, part(name)])) as Record<(typeof parts)[number], Target>),
    }
  }
  return { items: { primary: of('primary'), junior: of('junior') }, missing }
}

/** Targets of one level that the roster’s own figures give. */
function foundTargets(table: Table, level: Level): Partial<Record<StockName, Target>> {
  const { set } = table
  const regime = set.regimes.find((r) => r.id === 'balance-2017')!
  const items = set.regimes.flatMap((r) => r.items)
  const stockOf = stocksOf(table)
  const rows = table.rows.filter((row) => row.values[set.level] === level && isAssessed(regime, row, set))
  const found: Partial<Record<StockName, Target>> = {}
  for (const name of stockNames) {
    const [id, per] = itemOf[name]
    const item = items.find((i) => i.id === id)!
    const given = rows
      .map((row) => ({ stock: stockOf(row, item), pupils: numberIn(row, set.pupils) }))
      .filter(({ stock }) => Number.isFinite(stock))
    const stock = given.map((one) => one.stock)
    const pupils = given.map((one) => one.pupils)
    const cv = dispersionCoefficient(stock, pupils)
    if (Number.isFinite(cv)) found[name] = { mean: countyMean(stock, pupils) * per, cv }
  }
  return found
}

/** A part larger than its whole can be accepted for a table, but nobody can build a school with more backbone teachers than teachers. */
export function partsOverWhole(table: Table): readonly Problem[] {
  return table.set.fields.flatMap((field) => {
    if (field.kind !== 'number' || field.partOf === undefined) return []
    const whole = fieldOf(table.set, field.partOf)
    return table.rows.filter((row) => numberIn(row, field.id) > numberIn(row, whole.id)).map((row) => {
      const [name, part] = [nameOf(row, table.set), numberIn(row, field.id)]
      return {
        path: addressOf(table.mapping, row.row, field.id),
        text: {
          en: `${name}: ${part} ${field.text.en} are more than its ${whole.text.en}; no county can be built on that.`,
          zh: `${name}：${field.text.zh}（${part}）多于${whole.text.zh}，无法建立县域模型。`,
        },
        hint: { en: 'Correct one of the two, or leave the part empty: it is then drawn.', zh: '请更正其一，或将部分数留空，由模型补齐。' },
      }
    })
  })
}
