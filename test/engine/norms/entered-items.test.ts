import { describe, expect, test } from 'vitest'
import { countyGovernment2012, enteredItems, governmentItems, judgeEntered, qualityItems, vetoIds, vetoes, type EnteredFigures } from '../../../src/engine/index.ts'

const judge = (item: string, figures: EnteredFigures | undefined, schools: readonly number[] = [], year = 2026) => judgeEntered(enteredItems[item]!, figures, schools, year)

describe('official items entered by hand', () => {
  test('cover every item that nothing computes, the survey and each veto', () => {
    const asked = [...governmentItems, ...qualityItems, ...countyGovernment2012].filter((item) => item.handling === 'entered' || item.handling === 'not-modelled')
    for (const { id } of asked) expect(enteredItems[id], id).toBeDefined()
    expect(vetoIds).toHaveLength(vetoes.length)
    for (const id of ['recognition', ...vetoIds]) expect(enteredItems[id], id).toBeDefined()
  })
  test('have labels in both languages, a range around what they must reach, and parts of their own', () => {
    for (const [item, parts] of Object.entries(enteredItems)) {
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
      for (const { label, number } of parts) {
        expect([item, /[\u4e00-\u9fff]/.test(label.zh), /[\u4e00-\u9fff]/.test(label.en)]).toEqual([item, true, false])
        const least = typeof number?.atLeast === 'object' ? Object.values(number.atLeast) : [number?.atLeast ?? number?.below ?? number?.range[0] ?? 0]
        for (const one of least) expect(number === undefined || (one >= number.range[0] && one <= number.range[1])).toBe(true)
      }
    }
  })

  // limits: standards.md sections 3, 4 and 6
  test.each<[string, EnteredFigures, EnteredFigures]>([
    ['G7', { funds: 7000 }, { funds: 6999 }],
    ['G8', { teachers: 90000, servants: 90000, performance: true }, { teachers: 89999, servants: 90000, performance: true }],
    ['G9', { share: 1 }, { share: 0.999 }],
    ['G12', { share: 1 }, { share: 0.998 }],
    ['G15', { care: true, share: 0.85 }, { care: true, share: 0.849 }],
    ['E1', { share: 0.95 }, { share: 0.9499 }],
    ['E2', { share: 0.95 }, { share: 0.94 }],
    ['recognition', { questionnaire: 0.85, interviews: 'none' }, { questionnaire: 0.85, interviews: 0.84 }],
    ['veto-1', { met: true }, { met: false }],
    ['G2', { building: true, staffing: true, funds: true, equipment: true }, { building: true, staffing: true, funds: true, equipment: false }],
  ])('%s passes at its limit and fails below', (item, passing, failing) => {
    expect(judge(item, passing).outcome).toBe('passes')
    expect(judge(item, failing).outcome).toBe('fails')
  })
  test('the difference rate is the one strict limit: 0.15 is too much', () => {
    const rates = { chinese: 0.149, maths: 'none', science: 'none', pe: 'none', arts: 'none', morals: 'none' } as const
    expect(judge('E9', { level: true, ...rates }).outcome).toBe('passes')
    expect(judge('E9', { level: true, ...rates, chinese: 0.15 }).outcome).toBe('fails')
    // nothing was monitored: nothing is known
    expect(judge('E9', { level: true, ...rates, chinese: 'none' }).outcome).toBe('open')
  })
  test('special-education funds: 6,000 yuan sufficed before 2025', () => {
    expect(judge('G7', { funds: 6500 }, [], 2024).outcome).toBe('passes')
    expect(judge('G7', { funds: 6500 }, [], 2025).outcome).toBe('fails')
    expect(judge('G7', { funds: 'none' }).outcome).toBe('passes')
  })
  test('what is missing is never passed, and one failure decides', () => {
    expect(judge('G2', undefined)).toEqual({ outcome: 'open', given: 0, asked: 4, failing: [] })
    expect(judge('G2', { building: true })).toEqual({ outcome: 'open', given: 1, asked: 4, failing: [] })
    expect(judge('G2', { building: false }).outcome).toBe('fails')
    expect(judge('G8', { teachers: 1, performance: true }).outcome).toBe('open')
    expect(judge('E3', {}).outcome).toBe('open')
  })
  test('a rule for every school needs every school', () => {
    expect(judge('E4', { share: { 1: 0.05, 2: 0.06 } }, [1, 2])).toEqual({ outcome: 'passes', given: 2, asked: 2, failing: [] })
    expect(judge('E4', { share: { 1: 0.05 } }, [1, 2])).toEqual({ outcome: 'open', given: 1, asked: 2, failing: [] })
    expect(judge('E4', { share: { 1: 0.049, 2: 0.06, 9: 0 } }, [1, 2])).toEqual({ outcome: 'fails', given: 2, asked: 2, failing: [1] })
    // figures of schools that are not asked, and one figure for all, say nothing
    expect(judge('E3', { met: { 9: false } }, [1]).outcome).toBe('open')
    expect(judge('E3', { met: true }, [1]).outcome).toBe('open')
    expect(judge('E3', { met: { 1: true } }, []).outcome).toBe('open')
  })
})
