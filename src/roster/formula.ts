import type { Bilingual } from '../engine/index.ts'
import type { ItemBaseline, LevelBaseline } from './baseline.ts'
import { nameOf } from './table.ts'
import type { ItemSet } from './item-set.ts'

/** One school’s part in a coefficient. */
export interface Contribution {
  readonly row: number
  readonly name: string
  readonly pupils: number
  readonly stock: number
  /** Per pupil. */
  readonly value: number
  /** Pupils ÷ county pupils × (value − county mean)². */
  readonly square: number
  /** Its share of the sum of squares. */
  readonly share: number
}

/** The calculation of one coefficient with the numbers filled in. */
export interface FilledFormula {
  readonly stock: number
  readonly pupils: number
  /** Per pupil. */
  readonly mean: number
  readonly squares: number
  readonly deviation: number
  readonly coefficient: number
  readonly lines: readonly Bilingual[]
  /** Largest part first. */
  readonly contributions: readonly Contribution[]
}

/** A number as short as it can be said without lying about it: six significant digits, no exponent. */
export const digits = (x: number): string => (Number.isNaN(x) ? '—' : String(Number(x.toPrecision(6))))

/** Fills the official formula with the numbers of one item at one level. */
export function filledFormula(set: ItemSet, level: LevelBaseline, item: ItemBaseline): FilledFormula {
  const pupils = level.pupils.reduce((sum, p) => sum + p, 0)
  const stock = item.stock.reduce((sum, x) => sum + x, 0)
  const mean = stock / pupils
  const squares = level.pupils.map((p, i) => (p / pupils) * (item.stock[i]! / p - mean) ** 2)
  const total = squares.reduce((sum, s) => sum + s, 0)
  const { deviation, coefficient } = item
  const line = (text: string): Bilingual => ({ en: text, zh: text })
  return {
    stock,
    pupils,
    mean,
    squares: total,
    deviation,
    coefficient,
    lines: [
      line(`X̄ = Σx ÷ ΣP = ${digits(stock)} ÷ ${pupils} = ${digits(mean)}`),
      line(`S = √ Σ (Pᵢ ÷ ${pupils}) (Xᵢ − ${digits(mean)})² = √ ${digits(total)} = ${digits(deviation)}`),
      line(`CV = S ÷ X̄ = ${digits(deviation)} ÷ ${digits(mean)} = ${coefficient.toFixed(3)}`),
    ],
    contributions: level.rows
      .map((row, i) => ({
        row: row.row,
        name: nameOf(row, set),
        pupils: level.pupils[i]!,
        stock: item.stock[i]!,
        value: item.stock[i]! / level.pupils[i]!,
        square: squares[i]!,
        share: squares[i]! / total,
      }))
      .sort((a, b) => b.square - a.square || a.row - b.row),
  }
}
