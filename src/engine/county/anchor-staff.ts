import { sortedBy } from '../kernel/order.ts'
import type { Draws } from '../kernel/random.ts'
import { addTeacher } from './build-staff.ts'
import type { County, SeenCounty } from './county.ts'
import type { CountyDescription, StockName, Target } from './description.ts'
import { fitCounts, standardise } from './fit.ts'
import type { Origins } from './origins.ts'
import { countStaff } from './staff.ts'

/** Sections of a level that the 2017 items assess, as rows. */
export function assessedRows(county: SeenCounty, level: 0 | 1): number[] {
  const { sections, schools } = county
  const rows: number[] = []
  for (let s = 0; s < sections.count; s++) {
    const isPoint = schools.form[sections.school[s]] === 0 && sections.roll[s] < 50
    if (sections.level[s] === level && sections.open[s] === 1 && sections.roll[s] > 0 && !isPoint) rows.push(s)
  }
  return rows
}

interface Fit {
  readonly county: County
  readonly description: CountyDescription
  readonly draws: Draws
  readonly rows: readonly number[]
  readonly targets: Readonly<Record<StockName, Target>>
}

const perPupil = (target: Target): Target => ({ mean: target.mean / 100, cv: target.cv })

/** A number per row, in the order of the rows. */
const perRow = (rows: readonly number[], value: (s: number, i: number) => number): Float64Array => Float64Array.from(rows, value)

/** Rows of the teachers of every section, ascending. */
function teachersBySection({ sections, teachers }: SeenCounty): number[][] {
  const present: number[][] = Array.from({ length: sections.count }, () => [])
  for (let t = 0; t < teachers.count; t++) if (teachers.section[t] >= 0) present[teachers.section[t]].push(t)
  return present
}

/** Brings every assessed section’s number of teachers to the description: small schools high, a spread of their own. */
function fitStaff(fit: Fit, year: number, origins: Origins, effectSpread: number): void {
  const { county, rows, draws, targets } = fit
  const { sections, teachers } = county
  const pupils = perRow(rows, (s) => sections.roll[s])
  const own = draws.normal('origins.staffing')
  const small = standardise(perRow(rows, (s) => 1 / Math.sqrt(sections.roll[s])), pupils)
  const deviation = standardise(perRow(rows, (s, i) => 0.8 * small[i] + 0.6 * own(sections.id[s])), pupils)
  const staff = fitCounts(perPupil(targets.teachers), pupils, deviation, 1, pupils.map((p) => Math.max(1, p)))
  const leaves = draws.lottery('origins.surplus')
  const bySection = teachersBySection(county)
  rows.forEach((s, i) => {
    const present = bySection[s]
    const order = sortedBy(present, (t) => leaves(teachers.id[t]), (t) => teachers.id[t])
    for (const t of order.slice(staff[i])) teachers.section[t] = -1
    for (let k = present.length; k < staff[i]; k++) addTeacher(county, s, 512 + k, year, draws, origins, effectSpread)
  })
}

/** A title or trait that so many teachers of a section have, and who has it first. */
interface Trait {
  readonly stock: StockName
  readonly kindEffect: number
  readonly merit: (t: number) => number
  readonly give: (t: number, has: boolean) => void
}

function fitTrait(fit: Fit, trait: Trait): void {
  const { county, rows, draws, targets } = fit
  const { sections, teachers } = county
  const pupils = perRow(rows, (s) => sections.roll[s])
  const staff = perRow(rows, (s) => sections.staff[s])
  const own = draws.normal(`origins.${trait.stock}`)
  const ratio = standardise(staff.map((n, i) => n / pupils[i]), pupils)
  const place = standardise(perRow(rows, (s) => -sections.kind[s]), pupils)
  const deviation = standardise(perRow(rows, (s, i) => 0.7 * ratio[i] + trait.kindEffect * place[i] + 0.5 * own(sections.id[s])), pupils)
  const counts = fitCounts(perPupil(targets[trait.stock]), pupils, deviation, 0, staff)
  const wanted = new Int32Array(sections.count).fill(-1)
  rows.forEach((s, i) => (wanted[s] = counts[i]))
  const share = targets[trait.stock].mean / targets.teachers.mean
  // worked out once a teacher: a sort asks for it at every comparison
  const demerit = new Float64Array(teachers.count)
  teachersBySection(county).forEach((present, s) => {
    if (sections.level[s] !== sections.level[rows[0]]) return
    for (const t of present) demerit[t] = -trait.merit(t)
    const has = wanted[s] >= 0 ? wanted[s] : Math.round(share * 0.8 * present.length)
    sortedBy(present, (t) => demerit[t], (t) => teachers.id[t]).forEach((t, i) => trait.give(t, i < has))
  })
}

/** Traits in the order in which they depend on each other. */
function traitsOf(county: County, draws: Draws): Trait[] {
  const { teachers } = county
  const chance = draws.normal('origins.merit')
  return [
    { stock: 'peArts', kindEffect: 0.2, merit: (t) => chance(teachers.id[t]), give: (t, has) => void (teachers.subject[t] = has ? 1 + (teachers.id[t] & 1) : 0) },
    { stock: 'aboveDegree', kindEffect: 0.1, merit: (t) => teachers.born[t] + 6 * chance(~teachers.id[t]), give: (t, has) => void (teachers.degree[t] = has ? 1 : 0) },
    { stock: 'midRank', kindEffect: 0.1, merit: (t) => teachers.experience[t] + 4 * chance(teachers.id[t] ^ 0x55555555), give: (t, has) => void (teachers.rank[t] = has ? (teachers.experience[t] >= 24 && chance(teachers.id[t]) > 0.8 ? 2 : 1) : 0) },
    { stock: 'backbone', kindEffect: 0.5, merit: (t) => 4 * teachers.effect[t] + 2 * Math.min(1, teachers.rank[t]) + chance(teachers.id[t] ^ 0x33333333), give: (t, has) => void (teachers.backbone[t] = has ? 1 : 0) },
  ]
}

/** Brings teachers per section, and who of them holds which title, to the description. */
export function anchorStaff(county: County, description: CountyDescription, year: number, draws: Draws, origins: Origins, effectSpread: number): void {
  for (const level of [0, 1] as const) {
    const targets = description.items[level === 0 ? 'primary' : 'junior']
    const rows = assessedRows(county, level)
    if (rows.length === 0) continue
    const fit: Fit = { county, description, draws, rows, targets }
    fitStaff(fit, year, origins, effectSpread)
    countStaff(county)
    for (const trait of traitsOf(county, draws)) fitTrait(fit, trait)
  }
  countStaff(county)
}
