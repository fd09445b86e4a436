import { firstClass, firstPupil } from '../../src/engine/county/cohorts.ts'
import { cohorts, type County } from '../../src/engine/county/county.ts'
import { keyedHash } from '../../src/engine/kernel/random.ts'
import { gumbelOffset, gumbelSlope, normalCell } from '../../src/engine/kernel/variates.ts'
import { choiceLoops } from '../../src/engine/processes/choice-ranking.ts'
import { baseUtilities } from '../../src/engine/processes/school-choice.ts'
import { learningLoop } from '../../src/engine/processes/teaching.ts'
import type { StandingCounty } from './live-county.ts'

/*
 * The two hot loops of a year by themselves: learning, which touches every pupil, and the ranking of schools by the families
 * of entrants. As they stand in the engine, on plain objects, and as arrays for the same loops in C.
 */

/** A loop to be timed: passes over the county, then a checksum of what they left, as 16 hex digits of a double. */
export interface HotLoop {
  /** Items one pass touches: pupils, or families. */
  readonly items: number
  pass(): void
  checksum(): string
}

export interface HotLoops {
  readonly learn: HotLoop
  readonly learnOnObjects: HotLoop
  readonly rank: HotLoop
  /** Input of `hot-loops.c`, taken before any pass. */
  readonly arrays: Uint8Array
}

const bitsOf = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0).toString(16).padStart(16, '0')
}

interface Block {
  readonly first: number
  readonly end: number
  readonly classBase: number
  readonly boarding: number
}

/**
 * Prepares the loops on a county that stands before a school year. To be called once in a process whose county is bound to no
 * process: a closure that is made twice is compiled for both and runs up to 1.8 times slower, which no worker of ours does.
 */
export function hotLoops(standing: StandingCounty): HotLoops {
  const { county, rules } = standing
  const learning = standing.now('teaching')
  const number = (name: string): number => Number(learning.set[name])
  const pull = 1 - number('stability')
  const slope = pull * number('gradient') * rules.county.backgroundSlope
  const numbers = Float64Array.of(number('stability'), number('persistence'), slope, pull, number('shock'))
  const k0 = learning.draws.k0('teaching.shock')
  const k1 = learning.draws.k1('teaching.shock')
  const blocks: Block[] = []
  for (let b = 0; b < cohorts; b++) {
    const first = firstPupil(county, b)
    const boarding = county.blocks.grade[b]! <= 3 ? number('boardingLow') : 0
    if (county.blocks.grade[b] !== 0) blocks.push({ first, end: first + county.blocks.size[b]!, classBase: firstClass(county, b), boarding })
  }
  const ranking = rankingOf(standing)
  const arrays = pack([
    Int32Array.of(blocks.length, county.capacity.slots, ranking.entrants.length / 3, county.capacity.places, county.capacity.sections),
    numbers,
    Int32Array.from(blocks.flatMap(({ first, end, classBase }) => [first, end, classBase, k0, k1])),
    Float64Array.from(blocks, (block) => block.boarding),
    county.pupils.id, county.pupils.slot, county.pupils.standing, county.pupils.background, county.pupils.early,
    county.pupils.durable, county.pupils.input, county.classes.scores, county.classes.constant, normalCell,
    ...ranking.arrays, gumbelOffset, gumbelSlope,
  ]) // prettier-ignore
  return { learn: learnOf(county, blocks, numbers, k0, k1), learnOnObjects: objectsOf(county, blocks, numbers, k0, k1), rank: ranking.loop, arrays }
}

function learnOf(county: County, blocks: readonly Block[], numbers: Float64Array, k0: number, k1: number): HotLoop {
  const { durable, input } = county.pupils
  const [stability, persistence, slope, pull, shock] = numbers as unknown as [number, number, number, number, number]
  const learnBlock = learningLoop(county)
  const year = { stability, persistence, slope, pull, shock }
  return {
    items: blocks.reduce((sum, { first, end }) => sum + end - first, 0),
    pass() {
      for (let b = 0; b < blocks.length; b++) {
        const { first, end, classBase, boarding } = blocks[b]!
        learnBlock(first, end, classBase, year, boarding, k0, k1)
      }
    },
    checksum() {
      let sum = 0
      for (const { first, end } of blocks) for (let i = first; i < end; i++) sum = sum * 0.5 + durable[i]! + input[i]!
      return bitsOf(sum)
    },
  }
}

/** The learning loop as it would be written with an object per pupil and per class. */
function objectsOf(county: County, blocks: readonly Block[], numbers: Float64Array, k0: number, k1: number): HotLoop {
  const [stability, persistence, slope, pull, shock] = numbers as unknown as [number, number, number, number, number]
  const { pupils, classes, capacity } = county
  const cohortsOfObjects = blocks.map(({ first, end, classBase, boarding }) => {
    const rooms = Array.from({ length: capacity.slots }, (_, s) => ({ scores: 0, constant: classes.constant[classBase + s]! }))
    const children = Array.from({ length: end - first }, (_, j) => ({
      id: pupils.id[first + j]!,
      room: rooms[pupils.slot[first + j]!]!,
      boards: pupils.standing[first + j]! % 2 === 1,
      background: pupils.background[first + j]!,
      early: pupils.early[first + j]!,
      durable: pupils.durable[first + j]!,
      input: pupils.input[first + j]!,
    }))
    return { rooms, children, boarding }
  })
  return {
    items: blocks.reduce((sum, { first, end }) => sum + end - first, 0),
    pass() {
      for (const { rooms, children, boarding } of cohortsOfObjects) {
        for (const room of rooms) room.scores = 0
        for (const child of children) {
          const h = keyedHash(child.id, k0, k1)
          const normal = normalCell[h >>> 20]! + normalCell[(h >>> 8) & 4095]!
          child.durable = stability * child.durable + slope * child.background + pull * child.early + shock * normal
          child.input = persistence * child.input + child.room.constant + boarding * (child.boards ? 1 : 0)
          child.room.scores += child.durable + child.input
        }
      }
    },
    checksum() {
      let sum = 0
      for (const { children } of cohortsOfObjects) for (const child of children) sum = sum * 0.5 + child.durable + child.input
      return bitsOf(sum)
    },
  }
}

/** The ranking loop with its inputs of this year, for the families who chose last. */
function rankingOf({ county, now: nowOf }: StandingCounty) {
  const { pupils, sections, schools } = county
  const now = nowOf('school-choice')
  const loops = choiceLoops(county)
  const number = (name: string): number => Number(now.set[name])
  const entrants: number[] = []
  for (let b = 0; b < cohorts; b++) {
    const level = [1, 7].indexOf(county.blocks.grade[b]!)
    if (level >= 0) entrants.push(firstPupil(county, b), county.blocks.size[b]!, level)
  }
  for (const level of [0, 1] as const) baseUtilities(county, now as never, level, loops.base)
  const { capacity } = county
  const taste = [now.draws.k0('school-choice.taste'), now.draws.k1('school-choice.taste')] as const
  const taste0 = Int32Array.from({ length: capacity.sections }, (_, s) => keyedHash(sections.id[s]!, taste[0], taste[1]))
  const taste1 = Int32Array.from({ length: capacity.sections }, (_, s) => keyedHash(sections.id[s]!, taste[1], ~taste[0]))
  const byBackground = Float64Array.from({ length: 2 * capacity.sections }, (_, i) => {
    const s = i % capacity.sections
    const isPrivate = schools.owner[sections.school[s]!] === 2
    return number('meanByBackground') * sections.belief[s]! + (isPrivate ? number('privateByBackground') : 0)
  })
  const chance = Float64Array.from({ length: 2 * capacity.sections }, (_, i) => (i < capacity.sections ? 0 : sections.keyChance[i - capacity.sections]!))
  const keys = Int32Array.of(...['rule', 'motive'].flatMap((what) => [now.draws.k0(`school-choice.${what}`), now.draws.k1(`school-choice.${what}`)]))
  const limits = Float64Array.of(number('simpleRule') * 4294967296, 0, number('strategic') * 4294967296, number('chance'))
  const loop: HotLoop = {
    items: entrants.reduce((sum, size, i) => (i % 3 === 1 ? sum + size : sum), 0),
    pass() {
      for (let e = 0; e < entrants.length; e += 3) {
        const level = entrants[e + 2] as 0 | 1
        loops.prepare(now as never, level)
        loops.rankAll(entrants[e]!, entrants[e + 1]!, level, number('simpleRule'), level === 1 ? number('strategic') : 0, number('chance'))
      }
    },
    checksum() {
      let sum = 0
      for (let e = 0; e < entrants.length; e += 3) {
        for (let i = entrants[e]!; i < entrants[e]! + entrants[e + 1]!; i++) sum = (Math.imul(sum, 31) + pupils.wishes[i]!) | 0
      }
      return bitsOf(sum >>> 0)
    },
  }
  const arrays = [Int32Array.from(entrants), keys, limits, pupils.home, county.options.section, pupils.wishes, loops.base, taste0, taste1, byBackground, chance]
  return { loop, entrants, arrays }
}

/** Arrays one after the other, each preceded by its length in bytes and padded to 8. */
function pack(arrays: readonly ArrayBufferView[]): Uint8Array {
  const padded = (view: ArrayBufferView): number => 8 + Math.ceil(view.byteLength / 8) * 8
  const out = new Uint8Array(arrays.reduce((sum, view) => sum + padded(view), 0))
  let at = 0
  for (const view of arrays) {
    new DataView(out.buffer).setBigInt64(at, BigInt(view.byteLength), true)
    out.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at + 8)
    at += padded(view)
  }
  return out
}
