import { deferredAcceptance, type Applicant } from '../kernel/matching.ts'
import type { PolicyYear } from './declare.ts'
import { best, isOnExchange, pairId, post } from './postings.ts'
import { receives, samePool, sends, type Round } from './rotation-calls.ts'
import type { rotationParameters } from './rotation-levers.ts'
import type { Shortage } from './weakness.ts'

/*
 * Where those called go. Every wish is a lottery of the pair person and section; places are given by deferred acceptance,
 * whose result is unique. So one teacher more changes the moves it takes part in and no others.
 */

type Now = PolicyYear<typeof rotationParameters>

/** Sections a called teacher is asked about, the most fitting first. */
const asked = 8
/** How strongly the county steers a mover towards sections short of people like the mover, against chance and wishes. */
const steering = 3
/** A section takes a teacher of a kind where at least half a person of it is lacking: one more brings it nearer to the mean. */
const lacking = 0.5

/** How short sections are of people like this teacher. */
function shortageOf({ seen, now }: Round, t: number): Shortage {
  const { teachers } = now.county
  if (teachers.subject[t] > 0) return seen.peArts
  return teachers.backbone[t] === 1 ? seen.backbone : seen.degree
}

/** 0 academic, 1 academic backbone, 2 PE or arts, 3 such a backbone: whom a teacher can stand in for. */
const kindOf = ({ county: { teachers } }: Now, t: number): number => (teachers.subject[t] > 0 ? 2 : 0) + teachers.backbone[t]

/** Sections in reach of one that sends, by its standing. */
function reachOf(round: Round, from: number, isSame: boolean): number[] {
  const { sections } = round.now.county
  return round.sections.filter(
    (to) => to !== from && sections.level[to] === sections.level[from] && samePool(round.now, from, to) && (isSame ? sends(round, to) === sends(round, from) : receives(round, from, to)),
  )
}

/** Called teachers with the sections they would go to, among those of the same standing or among weaker ones. */
function applicants(round: Round, called: ReadonlyMap<number, readonly number[]>, isSame: boolean): Applicant[] {
  const { sections, teachers } = round.now.county
  const wish = round.now.draws.gumbel('teacher-rotation.wish')
  const found: Applicant[] = []
  for (const [from, rows] of called) {
    if (rows.length === 0) continue
    const reach = reachOf(round, from, isSame)
    for (const t of rows) {
      const short = shortageOf(round, t)
      const pool = isSame ? reach : reach.filter((to) => short.people[to] >= lacking && short.relative[to] > short.relative[from])
      const score = (to: number): number => (isSame ? 0 : steering * short.relative[to]) + wish(pairId(teachers.id[t], sections.id[to]))
      found.push({ row: t, wants: best(pool, asked, score, (to) => sections.id[to]) })
    }
  }
  return found
}

/**
 * Divides those called: some change places with colleagues of schools of the same standing, the rest go to weaker schools. An
 * exchange moves two, so only half of those who would take part in one start it. Weaker schools take part in exchanges among
 * themselves only.
 */
export function divide(round: Round, called: ReadonlyMap<number, readonly number[]>): { readonly same: Map<number, number[]>; readonly weaker: Map<number, number[]> } {
  const { now } = round
  const draw = now.draws.stream('teacher-rotation.same-level')
  const same = new Map<number, number[]>()
  const weaker = new Map<number, number[]>()
  for (const [s, rows] of called) {
    same.set(s, rows.filter((t) => draw(now.county.teachers.id[t]) < now.set.sameLevel / 2))
    weaker.set(s, !sends(round, s) ? [] : rows.filter((t) => draw(now.county.teachers.id[t]) >= now.set.sameLevel))
  }
  return { same, weaker }
}

/** Last year of a posting that starts now, and where it leads back to. */
function terms(now: Now, t: number, from: number): readonly [until: number, returnTo: number] {
  const goesBack = now.draws.stream('teacher-rotation.returns')(now.county.teachers.id[t]) < now.set.returnShare
  return [now.year + now.set.length - 1, goesBack ? from : -1]
}

/** Teachers on exchange now, by section. */
function guests({ now }: Round): Int32Array {
  const { county, year } = now
  const count = new Int32Array(county.sections.count)
  for (let t = 0; t < county.teachers.count; t++) if (isOnExchange(county, t, year)) count[county.teachers.section[t]]++
  return count
}

/**
 * One-way moves into sections that have room: vacant posts, and a reserve above them for teachers on exchange. The reserve is
 * kept even where falling rolls have left a section with more staff than posts: a guest’s post belongs to the county.
 */
export function moveOneWay(round: Round, called: ReadonlyMap<number, readonly number[]>): void {
  const { now, lists } = round
  const { sections, teachers } = now.county
  const order = now.draws.lottery('teacher-rotation.place')
  const people = applicants(round, called, false)
  const here = guests(round)
  const room = (to: number): number => {
    const vacant = Math.max(0, Math.floor(sections.posts[to]) - lists[to].length + here[to])
    return Math.max(0, vacant + Math.ceil(now.set.reserve * sections.posts[to] - 1e-9) - here[to])
  }
  const placed = deferredAcceptance(people, room, (person) => order(teachers.id[person.row]))
  people.forEach(({ row }, i) => {
    if (placed[i] >= 0) post(now.county, row, placed[i], ...terms(now, row, teachers.section[row]))
  })
}

/** Colleagues of every kind who may be given for somebody called: at home here, eligible, not called themselves. By section and kind, section × 4 + kind. */
function colleagues(round: Round, called: ReadonlyMap<number, readonly number[]>): (code: number) => readonly number[] {
  const { now, eligible } = round
  const { section } = now.county.teachers
  const known = new Map<number, readonly (readonly number[])[]>()
  const byKind = (s: number): number[][] => {
    const kinds: number[][] = [[], [], [], []]
    const away = called.get(s)
    for (const t of eligible.get(s)!) if (section[t] === s && !away?.includes(t)) kinds[kindOf(now, t)].push(t)
    return kinds
  }
  return (code) => {
    const s = code >> 2
    let kinds = known.get(s)
    if (kinds === undefined) known.set(s, (kinds = byKind(s)))
    return kinds[code & 3]
  }
}

/** Applicants grouped by where they are placed, in each group by priority, ties by id. */
function arrivals(people: readonly Applicant[], placed: readonly number[], priority: (row: number) => number, id: (row: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  people.forEach(({ row }, i) => {
    if (placed[i] < 0) return
    const group = groups.get(placed[i])
    if (group) group.push(row)
    else groups.set(placed[i], [row])
  })
  for (const [code, rows] of groups) groups.set(code, best(rows, rows.length, priority, id))
  return groups
}

/**
 * Exchanges, one for one. Between schools of the same standing like goes for like, so no gap changes; a weaker school gives an
 * ordinary teacher of the same subjects for whom it gets, and keeps its backbone teachers.
 */
export function exchange(round: Round, called: ReadonlyMap<number, readonly number[]>, isSame: boolean): void {
  const { now } = round
  const { teachers } = now.county
  const order = now.draws.lottery('teacher-rotation.place')
  const turn = now.draws.gumbel('teacher-rotation.partner')
  const id = (t: number): number => teachers.id[t]
  const priority = (t: number): number => order(id(t))
  const wanted = (t: number): number => (isSame ? kindOf(now, t) : kindOf(now, t) & 2)
  const offered = colleagues(round, called)
  const people = applicants(round, called, isSame).map(({ row, wants }) => ({ row, wants: wants.map((to) => to * 4 + wanted(row)) }))
  const placed = deferredAcceptance(people, (code) => offered(code).length, ({ row }) => priority(row))
  for (const [code, rows] of arrivals(people, placed, priority, id)) {
    const to = code >> 2
    const given = best(offered(code), rows.length, (t) => turn(id(t)), id)
    rows.forEach((goes, nth) => {
      const from = teachers.section[goes]
      const comes = given[nth]
      post(now.county, goes, to, ...terms(now, goes, from))
      post(now.county, comes, from, ...terms(now, comes, to))
    })
  }
}
