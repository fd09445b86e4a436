import { deferredAcceptance, type Applicant } from '../kernel/matching.ts'
import type { County } from '../county/county.ts'
import type { HiringYear as Now } from './hiring-parameters.ts'
import { staying } from './teacher-leaving.ts'

/*
 * Moves of serving teachers, part of hiring: surplus staff are redeployed to short sections, and teachers of villages and
 * townships apply to short sections nearer the county town. Places are given by deferred acceptance, so one more applicant
 * changes only what it takes part in.
 */

/** A teacher who would move, with the claim all targets rank by. */
interface Claimant extends Applicant {
  readonly claim: number
}

const claimOf = (who: Claimant): number => who.claim

/** Utility of a section for a teacher who moves: towards the town, not far, and a name; plus the person's own taste. */
function appeal(county: County, from: number, to: number): number {
  const { sections, schools } = county
  const a = sections.school[from]
  const b = sections.school[to]
  const dx = schools.x[a] - schools.x[b]
  const dy = schools.y[a] - schools.y[b]
  return -0.1 * Math.sqrt(dx * dx + dy * dy) - 0.8 * sections.kind[to] + sections.belief[to]
}

/** The targets a teacher would accept, best first, at most `most`; equal ones in order of id. */
function wishes(county: County, t: number, targets: readonly number[], taste: (id: number) => number, most: number, mayTeachJunior = false): number[] {
  const { teachers, sections } = county
  const from = teachers.section[t]
  const found: number[] = []
  const utility: number[] = []
  for (const s of targets) {
    if (s === from || (sections.level[s] !== sections.level[from] && !(mayTeachJunior && sections.level[s] === 1))) continue
    const u = appeal(county, from, s) + taste((teachers.id[t] ^ Math.imul(sections.id[s], 0x9e3779b1)) | 0)
    let at = found.length
    while (at > 0 && (utility[at - 1] < u || (utility[at - 1] === u && sections.id[found[at - 1]] > sections.id[s]))) at--
    if (at >= most) continue
    found.splice(at, 0, s)
    utility.splice(at, 0, u)
    if (found.length > most) {
      found.pop()
      utility.pop()
    }
  }
  return found
}

/** Moves matched applicants and keeps the counts. */
function move(county: County, applicants: readonly Applicant[], placed: readonly number[], deficit: Int32Array): void {
  const { teachers, sections } = county
  applicants.forEach(({ row }, i) => {
    const to = placed[i]
    if (to < 0) return
    const from = teachers.section[row]
    teachers.section[row] = to
    teachers.tenure[row] = 0
    deficit[from]++
    deficit[to]--
    sections.transfersOut[from]++
    sections.transfersIn[to]++
  })
}

const isCountyOwned = (county: County, s: number): boolean => county.schools.owner[county.sections.school[s]] === 0

/** Surplus staff move to short sections, by lottery among those who are not on a posting. */
export function redeploySurplus(county: County, now: Now, deficit: Int32Array): void {
  const { teachers, sections } = county
  const short: number[] = []
  for (let s = 0; s < sections.count; s++) if (deficit[s] > 0 && isCountyOwned(county, s)) short.push(s)
  if (short.length === 0) return
  const chance = now.draws.stream('teacher-hiring.redeployed')
  const taste = now.draws.gumbel('teacher-hiring.taste')
  const order = now.draws.lottery('teacher-hiring.order')
  const movers: Claimant[] = []
  for (let t = 0; t < teachers.count; t++) {
    const s = teachers.section[t]
    if (s < 0 || deficit[s] >= 0 || teachers.postedUntil[t] > 0 || !isCountyOwned(county, s)) continue
    const whim = chance(teachers.id[t]) * sections.staff[s]
    const limit = now.set.redeploy * -deficit[s]
    // the same whim decides who may also teach juniors: a fixed part of those called
    if (whim < limit) movers.push({ row: t, claim: order(teachers.id[t]), wants: wishes(county, t, short, taste, 4, teachers.degree[t] === 1 && whim < now.set.crossLevel * limit) })
  }
  move(county, movers, deferredAcceptance(movers, (s) => deficit[s], claimOf), deficit)
}

/** Teachers of villages and townships apply to short sections nearer the county town. */
export function transferUpwards(county: County, now: Now, deficit: Int32Array): void {
  const { teachers, sections, places, schools } = county
  const { set, rules, settings } = now
  const wish = now.draws.stream('teacher-hiring.wish')
  const part = now.draws.stream('teacher-hiring.part')
  const room = new Int32Array(sections.count)
  const open: number[][] = [[], []]
  for (let s = 0; s < sections.count; s++) {
    if (deficit[s] <= 0 || sections.kind[s] === 2 || !isCountyOwned(county, s)) continue
    room[s] = Math.floor(deficit[s] * set.transferShare + part(sections.id[s]))
    if (room[s] > 0) for (let kind = 1; kind <= 2; kind++) if (sections.kind[s] < kind) open[kind - 1].push(s)
  }
  const taste = now.draws.gumbel('teacher-hiring.taste')
  const merit = now.draws.normal('teacher-hiring.merit')
  const monthlyPay = settings.finance.teacherPay / 12
  const applicants: Claimant[] = []
  for (let t = 0; t < teachers.count; t++) {
    const s = teachers.section[t]
    if (s < 0 || sections.kind[s] === 0 || teachers.postedUntil[t] > 0 || teachers.tenure[t] < 2 || !isCountyOwned(county, s)) continue
    const base = sections.kind[s] === 2 ? set.ruralApply : set.townshipApply
    const away = places.township[teachers.home[t]] === places.township[schools.place[sections.school[s]]] ? 1 : set.awayFactor
    const allowance = rules.sections.allowance[s] + (teachers.rank[t] > 0 ? rules.sections.rankAllowance[s] : 0)
    const keep = allowance > 0 ? staying(allowance / monthlyPay, set.retention, set.threshold) : 1
    const hazard = base * away * (teachers.rank[t] > 0 ? set.rankFactor : 1) * keep
    if (wish(teachers.id[t]) >= hazard) continue
    const claim = teachers.rank[t] + 2 * teachers.backbone[t] + 3 * teachers.effect[t] + merit(teachers.id[t])
    applicants.push({ row: t, claim, wants: wishes(county, t, open[sections.kind[s] - 1], taste, 3) })
  }
  move(county, applicants, deferredAcceptance(applicants, (s) => room[s], claimOf), deficit)
}
