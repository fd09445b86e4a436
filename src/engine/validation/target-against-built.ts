import { buildCounty } from '../build-county.ts'
import { assessedRows } from '../county/anchor-staff.ts'
import { stockNames, type CountyDescription, type StockName } from '../county/description.ts'
import { levels, type Level } from '../declare.ts'
import { countyMean, dispersionCoefficient } from '../indicators/dispersion.ts'
import { items } from '../indicators/items/index.ts'

/** The official item that counts a stock of a description. */
export const itemOfStock: Readonly<Record<StockName, string>> = {
  area: 'Q4',
  sports: 'Q5',
  equipment: 'Q6',
  multimedia: 'Q7',
  computers: 'B4',
  books: 'B5',
  teachers: 'B6',
  aboveDegree: 'Q1',
  midRank: 'B8',
  backbone: 'Q2',
  peArts: 'Q3',
}

/** Stocks that a description counts per hundred pupils. */
export const perHundredPupils: ReadonlySet<StockName> = new Set(['multimedia', 'computers', 'teachers', 'aboveDegree', 'midRank', 'backbone', 'peArts'])

/** One line of the comparison: what the description asks for and what the built county shows. */
export interface Comparison {
  readonly level: Level
  readonly what: StockName | 'roll'
  readonly targetMean: number
  readonly builtMean: number
  /** NaN for rolls. */
  readonly targetCv: number
  readonly builtCv: number
}

/** How near a built county comes to its description: the largest relative miss of a mean and a roll, and the miss of a coefficient. */
export const tolerance = {
  mean: 0.01,
  roll: 0.01,
  /** Where a school has five backbone teachers, whole teachers alone move a coefficient by a few per cent. */
  cv: (target: number): number => Math.max(0.02, 0.05 * target),
} as const

/** Whether one line of the comparison is within tolerance. */
export const isMet = (c: Comparison): boolean =>
  Math.abs(c.builtMean / c.targetMean - 1) <= (c.what === 'roll' ? tolerance.roll : tolerance.mean) &&
  (c.what === 'roll' || Math.abs(c.builtCv - c.targetCv) <= tolerance.cv(c.targetCv))

/** Builds the county of a description and measures it by the official items, over the sections that they assess. */
export function targetAgainstBuilt(description: CountyDescription): Comparison[] {
  const { county } = buildCounty(description, {})
  return levels.flatMap((level, code) => {
    const rows = assessedRows(county, code === 0 ? 0 : 1)
    const pupils = rows.map((s) => county.sections.roll[s])
    let roll = 0
    for (let s = 0; s < county.sections.count; s++) if (county.sections.level[s] === code) roll += county.sections.roll[s]
    const rolls: Comparison = { level, what: 'roll', targetMean: description.rolls[level], builtMean: roll, targetCv: NaN, builtCv: NaN }
    return [
      rolls,
      ...stockNames.map((what): Comparison => {
        const item = items.find(({ id }) => id === itemOfStock[what])!
        const stock = rows.map((s) => item.stock(county, s))
        const target = description.items[level][what]
        const scale = perHundredPupils.has(what) ? 100 : 1
        return { level, what, targetMean: target.mean, builtMean: scale * countyMean(stock, pupils), targetCv: target.cv, builtCv: dispersionCoefficient(stock, pupils) }
      }),
    ]
  })
}
