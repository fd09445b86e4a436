/*
 * Threefry2x32 (Salmon, Moraes, Dror and Shaw, SC11), written from its description: a published generator that passes Crush
 * with 13 rounds, here as an independent reference for the engine's own keyed hash.
 */

const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const
const parity = 0x1bd11bda

/** Both 32-bit words for a counter and a key, as unsigned numbers. */
export function threefry2x32(c0: number, c1: number, k0: number, k1: number, rounds: number): [number, number] {
  const key = [k0, k1, parity ^ k0 ^ k1]
  let x0 = (c0 + k0) | 0
  let x1 = (c1 + k1) | 0
  for (let r = 0; r < rounds; r++) {
    const by = rotations[r % 8]!
    x0 = (x0 + x1) | 0
    x1 = ((x1 << by) | (x1 >>> (32 - by))) ^ x0
    if (r % 4 === 3) {
      const turn = (r + 1) / 4
      x0 = (x0 + key[turn % 3]!) | 0
      x1 = (x1 + key[(turn + 1) % 3]! + turn) | 0
    }
  }
  return [x0 >>> 0, x1 >>> 0]
}

/** The same call as the engine's `keyedHash`: 32 random bits for an id under a key. */
export const threefryHash = (id: number, k0: number, k1: number): number => threefry2x32(id, 0, k0, k1, 13)[0] | 0
