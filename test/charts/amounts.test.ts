import { describe, expect, it } from 'vitest'
import type { NumberParameter } from '../../src/engine/index.ts'
import { axisMoney, itemAgainst, itemText, leverText, moneyText, snap } from '../../src/app/charts/prepare/amounts.ts'
import { shownAgainst } from '../../src/app/charts/prepare/shown.ts'
import { csvOf } from '../../src/app/charts/prepare/twin.ts'
import { fc } from '../support/property.ts'

const share: NumberParameter = { label: { zh: '比例', en: 'share' }, unit: 'share', default: 0.1, range: [0, 0.5], step: 0.01, source: { source: 'assumption', says: { en: '', zh: '' }, confidence: 'judgement' } }

describe('Q16 rounding', () => {
  it('never prints 0.502 as 0.50, nor 4.499 as a standard of 4.50', () => {
    expect(shownAgainst(0.502, 0.5, 2)).toBe('0.502')
    expect(itemAgainst(4.4991, 'm2/pupil', 4.5)).toBe('4.499')
    expect(itemAgainst(4.5, 'm2/pupil', 4.5)).toBe('4.50')
  })
  it('what is printed is on the same side of the limit as the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.45, 0.5, 0.55, 0.65), fc.double({ min: -1e-4, max: 1e-4, noNaN: true }), (limit, off) => {
        // a number nearer to its limit than a millionth of a millionth has no more digits to show
        fc.pre(off === 0 || Math.abs(off) > 1e-11)
        const value = limit + off
        return Math.sign(Number(shownAgainst(value, limit, 3)) - limit) === Math.sign(value - limit)
      }),
    )
  })
})

describe('Q34 units', () => {
  it('writes money in 万元 and 亿元, or in million yuan', () => {
    expect(moneyText(86_400_000, 'zh')).toBe('8,640万元')
    expect(moneyText(123_000_000, 'zh')).toBe('1.23亿元')
    expect(moneyText(86_400_000, 'en')).toBe('86.4 million yuan')
  })
  it('writes money on an axis in few letters, in millions throughout in English', () => {
    expect([0, 200_000, 20_000_000].map((yuan) => axisMoney(yuan, 'en'))).toEqual(['0 m yuan', '0.2 m yuan', '20 m yuan'])
    expect([0, 200_000, 123_000_000].map((yuan) => axisMoney(yuan, 'zh'))).toEqual(['0元', '20万元', '1.23亿元'])
  })
  it('writes items with two decimals, yuan with none', () => {
    expect(itemText(1234.56, 'yuan/pupil')).toBe('1,235')
    expect(itemText(1.005, 'per 100 pupils')).toBe('1.00')
    expect(itemText(NaN, 'm2/pupil')).toBe('—')
  })
  it('writes levers shortly', () => {
    expect(leverText(0.1, share, 'zh')).toBe('10%')
    expect(leverText(600, { ...share, unit: 'yuan/teacher/month' }, 'zh')).toBe('600 元/月')
    expect(leverText(12_000_000, { ...share, unit: 'yuan/year' }, 'zh')).toBe('1,200 万元/年')
  })
})

describe('a lever', () => {
  it('stands on its steps and inside its range, free of binary dust', () => {
    expect(snap(0.1 + 0.2, share, 0.01)).toBe(0.3)
    expect(snap(7, share, 0.01)).toBe(0.5)
    expect(snap(-1, share, 0.01)).toBe(0)
  })
})

describe('CSV', () => {
  it('opens in Excel and runs nothing', () => {
    const text = csvOf({ heads: ['学校', '值'], rows: [['=HYPERLINK("x")', '-1.5'], ['a,b', '1']] })
    expect(text.startsWith('\uFEFF学校,值')).toBe(true)
    expect(text).toContain('"\'=HYPERLINK(""x"")",-1.5')
    expect(text).toContain('"a,b",1')
  })
})
