import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { firstPupil } from '../county/cohorts.ts'
import type { County } from '../county/county.ts'
import type { GraduationYear as Now } from './graduation-parameters.ts'

/*
 * The exam of grade 9. One loop over all leavers with two draws each, in a leaf function on arrays of one closure: on arrays
 * looked up at every call it took twice as long.
 */

/** Arrays that the exam and admission work in, one row per leaver. */
export interface Leavers {
  readonly score: Float64Array
  readonly id: Int32Array
  readonly section: Int16Array
  /** 1 = may take a directed place. */
  readonly eligible: Uint8Array
  /** 1 = applies to key senior highs. */
  readonly applies: Uint8Array
  readonly unit: Int16Array
  readonly channel: Uint8Array
  /** 1 = family background below 0. */
  readonly low: Uint8Array
}

const leaversOf = (cohort: number): Leavers => ({
  score: new Float64Array(cohort),
  id: new Int32Array(cohort),
  section: new Int16Array(cohort),
  eligible: new Uint8Array(cohort),
  applies: new Uint8Array(cohort),
  unit: new Int16Array(cohort),
  channel: new Uint8Array(cohort),
  low: new Uint8Array(cohort),
})

/** Returns the exam and the leavers it lists with their scores; `sitExam` returns how many they are and counts them by section. */
export function examOf(county: County): { readonly leavers: Leavers; sitExam(now: Now, block: number, residency: number): number } {
  const { id, home, since, background, durable, input, slot } = county.pupils
  const { leavers: count, leaversLow, eligible: countEligible } = county.sections
  const { kind } = county.places
  const sectionOf = county.slots.section
  const leavers = leaversOf(county.capacity.cohort)
  const { score, id: idOf, section, eligible, applies, channel, low } = leavers
  const cell = normalCell
  const hash = keyedHash
  /** Keys of the draws of chance in the exam and of who applies. */
  const keys = new Int32Array(4)

  function list(from: number, to: number, latest: number, noise: number, limit: number): number {
    const n0 = keys[0]
    const n1 = keys[1]
    const a0 = keys[2]
    const a1 = keys[3]
    const examNoise = +noise
    const applyLimit = +limit
    let n = 0
    for (let i = from; i < to; i++) {
      const s = sectionOf[slot[i]]
      if (s < 0) continue
      const h = hash(id[i], n0, n1)
      const isLow = background[i] < 0 ? 1 : 0
      const isEligible = since[i] <= latest ? 1 : 0
      score[n] = durable[i] + input[i] + examNoise * (cell[h >>> 20] + cell[(h >>> 8) & 4095])
      idOf[n] = id[i]
      section[n] = s
      eligible[n] = isEligible
      applies[n] = kind[home[i]] === 2 && hash(id[i], a0, a1) >>> 0 < applyLimit ? 0 : 1
      low[n] = isLow
      count[s]++
      leaversLow[s] += isLow
      countEligible[s] += isEligible
      n++
    }
    return n
  }

  return {
    leavers,
    sitExam({ year, set, draws }, block, residency) {
      keys[0] = draws.k0('graduation.exam')
      keys[1] = draws.k1('graduation.exam')
      keys[2] = draws.k0('graduation.apply')
      keys[3] = draws.k1('graduation.apply')
      channel.fill(0)
      const first = firstPupil(county, block)
      return list(first, first + county.blocks.size[block], year + 1 - residency, set.examNoise, set.applyGap * 4294967296)
    },
  }
}
