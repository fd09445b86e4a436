import { describe, expect, it } from 'vitest'
import { riseAndFall } from '../../src/engine/index.ts'
import { barSpan, billSays, changeBars, costBars, ledgerBars } from '../../src/app/charts/prepare/report-bars.ts'
import { payersText } from '../../src/app/charts/prepare/cost-words.ts'
import { speechIn } from '../support/speech.ts'

const zh = speechIn('zh')
const en = speechIn('en')

describe('Q16c the report says of a gap who rose and who fell', () => {
  // two schools of 100 pupils: 1 and 3 become 2 and 3; the coefficient goes from 0.5 to 0.2
  const split = riseAndFall({ values: [1, 3], pupils: [100, 100] }, { values: [2, 3], pupils: [100, 100] })
  it('in parts that add up to the change, the sum last', () => {
    const parts = (['lower', 'upper', 'mean', 'pupils'] as const).map((key) => ({ key, name: key, change: split[key] }))
    const bars = changeBars(zh, parts, split.change)
    expect(bars.map(({ key }) => key)).toEqual(['lower', 'upper', 'mean', 'pupils', 'total'])
    expect(bars.slice(0, 4).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(0.2 - 0.5, 12)
    expect(bars.at(-1)).toMatchObject({ name: '差异系数变化', text: '−0.3000', total: true })
  })
  it('and what it took, the money too', () => {
    expect(billSays(zh, { moves: 12, exits: -3, commute: 0.25, cost: 45_000_000 })).toBe('交流 +12 人次；离职 −3 人；上学 +0.25 公里；新增费用 4,500万元')
  })
  it('but nothing that would read as zero', () => {
    expect(billSays(zh, { moves: 0, exits: 0.4, commute: 0.004, cost: 0 })).toBe('新增费用 0万元')
  })
  it('and what did it in the year, adding up to the change', () => {
    const bars = ledgerBars(en, { before: 0.5, after: 0.46, bars: [{ mechanism: 'funding', name: { zh: '经费', en: 'funding' }, change: -0.06 }, { mechanism: 'intake', name: { zh: '生源', en: 'intake' }, change: 0.02 }] })
    expect(bars.map(({ name, text }) => [name, text])).toEqual([['funding', '−0.0600'], ['intake', '+0.0200'], ['change of the CV', '−0.0400']])
  })
})

describe('bars of cost by group', () => {
  it('leave out groups that cost nothing, and add up to the total, which comes last', () => {
    const account = { total: 63_000_000, groups: { teachers: 20_000_000, funding: 40_000_000, admissions: 0, network: 0 }, rest: 3_000_000, payers: { central: 0, province: 0, city: 0, county: 63_000_000, family: 0 } }
    const bars = costBars(zh, account)
    expect(bars.map(({ key, value, text }) => [key, value, text])).toEqual([
      ['teachers', 20_000_000, '2,000万元'],
      ['funding', 40_000_000, '4,000万元'],
      ['rest', 3_000_000, '300万元'],
      ['total', 63_000_000, '6,300万元'],
    ])
    expect(bars.slice(0, -1).reduce((sum, { value }) => sum + value, 0)).toBe(account.total)
  })
})

describe('who bears it', () => {
  const groups = { teachers: 0, funding: 0, admissions: 0, network: 0 }
  const account = (county: number, family: number) => ({ total: county + family, groups, rest: county + family, payers: { central: 0, province: 0, city: 0, county, family } })
  it('names what is left where the figures printed would not make up the total', () => {
    // 1,500 of 3,927,000 yuan are no payer of note, yet 392.6 are not 392.8
    expect(payersText(zh, account(3_926_000, 1_500))).toBe('由谁负担：县级 392.6万元，其余 1,500元')
    // 400 yuan more do not change what is printed
    expect(payersText(zh, account(3_926_000, 400))).toBe('由谁负担：县级 392.6万元')
  })
})

describe('where a bar lies', () => {
  it('from the left edge where nothing is negative, from the middle otherwise, the largest to the end', () => {
    expect(barSpan(5, [5, 10], 100)).toEqual({ x: 0, width: 50 })
    expect(barSpan(10, [10, -20], 100)).toEqual({ x: 50, width: 25 })
    expect(barSpan(-20, [10, -20], 100)).toEqual({ x: 0, width: 50 })
  })
  it('is drawn where nothing changed', () => expect(barSpan(0, [0, 0], 100)).toEqual({ x: 0, width: 0 }))
})
