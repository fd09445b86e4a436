import { describe, expect, it } from 'vitest'
import { quotaMean } from '../../../src/engine/validation/quota-arithmetic.ts'

const draws = 200
const points = (value: number) => 100 * value

// Town-rural gaps in percentage points as an independent calculation of the same closed county gives them (200 draws).
const table = [
  { gap: 0.4, none: 11.9, 'open-first': { 0.3: 9.4, 0.5: 7.2, 0.7: 4.9 }, 'quota-first': { 0.3: 11.3, 0.5: 9.6, 0.7: 6.7 } },
  { gap: 0.7, none: 20.5, 'open-first': { 0.3: 15.8, 0.5: 12.1, 0.7: 7.9 }, 'quota-first': { 0.3: 19.3, 0.5: 15.8, 0.7: 10.4 } },
] as const

describe('quota arithmetic in a closed county', () => {
  for (const row of table) {
    it(`gap ${row.gap}: without a quota about ${row.none} points`, () => {
      // 200 draws of sixteen schools: standard error about 0.9 points
      expect(Math.abs(points(quotaMean({ share: 0, order: 'open-first', gap: row.gap }, draws).gap) - row.none)).toBeLessThan(2.5)
    })
    for (const order of ['open-first', 'quota-first'] as const) {
      it(`gap ${row.gap}, ${order}: closes the share that the table closes, at 30, 50 and 70 %`, () => {
        const none = quotaMean({ share: 0, order, gap: row.gap }, draws).gap
        for (const share of [0.3, 0.5, 0.7] as const) {
          const closed = 1 - quotaMean({ share, order, gap: row.gap }, draws).gap / none
          expect(Math.abs(closed - (1 - row[order][share] / row.none))).toBeLessThan(0.05)
        }
      })
    }
  }

  it('never changes how many are admitted', () => {
    for (const share of [0, 0.3, 0.5, 0.7, 1]) expect(quotaMean({ share, order: 'open-first', gap: 0.4 }, 20).admitted).toBeCloseTo(720, 9)
  })
})
