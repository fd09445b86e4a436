import type { Bilingual } from '../declare.ts'
import type { BaseShares } from './base-shares.ts'
import type { PlaceKind } from './places.ts'
import type { RosterSchool } from './roster.ts'
import type { Owner, SchoolForm } from './schools.ts'

/** Mean and dispersion coefficient of an item that the built county must show. */
export interface Target {
  readonly mean: number
  readonly cv: number
}

/** The stocks that official items are made of, in the unit of the item they serve. */
export const stockNames = ['area', 'sports', 'equipment', 'multimedia', 'computers', 'books', 'teachers', 'aboveDegree', 'midRank', 'backbone', 'peArts'] as const
export type StockName = (typeof stockNames)[number]

/** So many schools of one form, owner and kind of place. */
export interface SchoolGroup {
  readonly form: SchoolForm
  readonly kind: PlaceKind
  readonly owner: Owner
  readonly count: number
  /** Typical roll of one of them relative to the others of its level; 1 if absent. */
  readonly size?: number
}

/** Where a figure of a description comes from. */
export interface FigureSource {
  /** Path inside the description: `rolls`, `items.primary.area`. */
  readonly path: string
  readonly source: string
  readonly url?: string
  /** `published` = as printed; `derived` = arithmetic on published figures; `assumption` = judgement. */
  readonly kind: 'published' | 'derived' | 'assumption'
  readonly note: Bilingual
}

/** A county in a page of JSON. All schools are fictional; the figures are somebody’s. */
export interface CountyDescription {
  readonly id: string
  readonly title: Bilingual
  readonly about: Bilingual
  readonly seed: string
  /** School year whose autumn the figures describe. */
  readonly year: number
  /** Kilometres from the county town to the farthest township. */
  readonly radius: number
  readonly townships: number
  readonly neighbourhoods: number
  readonly villages: number
  /** Share of children by kind of place at birth, base year. */
  readonly children: Readonly<Record<PlaceKind, number>>
  /** Yearly change of each kind’s share of births, as a factor. */
  readonly growth: Readonly<Record<PlaceKind, number>>
  /** Shares of children by kind of place. */
  readonly migrants: Readonly<Record<PlaceKind, number>>
  readonly leftBehind: Readonly<Record<PlaceKind, number>>
  readonly schools: readonly SchoolGroup[]
  readonly rolls: { readonly primary: number; readonly junior: number }
  readonly items: { readonly primary: Readonly<Record<StockName, Target>>; readonly junior: Readonly<Record<StockName, Target>> }
  readonly seniors: readonly { readonly seatShare: number }[]
  readonly generalShare: number
  readonly quota: { readonly share: number; readonly order: 'open-first' | 'quota-first'; readonly floor: number | null; readonly residency: number; readonly returned: boolean }
  readonly finance: {
    readonly teacherPay: number
    readonly aboveBase: { readonly primary: number; readonly junior: number }
    readonly baseShares: BaseShares
  }
  /** The county’s own schools, one for each entry of `schools` and in their order; what they give is kept to the last digit. */
  readonly roster?: readonly RosterSchool[]
  readonly sources: readonly FigureSource[]
}
