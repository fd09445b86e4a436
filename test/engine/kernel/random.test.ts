import { describe, expect, test } from 'vitest'
import { drawsOf, hashText, keyedHash, lowbias32, type SeedWords } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { processes } from '../../../src/engine/year.ts'
import { threefry2x32, threefryHash } from './threefry.ts'

type Hash = (id: number, k0: number, k1: number) => number

/** Inverse of an odd number modulo 2^32, by Newton. */
function inverse(a: number): number {
  let x = a
  for (let i = 0; i < 5; i++) x = Math.imul(x, 2 - Math.imul(a, x))
  return x
}

/** lowbias32 undone step by step: if this gives every number back, no two numbers share an image. */
function undo(x: number): number {
  x ^= (x >>> 15) ^ (x >>> 30)
  x = Math.imul(x, inverse(0xd35a2d97))
  x ^= (x >>> 15) ^ (x >>> 30)
  x = Math.imul(x, inverse(0x21f0aaad))
  return x ^ (x >>> 16)
}

describe('lowbias32', () => {
  test('can be undone, so it is a bijection', () => {
    for (let i = 0; i < 32; i++) expect(undo(lowbias32(1 << i))).toBe(1 << i)
    for (let i = 0; i < 300_000; i++) {
      const x = Math.imul(i, 0x9e3779b1)
      if (undo(lowbias32(x)) !== x) expect.fail(`not undone: ${x}`)
      if (lowbias32(undo(x)) !== x) expect.fail(`not onto: ${x}`)
    }
  })

  test('keeps 0, as the published function does', () => {
    expect(lowbias32(0)).toBe(0)
  })

  test('turns every output bit with half the changes of any input bit', () => {
    const n = 20_000
    for (let bit = 0; bit < 32; bit++) {
      const turned = new Int32Array(32)
      for (let i = 0; i < n; i++) {
        const x = Math.imul(i + 1, 0x85ebca6b)
        const change = lowbias32(x) ^ lowbias32(x ^ (1 << bit))
        for (let b = 0; b < 32; b++) turned[b]! += (change >>> b) & 1
      }
      // five standard deviations of a fair coin
      for (let b = 0; b < 32; b++) expect(Math.abs(turned[b]! - n / 2), `bit ${bit} on ${b}`).toBeLessThan(5 * Math.sqrt(n) / 2)
    }
  })
})

describe('the reference generator', () => {
  test('gives the known answers published with Random123', () => {
    const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const
    const ones = [-1, -1, -1, -1] as const
    const zeros = [0, 0, 0, 0] as const
    expect(threefry2x32(...zeros, 13)).toEqual([0x9d1c5ec6, 0x8bd50731])
    expect(threefry2x32(...ones, 13)).toEqual([0xfd36d048, 0x2d17272c])
    expect(threefry2x32(...pi, 13)).toEqual([0xba3e4725, 0xf27d669e])
    expect(threefry2x32(...zeros, 20)).toEqual([0x6b200159, 0x99ba4efe])
    expect(threefry2x32(...ones, 20)).toEqual([0x1cb996fc, 0xbb002be7])
    expect(threefry2x32(...pi, 20)).toEqual([0xc4923a9c, 0x483df7a0])
  })
})

const seed: SeedWords = seedWords('random', 1)
const n = 1 << 17

/** Draws of consecutive ids under a key of the engine. */
const drawn = (hash: Hash, stream: string, year: number): Uint32Array => {
  const draws = drawsOf(seed, year)
  const k0 = draws.k0(stream)
  const k1 = draws.k1(stream)
  return Uint32Array.from({ length: n }, (_, id) => hash(id, k0, k1))
}

/** Chi-square of counts against equal expectation, as standard deviations from its mean. */
function chiSquare(counts: ArrayLike<number>): number {
  const total = Array.from(counts).reduce((a, b) => a + b, 0)
  const expected = total / counts.length
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected) ** 2 / expected
  return (sum - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1))
}

/** Correlation of two equally long samples times √n: a standard normal if they have nothing to do with each other. */
function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = 2147483647.5
  let ab = 0
  for (let i = 0; i < a.length; i++) ab += (a[i]! - mean) * (b[i]! - mean)
  return ((ab / a.length) * 12 * Math.sqrt(a.length)) / 4294967296 ** 2
}

describe.each([['the keyed hash', keyedHash], ['Threefry2x32-13', threefryHash]] as const)('%s', (_, hash) => {
  const values = drawn(hash, 'school-choice.taste', 2030)

  test.each([0, 8, 16, 24])('fills 256 cells of bits from %i evenly', (shift) => {
    const counts = new Int32Array(256)
    for (const v of values) counts[(v >>> shift) & 255]!++
    expect(Math.abs(chiSquare(counts))).toBeLessThan(4.5)
  })

  test('fills the cells of pairs of neighbours evenly', () => {
    const counts = new Int32Array(1024)
    for (let i = 0; i + 1 < n; i += 2) counts[((values[i]! >>> 27) << 5) | (values[i + 1]! >>> 27)]!++
    expect(Math.abs(chiSquare(counts))).toBeLessThan(4.5)
  })

  test('has no correlation between neighbours, years, streams and replicates', () => {
    expect(Math.abs(correlation(values.subarray(1), values.subarray(0, n - 1)))).toBeLessThan(4.5)
    expect(Math.abs(correlation(values, drawn(hash, 'school-choice.taste', 2031)))).toBeLessThan(4.5)
    expect(Math.abs(correlation(values, drawn(hash, 'school-choice.rule', 2030)))).toBeLessThan(4.5)
    const other = drawsOf(seedWords('random', 2), 2030)
    const otherReplicate = Uint32Array.from({ length: n }, (_, id) => hash(id, other.k0('school-choice.taste'), other.k1('school-choice.taste')))
    expect(Math.abs(correlation(values, otherReplicate))).toBeLessThan(4.5)
  })

  test('does not use one year’s numbers again, shifted, in another', () => {
    const before = new Set(values)
    let again = 0
    for (const v of drawn(hash, 'school-choice.taste', 2031)) if (before.has(v)) again++
    // n² / 2^32 = 4 coincidences are expected by chance
    expect(again).toBeLessThan(20)
  })

  test('gives runs up and down of the expected length', () => {
    let turns = 0
    for (let i = 1; i + 1 < n; i++) if ((values[i]! > values[i - 1]!) !== (values[i + 1]! > values[i]!)) turns++
    // turning points of independent numbers: mean 2(n − 2)/3, variance (16n − 29)/90
    expect(Math.abs(turns - (2 * (n - 2)) / 3)).toBeLessThan(4.5 * Math.sqrt((16 * n - 29) / 90))
  })
})

describe('draws', () => {
  const draws = drawsOf(seed, 2030)

  test('depend on why, when and who, not on what was drawn before', () => {
    const first = drawsOf(seed, 2030).stream('a')(17)
    const later = drawsOf(seed, 2030)
    for (let id = 0; id < 100; id++) later.stream('b')(id)
    expect(later.stream('a')(17)).toBe(first)
    expect(drawsOf(seed, 2031).stream('a')(17)).not.toBe(first)
    expect(drawsOf(seedWords('random', 2), 2030).stream('a')(17)).not.toBe(first)
    expect(draws.stream('b')(17)).not.toBe(first)
    expect(draws.stream('a')(18)).not.toBe(first)
  })

  test('are one hash seen in four ways', () => {
    const hash = (id: number): number => keyedHash(id, draws.k0('a'), draws.k1('a')) >>> 0
    for (const id of [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]) {
      expect(draws.lottery('a')(id)).toBe(hash(id))
      expect(draws.stream('a')(id)).toBe(hash(id) / 2 ** 32)
    }
    const uniform = draws.stream('a')
    for (let id = 0; id < 10_000; id++) if (!(uniform(id) >= 0 && uniform(id) < 1)) expect.fail(`outside [0, 1): ${id}`)
  })

  test('have their own pair of keys for every declared stream and every year from 2000 to 2070', () => {
    const streams = [...processes, ...policies].flatMap((p) => p.streams)
    const keys = new Set<string>()
    for (let year = 2000; year <= 2070; year++) {
      const of = drawsOf(seed, year)
      for (const stream of streams) keys.add(`${of.k0(stream)} ${of.k1(stream)}`)
    }
    expect(streams.length).toBeGreaterThan(20)
    expect(keys.size).toBe(streams.length * 71)
  })
})

describe('names of streams', () => {
  test('have numbers of their own, whatever differs between them', () => {
    const names = [...processes, ...policies].flatMap((p) => p.streams)
    for (let i = 0; i < 20_000; i++) names.push(`stream-${i}`)
    for (const pair of ['ab', 'ba', 'a', 'b', '', 'aa', '指标', '标指']) names.push(pair)
    // 20,000 names give 0.05 coincidences by chance
    expect(new Set(names.map(hashText)).size).toBe(new Set(names).size)
  })
})
