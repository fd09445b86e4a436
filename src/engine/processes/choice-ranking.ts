import { gumbelOffset, gumbelSlope } from '../kernel/variates.ts'
import { keyedHash } from '../kernel/random.ts'
import { optionsPerPlace } from '../county/pupils.ts'
import type { County } from '../county/county.ts'
import type { ChoiceYear as Now } from './choice-parameters.ts'

/*
 * The ranking loop: about 13,000 families a year with up to eight options and a draw for each, the largest cost of a year
 * next to teaching. Its arrays and constants are those of the closure and it calls nothing inside the loop but the hash
 * (measured: the plainer form, with objects per family, is more than ten times slower). Arguments are made plain numbers before
 * the loop, as in teaching, and whole numbers stay whole: running maxima that begin at a constant of the module were kept as
 * objects, which took half as long again.
 */
export function choiceLoops(county: County) {
  const { pupils, sections, schools, options } = county
  const { id, home, background, wishes } = pupils
  const option = options.section
  const base = new Float64Array(county.options.capacity)
  const k0 = new Int32Array(county.capacity.sections)
  const k1 = new Int32Array(county.capacity.sections)
  const byBackground = new Float64Array(county.capacity.sections)
  const chance = new Float64Array(county.capacity.sections)
  const offset = gumbelOffset
  const slope = gumbelSlope
  const hash = keyedHash
  const placeCapacity = county.capacity.places
  /** Pupils whose families weigh their options. */
  const weighing = new Int32Array(county.capacity.cohort)
  /** Keys of the draws that decide who keeps a simple rule and who is strategic. */
  const keys = new Int32Array(4)
  /** Below every key (utilities stay within ±2048); its option number reads as 7, which a place with fewer options does not have. */
  const lowest = -1073741824
  /** Nibbles after the third wish: no further one. */
  const noFurther = -4096

  /**
   * A family’s three best options, packed. A key holds utility in 2^-16 steps above and the option number below; three running
   * maxima in registers keep the best (a sorted list of all options took half as long again; maxima by comparison, which a
   * processor guesses wrong for every other option, a quarter).
   */
  function rank(row: number, m: number, weight: number): number {
    const who = id[row]
    const z = background[row]
    let best = lowest
    let second = lowest
    let third = lowest
    for (let k = 0; k < optionsPerPlace; k++) {
      const s = option[m + k]
      if (s < 0) break
      const h = hash(who, k0[s], k1[s])
      const u = base[m + k] + z * byBackground[s] + weight * chance[s] + offset[h >>> 21] + (h & 2097151) * slope[h >>> 21]
      const key = (((u * 65536) | 0) << 3) | (7 - k)
      // what is less than 0 of a difference moves the smaller of two numbers down and the larger up
      const first = (key - best) | 0
      const down = first & (first >> 31)
      const under = (best + down) | 0
      best = (key - down) | 0
      const next = (under - second) | 0
      const further = next & (next >> 31)
      const last = (second + further) | 0
      second = (under - further) | 0
      const rest = (last - third) | 0
      third = (last - (rest & (rest >> 31))) | 0
    }
    return noFurther | (7 - (best & 7)) | ((7 - (second & 7)) << 4) | ((7 - (third & 7)) << 8)
  }

  /** Gives every family the order of the list and lists those who weigh their options; returns how many they are. */
  function setApart(from: number, to: number, limit: number): number {
    const rule0 = keys[0]
    const rule1 = keys[1]
    const simpleLimit = +limit
    let n = 0
    for (let i = from; i < to; i++) {
      wishes[i] = noFurther | 0x210
      weighing[n] = i
      n += hash(id[i], rule0, rule1) >>> 0 < simpleLimit ? 0 : 1
    }
    return n
  }

  /** Wishes of the families listed; strategic ones weigh the chance of a key senior high four times. */
  function rankListed(n: number, firstPlace: number, limit: number, weight: number): void {
    const motive0 = keys[2]
    const motive1 = keys[3]
    const strategicLimit = +limit
    const plain = +weight
    const strategic = 4 * plain
    for (let j = 0; j < n; j++) {
      const i = weighing[j]
      const isStrategic = strategicLimit > 0 && hash(id[i], motive0, motive1) >>> 0 < strategicLimit
      wishes[i] = rank(i, (firstPlace + home[i]) * optionsPerPlace, isStrategic ? strategic : plain)
    }
  }

  return {
    base,
    /** Keys and slopes of this year. */
    prepare(now: Now, level: 0 | 1): void {
      const { set, draws } = now
      keys[0] = draws.k0('school-choice.rule')
      keys[1] = draws.k1('school-choice.rule')
      keys[2] = draws.k0('school-choice.motive')
      keys[3] = draws.k1('school-choice.motive')
      const taste0 = draws.k0('school-choice.taste')
      const taste1 = draws.k1('school-choice.taste')
      for (let s = 0; s < sections.count; s++) {
        k0[s] = keyedHash(sections.id[s], taste0, taste1)
        k1[s] = keyedHash(sections.id[s], taste1, ~taste0)
        const isPrivate = schools.owner[sections.school[s]] === 2
        byBackground[s] = set.meanByBackground * sections.belief[s] + (isPrivate ? set.privateByBackground : 0)
        chance[s] = level === 1 ? sections.keyChance[s] : 0
      }
    },
    /** Wishes of every pupil of a block. Families with a simple rule keep the order of the list: zone school, then nearest. */
    rankAll(first: number, size: number, level: 0 | 1, simple: number, strategic: number, weight: number): void {
      const n = setApart(first, first + size, simple * 4294967296)
      rankListed(n, level * placeCapacity, strategic * 4294967296, weight)
    },
  }
}
