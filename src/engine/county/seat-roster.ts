import { expectThat } from '../kernel/expect.ts'
import { sortedBy } from '../kernel/order.ts'
import type { Draws } from '../kernel/random.ts'
import { levels } from '../declare.ts'
import { addToClass, countRolls, firstClass, firstPupil, levelOfGrade, pupilId } from './cohorts.ts'
import { cohorts, type County } from './county.ts'
import { pupilColumns } from './pupils.ts'
import { gradesOf, gradeTargets, sectionInRoster } from './roster-layout.ts'
import type { RosterSchool } from './roster.ts'
import { setStandings } from './roster-standings.ts'

/*
 * Seats the pupils of the simulated years so that every section has exactly the roll of its roster, grade by grade. Children stay
 * where they are as far as places go; others go to the nearest school that lacks pupils; a cohort that is too small gets
 * children like those who live there, one that is too large loses the rest.
 */

/** A pupil to be: a row of the block as it was, or a new child like the one in that row. */
interface Seat {
  readonly from: number
  readonly id: number
  readonly home: number
  readonly section: number
  readonly stays: boolean
  readonly isNew: boolean
}

interface Block {
  readonly county: County
  readonly b: number
  readonly lottery: (id: number) => number
  /** Pupils wanted, by section. */
  readonly wanted: Int32Array
}

/** Children who keep their school, and those who must look for another, by home place in order of lottery. */
function keepSeats({ county, b, lottery, wanted }: Block): { seats: Seat[]; looking: number[][] } {
  const { pupils, blocks, slots, places, sections } = county
  const first = firstPupil(county, b)
  const bySection: number[][] = Array.from({ length: sections.count }, () => [])
  const looking: number[][] = Array.from({ length: places.count }, () => [])
  for (let i = first; i < first + blocks.size[b]; i++) {
    const s = slots.section[pupils.slot[i]]
    if (s >= 0) bySection[s].push(i)
    else looking[pupils.home[i]].push(i)
  }
  const seats: Seat[] = []
  bySection.forEach((rows, s) => {
    const order =
      rows.length > wanted[s]
        ? sortedBy(
            rows,
            (i) => lottery(pupils.id[i]),
            (i) => pupils.id[i],
          )
        : rows
    order.forEach((i, k) => {
      if (k < wanted[s]) seats.push({ from: i, id: pupils.id[i], home: pupils.home[i], section: s, stays: true, isNew: false })
      else looking[pupils.home[i]].push(i)
    })
  })
  return {
    seats,
    looking: looking.map((rows) =>
      sortedBy(
        rows,
        (i) => lottery(pupils.id[i]),
        (i) => pupils.id[i],
      ),
    ),
  }
}

/** Fills what is missing from the nearest places first; then with new children of the school’s own place. */
function fillSeats(block: Block, seats: Seat[], looking: readonly number[][]): void {
  const { county, b, wanted } = block
  const { pupils, places, schools, sections } = county
  const missing = Int32Array.from(wanted)
  for (const seat of seats) missing[seat.section]--
  const near = Array.from({ length: places.count }, (_, v) => v)
  const next = new Int32Array(places.count)
  const born = newborns(block)
  for (let s = 0; s < sections.count; s++) {
    if (missing[s] === 0) continue
    const k = sections.school[s]
    const far = (v: number): number =>
      (places.x[v] - schools.x[k]) * (places.x[v] - schools.x[k]) + (places.y[v] - schools.y[k]) * (places.y[v] - schools.y[k])
    for (const v of sortedBy(near, far, (u) => u)) {
      for (; missing[s] > 0 && next[v] < looking[v].length; missing[s]--) {
        const i = looking[v][next[v]++]
        seats.push({ from: i, id: pupils.id[i], home: pupils.home[i], section: s, stays: false, isNew: false })
      }
      if (missing[s] === 0) break
    }
    for (; missing[s] > 0; missing[s]--) seats.push({ ...born(schools.place[k]), section: s, stays: false, isNew: true })
  }
  expectThat(
    seats.length <= county.capacity.cohort,
    `roster: ${seats.length} pupils do not fit in cohort block ${b} of ${county.capacity.cohort}`,
  )
}

/** Makes children of a place: the next id there, and the traits of a child drawn by that id from the same place, or the block. */
function newborns({ county, b, lottery }: Block): (place: number) => Pick<Seat, 'from' | 'id' | 'home'> {
  const { pupils, blocks, places } = county
  const first = firstPupil(county, b)
  const here: number[][] = Array.from({ length: places.count }, () => [])
  const last = new Int32Array(places.count).fill(-1)
  for (let i = first; i < first + blocks.size[b]; i++) {
    here[pupils.home[i]].push(i)
    const k = pupils.id[i] & 8191
    const birthplace = ((pupils.id[i] >>> 27) << 7) | ((pupils.id[i] >>> 13) & 127)
    if (birthplace < places.count && k > last[birthplace]) last[birthplace] = k
  }
  return (home) => {
    const id = pupilId(blocks.entry[b], home, ++last[home])
    expectThat(last[home] < 8192, `roster: more than 8,192 children of place ${home} in one cohort`)
    const like = here[home].length > 0 ? here[home] : here.flat()
    expectThat(like.length > 0, `roster: nobody in cohort block ${b} to draw children like`)
    return { from: like[lottery(id) % like.length], id, home }
  }
}

/** Writes the block anew in order of id, and seats its classes. */
function writeBlock({ county, b, lottery }: Block, seats: readonly Seat[], classesOf: (section: number, grade: number) => number): void {
  const { pupils, blocks, classes, sections } = county
  const grade = blocks.grade[b]
  const level = levels[levelOfGrade(grade)]
  const order = sortedBy(
    seats.map((_, i) => i),
    (i) => seats[i].id,
    (i) => i,
  )
  const first = firstPupil(county, b)
  for (const name of Object.keys(pupilColumns) as (keyof typeof pupilColumns)[]) {
    const column = pupils[name]
    const values = order.map((i) => column[seats[i].from])
    for (let r = 0; r < values.length; r++) column[first + r] = values[r]
  }
  blocks.size[b] = order.length
  const base = firstClass(county, b)
  for (const column of [classes.size, classes.scores, classes.background]) column.fill(0, base, base + county.capacity.slots)
  const entered = blocks.entry[b] + (level === 'primary' ? 0 : gradesOf.primary.length)
  const rowsOf: number[][] = Array.from({ length: sections.count }, () => [])
  order.forEach((i, r) => {
    const seat = seats[i]
    pupils.id[first + r] = seat.id
    pupils.home[first + r] = seat.home
    if (!seat.stays) pupils.since[first + r] = entered
    rowsOf[seat.section].push(first + r)
  })
  rowsOf.forEach((rows, s) => {
    const many = classesOf(s, grade)
    sortedBy(
      rows,
      (i) => lottery(pupils.id[i]),
      (i) => pupils.id[i],
    ).forEach((i, k) => {
      pupils.slot[i] = sections.firstSlot[s] + (k % many)
      addToClass(county, b, i, pupils.slot[i], 1)
    })
    levelConstants(county, base + sections.firstSlot[s], sections.slots[s])
  })
}

/** Classes newly opened teach like the others of their grade and section. */
function levelConstants({ classes }: County, from: number, many: number): void {
  for (const column of [classes.constant, classes.team]) {
    let sum = 0
    let n = 0
    for (let c = from; c < from + many; c++) {
      if (column[c] === 0) continue
      sum += column[c]
      n++
    }
    for (let c = from; c < from + many; c++) if (column[c] === 0 && n > 0) column[c] = sum / n
  }
}

/** Classes of a section in a grade: its share of the classes given, else as many as the official size asks for. */
function classCounts(county: County, roster: readonly RosterSchool[]): (section: number, grade: number) => number {
  return (s, grade) => {
    const level = levels[county.sections.level[s]]
    const section = sectionInRoster(county, roster, s)
    const i = grade - gradesOf[level][0]
    const n = gradesOf[level].length
    const wanted =
      section?.classes == null
        ? Math.ceil((gradeTargets(section, level)[i] ?? 0) / (level === 'primary' ? 45 : 50))
        : Math.floor(section.classes / n) + (i < section.classes % n ? 1 : 0)
    return Math.max(1, Math.min(county.sections.slots[s], wanted))
  }
}

/** Gives every section the roll of its roster in every grade, and the boarders, migrant and left-behind children it states. */
export function seatRoster(county: County, roster: readonly RosterSchool[], draws: Draws): void {
  const { sections, blocks } = county
  const lottery = draws.lottery('roster.seat')
  const classesOf = classCounts(county, roster)
  for (let b = 0; b < cohorts; b++) {
    const grade = blocks.grade[b]
    const code = levelOfGrade(grade)
    const wanted = Int32Array.from({ length: sections.count }, (_, s) =>
      sections.level[s] === code ? gradeTargets(sectionInRoster(county, roster, s), levels[code])[grade - gradesOf[levels[code]][0]] : 0,
    )
    const block: Block = { county, b, lottery, wanted }
    const { seats, looking } = keepSeats(block)
    fillSeats(block, seats, looking)
    writeBlock(block, seats, classesOf)
    if (grade === gradesOf[levels[code]][0])
      for (let s = 0; s < sections.count; s++) if (sections.level[s] === code) sections.intake[s] = wanted[s]
  }
  setStandings(county, roster, draws)
  countRolls(county)
}
