import { deferredAcceptance, type Applicant } from '../kernel/matching.ts'
import type { PolicyYear } from './declare.ts'
import { best, pairId, post } from './postings.ts'
import { isEligible, receives, samePool, sends, type Round } from './rotation-calls.ts'
import type { rotationParameters } from './rotation-levers.ts'

/*
 * Where those called go. Every wish is a lottery of the pair person and section; places are given by deferred acceptance,
 * whose result is unique. So one teacher more changes the moves it takes part in and no others.
 */

type Now = PolicyYear<typeof rotationParameters>

/** Sections a called teacher is asked about, the most fitting first. */
const asked = 8
/** How strongly the county steers a mover towards sections short of people like the mover, against chance and wishes. */
const steering = 3

/** Relative shortfall of people like this teacher, by section. */
function shortOf(round: Round, t: number): Float64Array {
  const { teachers } = round.now.county
  if (teachers.subject[t] > 0) return round.seen.peArts
  return teachers.backbone[t] === 1 ? round.seen.backbone : round.seen.degree
}

function applicants(round: Round, called: Map<number, number[]>, code: (t: number, to: number) => number): Applicant[] {
  const { now } = round
  const { sections, teachers } = now.county
  const wish = now.draws.gumbel('teacher-rotation.wish')
  const same = now.draws.stream('teacher-rotation.same-level')
  const found: Applicant[] = []
  for (const [from, rows] of called) {
    const pool = round.sections.filter((to) => to !== from && sections.level[to] === sections.level[from] && samePool(now, from, to))
    const level = pool.filter((to) => sends(round, to))
    const weaker = pool.filter((to) => receives(round, from, to))
    for (const t of rows) {
      const short = shortOf(round, t)
      const isSame = same(teachers.id[t]) < now.set.sameLevel
      const score = (to: number): number => (isSame ? 0 : steering * short[to]) + wish(pairId(teachers.id[t], sections.id[to]))
      const wants = best(isSame ? level : weaker, asked, score, (to) => sections.id[to])
      found.push({ row: t, wants: wants.map((to) => code(t, to)) })
    }
  }
  return found
}

/** Last year of a posting that starts now, and where it leads back to. */
function terms(now: Now, t: number, from: number): readonly [until: number, returnTo: number] {
  const goesBack = now.draws.stream('teacher-rotation.returns')(now.county.teachers.id[t]) < now.set.returnShare
  return [now.year + now.set.length - 1, goesBack ? from : -1]
}

/** One-way moves into sections that have room: posts granted, and a reserve above them for incoming teachers. */
export function moveOneWay(round: Round, called: Map<number, number[]>): void {
  const { now, lists } = round
  const { sections, teachers } = now.county
  const order = now.draws.lottery('teacher-rotation.place')
  const people = applicants(round, called, (_, to) => to)
  const room = (to: number): number => Math.max(0, Math.floor(sections.posts[to] * (1 + now.set.reserve)) - lists[to].length)
  const placed = deferredAcceptance(people, room, (person) => order(teachers.id[person.row]))
  people.forEach(({ row }, i) => {
    if (placed[i] >= 0) post(now.county, row, placed[i], ...terms(now, row, teachers.section[row]))
  })
}

/** Exchanges: for every teacher who goes, one of the receiving section’s eligible teachers of the same kind comes. */
export function exchange(round: Round, called: Map<number, number[]>): void {
  const { now, lists } = round
  const { teachers } = now.county
  const order = now.draws.lottery('teacher-rotation.place')
  const turn = now.draws.gumbel('teacher-rotation.partner')
  const kindOf = (t: number): number => (teachers.subject[t] > 0 ? 1 : 0)
  const partners = new Map<number, number[]>()
  const offered = (code: number): number[] => {
    const known = partners.get(code)
    if (known !== undefined) return known
    const to = code >> 1
    const free = lists[to].filter((t) => kindOf(t) === (code & 1) && teachers.section[t] === to && isEligible(now, t) && !called.get(to)?.includes(t))
    const sorted = best(free, free.length, (t) => turn(teachers.id[t]), (t) => teachers.id[t])
    partners.set(code, sorted)
    return sorted
  }
  const people = applicants(round, called, (t, to) => to * 2 + kindOf(t))
  const priority = ({ row }: Applicant): number => order(teachers.id[row])
  const placed = deferredAcceptance(people, (code) => offered(code).length, priority)
  const arriving = people.map((_, i) => i).filter((i) => placed[i] >= 0)
  arriving.sort((i, j) => priority(people[j]) - priority(people[i]) || teachers.id[people[i].row] - teachers.id[people[j].row])
  const used = new Map<number, number>()
  for (const i of arriving) {
    const code = placed[i]
    const nth = used.get(code) ?? 0
    used.set(code, nth + 1)
    const goes = people[i].row
    const comes = offered(code)[nth]
    const from = teachers.section[goes]
    post(now.county, goes, code >> 1, ...terms(now, goes, from))
    post(now.county, comes, from, ...terms(now, comes, code >> 1))
  }
}
