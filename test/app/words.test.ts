import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../src/words/fill.ts'
import { catalogues, type WordKey } from '../../src/words/index.ts'

const { zh, en } = catalogues
const keys = Object.keys(zh) as WordKey[]

describe('Q32 the two catalogues', () => {
  it('have the same keys and the same slots', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
    for (const key of keys) expect([key, [...slotsOf(en[key])].sort()]).toEqual([key, [...slotsOf(zh[key])].sort()])
  })
  it('leave no Chinese text in English letters only, and no English text with Chinese letters', () => {
    const free: readonly string[] = ['top.language', 'top.language.label', 'data.template.zh', 'data.template.en']
    for (const key of keys) {
      if (free.includes(key)) continue
      expect([key, /[\u4e00-\u9fff]/.test(en[key])]).toEqual([key, false])
      if (/[A-Za-z]{4,}/.test(zh[key].replace(/\{\w+\}/g, ''))) expect([key, /[\u4e00-\u9fff]/.test(zh[key])]).toEqual([key, true])
    }
  })
  it('Q21 never claim certainty or an optimum', () => {
    // the plural is the official name of a dimension: government guarantees
    for (const key of keys) expect([key, /最优|预测将|一定|必然/.test(zh[key]), /\boptim(al|um)\b|\bwill certainly\b|\bguaranteed?\b/i.test(en[key])]).toEqual([key, false, false])
  })
  it('Q22 give probabilities as counts of runs: no percentage of confidence', () => {
    for (const key of keys) expect([key, /置信|概率|% (confidence|probability|chance)/.test(zh[key] + en[key])]).toEqual([key, false])
  })
  it('keep the copy budget of the verdict', () => {
    for (const key of ['verdict.half', 'verdict.fewer', 'verdict.all', 'verdict.never'] as const) expect([key, [...zh[key].replace('{year}', '2033').replace(/\s/g, '')].length <= 12]).toEqual([key, true])
    for (const key of keys) if (key.startsWith('lever.')) expect([key, [...zh[key]].length <= 8]).toEqual([key, true])
  })
})
