import { expectThat } from '../kernel/expect.ts'
import type { County } from './county.ts'

/** Recounts every section’s staff columns from its teachers. Counts only, so the order of rows cannot matter. */
export function countStaff(county: County): void {
  const { sections, teachers } = county
  const { staff, aboveDegree, midRank, backbone, peArts, newcomers, novices } = sections
  const { section, degree, rank, subject, tenure, experience, backbone: isBackbone } = teachers
  const n = sections.count
  for (const column of [staff, aboveDegree, midRank, backbone, peArts, newcomers, novices]) column.fill(0, 0, n)
  const count = teachers.count
  for (let t = 0; t < count; t++) {
    const s = section[t]
    if (s < 0) continue
    staff[s]++
    aboveDegree[s] += degree[t]
    midRank[s] += isAtLeast(rank[t], 1)
    backbone[s] += isBackbone[t]
    peArts[s] += isAtLeast(subject[t], 1)
    newcomers[s] += 1 - isAtLeast(tenure[t], 1)
    novices[s] += 1 - isAtLeast(experience[t], 3)
  }
}

/** 1 if a small whole number reaches a limit, else 0; without a branch, which a processor would guess wrong for every other teacher. */
const isAtLeast = (value: number, limit: number): number => 1 - ((value - limit) >>> 31)

/** Counts a teacher into (sign 1) or out of (sign −1) the staff columns of the section where it works. */
export function countTeacher(county: County, t: number, sign: 1 | -1): void {
  const { sections, teachers } = county
  const s = teachers.section[t]
  sections.staff[s] += sign
  sections.aboveDegree[s] += sign * teachers.degree[t]
  sections.midRank[s] += sign * isAtLeast(teachers.rank[t], 1)
  sections.backbone[s] += sign * teachers.backbone[t]
  sections.peArts[s] += sign * isAtLeast(teachers.subject[t], 1)
  sections.newcomers[s] += sign * (1 - isAtLeast(teachers.tenure[t], 1))
  sections.novices[s] += sign * (1 - isAtLeast(teachers.experience[t], 3))
}

/** Row for a new teacher: the first one left free, or a new one at the end. */
export function freeTeacherRow(county: County, from: number): number {
  const { teachers } = county
  for (let t = from; t < teachers.count; t++) if (teachers.section[t] < 0) return t
  expectThat(teachers.count < teachers.capacity, `teachers: no row left after ${teachers.count}`)
  teachers.count++
  return teachers.count - 1
}

/** A teacher’s id: year of hiring, section and round; 0 ≤ round < 1,024. Never depends on who else was hired. */
export const teacherId = (year: number, sectionId: number, round: number): number => ((year - 1950) << 21) | (sectionId << 10) | round

/** True effects are multiples of 2^-20, so that their sums are exact in any order. */
export const onGrid = (effect: number): number => Math.round(effect * 1048576) / 1048576
