import { assumption, cite } from '../declare.ts'
import { deferredAcceptance, type Applicant } from '../kernel/matching.ts'
import { countStaff, freeTeacherRow, onGrid, teacherId } from '../county/staff.ts'
import type { County } from '../county/county.ts'
import { defineProcess, type ProcessYear } from './declare.ts'
import { leavingParameters, staying } from './teacher-leaving.ts'
import { designate } from './teacher-titles.ts'

/*
 * Teacher hiring. Postings end, posts are granted by last October's rolls, surplus staff are redeployed, teachers apply
 * upwards (village to township to county town), and what is still vacant goes to new teachers.
 * Who decides: the county grants posts and limits hiring to its establishment; teachers choose where they would go.
 * What it ignores: swaps between two teachers by private arrangement, moves between primary and junior.
 */

const parameters = {
  ruralApply: {
    label: { en: 'Rural teachers who apply upwards, per year', zh: '乡村教师年申请调动率' },
    unit: 'share',
    default: 0.16,
    range: [0.05, 0.35],
    source: cite('ma-2020', 'mean stay at a rural school 76 months, Gansu', 'medium'),
  },
  townshipApply: {
    label: { en: 'Township teachers who apply to the county town, per year', zh: '镇区教师年申请进城率' },
    unit: 'share',
    default: 0.08,
    range: [0.02, 0.2],
    source: assumption('half the rural rate: same motive, shorter way'),
  },
  awayFactor: {
    label: { en: 'Factor on applying for teachers far from home', zh: '离家远教师申请调动倍数' },
    unit: 'ratio',
    default: 1.4,
    range: [1, 2],
    source: cite('wei-zhou-2019', 'away-from-home and higher-rank teachers leave more; size judged', 'medium'),
  },
  rankFactor: {
    label: { en: 'Factor on applying for middle and higher rank', zh: '中级及以上职称教师申请调动倍数' },
    unit: 'ratio',
    default: 1.2,
    range: [1, 1.6],
    source: cite('wei-zhou-2019', 'away-from-home and higher-rank teachers leave more; size judged', 'medium'),
  },
  retention: leavingParameters.retention,
  threshold: leavingParameters.threshold,
  transferShare: {
    label: { en: 'Share of town vacancies open to serving teachers', zh: '城镇空缺岗位面向在职教师选调的比例' },
    unit: 'share',
    default: 0.7,
    range: [0.3, 1],
    source: assumption('counties fill town posts by selection examinations first'),
  },
  redeploy: {
    label: { en: 'Share of surplus teachers redeployed a year', zh: '超编教师年调剂率' },
    unit: 'share',
    default: 0.3,
    range: [0, 0.8],
    source: assumption('county management of posts makes it possible; pace judged'),
  },
  crossLevel: {
    label: { en: 'Redeployed primary teachers who may teach juniors', zh: '小学超编教师可转任初中的比例' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    source: assumption('needs a certificate for the higher level; counties retrain some'),
  },
  minimumHiring: {
    label: { en: 'New hires a year even with surplus, share of leavers', zh: '超编时仍保持的招聘量（占离岗比例）' },
    unit: 'share',
    default: 0.25,
    range: [0, 0.6],
    source: assumption('counties keep hiring a few for missing subjects'),
  },
  effectSpread: {
    label: { en: 'SD of teachers’ true effect', zh: '教师真实效应标准差' },
    unit: 'SD/year',
    default: 0.13,
    range: [0.08, 0.2],
    source: cite('hanushek-rivkin-2010', 'about 0.13 reading, 0.17 mathematics; about 0.15 in Pakistan', 'medium'),
  },
  evenness: {
    label: { en: 'Attention to schools short of backbone teachers', zh: '评选骨干教师时照顾缺额学校的程度' },
    unit: 'SD',
    default: 0.6,
    range: [0, 2],
    source: assumption('schools get numbers to propose; without it the status quo concentrates titles year after year'),
  },
  townFavour: {
    label: { en: 'Advantage of town candidates for backbone titles', zh: '城镇教师评选骨干的优势' },
    unit: 'SD',
    default: 0.25,
    range: [0, 1],
    source: assumption('competitions and open lessons are held in town'),
  },
  degreeShare: {
    label: { en: 'New teachers above the required degree', zh: '新聘教师高于规定学历比例' },
    unit: 'share',
    default: 0.98,
    range: [0.8, 1],
    source: assumption('nearly saturated among recruits'),
  },
} as const

type Now = ProcessYear<typeof parameters>

/** Ends postings that have run out: the teacher goes back to a school that knows them. */
function endPostings(county: County, year: number): void {
  const { teachers, sections } = county
  for (let t = 0; t < teachers.count; t++) {
    if (teachers.section[t] < 0 || teachers.postedUntil[t] === 0 || teachers.postedUntil[t] >= year) continue
    const back = teachers.returnTo[t]
    if (back >= 0 && sections.open[back] === 1) {
      teachers.section[t] = back
      teachers.tenure[t] = 1
    }
    teachers.postedUntil[t] = 0
    teachers.returnTo[t] = -1
  }
}

/**
 * Grants posts from last October's rolls, the norm and each section's habit. While a level has more teachers than posts, the
 * county shares all of them out in the same proportions: nobody is dismissed. Returns whole posts by section.
 */
function grantPosts(county: County, now: Now): Int32Array {
  const { sections } = county
  const { settings } = now
  const granted = new Int32Array(sections.count)
  const posts = [0, 0]
  const staff = [0, 0]
  for (let s = 0; s < sections.count; s++) {
    const ratio = sections.level[s] === 0 ? settings.pupilsPerPost.primary : settings.pupilsPerPost.junior
    sections.posts[s] = sections.open[s] === 0 ? 0 : (sections.rollLastOctober[s] / ratio) * sections.staffing[s]
    posts[sections.level[s]] += sections.posts[s]
    staff[sections.level[s]] += sections.staff[s]
  }
  for (let s = 0; s < sections.count; s++) {
    const level = sections.level[s]
    const shared = posts[level] > 0 && staff[level] > posts[level] ? staff[level] / posts[level] : 1
    sections.posts[s] *= shared
    if (sections.posts[s] > 0) granted[s] = Math.max(1, Math.round(sections.posts[s]))
  }
  return granted
}

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
function redeploySurplus(county: County, now: Now, deficit: Int32Array): void {
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
function transferUpwards(county: County, now: Now, deficit: Int32Array): void {
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

/** How many new teachers each short section gets: all it lacks, or its part of what the establishment allows. */
function allotHires(county: County, now: Now, deficit: Int32Array, leavers: number): Int32Array {
  const { sections } = county
  const hires = new Int32Array(sections.count)
  let short = 0
  let surplus = 0
  for (let s = 0; s < sections.count; s++) {
    if (deficit[s] > 0) short += deficit[s]
    else surplus -= deficit[s]
  }
  const allowed = Math.min(short, Math.max(short - surplus, Math.round(now.set.minimumHiring * leavers)))
  let weight = 0
  for (let s = 0; s < sections.count; s++) if (deficit[s] > 0) weight += deficit[s] * now.rules.sections.hiringPriority[s]
  if (short === 0 || weight === 0) return hires
  const rounding = now.draws.stream('teacher-hiring.rounding')
  for (let s = 0; s < sections.count; s++) {
    if (deficit[s] <= 0) continue
    const fair = (allowed * deficit[s] * now.rules.sections.hiringPriority[s]) / weight
    hires[s] = Math.min(deficit[s], Math.floor(fair + rounding(sections.id[s])))
  }
  return hires
}

/** Takes on new teachers: young, at the novice shortfall, with a home place and a subject the section lacks. */
function hire(county: County, now: Now, hires: Int32Array): void {
  const { teachers, sections, places } = county
  const { draws, set, year } = now
  const effect = draws.normal('teacher-hiring.effect')
  const who = draws.lottery('teacher-hiring.who')
  const home = draws.stream('teacher-hiring.home')
  let free = 0
  for (let s = 0; s < sections.count; s++) {
    for (let k = 0; k < hires[s]; k++) {
      const id = teacherId(year, sections.id[s], k)
      const t = freeTeacherRow(county, free)
      free = t + 1
      const h = who(id)
      const isSpecialist = sections.peArts[s] + 0.5 < sections.specialists[s] * (sections.staff[s] + k + 1)
      if (isSpecialist) sections.peArts[s]++
      teachers.id[t] = id
      teachers.section[t] = s
      teachers.born[t] = year - 22 - (h & 3)
      teachers.sex[t] = (h >>> 2) % 10 < 7 ? 0 : 1
      teachers.tenure[t] = 0
      teachers.experience[t] = 0
      teachers.degree[t] = ((h >>> 8) & 65535) / 65536 < set.degreeShare ? 1 : 0
      teachers.rank[t] = 0
      teachers.backbone[t] = 0
      teachers.subject[t] = isSpecialist ? 1 + ((h >>> 7) & 1) : 0
      teachers.effect[t] = onGrid(set.effectSpread * effect(id))
      teachers.home[t] = Math.floor(home(id) * places.count)
      teachers.postedUntil[t] = 0
      teachers.returnTo[t] = -1
      sections.hired[s]++
    }
  }
}

export const teacherHiring = defineProcess({
  id: 'teacher-hiring',
  text: {
    name: { en: 'Posts, transfers and hiring', zh: '编制核定、调动与招聘' },
    summary: {
      en: 'Posts follow last October’s rolls; surplus staff are redeployed, teachers apply upwards, vacancies go to new teachers.',
      zh: '按上年10月在校生核定岗位；超编调剂，教师向上流动，空缺由新教师补充。',
    },
  },
  parameters,
  streams: ['teacher-hiring.redeployed', 'teacher-hiring.taste', 'teacher-hiring.order', 'teacher-hiring.wish', 'teacher-hiring.part', 'teacher-hiring.merit', 'teacher-hiring.rounding', 'teacher-hiring.effect', 'teacher-hiring.who', 'teacher-hiring.home', 'teacher-titles.merit'],
  reads: ['sections.id', 'sections.level', 'sections.open', 'sections.kind', 'sections.school', 'sections.rollLastOctober', 'sections.staffing', 'sections.specialists', 'sections.belief', 'sections.retired', 'sections.quit', 'schools.owner', 'schools.x', 'schools.y', 'schools.place', 'places.township'],
  touches: ['teachers.id', 'teachers.section', 'teachers.born', 'teachers.sex', 'teachers.tenure', 'teachers.experience', 'teachers.degree', 'teachers.rank', 'teachers.backbone', 'teachers.subject', 'teachers.effect', 'teachers.home', 'teachers.postedUntil', 'teachers.returnTo', 'sections.posts', 'sections.staff', 'sections.aboveDegree', 'sections.midRank', 'sections.backbone', 'sections.peArts', 'sections.newcomers', 'sections.novices', 'sections.transfersIn', 'sections.transfersOut', 'sections.hired', 'sections.vacancies'],
  bind(county) {
    const { sections } = county
    return (now) => {
      endPostings(county, now.year)
      countStaff(county)
      const granted = grantPosts(county, now)
      const deficit = new Int32Array(sections.count)
      let leavers = 0
      for (let s = 0; s < sections.count; s++) {
        deficit[s] = granted[s] - sections.staff[s]
        leavers += sections.retired[s] + sections.quit[s]
      }
      redeploySurplus(county, now, deficit)
      transferUpwards(county, now, deficit)
      countStaff(county)
      hire(county, now, allotHires(county, now, deficit, leavers))
      designate(county, now)
      countStaff(county)
      for (let s = 0; s < sections.count; s++) sections.vacancies[s] = Math.max(0, granted[s] - sections.staff[s])
    }
  },
})
