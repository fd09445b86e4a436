import { describe, expect, it } from 'vitest'
import { payers, policies, policyGroups, purposes, riseAndFall, type Series } from '../../src/engine/index.ts'
import { barSpan, billSays, costBars, ledgerBars, splitBars, splitSays } from '../../src/app/charts/prepare/report-bars.ts'
import { speechIn } from '../support/speech.ts'
import { handItem, handRun } from './hand-county.ts'

const zh = speechIn('zh')
const en = speechIn('en')

describe('Q16c the report says of a gap who rose and who fell', () => {
  // two schools of 100 pupils: 1 and 3 become 2 and 3; the coefficient goes from 0.5 to 0.2
  const split = riseAndFall({ values: [1, 3], pupils: [100, 100] }, { values: [2, 3], pupils: [100, 100] })
  it('in four parts that add up to the change, the sum last', () => {
    const bars = splitBars(zh, split)
    expect(bars.map(({ key }) => key)).toEqual(['lower', 'upper', 'mean', 'pupils', 'total'])
    expect(bars.slice(0, 4).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(0.2 - 0.5, 12)
    expect(bars.at(-1)).toMatchObject({ name: '差异系数变化', text: '−0.3000', total: true })
  })
  it('in a sentence, with the unit of the item', () => {
    expect(splitSays(zh, handItem, split)).toMatch(/^差距缩小主要来自.*底部平均变化 \+1\.00 人\/百生，顶部平均变化 0\.00 人\/百生。$/)
    expect(splitSays(en, handItem, split)).toMatch(/^The gap closed mainly by .*\. Mean change at the bottom \+1\.00 teachers per 100 pupils/)
  })
  it('and what it took, the money too', () => {
    expect(billSays(zh, { moves: 12, exits: -3, commute: 0.25, cost: 45_000_000 })).toBe('交流 +12 人次；离职 −3 人；上学 +0.25 公里；新增费用 4,500万元')
  })
  it('and what did it in the year, adding up to the change', () => {
    const bars = ledgerBars(en, { before: 0.5, after: 0.46, bars: [{ mechanism: 'funding', name: { zh: '经费', en: 'funding' }, change: -0.06 }, { mechanism: 'intake', name: { zh: '生源', en: 'intake' }, change: 0.02 }] })
    expect(bars.map(({ name, text }) => [name, text])).toEqual([['funding', '−0.0600'], ['intake', '+0.0200'], ['change of the CV', '−0.0400']])
  })
})

describe('bars of cost by group', () => {
  const width = purposes.length * payers.length
  /** A run in which the policies at these places of the registry spend so much in each of its three years. */
  const spending = (replicate: number, spent: Readonly<Record<number, number>>): Series => {
    const ledger = new Float64Array(3 * policies.length * width)
    for (const [place, yuan] of Object.entries(spent)) for (let y = 0; y < 3; y++) ledger[(y * policies.length + Number(place)) * width] = yuan
    return { ...handRun(replicate, [{ cv: 0.6 }, { cv: 0.5 }, { cv: 0.4 }]), ledger }
  }
  const [a, b] = [policies.findIndex(({ group }) => group === policyGroups[0]), policies.findIndex(({ group }) => group === policyGroups[1])]
  it('sum a group over the years shown, in the order of groups, and leave out those that cost nothing', () => {
    const runs = [spending(1, { [a]: 10_000_000, [b]: 20_000_000 })]
    expect(costBars(zh, policies, runs, 1).map(({ key, value, text }) => [key, value, text])).toEqual([[policyGroups[0], 20_000_000, '2,000万元'], [policyGroups[1], 40_000_000, '4,000万元']])
    expect(costBars(zh, policies, [spending(1, { [b]: 20_000_000 })], 1).map(({ key }) => key)).toEqual([policyGroups[1]])
    expect(costBars(zh, policies, [spending(1, {})], 2)).toEqual([])
  })
  it('are the middle of the runs', () => {
    expect(costBars(zh, policies, [spending(1, { [a]: 1e6 }), spending(2, { [a]: 2e6 }), spending(3, { [a]: 9e6 })], 0)[0]!.value).toBe(2e6)
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
