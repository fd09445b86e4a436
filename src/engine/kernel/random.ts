import { gumbelOffset, gumbelSlope, normalCell } from './variates.ts'

/*
 * A draw depends on why, when and who; never on how many draws came before.
 *
 * Each draw is two rounds of lowbias32 over (id, hashed key of stream and year). One round, or raw counters as keys,
 * fail statistical test batteries; two rounds with hashed 64-bit keys showed no failure in 16 GB of PractRand.
 */

/** One round of lowbias32 (constants from the hash-prospector project): a bijection of the 32-bit integers. */
export function lowbias32(x: number): number {
  x ^= x >>> 16
  x = Math.imul(x, 0x21f0aaad)
  x ^= x >>> 15
  x = Math.imul(x, 0xd35a2d97)
  return x ^ (x >>> 15)
}

/**
 * The keyed draw: 32 random bits for entity `id` under the key (k0, k1).
 *
 * What it calls is a constant of a closure, and `Math.imul` is called by that name: V8 checks a binding of a module at every
 * call, which made seven checks per draw and learning a tenth slower.
 */
export const keyedHash = ((): ((id: number, k0: number, k1: number) => number) => {
  const round = lowbias32
  return (id, k0, k1) => round(round((id + k0) | 0) ^ k1)
})()

/** 32 hashed bits of a text, by code unit: the stable number of a stream's name. */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = lowbias32(h ^ Math.imul(text.charCodeAt(i) + 1, 0x9e3779b1))
  return h | 0
}

/** Two 32-bit words that a run's seed text and replicate number are turned into (by `seedrandom`, in `seed.ts`). */
export interface SeedWords {
  readonly s0: number
  readonly s1: number
}

/** Everything a process or policy may draw from in one year. */
export interface Draws {
  /** First and second key word of a stream this year: for hot loops that call the hash themselves. */
  k0(stream: string): number
  k1(stream: string): number
  /** Uniform draws in [0, 1) by id: `const called = draws.stream('rotation.called'); called(teachers.id[t]) < share`. */
  stream(stream: string): (id: number) => number
  /** Standard normal draws by id. */
  normal(stream: string): (id: number) => number
  /** Standard Gumbel draws by id. */
  gumbel(stream: string): (id: number) => number
  /** 32-bit draws by id: lottery numbers for ordering; ties broken by id. */
  lottery(stream: string): (id: number) => number
}

const inverse32 = 1 / 4294967296

/** Draws of one year of one replicate. Streams are keyed by name and year, never by scenario. */
export function drawsOf(seed: SeedWords, year: number): Draws {
  const k0 = (stream: string): number => keyedHash((hashText(stream) + Math.imul(year, 0x632be5ab)) | 0, seed.s0, seed.s1)
  const k1 = (stream: string): number => keyedHash((hashText(stream) + Math.imul(year, 0x632be5ab)) | 0, seed.s1, ~seed.s0)
  const keyed = (stream: string): ((id: number) => number) => {
    const a = k0(stream)
    const b = k1(stream)
    return (id) => keyedHash(id, a, b)
  }
  return {
    k0,
    k1,
    stream: (stream) => {
      const draw = keyed(stream)
      return (id) => (draw(id) >>> 0) * inverse32
    },
    normal: (stream) => {
      const draw = keyed(stream)
      return (id) => {
        const h = draw(id)
        return normalCell[h >>> 20] + normalCell[(h >>> 8) & 4095]
      }
    },
    gumbel: (stream) => {
      const draw = keyed(stream)
      return (id) => {
        const h = draw(id)
        return gumbelOffset[h >>> 21] + (h & 2097151) * gumbelSlope[h >>> 21]
      }
    },
    lottery: (stream) => {
      const draw = keyed(stream)
      return (id) => draw(id) >>> 0
    },
  }
}
