import { expectThat } from '../kernel/expect.ts'
import type { County } from './county.ts'

/** Recounts every section’s staff columns from its teachers. Counts only, so the order of rows cannot matter. */
export function countStaff(county: County): void {
  const { sections, teachers } = county
  const n = sections.count
  for (const column of [sections.staff, sections.aboveDegree, sections.midRank, sections.backbone, sections.peArts, sections.newcomers, sections.novices]) column.fill(0, 0, n)
  for (let t = 0; t < teachers.count; t++) {
    const s = teachers.section[t]
    if (s < 0) continue
    sections.staff[s]++
    sections.aboveDegree[s] += teachers.degree[t]
    if (teachers.rank[t] >= 1) sections.midRank[s]++
    sections.backbone[s] += teachers.backbone[t]
    if (teachers.subject[t] > 0) sections.peArts[s]++
    if (teachers.tenure[t] === 0) sections.newcomers[s]++
    if (teachers.experience[t] < 3) sections.novices[s]++
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
