import { addToClass, countRolls, firstPupil, pupilId } from '../../src/engine/county/cohorts.ts'
import { cohorts, createCounty, type County } from '../../src/engine/county/county.ts'
import { countStaff, teacherId } from '../../src/engine/county/staff.ts'

/*
 * A county of five schools and six sections whose numbers fit on paper.
 *
 *   section  school               place         level    roll = grades × classes × pupils   teachers
 *   0        1 Town Primary       county town   primary  240 = 6 × 1 × 40                   12
 *   1        2 Nine-year School   township      primary  132 = 6 × 1 × 22                    8
 *   2        2 Nine-year School   township      junior   120 = 3 × 1 × 40                   10
 *   3        3 Village Primary    rural          primary   60 = 6 × 1 × 10                    5
 *   4        4 Teaching Point     rural          primary   30 = 6 × 1 × 5                     3
 *   5        5 Town Junior        county town   junior   240 = 3 × 2 × 40                   20
 *
 * The nine-year school’s stocks fall half to each section: 132 : 1.1 × 120 = 1 : 1. Of the teachers of a section with n of
 * them, the first half (rounded down) are above the required degree and of middle rank, the first is a backbone teacher, the
 * last teaches PE (in sections with 5 or more the one before teaches music). Teacher j of a section has served j school years
 * there and has effect 0; born in 1990. Every pupil has background 0 and score 0, lives in the zone of the section attended
 * and entered it when its level began. Physical stocks per school are in `stocks` below.
 *
 * Use: `const county = smallCounty()`, change the columns the test is about, and call `countStaff` or `countRolls` of
 * `src/engine/county` again if teachers or classes were moved. Every call builds a fresh county.
 */

/** School year of the small county. */
export const smallYear = 2026

/** Names of the six section rows. */
export const sectionRow = { townPrimary: 0, townshipPrimary: 1, townshipJunior: 2, villagePrimary: 3, teachingPoint: 4, townJunior: 5 } as const

interface SmallSection {
  readonly school: number
  readonly level: 0 | 1
  readonly kind: 0 | 1 | 2
  readonly classes: number
  readonly size: number
  readonly teachers: number
  readonly place: number
}

const sections: readonly SmallSection[] = [
  { school: 0, level: 0, kind: 0, classes: 1, size: 40, teachers: 12, place: 0 },
  { school: 1, level: 0, kind: 1, classes: 1, size: 22, teachers: 8, place: 1 },
  { school: 1, level: 1, kind: 1, classes: 1, size: 40, teachers: 10, place: 1 },
  { school: 2, level: 0, kind: 2, classes: 1, size: 10, teachers: 5, place: 2 },
  { school: 3, level: 0, kind: 2, classes: 1, size: 5, teachers: 3, place: 3 },
  { school: 4, level: 1, kind: 0, classes: 2, size: 40, teachers: 20, place: 0 },
]

/** Physical stocks by school row: m2, m2, yuan, rooms, units, volumes. */
export const stocks = [
  { form: 1, place: 0, area: 1200, sports: 1800, equipment: 480_000, multimedia: 6, computers: 24, books: 4800 },
  { form: 2, place: 1, area: 1320, sports: 2640, equipment: 528_000, multimedia: 6, computers: 24, books: 5280 },
  { form: 1, place: 2, area: 360, sports: 600, equipment: 120_000, multimedia: 2, computers: 6, books: 1200 },
  { form: 0, place: 3, area: 240, sports: 300, equipment: 30_000, multimedia: 1, computers: 3, books: 600 },
  { form: 3, place: 0, area: 1440, sports: 2400, equipment: 600_000, multimedia: 6, computers: 36, books: 7200 },
] as const

const places = [
  { kind: 0, x: 0, y: 0, township: 0, primaryZone: 0, juniorZone: 5 },
  { kind: 1, x: 10, y: 0, township: 1, primaryZone: 1, juniorZone: 2 },
  { kind: 2, x: 14, y: 3, township: 1, primaryZone: 3, juniorZone: 2 },
  { kind: 2, x: 16, y: -4, township: 1, primaryZone: 4, juniorZone: 2 },
] as const

/** Builds the small county; see the head of this file for every number in it. */
export function smallCounty(): County {
  const county = createCounty({ places: 4, schools: 5, sections: 6, slots: 8, teachers: 80, cohort: 128, seniors: 1 })
  placesAndSchools(county)
  sectionsAndSlots(county)
  teachersOf(county)
  pupilsOf(county)
  countRolls(county)
  countStaff(county)
  county.seniors.count = 1
  county.seniors.id[0] = 1
  county.seniors.tier[0] = 1
  county.seniors.seatShare[0] = 0.2
  for (let s = 0; s < sections.length; s++) {
    county.sections.rollLastOctober[s] = county.sections.roll[s]!
    county.sections.zoned[s] = county.sections.roll[s]!
    county.sections.posts[s] = county.sections.staff[s]!
    county.sections.quotaCut[s] = NaN
  }
  return county
}

function placesAndSchools(county: County): void {
  county.places.count = places.length
  places.forEach((place, row) => {
    const { births, growth } = county.places
    births[row] = 0.25
    growth[row] = 1
    for (const [name, value] of Object.entries(place)) county.places[name as keyof typeof place][row] = value
  })
  county.schools.count = stocks.length
  stocks.forEach((school, k) => {
    const t = county.schools
    for (const [name, value] of Object.entries(school)) t[name as keyof typeof school][k] = value
    t.id[k] = k + 1
    t.open[k] = 1
    t.x[k] = places[school.place].x
    t.y[k] = places[school.place].y
    t.musicRooms[k] = 1
    t.artRooms[k] = 1
    t.district[k] = -1
    t.group[k] = -1
  })
}

function sectionsAndSlots(county: County): void {
  county.sections.count = sections.length
  let slot = 0
  sections.forEach((section, s) => {
    const t = county.sections
    t.id[s] = 2 * county.schools.id[section.school]! + section.level
    t.school[s] = section.school
    t.level[s] = section.level
    t.kind[s] = section.kind
    t.open[s] = 1
    t.firstSlot[s] = slot
    t.slots[s] = section.classes
    t.classesPerGrade[s] = section.classes
    for (let j = 0; j < section.classes; j++) county.slots.section[slot++] = s
  })
  county.slots.section[slot] = -1
  county.slots.count = slot + 1
}

function teachersOf(county: County): void {
  const t = county.teachers
  let row = 0
  sections.forEach((section, s) => {
    for (let j = 0; j < section.teachers; j++, row++) {
      t.id[row] = teacherId(smallYear - 10, county.sections.id[s]!, j)
      t.section[row] = s
      t.born[row] = 1990
      t.sex[row] = j % 2
      t.tenure[row] = j
      t.experience[row] = 10
      const upper = j < Math.floor(section.teachers / 2)
      t.degree[row] = upper ? 1 : 0
      t.rank[row] = upper ? 1 : 0
      t.backbone[row] = j === 0 ? 1 : 0
      t.subject[row] = j === section.teachers - 1 ? 1 : j === section.teachers - 2 && section.teachers >= 5 ? 2 : 0
      t.home[row] = section.place
      t.returnTo[row] = -1
    }
  })
  t.count = row
}

function pupilsOf(county: County): void {
  const { blocks, pupils } = county
  blocks.count = cohorts
  pupils.count = county.capacity.cohort * cohorts
  county.classes.count = county.capacity.slots * cohorts
  for (let b = 0; b < cohorts; b++) {
    const grade = b + 1
    const level = grade <= 6 ? 0 : 1
    const entry = smallYear - b
    blocks.grade[b] = grade
    blocks.entry[b] = entry
    let row = firstPupil(county, b)
    const born = places.map(() => 0)
    sections.forEach((section, s) => {
      if (section.level !== level) return
      for (let j = 0; j < section.classes; j++)
        for (let k = 0; k < section.size; k++, row++) {
          const slot = county.sections.firstSlot[s]! + j
          pupils.id[row] = pupilId(entry, section.place, born[section.place]!++)
          pupils.home[row] = section.place
          pupils.slot[row] = slot
          pupils.since[row] = level === 0 ? entry : entry + 6
          addToClass(county, b, row, slot, 1)
        }
    })
    blocks.size[b] = row - firstPupil(county, b)
  }
}
