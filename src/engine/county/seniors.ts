import { float64, int32, uint8, type Table } from '../kernel/tables.ts'

/** A key (quality) senior secondary school. Rows are in the order in which candidates prefer them. */
export const seniorColumns = {
  id: int32('stable identity'),
  tier: uint8('1 = first choice of candidates, 2 = second …'),
  seatShare: float64('places as a share of the county’s junior leavers'),
  seats: int32('places this year'),
  quotaSeats: int32('of these directed to junior schools this year'),
  openCut: float64('lowest exam score admitted in open competition this year'),
}
export type Seniors = Table<typeof seniorColumns>
