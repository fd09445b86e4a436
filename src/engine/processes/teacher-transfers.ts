import { acceptDeferred } from '../kernel/matching.ts'
import { keyedHash } from '../kernel/random.ts'
import { gumbelOffset, gumbelSlope } from '../kernel/variates.ts'
import type { County } from '../county/county.ts'
import { countTeacher } from '../county/staff.ts'
import type { HiringYear as Now } from './hiring-parameters.ts'
import { staying } from './teacher-leaving.ts'

/*
 * Moves of serving teachers, part of hiring: surplus staff are redeployed to short sections, and teachers of villages and
 * townships apply to short sections nearer the county town. Places are given by deferred acceptance, so one more applicant
 * changes only what it takes part in.
 *
 * Every applicant looks at every short section in reach, some ten thousand pairs a year, so wishes are written into flat arrays
 * of one closure; with a list for each applicant and a sorted insertion by splicing this took five times as long.
 */

/** Wishes of a redeployed teacher, and of one who applies. */
const redeployedWishes = 4
const applicantWishes = 3

/** Sections that take teachers, the first `count` rows of a list. */
interface Targets {
  readonly rows: Int32Array
  count: number
}

/** Returns the moves of a year; `deficit` is what every section is short of and is kept up to date, as are staff columns. */
export function serving(county: County): { redeploySurplus(now: Now, deficit: Int32Array): void; transferUpwards(now: Now, deficit: Int32Array): void } {
  const { teachers, sections, schools, places, capacity } = county
  const { id, section, rank, backbone, degree, effect, tenure, home, postedUntil } = teachers
  const { id: idOf, level, kind, belief, school } = sections
  const offset = gumbelOffset
  const slope = gumbelSlope
  const hash = keyedHash
  // what a teacher weighs of a section this year
  const x = new Float64Array(capacity.sections)
  const y = new Float64Array(capacity.sections)
  const dislike = new Float64Array(capacity.sections)
  const salt = new Int32Array(capacity.sections)
  const owned = new Uint8Array(capacity.sections)
  const readiness = new Float64Array(capacity.sections)
  const keep = new Float64Array(capacity.sections)
  const keepRanked = new Float64Array(capacity.sections)
  const township = new Int16Array(capacity.sections)
  // the market: one row per applicant, and `most` wishes each
  const rows = new Int32Array(capacity.teachers)
  const wants = new Int32Array(capacity.teachers * redeployedWishes)
  const claims = new Float64Array(capacity.teachers * redeployedWishes)
  const room = new Int32Array(capacity.sections)
  const utility = new Float64Array(redeployedWishes)
  const short: Targets = { rows: new Int32Array(capacity.sections), count: 0 }
  const nearer: readonly Targets[] = [0, 1, 2].map(() => ({ rows: new Int32Array(capacity.sections), count: 0 }))

  function look(): void {
    for (let s = 0; s < sections.count; s++) {
      x[s] = schools.x[school[s]]
      y[s] = schools.y[school[s]]
      dislike[s] = 0.8 * kind[s]
      salt[s] = Math.imul(idOf[s], 0x9e3779b1)
      owned[s] = schools.owner[school[s]] === 0 ? 1 : 0
    }
  }

  /**
   * Writes the targets a teacher would accept, best first, as the wishes of applicant n; equal ones in order of id. A section
   * appeals towards the town, near and by its name; taste is the person’s own.
   */
  function writeWishes(n: number, most: number, claim: number, targets: Targets, mayTeachJunior: boolean, taste0: number, taste1: number): void {
    const k0 = taste0 | 0
    const k1 = taste1 | 0
    const list = targets.rows
    const count = targets.count
    const who = id[rows[n]]
    const from = section[rows[n]]
    const first = n * most
    let found = 0
    for (let j = 0; j < count; j++) {
      const s = list[j]
      if (s === from || (level[s] !== level[from] && !(mayTeachJunior && level[s] === 1))) continue
      const dx = x[from] - x[s]
      const dy = y[from] - y[s]
      const h = hash(who ^ salt[s], k0, k1)
      const u = -0.1 * Math.sqrt(dx * dx + dy * dy) - dislike[s] + belief[s] + (offset[h >>> 21] + (h & 2097151) * slope[h >>> 21])
      let at = found
      while (at > 0 && (utility[at - 1] < u || (utility[at - 1] === u && idOf[wants[first + at - 1]] > idOf[s]))) at--
      if (at >= most) continue
      if (found < most) found++
      for (let k = found - 1; k > at; k--) {
        utility[k] = utility[k - 1]
        wants[first + k] = wants[first + k - 1]
      }
      utility[at] = u
      wants[first + at] = s
    }
    for (let k = 0; k < most; k++) {
      if (k >= found) wants[first + k] = -1
      claims[first + k] = claim
    }
  }

  /** Places n applicants and moves those who are placed. */
  function settle(n: number, most: number, deficit: Int32Array): void {
    const placed = acceptDeferred({ applicants: n, most, wants, claims, room })
    for (let i = 0; i < n; i++) {
      const to = placed[i]
      if (to < 0) continue
      const t = rows[i]
      const from = section[t]
      countTeacher(county, t, -1)
      section[t] = to
      tenure[t] = 0
      countTeacher(county, t, 1)
      deficit[from]++
      deficit[to]--
      sections.transfersOut[from]++
      sections.transfersIn[to]++
    }
  }

  /** Surplus staff, by lottery among those who are not on a posting. Returns how many are called. */
  function callSurplus(now: Now, deficit: Int32Array): number {
    const chance = now.draws.stream('teacher-hiring.redeployed')
    const order = now.draws.lottery('teacher-hiring.order')
    const taste0 = now.draws.k0('teacher-hiring.taste')
    const taste1 = now.draws.k1('teacher-hiring.taste')
    const { redeploy, crossLevel } = now.set
    const count = teachers.count
    let n = 0
    for (let t = 0; t < count; t++) {
      const s = section[t]
      if (s < 0 || deficit[s] >= 0 || postedUntil[t] > 0 || owned[s] === 0) continue
      const whim = chance(id[t]) * sections.staff[s]
      const limit = redeploy * -deficit[s]
      if (whim >= limit) continue
      rows[n] = t
      // the same whim decides who may also teach juniors: a fixed part of those called
      writeWishes(n++, redeployedWishes, order(id[t]), short, degree[t] === 1 && whim < crossLevel * limit, taste0, taste1)
    }
    return n
  }

  /** Opens places of short sections in townships and the county town, and lists them for teachers of each kind of place. */
  function openPlaces(now: Now, deficit: Int32Array): void {
    const part = now.draws.stream('teacher-hiring.part')
    for (const targets of nearer) targets.count = 0
    for (let s = 0; s < sections.count; s++) {
      room[s] = deficit[s] <= 0 || kind[s] === 2 || owned[s] === 0 ? 0 : Math.floor(deficit[s] * now.set.transferShare + part(idOf[s]))
      if (room[s] === 0) continue
      for (let from = kind[s] + 1; from <= 2; from++) nearer[from].rows[nearer[from].count++] = s
    }
  }

  /** How readily teachers of a section apply, and what an allowance leaves of it for those of junior and of higher rank. */
  function weighStaying({ set, rules, settings }: Now): void {
    const { allowance, rankAllowance } = rules.sections
    const monthlyPay = settings.finance.teacherPay / 12
    const left = (paid: number): number => (paid > 0 ? staying(paid / monthlyPay, set.retention, set.threshold) : 1)
    for (let s = 0; s < sections.count; s++) {
      readiness[s] = kind[s] === 0 || owned[s] === 0 ? 0 : kind[s] === 2 ? set.ruralApply : set.townshipApply
      township[s] = places.township[schools.place[school[s]]]
      keep[s] = left(allowance[s])
      keepRanked[s] = left(allowance[s] + rankAllowance[s])
    }
  }

  /** Lists the teachers of villages and townships who apply, by their own draw. Returns how many they are. */
  function listApplicants(awayFactor: number, rankFactor: number, wish0: number, wish1: number): number {
    const { township: townshipOf } = places
    const k0 = wish0 | 0
    const k1 = wish1 | 0
    const away = +awayFactor
    const ranked = +rankFactor
    const unit = 1 / 4294967296
    const count = teachers.count
    let n = 0
    for (let t = 0; t < count; t++) {
      const s = section[t]
      if (s < 0 || readiness[s] === 0 || postedUntil[t] > 0 || tenure[t] < 2) continue
      const isRanked = rank[t] > 0
      const hazard = readiness[s] * (townshipOf[home[t]] === township[s] ? 1 : away) * (isRanked ? ranked : 1) * (isRanked ? keepRanked[s] : keep[s])
      rows[n] = t
      if ((hash(id[t], k0, k1) >>> 0) * unit < hazard) n++
    }
    return n
  }

  /** Teachers of villages and townships who apply, with their wishes. Returns how many they are. */
  function callApplicants(now: Now): number {
    const { set, draws } = now
    const merit = draws.normal('teacher-hiring.merit')
    const taste0 = draws.k0('teacher-hiring.taste')
    const taste1 = draws.k1('teacher-hiring.taste')
    weighStaying(now)
    const n = listApplicants(set.awayFactor, set.rankFactor, draws.k0('teacher-hiring.wish'), draws.k1('teacher-hiring.wish'))
    for (let i = 0; i < n; i++) {
      const t = rows[i]
      writeWishes(i, applicantWishes, rank[t] + 2 * backbone[t] + 3 * effect[t] + merit(id[t]), nearer[kind[section[t]]], false, taste0, taste1)
    }
    return n
  }

  return {
    /** Surplus staff move to short sections. */
    redeploySurplus(now, deficit) {
      look()
      short.count = 0
      room.fill(0)
      for (let s = 0; s < sections.count; s++) {
        if (deficit[s] <= 0 || owned[s] === 0) continue
        room[s] = deficit[s]
        short.rows[short.count++] = s
      }
      if (short.count > 0) settle(callSurplus(now, deficit), redeployedWishes, deficit)
    },
    /** Teachers of villages and townships move to short sections nearer the county town; after `redeploySurplus`. */
    transferUpwards(now, deficit) {
      openPlaces(now, deficit)
      settle(callApplicants(now), applicantWishes, deficit)
    },
  }
}
