import { cohorts, type County } from './county.ts'

/** Row of the block whose cohort is in a grade, or −1. */
export function blockInGrade(county: County, grade: number): number {
  for (let b = 0; b < cohorts; b++) if (county.blocks.grade[b] === grade) return b
  return -1
}

/** First pupil row of a block. */
export const firstPupil = (county: County, block: number): number => block * county.capacity.cohort

/** First class row of a block. */
export const firstClass = (county: County, block: number): number => block * county.capacity.slots

/** The slot that stands for "not on roll". */
export const sinkSlot = (county: County): number => county.slots.count - 1

/** 0 primary, 1 junior. */
export const levelOfGrade = (grade: number): 0 | 1 => (grade <= 6 ? 0 : 1)

/**
 * A pupil’s id: entry year, home place at entry and the k-th child there; never depends on a policy.
 * Different for every entry from 1980 to 2107, place below 4,096 and k below 8,192.
 */
export const pupilId = (entry: number, place: number, k: number): number => ((place >> 7) << 27) | ((entry - 1980) << 20) | ((place & 127) << 13) | k

/** Adds (sign 1) or takes (sign −1) a pupil to or from the sums of a class. */
export function addToClass(county: County, block: number, pupil: number, slot: number, sign: 1 | -1): void {
  const { pupils, classes } = county
  const c = firstClass(county, block) + slot
  classes.size[c] += sign
  classes.scores[c] += sign * (pupils.durable[pupil] + pupils.input[pupil])
  classes.background[c] += sign * pupils.background[pupil]
}

/** The smallest class of a section in a block, the first of equals; its first slot if it has none yet. */
export function smallestClass(county: County, block: number, section: number): number {
  const { sections, classes } = county
  const first = sections.firstSlot[section]
  const base = firstClass(county, block)
  let best = -1
  for (let j = 0; j < sections.slots[section]; j++) {
    const size = classes.size[base + first + j]
    if (size > 0 && (best < 0 || size < classes.size[base + best])) best = first + j
  }
  return best < 0 ? first : best
}

/** Counts rolls, classes and standings of every section from the classes and pupils on roll. */
export function countRolls(county: County): void {
  const { sections, blocks } = county
  const { level: levelOf, firstSlot, slots, roll, classes, oversize, largestClass } = sections
  const { size: sizes } = county.classes
  const n = sections.count
  for (const column of [roll, classes, oversize, largestClass]) column.fill(0, 0, n)
  for (let b = 0; b < cohorts; b++) {
    const level = levelOfGrade(blocks.grade[b])
    const limit = level === 0 ? 45 : 50
    const base = firstClass(county, b)
    for (let s = 0; s < n; s++) {
      if (levelOf[s] !== level) continue
      const from = base + firstSlot[s]
      const to = from + slots[s]
      for (let c = from; c < to; c++) {
        const size = sizes[c]
        if (size === 0) continue
        roll[s] += size
        classes[s]++
        if (size > limit) oversize[s]++
        if (size > largestClass[s]) largestClass[s] = size
      }
    }
  }
}
