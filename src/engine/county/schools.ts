import { float64, int16, int32, uint8, type Table } from '../kernel/tables.ts'

export const schoolForms = ['teaching-point', 'primary', 'nine-year', 'junior', 'complete-secondary', 'twelve-year'] as const
export type SchoolForm = (typeof schoolForms)[number]

export const owners = ['county', 'other-public', 'private'] as const
export type Owner = (typeof owners)[number]

/** A campus. Physical stocks are the campus’s; items split them between sections by the official 1 : 1.1 : 1.32 rule. */
export const schoolColumns = {
  id: int32('stable identity'),
  form: uint8('0 teaching point, 1 primary, 2 nine-year, 3 junior, 4 complete secondary, 5 twelve-year'),
  owner: uint8('0 county, 1 other public, 2 private'),
  place: int16('row in places'),
  x: float64('km east of the county town'),
  y: float64('km north of the county town'),
  open: uint8('1 = running; 0 = closed'),
  boarding: uint8('1 = has dormitories'),
  seniorPupils: int32('senior-secondary pupils on the campus (complete secondary, twelve-year)'),
  area: float64('m2 of teaching and auxiliary rooms, without indoor sports'),
  sports: float64('m2 of sports ground and hall'),
  equipment: float64('yuan of teaching equipment at book value'),
  multimedia: float64('networked multimedia classrooms'),
  computers: float64('teaching computers'),
  books: float64('volumes'),
  musicRooms: float64('music rooms of qualifying size'),
  artRooms: float64('art rooms of qualifying size'),
  principal: float64('principal’s effect on every pupil, SD of scores per year'),
  principalTerm: uint8('school years served by the principal here'),
  district: int16('school district (学区) number, −1 = none'),
  group: int16('school group (集团) number, −1 = none'),
  lead: uint8('1 = lead school of its group'),
}
export type Schools = Table<typeof schoolColumns>
