import { countStaff, countTeacher, freeTeacherRow, onGrid, teacherId } from '../county/staff.ts'
import type { County } from '../county/county.ts'
import { defineProcess } from './declare.ts'
import { hiringParameters, type HiringYear as Now } from './hiring-parameters.ts'
import { designation } from './teacher-titles.ts'
import { serving } from './teacher-transfers.ts'

/*
 * Teacher hiring. Postings end, posts are granted by last October's rolls, surplus staff are redeployed, teachers apply
 * upwards (village to township to county town), and what is still vacant goes to new teachers.
 * Who decides: the county grants posts and limits hiring to its establishment; teachers choose where they would go.
 * What it ignores: swaps between two teachers by private arrangement, moves between primary and junior.
 */

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
  if (short === 0) return hires
  const rounding = now.draws.stream('teacher-hiring.rounding')
  for (let s = 0; s < sections.count; s++) {
    if (deficit[s] <= 0) continue
    const fair = (allowed * deficit[s]) / short
    hires[s] = Math.min(deficit[s], Math.floor(fair + rounding(sections.id[s])))
  }
  return hires
}

/** Share of pay at which applicants were studied: rises of 25 to 30%. */
const attractingPay = 0.275
/** Correlation of what a test of teachers sees with the true effect: a twentieth of its variance. */
const testTells = 0.22

/**
 * Takes on new teachers: young, at the novice shortfall, with a home place and a subject the section lacks. Returns their rows;
 * they are not in the staff columns yet.
 */
function hire(county: County, now: Now, hires: Int32Array): number[] {
  const { teachers, sections, places } = county
  const { draws, set, year } = now
  const effect = draws.normal('teacher-hiring.effect')
  const who = draws.lottery('teacher-hiring.who')
  const home = draws.stream('teacher-hiring.home')
  const monthlyPay = now.settings.finance.teacherPay / 12
  const rows: number[] = []
  let free = 0
  for (let s = 0; s < sections.count; s++) {
    const drawn = (set.attraction * testTells * now.rules.sections.allowance[s]) / (attractingPay * monthlyPay)
    let specialists = sections.peArts[s]
    for (let k = 0; k < hires[s]; k++) {
      const id = teacherId(year, sections.id[s], k)
      const t = freeTeacherRow(county, free)
      free = t + 1
      const h = who(id)
      const isSpecialist = specialists + 0.5 < sections.specialists[s] * (sections.staff[s] + k + 1)
      if (isSpecialist) specialists++
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
      teachers.effect[t] = onGrid(set.effectSpread * (effect(id) + drawn))
      teachers.home[t] = Math.floor(home(id) * places.count)
      teachers.postedUntil[t] = 0
      teachers.returnTo[t] = -1
      sections.hired[s]++
      rows.push(t)
    }
  }
  return rows
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
  parameters: hiringParameters,
  streams: ['teacher-hiring.redeployed', 'teacher-hiring.taste', 'teacher-hiring.order', 'teacher-hiring.wish', 'teacher-hiring.part', 'teacher-hiring.merit', 'teacher-hiring.rounding', 'teacher-hiring.effect', 'teacher-hiring.who', 'teacher-hiring.home', 'teacher-titles.merit'],
  reads: ['sections.id', 'sections.level', 'sections.open', 'sections.kind', 'sections.school', 'sections.rollLastOctober', 'sections.staffing', 'sections.specialists', 'sections.belief', 'sections.retired', 'sections.quit', 'schools.owner', 'schools.x', 'schools.y', 'schools.place', 'places.township', 'rules.allowance', 'rules.rankAllowance'],
  touches: ['teachers.id', 'teachers.section', 'teachers.born', 'teachers.sex', 'teachers.tenure', 'teachers.experience', 'teachers.degree', 'teachers.rank', 'teachers.backbone', 'teachers.subject', 'teachers.effect', 'teachers.home', 'teachers.postedUntil', 'teachers.returnTo', 'sections.posts', 'sections.staff', 'sections.aboveDegree', 'sections.midRank', 'sections.backbone', 'sections.peArts', 'sections.newcomers', 'sections.novices', 'sections.transfersIn', 'sections.transfersOut', 'sections.hired', 'sections.vacancies'],
  bind(county) {
    const { sections } = county
    const { redeploySurplus, transferUpwards } = serving(county)
    const designate = designation(county)
    return (now) => {
      endPostings(county, now.year)
      now.onPart?.('returns')
      countStaff(county)
      const granted = grantPosts(county, now)
      const deficit = new Int32Array(sections.count)
      let leavers = 0
      for (let s = 0; s < sections.count; s++) {
        deficit[s] = granted[s] - sections.staff[s]
        leavers += sections.retired[s] + sections.quit[s]
      }
      redeploySurplus(now, deficit)
      now.onPart?.('redeployed')
      transferUpwards(now, deficit)
      now.onPart?.('upwards')
      const hired = hire(county, now, allotHires(county, now, deficit, leavers))
      designate(now)
      for (const t of hired) countTeacher(county, t, 1)
      for (let s = 0; s < sections.count; s++) sections.vacancies[s] = Math.max(0, granted[s] - sections.staff[s])
    }
  },
})
