import { expectThat } from '../kernel/expect.ts'
import { sortedBy } from '../kernel/order.ts'
import type { Draws } from '../kernel/random.ts'
import { addTeacher } from './build-staff.ts'
import type { County } from './county.ts'
import type { Origins } from './origins.ts'
import { sectionInRoster } from './roster-layout.ts'
import { campusStocks, type Given, type RosterSchool, type RosterSection, type SectionStaffName } from './roster.ts'
import { countStaff } from './staff.ts'
import { teacherColumns } from './teachers.ts'

/* After means and spreads have been drawn: every number that the roster gives replaces what was drawn, to the last digit. */

/** Rounds of serving teachers added here; they must not meet those of the years before. */
const firstRound = 768
const mostAdded = 256

/** Drops rows of teachers who have left, so that the table has room. */
function compactTeachers({ teachers }: County): void {
  let kept = 0
  for (let t = 0; t < teachers.count; t++) {
    if (teachers.section[t] < 0) continue
    for (const name of Object.keys(teacherColumns) as (keyof typeof teacherColumns)[]) teachers[name][kept] = teachers[name][t]
    kept++
  }
  teachers.count = kept
}

function presentIn({ teachers }: County, s: number): number[] {
  const rows: number[] = []
  for (let t = 0; t < teachers.count; t++) if (teachers.section[t] === s) rows.push(t)
  return rows
}

type Traits = Exclude<SectionStaffName, 'teachers'>

/** How a teacher has a trait, and how it is given or taken. */
const traits: Readonly<Record<Traits, { has(county: County, t: number): boolean; set(county: County, t: number, has: boolean): void }>> = {
  aboveDegree: {
    has: ({ teachers }, t) => teachers.degree[t] === 1,
    set: ({ teachers }, t, has) => void (teachers.degree[t] = has ? 1 : 0),
  },
  midRank: {
    has: ({ teachers }, t) => teachers.rank[t] > 0,
    set: ({ teachers }, t, has) => void (teachers.rank[t] = has ? Math.max(1, teachers.rank[t]) : 0),
  },
  backbone: {
    has: ({ teachers }, t) => teachers.backbone[t] === 1,
    set: ({ teachers }, t, has) => void (teachers.backbone[t] = has ? 1 : 0),
  },
  peArts: {
    has: ({ teachers }, t) => teachers.subject[t] > 0,
    set: ({ teachers }, t, has) => void (teachers.subject[t] = has ? Math.max(teachers.subject[t], 1 + (teachers.id[t] & 1)) : 0),
  },
}
const traitNames = Object.keys(traits) as Traits[]

/** Teachers a section must have: as given, and never fewer than the largest part of them that is given. */
function staffWanted(section: RosterSection, present: number): number {
  const parts = traitNames.map((name) => section.staff[name] ?? 0)
  return section.staff.teachers ?? Math.max(present, ...parts)
}

/** Gives a trait to exactly `given` of the teachers: those who have it first, then by lottery. */
function giveTrait(county: County, name: Traits, given: Given, present: readonly number[], lottery: (id: number) => number): void {
  if (given === null) return
  const { teachers } = county
  expectThat(given <= present.length, `roster: ${given} teachers with ${name} of ${present.length}`)
  const order = sortedBy(
    present,
    (t) => (traits[name].has(county, t) ? 0 : 4294967296) + lottery(teachers.id[t]),
    (t) => teachers.id[t],
  )
  order.forEach((t, i) => traits[name].set(county, t, i < given))
}

/** Sets staff, their titles and the campus stocks to what the roster gives. */
export function keepRoster(
  county: County,
  roster: readonly RosterSchool[],
  year: number,
  draws: Draws,
  origins: Origins,
  effectSpread: number,
): void {
  const { sections, schools, teachers } = county
  compactTeachers(county)
  const lottery = draws.lottery('roster.staff')
  for (let s = 0; s < sections.count; s++) {
    const section = sectionInRoster(county, roster, s)
    const present = presentIn(county, s)
    // a stage the roster does not have has nobody to teach
    const wanted = section === null ? 0 : staffWanted(section, present.length)
    const order = sortedBy(
      present,
      (t) => lottery(teachers.id[t]),
      (t) => teachers.id[t],
    )
    for (const t of order.slice(wanted)) teachers.section[t] = -1
    expectThat(wanted - present.length <= mostAdded, `roster: ${wanted - present.length} teachers to add to one section`)
    for (let k = present.length; k < wanted; k++) addTeacher(county, s, firstRound + k - present.length, year, draws, origins, effectSpread)
    if (section === null) continue
    const staying = presentIn(county, s)
    for (const name of traitNames) giveTrait(county, name, section.staff[name], staying, lottery)
  }
  countStaff(county)
  roster.forEach((school, k) => {
    for (const name of campusStocks) {
      const given = school.stocks[name]
      if (given !== null) schools[name][k] = given
    }
  })
}
