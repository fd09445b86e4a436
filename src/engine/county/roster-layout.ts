import { expectEqual, expectThat } from '../kernel/expect.ts'
import { levels, type Level } from '../declare.ts'
import { setZones } from './build-places.ts'
import type { County } from './county.ts'
import type { RosterSchool, RosterSection } from './roster.ts'

/** Grades of a level. */
export const gradesOf: Readonly<Record<Level, readonly number[]>> = { primary: [1, 2, 3, 4, 5, 6], junior: [7, 8, 9] }

/** The roster’s entry for a section row; null if the roster has no such section. */
export function sectionInRoster(county: County, roster: readonly RosterSchool[], s: number): RosterSection | null {
  return roster[county.sections.school[s]][levels[county.sections.level[s]]]
}

/** Pupils of a section in each grade of its level: as given, or spread evenly, the remainder in the lowest grades. */
export function gradeTargets(section: RosterSection | null, level: Level): readonly number[] {
  const grades = gradesOf[level]
  if (section === null) return grades.map(() => 0)
  if (section.grades !== null) return section.grades
  const each = Math.floor(section.pupils / grades.length)
  return grades.map((_, i) => each + (i < section.pupils % grades.length ? 1 : 0))
}

/** Largest number of pupils that the roster has in one grade: a cohort block must hold them. */
export function largestGrade(roster: readonly RosterSchool[]): number {
  let largest = 0
  for (const level of levels) {
    for (let i = 0; i < gradesOf[level].length; i++) {
      largest = Math.max(
        largest,
        roster.reduce((sum, school) => sum + gradeTargets(school[level], level)[i], 0),
      )
    }
  }
  return largest
}

const kmPerDegree = 111.32
const degree = 0.017453292519943295

/** Cosine by its series: exact to 1e-5 for latitudes up to 60 degrees, and the same in every engine. */
function cosine(degrees: number): number {
  const x = degrees * degree * degrees * degree
  return 1 - x / 2 + (x * x) / 24 - (x * x * x) / 720 + (x * x * x * x) / 40320
}

/** Moves schools and the places they stand in to the roster’s coordinates, in km from the mean of all schools. */
function setPositions(county: County, roster: readonly RosterSchool[]): void {
  const located = roster.filter((school) => school.longitude !== null && school.latitude !== null)
  if (located.length < roster.length || located.length === 0) return
  const mean = (pick: (school: RosterSchool) => number): number => located.reduce((sum, school) => sum + pick(school), 0) / located.length
  const east = mean((school) => school.longitude!)
  const north = mean((school) => school.latitude!)
  const { schools, places } = county
  const placed = new Set<number>()
  roster.forEach((school, k) => {
    schools.x[k] = (school.longitude! - east) * kmPerDegree * cosine(north)
    schools.y[k] = (school.latitude! - north) * kmPerDegree
    const v = schools.place[k]
    if (placed.has(v)) return
    placed.add(v)
    places.x[v] = schools.x[k]
    places.y[v] = schools.y[k]
  })
}

/** Gives every section the classes that its largest grade needs, an eighth more, and room in the tables for half as many again. */
function setRooms(county: County, roster: readonly RosterSchool[]): void {
  const { sections, slots } = county
  let slot = 0
  for (let s = 0; s < sections.count; s++) {
    const level = levels[sections.level[s]]
    const section = sectionInRoster(county, roster, s)
    const size = level === 'primary' ? 45 : 50
    const given = section?.classes == null ? 0 : Math.ceil(section.classes / gradesOf[level].length)
    const classes = Math.min(160, Math.max(1, given, Math.ceil((1.12 * Math.max(...gradeTargets(section, level))) / size)))
    sections.classesPerGrade[s] = classes
    sections.slots[s] = classes + Math.max(2, Math.ceil(classes / 2))
    sections.firstSlot[s] = slot
    expectThat(
      slot + sections.slots[s] < slots.capacity,
      `county: ${slot + sections.slots[s] + 1} class slots do not fit in ${slots.capacity}`,
    )
    for (let j = 0; j < sections.slots[s]; j++) slots.section[slot + j] = s
    slot += sections.slots[s]
  }
  slots.section[slot] = -1
  slots.count = slot + 1
}

/** Puts the roster’s schools where they stand, with their senior pupils, dormitories and rooms, before anybody is seated. */
export function layRoster(county: County, roster: readonly RosterSchool[]): void {
  const { schools } = county
  expectEqual('schools of the roster', roster.length, schools.count)
  roster.forEach((school, k) => {
    schools.seniorPupils[k] = school.seniorPupils
    const boarders = [school.primary, school.junior].map((section) => section?.boarders ?? null)
    if (boarders.some((n) => n !== null)) schools.boarding[k] = boarders.some((n) => n !== null && n > 0) ? 1 : 0
  })
  setPositions(county, roster)
  setZones(county)
  setRooms(county, roster)
}
