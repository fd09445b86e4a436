import type { PolicyYear } from './declare.ts'
import { best, isCountyRun, teachersBySection, townshipOf, wholePeople } from './postings.ts'
import type { rotationParameters } from './rotation-levers.ts'
import { look, type Look } from './weakness.ts'

/*
 * Who is called: by a lottery of the person’s own, inside each section. One teacher more in a section changes that section’s
 * list and no other.
 */

type Now = PolicyYear<typeof rotationParameters>

/** What a year’s rotation works on. */
export interface Round {
  readonly now: Now
  readonly seen: Look
  readonly lists: readonly number[][]
  /** Of these the eligible ones, in sections that take part. */
  readonly eligible: ReadonlyMap<number, readonly number[]>
  /** Rows of sections that may send or receive. */
  readonly sections: readonly number[]
}

/** Opens a round on the sections that the county runs and the policy covers. */
export function openRound(now: Now): Round {
  const { county, covers } = now
  const lists = teachersBySection(county)
  const sections: number[] = []
  const eligible = new Map<number, readonly number[]>()
  for (let s = 0; s < county.sections.count; s++) {
    if (!covers(s) || !isCountyRun(county, s)) continue
    sections.push(s)
    eligible.set(s, lists[s].filter((t) => isEligible(now, t)))
  }
  return { now, seen: look(county), lists, eligible, sections }
}

/** Whether a teacher meets the rule: long enough here, young enough, not on a posting. */
function isEligible(now: Now, t: number): boolean {
  const { county, set, year } = now
  const { teachers } = county
  const limit = teachers.sex[t] === 0 ? set.maximumAgeFemale : set.maximumAgeMale
  return teachers.postedUntil[t] === 0 && teachers.tenure[t] >= set.minimumTenure && year - teachers.born[t] < limit
}

/** Whether a section is on the sending side of the chosen direction. */
export function sends(round: Round, s: number): boolean {
  const { now, seen } = round
  return now.set.direction === 'township-to-village' ? now.county.sections.kind[s] === 1 : seen.weakness[s] < 0
}

/** Whether a section may receive from another in the chosen direction. */
export function receives(round: Round, from: number, to: number): boolean {
  const { now, seen } = round
  if (now.set.direction !== 'township-to-village') return seen.weakness[to] > 0
  return now.county.sections.kind[to] === 2 && townshipOf(now.county, to) === townshipOf(now.county, from)
}

/** Whether two sections lie in the same pool. Where no school district is drawn, the township stands in for it. */
export function samePool(now: Now, a: number, b: number): boolean {
  const { schools, sections } = now.county
  const ka = sections.school[a]
  const kb = sections.school[b]
  if (now.set.scope === 'county') return true
  if (now.set.scope === 'group') return schools.group[ka] >= 0 && schools.group[ka] === schools.group[kb]
  if (schools.district[ka] >= 0 || schools.district[kb] >= 0) return schools.district[ka] === schools.district[kb]
  return townshipOf(now.county, a) === townshipOf(now.county, b)
}

/** Effects of a section's teachers as deviations from their mean, in their own SDs: what a head teacher can judge. */
function standing(now: Now, rows: readonly number[]): (t: number) => number {
  const { effect } = now.county.teachers
  let sum = 0
  let squares = 0
  for (const t of rows) {
    sum += effect[t]
    squares += effect[t] * effect[t]
  }
  const mean = sum / rows.length
  const spread = Math.sqrt(Math.max(0, squares / rows.length - mean * mean))
  return (t) => (spread > 0 ? (effect[t] - mean) / spread : 0)
}

/** Rows of the teachers called this year, by section row. */
export function callTeachers(round: Round): Map<number, number[]> {
  const { now, lists } = round
  const { set, draws, county } = now
  const { teachers, sections } = county
  const rounding = draws.stream('teacher-rotation.number')
  const backbones = draws.stream('teacher-rotation.backbone-number')
  const lottery = draws.gumbel('teacher-rotation.called')
  const tilt = set.picks === 'school' ? set.selectionBySchool : set.selectionByCounty
  const called = new Map<number, number[]>()
  for (const s of round.sections) {
    const eligible = round.eligible.get(s)!
    const number = wholePeople(set.share * eligible.length, rounding(sections.id[s]))
    if (number === 0) continue
    const z = standing(now, lists[s])
    const pick = (rows: readonly number[], count: number): number[] =>
      best(rows, count, (t) => lottery(teachers.id[t]) + tilt * z(t), (t) => teachers.id[t])
    const wanted = wholePeople(set.backboneShare * number, backbones(sections.id[s]))
    const first = pick(eligible.filter((t) => teachers.backbone[t] === 1), wanted)
    const others = pick(eligible.filter((t) => teachers.backbone[t] === 0), number - first.length)
    const rest = pick(eligible.filter((t) => teachers.backbone[t] === 1 && !first.includes(t)), number - first.length - others.length)
    called.set(s, [...first, ...others, ...rest])
  }
  return called
}

/** Those asked to go who leave teaching instead: fewer, the nearer the allowance comes to what teachers expect. */
export function leaveInstead(round: Round, called: Map<number, number[]>): void {
  const { now } = round
  const { set, draws, county, teacherPay } = now
  const chance = set.exits * Math.max(0, 1 - set.allowance / (set.expectedAllowance * teacherPay))
  const quits = draws.stream('teacher-rotation.quits')
  for (const [s, rows] of called) {
    const staying = rows.filter((t) => quits(county.teachers.id[t]) >= chance)
    for (const t of rows) {
      if (staying.includes(t)) continue
      county.teachers.section[t] = -1
      county.sections.quit[s]++
    }
    called.set(s, staying)
  }
}
