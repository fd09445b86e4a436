import { blockInGrade, firstPupil } from './county/cohorts.ts'
import type { County } from './county/county.ts'
import { countStaff } from './county/staff.ts'
import type { TeacherMoves } from './teacher-moves.ts'
import { dispersionCount, itemDispersions } from './indicators/item-gauge.ts'

/*
 * Follows the dispersion coefficient of every item through the steps of a year. A step's term is the coefficient after it
 * minus the one before, so the terms of a year add up to the year's change by construction: nothing is attributed twice.
 */

/** A step of the year that may move a coefficient: a process, a policy, or one of the two parts of admission and of funding. */
export interface TraceStep {
  /**
   * Id of the process or policy; `intake` for births and moves, `choice` for families who go elsewhere than their zone; `funding` for
   * what is bought, `depreciation` for what is written off of the stock that stood before.
   */
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

/** Stocks that wear out, all at one rate. */
const worn = ({ schools }: County): readonly Float64Array[] => [schools.equipment, schools.computers, schools.books]

/** Coefficients of the county as it stands, with staff recounted; with other rolls or other stocks that wear out, if given. */
export function lookAtDispersions(county: County, rolls?: Int32Array, stocks?: readonly Float64Array[]): Float64Array {
  const columns = [...counted(county), ...worn(county)]
  const kept = columns.map((column) => column.slice())
  countStaff(county)
  if (rolls) county.sections.roll.set(rolls)
  if (stocks) worn(county).forEach((column, i) => column.set(stocks[i]))
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

/**
 * Notes coefficients after every step of a year. Two steps are told apart into two: admission into where children live and where they
 * go; funding into what is bought and what is then written off. Writing off first would show nothing: the same share off everywhere
 * leaves a coefficient as it was, and only what is bought beside it makes the difference.
 *
 * @param wear share of the stock at the start of the step that funding writes off
 */
export function followSteps(county: County, wear: number, steps: TraceStep[]): (step: string) => void {
  let stood = worn(county).map((column) => column.slice())
  const note = (step: string, rolls?: Int32Array, stocks?: readonly Float64Array[]): void => {
    steps.push({ step, after: lookAtDispersions(county, rolls, stocks) })
  }
  return (step) => {
    // a part of a step moves people, not stocks or rolls: its term is the step’s
    if (step.includes('/')) return
    if (step === 'funding') note(step, undefined, worn(county).map((column, i) => column.map((units, k) => units + wear * stood[i][k])))
    stood = worn(county).map((column) => column.slice())
    if (step === 'funding') note('depreciation')
    else if (step === 'admission') {
      note('intake', rollsByZone(county))
      note('choice')
    } else if (step !== 'demography' && step !== 'school-choice') note(step)
  }
}
