import type { Bilingual } from '../engine/index.ts'
import { baselineByGroup } from './baseline.ts'
import { levelsOf } from './item-set.ts'
import { numberIn, type Table } from './table.ts'

/* A table that holds several counties or authorities: every one by itself, and how their coefficients lie. */

/** One group at one level for one item. */
export interface GroupFigure {
  readonly group: string
  readonly schools: number
  readonly pupils: number
  readonly mean: number
  readonly coefficient: number
}

/** The coefficients of all groups with two or more schools, nearest rank. */
export interface GroupSummary {
  readonly regime: string
  readonly level: string
  readonly item: string
  /** Groups with a coefficient. */
  readonly groups: number
  readonly median: number
  /** 5 and 95 percent of them. */
  readonly low: number
  readonly high: number
  readonly names: { readonly level: Bilingual; readonly item: Bilingual }
  /** Largest coefficient first; groups of one school, which have no dispersion, are left out. */
  readonly figures: readonly GroupFigure[]
}

/** Coefficients over groups, by level and item. */
export function groupSummaries(table: Table, groups: Readonly<ReturnType<typeof baselineByGroup>> = baselineByGroup(table)): GroupSummary[] {
  return table.set.regimes.flatMap((regime, r) =>
    levelsOf(table.set).flatMap((level, l) =>
      regime.items.map((item, i): GroupSummary => {
        const figures = groups
          .map(({ group, baseline }) => ({ group, there: baseline[r]!.levels[l]! }))
          .filter(({ there }) => there.rows.length > 1)
          .map(({ group, there }): GroupFigure => ({
            group,
            schools: there.rows.length,
            pupils: there.rows.reduce((sum, row) => sum + (numberIn(row, table.set.pupils) || 0), 0),
            mean: there.items[i]!.mean,
            coefficient: there.items[i]!.coefficient,
          }))
          .filter(({ coefficient }) => !Number.isNaN(coefficient))
          .sort((a, b) => b.coefficient - a.coefficient)
        const ranked = figures.map(({ coefficient }) => coefficient).sort((a, b) => a - b)
        const at = (p: number): number => ranked[Math.floor(p * ranked.length)] ?? NaN
        return { regime: regime.id, level: level.id, item: item.id, groups: ranked.length, median: at(0.5), low: at(0.05), high: at(0.95), names: { level: level.text, item: item.text }, figures }
      }),
    ),
  )
}
