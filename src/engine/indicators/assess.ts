import type { Level } from '../declare.ts'
import type { LevelVerdict, Regime } from '../norms/verdict.ts'
import { dispersionCoefficient, perPupils } from './dispersion.ts'
import { items } from './items/index.ts'

/** What a regime needs to know about one assessed section: pupils, and raw stocks by item id (combined schools already split). */
export interface AssessedSection {
  readonly pupils: number
  /** NaN or absent = missing. */
  readonly stocks: Readonly<Record<string, number>>
}

/** The verdict on one level with the values behind it, by item of the regime. */
export interface Assessment extends LevelVerdict {
  readonly items: readonly {
    readonly id: string
    /** County stock ÷ county pupils in the item’s unit. */
    readonly mean: number
    readonly coefficient: number
    /** [section] in the item’s unit. */
    readonly values: readonly number[]
  }[]
}

/** Measures and judges one level of any set of sections: those of a simulated county or the rows of a roster. */
export function assessLevel(regime: Regime, level: Level, sections: readonly AssessedSection[]): Assessment {
  const pupils = sections.map((s) => s.pupils)
  const roll = pupils.reduce((sum, p) => sum + p, 0)
  const measured = regime.items.map((id) => {
    const item = items.find((candidate) => candidate.id === id)!
    const stock = sections.map((s) => s.stocks[id] ?? NaN)
    return {
      id,
      mean: perPupils(stock.reduce((sum, x) => sum + x, 0), roll, item.per),
      coefficient: dispersionCoefficient(stock, pupils),
      values: stock.map((x, i) => perPupils(x, pupils[i], item.per)),
    }
  })
  return { ...regime.judge(level, measured.map((m) => m.values), measured.map((m) => m.coefficient)), items: measured }
}
