import { Digest } from '../engine/index.ts'

/** A number for a text that stays the same whatever else is in the table: keys lotteries. */
export const idOf = (text: string): number => parseInt(new Digest().text(text).hex().slice(0, 8), 16) >>> 1
