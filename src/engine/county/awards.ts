import { keyedHash } from '../kernel/random.ts'

/*
 * Teaching awards: a mark in the personnel file that the evidence says tells nothing about teaching. Who wins one, and after how
 * many years, is drawn by the person’s own number and tied to nothing else, so that awards are a control: whatever the model
 * finds between them and learning is what chance, or a mistake of the model, finds.
 */

/** Share of teachers who win an award at some time: an assumption. */
const everAwarded = 0.4
/** Career years among which the winning one is drawn: an assumption. */
const firstYears = 3
const spread = 25

const key0 = 0x61776172
const key1 = 0x64733a31

/** Whether a teacher of so many completed years holds a teaching award of the county or above. */
export function holdsAward(id: number, experience: number): boolean {
  const h = keyedHash(id, key0, key1)
  return (h >>> 16) / 65536 < everAwarded && experience >= firstYears + ((h & 65535) % spread)
}
