import { cohorts, type SeenCounty } from '../county/county.ts'
import { perCounty } from './per-county.ts'

/*
 * One pass over the teachers at the end of a year for all measures of exchange, at both levels and for the county as a whole.
 */

/**
 * Years in one school after which a teacher is eligible in most provinces, and the ages from which teachers near retirement are
 * commonly excused. Both are decided locally; these are also the defaults of the rotation policy.
 */
const eligibleTenure = 6
const eligibleAge = { female: 50, male: 55 } as const

/** Teachers, by level (0 primary, 1 junior). */
export interface ExchangeGauge {
  /** Exchanged this year. */
  readonly moved: Float64Array
  /** Eligible who have not moved; where nobody was exchanged, some of them, because the share is 0 whatever their number. */
  readonly settled: Float64Array
  /** Whose posting began this year, and backbone teachers among them. */
  readonly posted: Float64Array
  readonly backbonePosted: Float64Array
}

interface Bound extends ExchangeGauge {
  read(): void
}

/** The school year that the tables stand in. */
function yearOf({ blocks }: SeenCounty): number {
  for (let b = 0; b < cohorts; b++) if (blocks.grade[b] > 0) return blocks.entry[b] + blocks.grade[b] - 1
  return NaN
}

function bind(county: SeenCounty): Bound {
  const { teachers, sections } = county
  const { section, tenure, experience, backbone, postedUntil, born, sex } = teachers
  const { level, movedIn } = sections
  const gauge = { moved: new Float64Array(2), settled: new Float64Array(2), posted: new Float64Array(2), backbonePosted: new Float64Array(2) }
  const { moved, settled, posted, backbonePosted } = gauge

  function countAll(count: number, bornAfterFemale: number, bornAfterMale: number): void {
    const nobodyMoved = moved[0] + moved[1] === 0
    for (let t = 0; t < count; t++) {
      const s = section[t]
      if (s < 0) continue
      const l = level[s]
      if (tenure[t] >= eligibleTenure && postedUntil[t] === 0 && born[t] > (sex[t] === 0 ? bornAfterFemale : bornAfterMale)) {
        settled[l]++
        if (nobodyMoved && settled[0] > 0 && settled[1] > 0) break
      }
      // somebody bound to a first post has taught nowhere else, so service here equals experience
      if (tenure[t] === 0 && postedUntil[t] > 0 && experience[t] > 0) {
        posted[l]++
        backbonePosted[l] += backbone[t]
      }
    }
  }

  function read(): void {
    for (const column of [moved, settled, posted, backbonePosted]) column.fill(0)
    for (let s = 0; s < sections.count; s++) moved[level[s]] += movedIn[s]
    const year = yearOf(county)
    countAll(teachers.count, year - eligibleAge.female, year - eligibleAge.male)
  }

  return { ...gauge, read }
}

/** Reads all teachers as they stand. The result is overwritten by the next reading of the same county. */
export const readExchange: (county: SeenCounty) => ExchangeGauge = perCounty(bind)
