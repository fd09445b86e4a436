import type { PlaceKind } from './places.ts'
import type { Owner, SchoolForm } from './schools.ts'

/** A number of a roster; null = the county did not give it, so it is drawn and listed as an assumption. */
export type Given = number | null

/** Stocks of a whole campus, in the units of the school table. */
export const campusStocks = ['area', 'sports', 'equipment', 'multimedia', 'computers', 'books', 'musicRooms', 'artRooms'] as const
export type CampusStockName = (typeof campusStocks)[number]

/** People of a section. */
export const sectionStaff = ['teachers', 'aboveDegree', 'midRank', 'backbone', 'peArts'] as const
export type SectionStaffName = (typeof sectionStaff)[number]

/** The primary or junior part of a school in a roster. */
export interface RosterSection {
  readonly pupils: number
  /** Pupils per grade, first grade of the level first: six or three numbers; null = spread evenly. */
  readonly grades: readonly number[] | null
  readonly classes: Given
  readonly boarders: Given
  readonly migrants: Given
  readonly leftBehind: Given
  readonly staff: Readonly<Record<SectionStaffName, Given>>
}

/** A school of a roster. Its numbers are the county’s own and are never altered. */
export interface RosterSchool {
  readonly code: string
  readonly name: string
  readonly form: SchoolForm
  readonly owner: Owner
  readonly kind: PlaceKind
  /** Name of its township; '' = not given. */
  readonly township: string
  readonly seniorPupils: number
  readonly longitude: Given
  readonly latitude: Given
  readonly stocks: Readonly<Record<CampusStockName, Given>>
  readonly primary: RosterSection | null
  readonly junior: RosterSection | null
}
