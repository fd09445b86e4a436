import type { Draws } from '../kernel/random.ts'
import type { County } from './county.ts'
import type { CountyDescription } from './description.ts'
import type { Origins } from './origins.ts'
import { onGrid, teacherId } from './staff.ts'

/** Round numbers from here on are teachers present when the county is built; hires count from 0. */
const firstRound = 0

/** Draws one serving teacher: age, experience, spell in the school and true effect; titles follow when items are fitted. */
export function addTeacher(county: County, section: number, round: number, year: number, draws: Draws, origins: Origins, effectSpread: number): number {
  const { teachers, sections, places } = county
  const id = teacherId(1950, sections.id[section], firstRound + round)
  const t = teachers.count++
  const age = 23 + Math.floor(34 * draws.stream('origins.age')(id))
  const shift = sections.kind[section] === 0 ? origins.teacherTown : sections.kind[section] === 2 ? -origins.teacherTown : 0
  teachers.id[t] = id
  teachers.section[t] = section
  teachers.born[t] = year - age
  teachers.sex[t] = draws.stream('origins.sex')(id) < 0.66 ? 0 : 1
  teachers.experience[t] = Math.max(0, age - 23)
  teachers.tenure[t] = Math.floor(Math.max(0, age - 23) * draws.stream('origins.tenure')(id))
  teachers.effect[t] = onGrid(effectSpread * (shift + draws.normal('origins.effect')(id)))
  teachers.home[t] = Math.floor(draws.stream('origins.home')(id) * places.count)
  teachers.subject[t] = 0
  teachers.degree[t] = 1
  teachers.rank[t] = 0
  teachers.backbone[t] = 0
  teachers.postedUntil[t] = 0
  teachers.returnTo[t] = -1
  return t
}

/** Staffs every section by its expected roll at the county’s ratio; one teacher at least. */
export function buildStaff(county: County, description: CountyDescription, year: number, draws: Draws, origins: Origins, effectSpread: number): void {
  const { sections, teachers, places } = county
  teachers.count = 0
  const children = new Float64Array(sections.count)
  for (let v = 0; v < places.count; v++) {
    if (places.primaryZone[v] >= 0) children[places.primaryZone[v]] += places.births[v] * description.rolls.primary
    if (places.juniorZone[v] >= 0) children[places.juniorZone[v]] += places.births[v] * description.rolls.junior
  }
  for (let s = 0; s < sections.count; s++) {
    const level = sections.level[s] === 0 ? 'primary' : 'junior'
    const isPrivate = county.schools.owner[sections.school[s]] === 2
    const expected = isPrivate ? sections.classesPerGrade[s] * (level === 'primary' ? 6 * 40 : 3 * 45) : children[s]
    const staff = Math.max(1, Math.round((expected * description.items[level].teachers.mean) / 100))
    for (let round = 0; round < staff; round++) addTeacher(county, s, round, year, draws, origins, effectSpread)
  }
}

/** Gives every school a principal, part-way through a term. */
export function buildPrincipals(county: County, draws: Draws, spread: number): void {
  const { schools } = county
  const effect = draws.normal('origins.principal')
  const served = draws.stream('origins.principal-term')
  for (let k = 0; k < schools.count; k++) {
    schools.principal[k] = spread * effect(schools.id[k])
    schools.principalTerm[k] = Math.floor(8 * served(schools.id[k]))
  }
}
