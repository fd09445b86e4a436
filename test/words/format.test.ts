import { afterEach, describe, expect, it } from 'vitest'
import {
  dayOf,
  formatAgainst,
  formatCoefficient,
  formatItem,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShort,
  formatValue,
} from '../../src/words/format.ts'
import { fc } from '../support/property.ts'

describe('formatNumber', () => {
  it.each([
    [1234567.8, 1, '1,234,567.8'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [-1234.5, 1, '−1,234.5'],
    [-0.0004, 2, '0.00'],
    [0, 0, '0'],
    [NaN, 2, '—'],
    [Infinity, 0, '—'],
  ])('%d with %i digits is %s', (value, digits, text) => expect(formatNumber(value, digits)).toBe(text))
  it('drops what a value does not have', () => {
    expect(formatShort(0.25)).toBe('0.25')
    expect(formatShort(10)).toBe('10')
    expect(formatShort(1000)).toBe('1,000')
  })
})

describe('a value beside its limit', () => {
  it('shows the published 0.502 against 0.50 as failing even with two digits', () => {
    expect(formatAgainst(0.502, 0.5, 2)).toBe('0.502')
    expect(formatCoefficient(0.502, 0.5)).toBe('0.502')
    expect(formatCoefficient(0.50004, 0.5)).toBe('0.50004')
  })
  it('does not round past a limit that has more digits', () => expect(formatAgainst(4.26, 4.2, 0)).toBe('4.3'))
  it('leaves others at the digits of the form', () => {
    expect(formatCoefficient(0.51526, 0.5)).toBe('0.515')
    expect(formatCoefficient(0.5, 0.5)).toBe('0.500')
    expect(formatItem(4.2, 'per 100 pupils', 4.2)).toBe('4.20')
    expect(formatItem(1999.7, 'yuan/pupil', 2000)).toBe('1,999.7')
    expect(formatItem(2497.3, 'yuan/pupil', 2000)).toBe('2,497')
  })
  it('never looks equal to a limit it is not equal to, and never changes sides', () => {
    const limits = fc.constantFrom(0.5, 0.45, 0.65, 0.55, 4.2, 5.3, 1, 0.9, 4.5, 7.5, 2000, 3.57, 0.85)
    fc.assert(
      fc.property(limits, fc.double({ min: -0.0001, max: 0.0001, noNaN: true }), fc.integer({ min: 0, max: 3 }), (limit, off, digits) => {
        const value = limit + off
        fc.pre(value === limit || Math.abs(value - limit) > 1e-11)
        const shown = Number(formatAgainst(value, limit, digits).replaceAll(',', ''))
        if (value !== limit) expect(shown).not.toBe(limit)
        if (value !== limit) expect(shown > limit).toBe(value > limit)
      }),
    )
  })
})

describe('money', () => {
  it.each([
    [0, '0元', '0 yuan'],
    [9999, '9,999元', '9,999 yuan'],
    [9999.6, '1万元', '10,000 yuan'],
    [86_400_000, '8,640万元', '86.4 million yuan'],
    [99_994_000, '9,999万元', '100 million yuan'],
    [123_000_000, '1.23亿元', '123 million yuan'],
    [-25_000, '−2.5万元', '−25,000 yuan'],
    [4_567_890_000, '45.7亿元', '4,568 million yuan'],
    [999_949, '100万元', '999,949 yuan'],
    [999_960, '100万元', '1 million yuan'],
    [NaN, '—', '—'],
  ])('%d is %s, %s', (yuan, zh, en) => {
    expect(formatMoney(yuan, 'zh')).toBe(zh)
    expect(formatMoney(yuan, 'en')).toBe(en)
  })
})

describe('units', () => {
  it.each([
    [0.1, 'share', '10%', '10%'],
    [0.125, 'share', '12.5%', '12.5%'],
    [6, 'years', '6年', '6 years'],
    [1, 'years', '1年', '1 year'],
    [6000, 'yuan/teacher/year', '6,000元/人·年', '6,000 yuan per teacher and year'],
    [25_000_000, 'yuan/year', '2,500万元/年', '25 million yuan per year'],
    [0.35, 'utility/km', '0.35效用/公里', '0.35 utility per km'],
    [1.2, 'ratio', '1.2', '1.2'],
    [2.5, 'm2/pupil', '2.5平方米/生', '2.5 m² per pupil'],
  ] as const)('%d %s is %s, %s', (value, unit, zh, en) => {
    expect(formatValue(value, unit, 'zh')).toBe(zh)
    expect(formatValue(value, unit, 'en')).toBe(en)
  })
  it('percentages have one digit on forms', () =>
    expect([formatPercent(0.8764), formatPercent(NaN)]).toEqual(['87.6%', '—']))
})

describe('a day', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
  it('is the day where the reader is: in China seven in the morning is not yesterday', () => {
    process.env['TZ'] = 'Asia/Shanghai'
    const morning = new Date('2026-01-01T23:00:00Z')
    expect(morning.getHours()).toBe(7)
    expect(dayOf(morning)).toBe('2026-01-02')
    process.env['TZ'] = 'America/New_York'
    expect(dayOf(new Date('2026-01-01T02:00:00Z'))).toBe('2025-12-31')
  })
})
