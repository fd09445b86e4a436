import { float64, int16, int32, uint16, uint8, type Table } from '../kernel/tables.ts'

/** Standing of a pupil: where the family is from or is, crossed with boarding. */
export const standings = ['local', 'local boarder', 'left-behind', 'left-behind boarder', 'migrant', 'migrant boarder'] as const

/**
 * A child in grades 1 to 9. Rows lie in nine cohort blocks of equal capacity; within a block in order of id, hence of home
 * place at entry. Rows beyond a block’s size are unused.
 */
export const pupilColumns = {
  id: int32('stable identity: entry year, place at entry and k-th child there; keys the random draws'),
  home: int16('row of the home place now'),
  slot: uint16('class slot: the class’s section and ordinal; the last slot = not on roll'),
  standing: uint8('0 local, 1 local boarder, 2 left-behind, 3 left-behind boarder, 4 migrant, 5 migrant boarder'),
  since: int16('school year of entry into the present section'),
  wishes: int32('up to three wishes among the options of the home place, 4 bits each, first wish lowest; 15 = none; set in a year of entry'),
  mobility: uint16('rank of the family in readiness to move, 0 moves first'),
  background: float64('family background (SES), county SDs'),
  early: float64('early skill beyond family background, SD'),
  durable: float64('durable part of the score, SD of the base-year county'),
  input: float64('school-input part of the score, SD'),
}
export type Pupils = Table<typeof pupilColumns>

/** The nine cohort blocks. */
export const blockColumns = {
  grade: uint8('1 to 9; 0 = empty'),
  entry: int16('school year in which the cohort entered, or would have entered, grade 1'),
  size: int32('rows in use'),
}
export type Blocks = Table<typeof blockColumns>

/** Classes: one row per cohort block and class slot (block × number of slots + slot). */
export const classColumns = {
  size: int16('pupils in the class'),
  scores: float64('sum of the scores of its pupils, end of last year'),
  background: float64('sum of the family background of its pupils'),
  constant: float64('what the class adds to each pupil this year, SD'),
  team: float64('part of the constant that is the teachers’ effect, SD'),
}
export type Classes = Table<typeof classColumns>

/** Class slots: the possible classes of a grade in each section; the last row stands for pupils not on roll. */
export const slotColumns = {
  section: int16('row in sections'),
}
export type Slots = Table<typeof slotColumns>

/** The schools a place’s families may and can reach: rows (level × places + place) × optionsPerPlace; the zone school first. */
export const optionColumns = {
  section: int16('row in sections; −1 = no further option'),
  km: float64('distance from the place'),
}
export type Options = Table<typeof optionColumns>

/** Options a place can have at each level. */
export const optionsPerPlace = 8
