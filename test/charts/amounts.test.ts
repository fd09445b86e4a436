import { describe, expect, it } from 'vitest'
import { behaviourGroups, policies, type NumberParameter, type Parameters } from '../../src/engine/index.ts'
import { axisMoney, axisText, itemAgainst, itemText, leverText, moneyText, snap, typedFactor } from '../../src/app/charts/prepare/amounts.ts'
import { counted, shownAgainst } from '../../src/app/charts/prepare/shown.ts'
import { csvOf } from '../../src/app/charts/prepare/twin-files.ts'
import { fc } from '../support/property.ts'

const share: NumberParameter = { label: { zh: '比例', en: 'share' }, unit: 'share', default: 0.1, range: [0, 0.5], step: 0.01, source: { source: 'assumption', says: { en: '', zh: '' }, confidence: 'judgement' } }

describe('a title', () => {
  it('is cut so that no line ends between a number and what it counts; nothing is lost', () => {
    const title = '2026–2031年全部教师：向上流动 1,294 人次（其中进县城 207），到 2039 年有 20 次模拟'
    expect(counted(title).filter((_, k) => k % 2 === 1)).toEqual(['2031年', '1,294 人次', '到 2039 年', '20 次模拟'])
    expect(counted(title).join('')).toBe(title)
    expect(counted('小学骨干教师差异系数：到2039年，多数模拟仍高于限值 0.50')).toEqual(['小学骨干教师差异系数：', '到2039年', '，多数模拟仍高于', '限值 0.50', ''])
    expect(counted('CV still over 0.50 in 2039')).toEqual(['CV still over 0.50 in 2039'])
  })
})

describe('Q16 rounding', () => {
  it('never prints 0.502 as 0.50, nor 4.499 as a standard of 4.50', () => {
    expect(shownAgainst(0.502, 0.5, 2)).toBe('0.502')
    expect(itemAgainst(4.4991, 'm2/pupil', 4.5)).toBe('4.499')
    expect(itemAgainst(4.5, 'm2/pupil', 4.5)).toBe('4.50')
    // 85 % of 1.00 is a limit too: below it a school fails
    expect(itemAgainst(0.8496, 'per 100 pupils', 1)).toBe('0.8496')
    expect(itemAgainst(0.85, 'per 100 pupils', 1)).toBe('0.85')
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
  it('writes money on an axis without its unit: 万元, in English millions, throughout', () => {
    expect([0, 200_000, 20_000_000].map((yuan) => axisMoney(yuan, 'en'))).toEqual(['0', '0.2', '20'])
    expect([0, 200_000, 123_000_000].map((yuan) => axisMoney(yuan, 'zh'))).toEqual(['0', '20', '12,300'])
  })
  it('writes items with two decimals, yuan with none', () => {
    expect(itemText(1234.56, 'yuan/pupil')).toBe('1,235')
    expect(itemText(1.005, 'per 100 pupils')).toBe('1.00')
    expect(itemText(NaN, 'm2/pupil')).toBe('—')
    // at an axis only the noughts behind a decimal point go
    expect([0, 2000, 8000].map((value) => axisText(value, 'yuan/pupil'))).toEqual(['0', '2,000', '8,000'])
    expect([0, 0.5, 1, 1.25, 20].map((value) => axisText(value, 'per 100 pupils'))).toEqual(['0', '0.5', '1', '1.25', '20'])
  })
  it('writes levers shortly', () => {
    expect(leverText(0.1, share, 'zh')).toBe('10%')
    expect(leverText(600, { ...share, unit: 'yuan/teacher/month' }, 'zh')).toBe('600元/月')
  })
  it('shows and takes money in one unit over the whole range of a lever: no price per hour in 万元, no 万元 typed in English', () => {
    const yearly: NumberParameter = { ...share, unit: 'yuan/year', range: [0, 100_000_000] }
    expect(leverText(12_000_000, yearly, 'zh')).toBe('1,200万元/年')
    expect(leverText(12_000_000, yearly, 'en')).toBe('12 million yuan/yr')
    expect([typedFactor(yearly, 'zh') * 12_000_000, typedFactor(yearly, 'en') * 12_000_000]).toEqual([1200, 12])
    const hour: NumberParameter = { ...share, unit: 'yuan', range: [0, 150] }
    expect([leverText(30, hour, 'zh'), leverText(30, hour, 'en'), typedFactor(hour, 'zh')]).toEqual(['30元', '30 yuan', 1])
    const births: NumberParameter = { ...share, unit: 'ten thousand births', range: [400, 1200] }
    expect([leverText(700, births, 'zh'), leverText(700, births, 'en'), typedFactor(births, 'en') * 700]).toEqual(['700万人', '7 million', 7])
  })
  it('counts each thing by its own word, one of it in the singular', () => {
    const text = (policy: string, lever: string, value: number, language: 'zh' | 'en') =>
      leverText(value, policies.find(({ id }) => id === policy)!.parameters[lever as never] as NumberParameter, language)
    expect(text('supervision-incentive', 'steps', 4, 'zh')).toBe('4步')
    expect([text('nine-year-school', 'pairs', 2, 'zh'), text('nine-year-school', 'pairs', 1, 'en')]).toEqual(['2对', '1 pair'])
    expect([text('school-group', 'members', 4, 'zh'), text('school-group', 'members', 1, 'en')]).toEqual(['4所', '1 school'])
  })
  it('no number that somebody sets stands bare, and no lever breaks the copy budget of ten characters at its default', () => {
    for (const { id, parameters, levers = [] } of [...policies, ...behaviourGroups] as readonly { id: string; parameters: Parameters; levers?: readonly string[] }[])
      for (const [lever, parameter] of Object.entries(parameters)) {
        if (parameter.unit === 'choice') continue
        const [zh, en] = [leverText(parameter.default, parameter, 'zh'), leverText(parameter.default, parameter, 'en')]
        expect([id, lever, parameter.unit !== 'count' && /^×|[^\d.,−]$/.test(zh) && /^×|[^\d.,−]$/.test(en)]).toEqual([id, lever, true])
        if (levers.includes(lever)) expect([id, lever, zh, [...zh].length <= 10]).toEqual([id, lever, zh, true])
      }
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
    const text = csvOf({ heads: ['学校', '值'], rows: [['=HYPERLINK("x")', '-1.5'], ['a,b', '1']] }, 'stamp')
    expect(text.startsWith('\uFEFF学校,值')).toBe(true)
    expect(text).toContain('"\'=HYPERLINK(""x"")",-1.5')
    expect(text).toContain('"a,b",1')
  })
})
