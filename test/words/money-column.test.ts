import { describe, expect, it } from 'vitest'
import { formatMoneyColumn } from '../../src/words/money-column.ts'

describe('sums of one column', () => {
  it('are in the unit of the largest, and what is not nothing is not printed as nothing', () => {
    const en = formatMoneyColumn([6_360_000, -779_580, 1_200], 'en')
    expect([6_360_000, -779_580, 1_200, 0].map(en)).toEqual(['6.36 million yuan', '−0.78 million yuan', '0.001 million yuan', '0 million yuan'])
    expect(formatMoneyColumn([900, -40], 'en')(-40)).toBe('−40 yuan')
    expect([3_926_000, -8_200].map(formatMoneyColumn([3_926_000, -8_200], 'zh'))).toEqual(['392.6万元', '−0.82万元'])
  })
})
