import { dispersionCoefficient, type Bilingual } from '../engine/index.ts'
import { isAssessed, leftOutBy } from './assessed.ts'
import { campusesOf, campusTotal } from './campus.ts'
import { stocksOf } from './baseline.ts'
import { fieldOf, type Regime, type SetItem } from './item-set.ts'
import { numberIn, type Table, type TableRow } from './table.ts'

/* A county’s own coefficient differs from the official one. Every usual departure is computed, alone and together, and those that
 * give the county’s number are named. */

/** A way of departing from the official calculation. */
export interface Departure {
  readonly id: string
  readonly text: Bilingual
}

/** One way of calculating, and what it gives. */
export interface Variant {
  /** Empty = the official way. */
  readonly departures: readonly Departure[]
  readonly coefficient: number
  readonly rows: number
  /** Equal to the county’s own number at the decimals it was given with. */
  readonly matches: boolean
}

const both = (en: string, zh: string): Bilingual => ({ en, zh })

const weighting: readonly (Departure & { readonly of: (values: readonly number[]) => number })[] = [
  {
    id: 'unweighted',
    text: both('every school counts the same, whatever its size', '未按学生数加权，各校等权'),
    of: (values) => unweighted(values, values.length),
  },
  {
    id: 'sample',
    text: both('every school counts the same, and n − 1 instead of n', '未加权，且按样本标准差（n−1）计算'),
    of: (values) => unweighted(values, values.length - 1),
  },
]

function unweighted(values: readonly number[], by: number): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / by) / mean
}

/** Other populations: each rule of the regime dropped, and private schools left out where the regime counts them. */
function populations(table: Table, regime: Regime): readonly (Departure & { readonly counts: (row: TableRow) => boolean })[] {
  const { set } = table
  const dropped = regime.leaveOut.map((rule) => ({
    id: `with-${rule.id}`,
    text: both(`included although the standard leaves them out: ${rule.text.en}`, `将标准不纳入的计算在内：${rule.text.zh}`),
    counts: (row: TableRow) => isAssessed(regime, row, set) || (numberIn(row, set.pupils) > 0 && leftOutBy(regime, row, set) === rule),
  }))
  const hasOwner = set.fields.some((f) => f.id === 'owner')
  const countsPrivate = hasOwner && !regime.leaveOut.some((rule) => rule.where['owner']?.includes('private'))
  const withoutPrivate = {
    id: 'without-private',
    text: both('private schools left out', '未计入民办学校'),
    counts: (row: TableRow) => isAssessed(regime, row, set) && row.values['owner'] !== 'private',
  }
  return countsPrivate ? [...dropped, withoutPrivate] : dropped
}

/** Other ways with combined schools: the whole stock for each stage, or one value for the whole school. */
function splittings(table: Table): readonly (Departure & { readonly stock: (row: TableRow, item: SetItem) => number })[] {
  if (!table.set.split) return []
  const campuses = new Map(campusesOf(table.rows).map((c) => [c.school, c]))
  const whole = (row: TableRow, item: SetItem): number =>
    item.terms.reduce((sum, { field, times = 1 }) => {
      const declared = fieldOf(table.set, field)
      const amount =
        declared.kind === 'number' && declared.campus ? campusTotal(table, campuses.get(row.school)!, field) : numberIn(row, field)
      return sum + times * (times < 0 && Number.isNaN(amount) ? 0 : amount)
    }, 0)
  const isShared = (item: SetItem): boolean =>
    item.terms.some(({ field }) => {
      const declared = fieldOf(table.set, field)
      return declared.kind === 'number' && declared.campus === true
    })
  const roll = (row: TableRow): number => campuses.get(row.school)!.rows.reduce((sum, r) => sum + (numberIn(r, table.set.pupils) || 0), 0)
  return [
    {
      id: 'not-split',
      text: both('combined schools not split: the whole stock counted for each stage', '一贯制学校未拆分，各学段都按全校数计算'),
      stock: whole,
    },
    {
      id: 'one-value',
      text: both(
        'combined schools not split 1 : 1.1: one value per pupil for the whole school',
        '一贯制学校未按1∶1.1拆分，各学段同用全校生均值',
      ),
      stock: (row, item) => (isShared(item) ? (whole(row, item) / roll(row)) * numberIn(row, table.set.pupils) : whole(row, item)),
    },
  ]
}

/** Half a unit of the last decimal a number was written with. */
export const toleranceOf = (text: string): number => 0.5 / 10 ** (/\.(\d+)/.exec(text)?.[1]?.length ?? 0)

/**
 * All usual ways of calculating an item’s coefficient at one level, fewest departures first, those that match the county’s own
 * number before the others. Ways that give the official number anyway are left out.
 *
 * @param own the county’s number as written, e.g. `0.489`; its decimals say how closely it must match
 */
export function explainCoefficient(table: Table, regime: Regime, level: string, item: SetItem, own: string): Variant[] {
  const official = stocksOf(table)
  const people = [null, ...populations(table, regime)]
  const splits = [null, ...splittings(table)]
  const weights = [null, ...weighting]
  const target = Number(own)
  const tolerance = toleranceOf(own) * (1 + 1e-9)
  const variants: Variant[] = []
  for (const population of people) {
    for (const split of splits) {
      for (const weight of weights) {
        const rows = table.rows.filter(
          (row) => row.values[table.set.level] === level && (population ? population.counts(row) : isAssessed(regime, row, table.set)),
        )
        const stock = rows.map((row) => (split ? split.stock(row, item) : official(row, item)))
        const pupils = rows.map((row) => numberIn(row, table.set.pupils))
        const coefficient = weight ? weight.of(stock.map((x, i) => x / pupils[i]!)) : dispersionCoefficient(stock, pupils)
        const departures = [population, split, weight].flatMap((d) => (d ? [{ id: d.id, text: d.text }] : []))
        variants.push({ departures, coefficient, rows: rows.length, matches: Math.abs(coefficient - target) <= tolerance })
      }
    }
  }
  const base = variants[0]!
  return variants
    .filter((v) => v === base || v.coefficient !== base.coefficient)
    .sort(
      (a, b) =>
        Number(b.matches) - Number(a.matches) ||
        a.departures.length - b.departures.length ||
        Math.abs(a.coefficient - target) - Math.abs(b.coefficient - target),
    )
}

/** What the explanation comes to, in a sentence. */
export function explanationText(variants: readonly Variant[]): Bilingual {
  const [first] = variants
  if (!first?.matches) {
    return both(
      'None of the usual departures gives your number. The schools with the largest parts in the coefficient are listed: compare their figures.',
      '常见的口径差异都得不到您的数值，请对照下列对差异系数影响最大的学校的数据。',
    )
  }
  if (first.departures.length === 0) return both('Your number agrees with the official calculation.', '您的数值与官方算法一致。')
  return both(
    `Your number comes out like this: ${first.departures.map((d) => d.text.en).join('; ')}.`,
    `按以下口径可得到您的数值：${first.departures.map((d) => d.text.zh).join('；')}。`,
  )
}
