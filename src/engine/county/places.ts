import { float64, int16, int32, uint8, type Table } from '../kernel/tables.ts'

export const placeKinds = ['county-town', 'township', 'rural'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A township seat, a village cluster or a neighbourhood of the county town. */
export const placeColumns = {
  kind: uint8('0 county town (城区), 1 township (镇区), 2 rural (乡村)'),
  x: float64('km east of the county town'),
  y: float64('km north of the county town'),
  township: int16('row of the township seat it belongs to; itself for a seat or a neighbourhood'),
  births: float64('share of the county’s children born here, base year'),
  growth: float64('yearly factor on that share'),
  migrants: float64('share of each cohort that came from outside the county'),
  leftBehind: float64('share of local children whose parents work elsewhere'),
  background: float64('mean family background (SES), county SDs'),
  readiness: float64('early skill beyond family background, SD of scores'),
  primaryZone: int16('section row whose zone it is in, primary'),
  juniorZone: int16('section row whose zone it is in, junior'),
  listed: int32('fingerprint of the schools and zones its options were listed for'),
}
export type Places = Table<typeof placeColumns>
