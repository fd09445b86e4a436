import { float64, int16, int32, uint8, type Table } from '../kernel/tables.ts'

/** A full-time teacher. Rows are reused after leaving; ids never are. */
export const teacherColumns = {
  id: int32('stable identity: year, section and round of hiring; keys the random draws'),
  section: int16('row in sections; −1 = has left the county’s schools'),
  born: int16('calendar year'),
  sex: uint8('0 female, 1 male'),
  tenure: uint8('completed school years in the present section'),
  experience: uint8('completed years of teaching'),
  degree: uint8('1 = above the required degree'),
  rank: uint8('0 none or junior, 1 middle, 2 senior professional rank'),
  backbone: uint8('1 = backbone teacher of county level or above'),
  subject: uint8('0 academic subjects, 1 PE, 2 music or fine art'),
  effect: float64('true effect of the person, SD of scores per year; a multiple of 2^-20, so sums are exact'),
  home: int16('row of the home place'),
  postedUntil: int16('last school year of a posting on exchange; 0 = permanent'),
  returnTo: int16('section row to return to after a posting; −1 = stays'),
}
export type Teachers = Table<typeof teacherColumns>
