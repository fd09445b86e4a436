import { expect, test } from 'vitest'
import { seedWords } from '../../../src/engine/kernel/seed.ts'

/** Johannes Baagøe's Alea with his Mash, written from its description: what `seedrandom` must go on giving. */
function alea(seed: string): () => number {
  let n = 0xefc8249d
  const mash = (text: string): number => {
    for (let i = 0; i < text.length; i++) {
      n += text.charCodeAt(i)
      let h = 0.02519603282416938 * n
      n = h >>> 0
      h -= n
      h *= n
      n = h >>> 0
      h -= n
      n += h * 2 ** 32
    }
    return (n >>> 0) * 2 ** -32
  }
  const state = [mash(' '), mash(' '), mash(' ')] as [number, number, number]
  let carry = 1
  for (let i = 0; i < 3; i++) {
    state[i]! -= mash(seed)
    if (state[i]! < 0) state[i]!++
  }
  return () => {
    const t = 2091639 * state[0] + carry * 2 ** -32
    carry = Math.trunc(t)
    state.shift()
    state.push(t - carry)
    return state[2]
  }
}

test.each([['hengtu-2025', 1], ['hengtu-2025', 2], ['县', 1], ['', 0], ['tiny-2025', 'county']] as const)('seed %s, replicate %s: the first two words of Alea', (seed, replicate) => {
  const next = alea(`${seed}/${replicate}`)
  expect(seedWords(seed, replicate)).toEqual({ s0: (next() * 2 ** 32) | 0, s1: (next() * 2 ** 32) | 0 })
})

test('replicates and seeds do not share their words', () => {
  const words = new Set<string>()
  for (let replicate = 1; replicate <= 2000; replicate++) for (const seed of ['a', 'b']) words.add(JSON.stringify(seedWords(seed, replicate)))
  expect(words.size).toBe(4000)
})
