import alea from 'seedrandom/lib/alea.js'
import type { SeedWords } from './random.ts'

/** Turns a human seed text and a replicate number into the two key words of a run. */
export function seedWords(seed: string, replicate: number | string): SeedWords {
  const next = alea(`${seed}/${replicate}`)
  return { s0: next.int32(), s1: next.int32() }
}
