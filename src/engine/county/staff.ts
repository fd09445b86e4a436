import { expectThat } from '../kernel/expect.ts'
import type { County } from './county.ts'

/*
 * Staff are recounted twice a simulated year. One loop in a closure made once per county, so that its fourteen columns are
 * constants, and without branches: on columns looked up at every call it took twice as long.
 */
function staffCounter({ sections, teachers }: County): () => void {
  const { staff, aboveDegree, midRank, backbone, peArts, newcomers, novices } = sections
  const { section, degree, rank, subject, tenure, experience, backbone: isBackbone } = teachers
  return () => {
    const n = sections.count
    for (const column of [staff, aboveDegree, midRank, backbone, peArts, newcomers, novices]) column.fill(0, 0, n)
    countAll(teachers.count)
  }

  function countAll(count: number): void {
    for (let t = 0; t < count; t++) {
      const s = section[t]
      if (s < 0) continue
      staff[s]++
      aboveDegree[s] += degree[t]
      midRank[s] += 1 - ((rank[t] - 1) >>> 31)
      backbone[s] += isBackbone[t]
      peArts[s] += 1 - ((subject[t] - 1) >>> 31)
      newcomers[s] += (tenure[t] - 1) >>> 31
      novices[s] += (experience[t] - 3) >>> 31
    }
  }
}

const counters = new WeakMap<County, () => void>()

/** Recounts every section’s staff columns from its teachers. Counts only, so the order of rows cannot matter. */
export function countStaff(county: County): void {
  let count = counters.get(county)
  if (count === undefined) {
    count = staffCounter(county)
    counters.set(county, count)
  }
  count()
}

/** Counts a teacher into (sign 1) or out of (sign −1) the staff columns of the section where it works. */
export function countTeacher(county: County, t: number, sign: 1 | -1): void {
  const { sections, teachers } = county
  const s = teachers.section[t]
  sections.staff[s] += sign
  sections.aboveDegree[s] += sign * teachers.degree[t]
  if (teachers.rank[t] > 0) sections.midRank[s] += sign
  sections.backbone[s] += sign * teachers.backbone[t]
  if (teachers.subject[t] > 0) sections.peArts[s] += sign
  if (teachers.tenure[t] === 0) sections.newcomers[s] += sign
  if (teachers.experience[t] < 3) sections.novices[s] += sign
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
