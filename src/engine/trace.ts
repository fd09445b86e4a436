import { blockInGrade, firstPupil } from './county/cohorts.ts'
import type { County } from './county/county.ts'
import { countStaff } from './county/staff.ts'
import type { TeacherMoves } from './teacher-moves.ts'
import { dispersionCount, itemDispersions } from './indicators/item-gauge.ts'

/*
 * Follows the dispersion coefficient of every item through the steps of a year. A step's term is the coefficient after it
 * minus the one before, so the terms of a year add up to the year's change by construction: nothing is attributed twice.
 */

/** A step of the year that may move a coefficient: a process, a policy, or the part of admission that is where children live. */
export interface TraceStep {
  /** Id of the process or policy; `intake` for births and moves, `choice` for families who go elsewhere than their zone. */
  readonly step: string
  /** Coefficients after the step, [item][level], in the order of `items`. */
  readonly after: Float64Array
}

/** One year: coefficients at its start, then after every step. The last ones are those of the year's record. */
export interface TraceYear {
  readonly year: number
  readonly before: Float64Array
  readonly steps: readonly TraceStep[]
  /** Every teacher who came, went or changed section. */
  readonly moves: TeacherMoves
}

/** Columns that are counted late in the year: recounted for a look, then put back, so that looking changes nothing. */
const counted = (county: County) => {
  const { staff, aboveDegree, midRank, backbone, peArts, newcomers, novices, roll } = county.sections
  return [staff, aboveDegree, midRank, backbone, peArts, newcomers, novices, roll]
}

/** Coefficients of the county as it stands, with staff recounted. */
export function lookAtDispersions(county: County, rolls?: Int32Array): Float64Array {
  const columns = counted(county)
  const kept = columns.map((column) => column.slice())
  countStaff(county)
  if (rolls) county.sections.roll.set(rolls)
  const out = new Float64Array(dispersionCount)
  itemDispersions(county, out)
  columns.forEach((column, i) => column.set(kept[i]))
  return out
}

/** Rolls of this autumn if every child who enters a level went to the zone school: what births and moves alone would do. */
export function rollsByZone(county: County): Int32Array {
  const { sections, blocks, pupils, places, slots } = county
  const rolls = sections.roll.slice()
  for (const [grade, zone] of [[1, places.primaryZone], [7, places.juniorZone]] as const) {
    const block = blockInGrade(county, grade)
    if (block < 0) continue
    const first = firstPupil(county, block)
    for (let i = first; i < first + blocks.size[block]; i++) {
      const actual = slots.section[pupils.slot[i]]
      const zoned = zone[pupils.home[i]]
      if (actual < 0 || zoned < 0) continue
      rolls[actual]--
      rolls[zoned]++
    }
  }
  return rolls
}
