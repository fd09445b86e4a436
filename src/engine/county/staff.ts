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
    if (rank[t] > 0) midRank[s]++
    backbone[s] += isBackbone[t]
    if (subject[t] > 0) peArts[s]++
    if (tenure[t] === 0) newcomers[s]++
    if (experience[t] < 3) novices[s]++
  }
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
