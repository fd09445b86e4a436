/*
 * Whether a county can be built from its description at all. The shape is checked before; here figures are held against
 * each other: pupils against classes, classes against rooms and teachers, parts against wholes.
 */
import {
  levels,
  placeKinds,
  stockNames,
  type CountyDescription,
  type Level,
  type PlaceKind,
  type Problem,
  type SchoolForm,
  type StockName,
} from '../engine/index.ts'
import { checkBaseShares, checkSum } from './check-shares.ts'
import { countyYears } from './limits.ts'
import { problemAt } from './problems.ts'
import { sayCounty } from './say-county.ts'

/** Pupils a class may have by official rule: 45 in primary, 50 in junior. */
const classLimit: Readonly<Record<Level, number>> = { primary: 45, junior: 50 }
const grades: Readonly<Record<Level, number>> = { primary: 6, junior: 3 }
/** Approved pupils per post: 19 in primary, 13.5 in junior. */
const pupilsPerPost: Readonly<Record<Level, number>> = { primary: 19, junior: 13.5 }
/** Square metres below which nothing is a classroom: an assumption, well under the 54 of the smallest official special room. */
const smallestRoom = 30
/** Times the approved posts that a description may hold in teachers: an assumption; small schools have up to three. */
const mostStaffing = 3

const withPrimary: readonly SchoolForm[] = ['teaching-point', 'primary', 'nine-year', 'twelve-year']
const withJunior: readonly SchoolForm[] = ['nine-year', 'junior', 'complete-secondary', 'twelve-year']
const formsOf: Readonly<Record<Level, readonly SchoolForm[]>> = { primary: withPrimary, junior: withJunior }
const staffParts: readonly StockName[] = ['aboveDegree', 'midRank', 'backbone', 'peArts']

/** Beyond this many, two teachers would share an id. */
const mostSchools = 1023
/** Junior pupils per primary pupil: three grades to six give 0.5, the largest swing of births about half as much again. */
const juniorPerPrimary = { least: 0.15, most: 1.25 } as const

/** Largest part of a level that private schools may be planned for: an assumption, far above any county. */
const mostPrivate = 0.6

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const rounded = (value: number): number => Math.round(value * 1000) / 1000

function sectionsOf(county: CountyDescription, level: Level, publicOnly = false): number {
  const groups = county.schools.filter((group) => formsOf[level].includes(group.form) && !(publicOnly && group.owner === 'private'))
  return sum(groups.map((group) => group.count))
}

/** Fewest classes a level can run: by the official size, and one per grade in every school that is not a teaching point. */
function classesOf(county: CountyDescription, level: Level): number {
  const points = sum(county.schools.filter((group) => level === 'primary' && group.form === 'teaching-point').map((group) => group.count))
  return Math.max(Math.ceil(county.rolls[level] / classLimit[level]), (sectionsOf(county, level) - points) * grades[level] + points)
}

function checkPlaces(county: CountyDescription): readonly Problem[] {
  const { villages } = county
  if (villages > 0) return []
  const schools = county.schools.findIndex((group) => group.kind === 'rural' && group.count > 0)
  const problems = schools < 0 ? [] : [problemAt(['schools', schools, 'kind'], sayCounty.noVillages, sayCounty.noVillagesHint)]
  return county.children.rural > 0
    ? [...problems, problemAt(['children', 'rural'], sayCounty.noVillages, sayCounty.noVillagesHint)]
    : problems
}

function checkSchools(county: CountyDescription, level: Level): readonly Problem[] {
  const sections = sectionsOf(county, level)
  const roll = county.rolls[level]
  if (sections === 0) return [problemAt(['schools'], sayCounty.noSchools(level), sayCounty.noSchoolsHint(formsOf[level]))]
  const problems: Problem[] = []
  if (sectionsOf(county, level, true) === 0) problems.push(problemAt(['schools'], sayCounty.onlyPrivate(level), sayCounty.onlyPrivateHint))
  if (roll < sections * grades[level])
    problems.push(
      problemAt(['rolls', level], sayCounty.fewPupils(level, roll, sections), sayCounty.fewPupilsHint(sections * grades[level])),
    )
  return problems
}

/** Private schools plan for `size` of the mean public school; more than most pupils cannot be theirs. */
function checkPrivate(county: CountyDescription, level: Level): readonly Problem[] {
  const groups = county.schools.filter((group) => group.owner === 'private' && formsOf[level].includes(group.form))
  const share = sum(groups.map(({ count, size = 1 }) => count * size)) / (1 + sectionsOf(county, level, true))
  return share <= mostPrivate
    ? []
    : [
        problemAt(
          ['schools', county.schools.indexOf(groups[0]!), 'size'],
          sayCounty.largePrivate(level, rounded(share)),
          sayCounty.largePrivateHint(mostPrivate),
        ),
      ]
}

function checkRooms(county: CountyDescription, level: Level): readonly Problem[] {
  const rooms = Math.floor((county.items[level].area.mean * county.rolls[level]) / smallestRoom)
  const classes = classesOf(county, level)
  const least = Math.ceil(((classes * smallestRoom) / county.rolls[level]) * 100) / 100
  return classes <= rooms
    ? []
    : [problemAt(['items', level, 'area', 'mean'], sayCounty.fewRooms(level, classes, rooms, smallestRoom), sayCounty.fewRoomsHint(least))]
}

function checkTeachers(county: CountyDescription, level: Level): readonly Problem[] {
  const path = ['items', level, 'teachers', 'mean']
  const per100 = county.items[level].teachers.mean
  const teachers = Math.round((per100 * county.rolls[level]) / 100)
  const classes = classesOf(county, level)
  const posts = Math.ceil(county.rolls[level] / pupilsPerPost[level]) * mostStaffing
  if (teachers < classes) return [problemAt(path, sayCounty.fewTeachers(level, teachers, classes), sayCounty.teachersHint)]
  if (teachers > posts) return [problemAt(path, sayCounty.manyTeachers(level, teachers, posts, mostStaffing), sayCounty.teachersHint)]
  return []
}

function checkParts(county: CountyDescription, level: Level): readonly Problem[] {
  const items = county.items[level]
  const most = items.teachers.mean
  return staffParts.flatMap((part) =>
    items[part].mean <= most
      ? []
      : [problemAt(['items', level, part, 'mean'], sayCounty.partOver(items[part].mean, most), sayCounty.partOverHint)],
  )
}

function checkDispersion(county: CountyDescription, level: Level): readonly Problem[] {
  const sections = sectionsOf(county, level)
  // the figures of a roster are what they are: unequal schools can differ more than equal ones
  if (sections === 0 || county.roster !== undefined) return []
  // the widest dispersion of equal schools: one has everything
  const widest = Math.sqrt(sections - 1)
  return stockNames.flatMap((name) => {
    const { mean, cv } = county.items[level][name]
    const path = ['items', level, name, 'cv']
    if (mean === 0 && cv > 0) return [problemAt(path, sayCounty.cvOfNothing, sayCounty.cvOfNothingHint)]
    return cv <= widest ? [] : [problemAt(path, sayCounty.cvTooWide(cv, rounded(widest), sections), sayCounty.cvTooWideHint)]
  })
}

function checkSeniors(county: CountyDescription): readonly Problem[] {
  const seats = sum(county.seniors.map((school) => school.seatShare))
  return seats <= county.generalShare + 1e-9
    ? []
    : [problemAt(['seniors'], sayCounty.manySeats(rounded(seats), county.generalShare), sayCounty.manySeatsHint)]
}

function checkChildren(county: CountyDescription): readonly Problem[] {
  return placeKinds.flatMap((kind: PlaceKind) => {
    const away = county.migrants[kind] + county.leftBehind[kind]
    return away <= 1 ? [] : [problemAt(['leftBehind', kind], sayCounty.overAll(rounded(away)), sayCounty.overAllHint)]
  })
}

function checkFrame(county: CountyDescription): readonly Problem[] {
  const problems: Problem[] = []
  const schools = sum(county.schools.map((group) => group.count))
  const ratio = county.rolls.junior / county.rolls.primary
  if (county.year < countyYears.first || county.year > countyYears.last)
    problems.push(problemAt(['year'], sayCounty.yearOutside(county.year, countyYears.first, countyYears.last), sayCounty.yearOutsideHint))
  if (schools > mostSchools) problems.push(problemAt(['schools'], sayCounty.manySchools(schools, mostSchools), sayCounty.manySchoolsHint))
  if (ratio < juniorPerPrimary.least || ratio > juniorPerPrimary.most)
    problems.push(
      problemAt(
        ['rolls', 'junior'],
        sayCounty.oddRolls(county.rolls.junior, county.rolls.primary),
        sayCounty.oddRollsHint(juniorPerPrimary),
      ),
    )
  return problems
}

/** Everything that keeps a county of the right shape from being built; paths are inside the description. */
export function checkCounty(county: CountyDescription): readonly Problem[] {
  const perLevel = levels.flatMap((level) => [
    ...checkSchools(county, level),
    ...checkPrivate(county, level),
    ...checkRooms(county, level),
    ...checkTeachers(county, level),
    ...checkParts(county, level),
    ...checkDispersion(county, level),
  ])
  return [
    ...checkFrame(county),
    ...checkSum(county.children, ['children']),
    ...checkBaseShares(county.finance.baseShares),
    ...checkChildren(county),
    ...checkPlaces(county),
    ...perLevel,
    ...checkSeniors(county),
  ]
}
