import {
  campusStocks,
  owners,
  placeKinds,
  schoolForms,
  sectionStaff,
  type CampusStockName,
  type Given,
  type Level,
  type Owner,
  type PlaceKind,
  type RosterSchool,
  type RosterSection,
  type SchoolForm,
  type SectionStaffName,
} from '../engine/index.ts'
import { campusesOf, campusTotal, seniorPupils, type Campus } from './campus.ts'
import { numberIn, type Table, type TableRow } from './table.ts'

const given = (x: number): Given => (Number.isNaN(x) ? null : x)
const oneOf = <T extends string>(all: readonly T[], value: unknown, otherwise: T): T => all.find((one) => one === value) ?? otherwise

/** Grades of a row, if all of them are given and add up to its pupils. */
function gradesOf(row: TableRow, level: Level, pupils: number): readonly number[] | null {
  const names = level === 'primary' ? [1, 2, 3, 4, 5, 6] : [7, 8, 9]
  const grades = names.map((g) => numberIn(row, `grade${g}`))
  return grades.every((n) => !Number.isNaN(n)) && grades.reduce((sum, n) => sum + n, 0) === pupils ? grades : null
}

function sectionOf(campus: Campus, level: Level): RosterSection | null {
  const row = campus.rows.find((r) => r.values['level'] === level)
  if (!row) return null
  const pupils = numberIn(row, 'pupils')
  return {
    pupils,
    grades: gradesOf(row, level, pupils),
    classes: given(numberIn(row, 'classes')),
    boarders: given(numberIn(row, 'boarders')),
    migrants: given(numberIn(row, 'migrants')),
    leftBehind: given(numberIn(row, 'leftBehind')),
    staff: Object.fromEntries(sectionStaff.map((name) => [name, given(numberIn(row, name))])) as Record<SectionStaffName, Given>,
  }
}

/** Teaching area without the indoor sports rooms that statistics count in it. */
function netStock(table: Table, campus: Campus, name: CampusStockName): Given {
  const isCampusField = table.set.fields.some((f) => f.id === name && f.kind === 'number' && f.campus)
  const total = isCampusField
    ? campusTotal(table, campus, name)
    : Math.max(...campus.rows.map((row) => numberIn(row, name)).filter((x) => !Number.isNaN(x)), -Infinity)
  if (!Number.isFinite(total)) return null
  const indoor = name === 'area' ? campusTotal(table, campus, 'indoorSports') : NaN
  return Number.isNaN(indoor) ? total : total - indoor
}

/** The form that a school’s rows allow: what it says, unless it has rows of stages that such a school has not. */
function formOf(campus: Campus): SchoolForm {
  const said = oneOf<SchoolForm>(schoolForms, campus.rows[0]!.values['form'], 'primary')
  const has = (level: Level): boolean => campus.rows.some((row) => row.values['level'] === level)
  const combined = said === 'nine-year' || said === 'twelve-year' || (said === 'complete-secondary' && !has('primary'))
  if (has('primary') && has('junior')) return combined ? said : 'nine-year'
  if (has('junior')) return combined || said === 'junior' ? said : 'junior'
  return combined || said === 'teaching-point' ? said : 'primary'
}

/** The schools of a checked table as the engine builds them: one entry per campus, in the order of the file. */
export const schoolsOf = (table: Table): RosterSchool[] =>
  campusesOf(table.rows).map((campus) => {
    const first = campus.rows[0]!
    const text = (field: string): string => String(first.values[field] ?? '')
    return {
      code: text('code'),
      name: text('school') || text('code'),
      form: formOf(campus),
      owner: oneOf<Owner>(owners, first.values['owner'], 'county'),
      kind: oneOf<PlaceKind>(placeKinds, first.values['kind'], 'township'),
      township: text('township'),
      seniorPupils: seniorPupils(table, campus),
      longitude: given(numberIn(first, 'longitude')),
      latitude: given(numberIn(first, 'latitude')),
      stocks: Object.fromEntries(campusStocks.map((name) => [name, netStock(table, campus, name)])) as Record<CampusStockName, Given>,
      primary: sectionOf(campus, 'primary'),
      junior: sectionOf(campus, 'junior'),
    }
  })
