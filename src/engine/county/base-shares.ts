import type { Dated } from '../scenario.ts'

/** Who pays the national base of public funds, as parts of 1: each a figure, or a series by the school year from which it holds. */
export interface BaseShares {
  readonly central: Dated<number>
  readonly province: Dated<number>
  /** The prefecture or city above the county; 0 if absent. */
  readonly city?: Dated<number>
  readonly county: Dated<number>
}

/** Tiers of government that share the national base of public funds. */
export const sharers = ['central', 'province', 'city', 'county'] as const
export type Sharer = (typeof sharers)[number]

/** A dated figure in a year: the latest entry at or before it. Years before the first entry, which only the county’s past has, take the first. */
export function datedIn(dated: Dated<number> | undefined, year: number): number {
  if (dated === undefined) return 0
  if (typeof dated === 'number') return dated
  const years = Object.keys(dated).map(Number)
  let best = years[0]
  for (const from of years) if (best > year ? from < best : from <= year && from > best) best = from
  return dated[best]
}

/** Years from which a part of the shares is new; empty where all are plain figures. */
export const shareYears = (shares: BaseShares): readonly number[] =>
  [...new Set(sharers.flatMap((who) => (typeof shares[who] === 'object' ? Object.keys(shares[who]).map(Number) : [])))].sort((a, b) => a - b)

/** The parts in force in a year. */
export const sharesIn = (shares: BaseShares, year: number): Readonly<Record<Sharer, number>> => ({
  central: datedIn(shares.central, year),
  province: datedIn(shares.province, year),
  city: datedIn(shares.city, year),
  county: datedIn(shares.county, year),
})
