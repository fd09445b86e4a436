import { describe, expect, it } from 'vitest'
import { lognormal, parameterSets, shortSet, triangular, withParameterSet, type Declarations, type Dimension } from '../../../src/engine/experiment/parameter-sets.ts'
import type { Scenario } from '../../../src/engine/scenario.ts'
import { luckAndKnowledge } from '../../../src/engine/experiment/spread.ts'

const text = { en: 'x', zh: '甲' }
const source = { source: 'assumption', says: { en: 'for the test', zh: '测试用' }, confidence: 'judgement' } as const
const number = (standard: number, range: readonly [number, number]) => ({ label: text, unit: 'share', default: standard, range, source }) as const

const declarations: Declarations = {
  processes: [{ id: 'rain', parameters: { wet: number(0.3, [0, 1]), cold: number(0.2, [0.2, 0.4]) } }],
  policies: [{ id: 'umbrella', parameters: { size: number(0.5, [0, 1]), colour: { label: text, unit: 'choice', default: 'red', choices: { red: text, blue: text }, source } } }],
}
const dimensions: readonly Dimension[] = [
  { id: 'weather', parameters: ['rain.wet', 'rain.cold'], prior: 'triangular' },
  { id: 'taste', parameters: ['policy:umbrella.colour'], prior: 'choice' },
]

describe('priors', () => {
  it('triangular: quarter of the mass below 1 for mode 2 on [0, 4] is worked out by hand', () => {
    // F(x) = x² / 8 below the mode: F(1) = 1/8, F(2) = 1/2; above, 1 − F(x) = (4 − x)² / 8: F(3) = 7/8
    expect(triangular(1 / 8, 0, 2, 4)).toBeCloseTo(1, 12)
    expect(triangular(1 / 2, 0, 2, 4)).toBeCloseTo(2, 12)
    expect(triangular(7 / 8, 0, 2, 4)).toBeCloseTo(3, 12)
    expect(triangular(0, 0, 0, 4)).toBe(0)
  })

  it('lognormal: median at the default, ends at the ends', () => {
    expect(lognormal(0.5, 0.08, 0.13, 0.2)).toBeCloseTo(0.13, 12)
    expect(lognormal(0, 0.08, 0.13, 0.2)).toBeCloseTo(0.08, 8)
    expect(lognormal(1, 0.08, 0.13, 0.2)).toBeCloseTo(0.2, 8)
  })
})

describe('parameter sets', () => {
  it('stay within the ranges and have the mean of the triangular prior', () => {
    const sets = parameterSets(dimensions, declarations, 256, 'a')
    const wet = sets.map((set) => set.behaviour['rain.wet'] as number)
    expect(Math.min(...wet)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...wet)).toBeLessThanOrEqual(1)
    // mean of a triangular distribution: (0 + 0.3 + 1) / 3
    expect(wet.reduce((sum, x) => sum + x, 0) / 256).toBeCloseTo(1.3 / 3, 3)
  })

  it('move parameters of one dimension together', () => {
    const sets = parameterSets(dimensions, declarations, 32, 'a')
    const rank = (name: string) => sets.map((s) => s.behaviour[name] as number).map((x, _, all) => all.filter((y) => y < x).length)
    expect(rank('rain.wet')).toEqual(rank('rain.cold'))
  })

  it('split choices evenly', () => {
    const sets = parameterSets(dimensions, declarations, 64, 'a')
    expect(sets.filter((s) => s.policies['umbrella']?.['colour'] === 'blue')).toHaveLength(32)
  })

  it('repeat for a seed, differ for another, and begin alike whatever their number', () => {
    expect(parameterSets(dimensions, declarations, 8, 'a')).toEqual(parameterSets(dimensions, declarations, 16, 'a').slice(0, 8))
    expect(parameterSets(dimensions, declarations, 8, 'a')).not.toEqual(parameterSets(dimensions, declarations, 8, 'b'))
  })

  it('refuse a parameter that nobody declares', () => {
    expect(() => parameterSets([{ id: 'x', parameters: ['rain.dry'], prior: 'triangular' }], declarations, 1, 'a')).toThrow('rain.dry is not declared')
  })

  it('leave alone what a scenario sets itself', () => {
    const scenario = {
      behaviour: { 'rain.wet': 0.9 },
      arms: [{ id: 'a', policies: [{ use: 'umbrella', from: 2027, set: { colour: 'red' } }] }],
    } as unknown as Scenario
    const informed = withParameterSet(scenario, { number: 0, behaviour: { 'rain.wet': 0.1, 'rain.cold': 0.3 }, policies: { umbrella: { colour: 'blue', size: 0.7 } } })
    expect(informed.behaviour).toEqual({ 'rain.wet': 0.9, 'rain.cold': 0.3 })
    expect(informed.arms[0]?.policies[0]?.set).toEqual({ colour: 'red', size: 0.7 })
  })

  it('the short set names twelve constants of ten uncertain things', () => {
    expect(shortSet).toHaveLength(12)
    expect(new Set(shortSet.flatMap((d) => d.parameters)).size).toBe(13)
  })
})

describe('luck and knowledge', () => {
  it('by hand: two sets of two replicates', () => {
    // sets (1, 3) and (5, 7): means 2 and 6, within-variance 2 each, variance of means 8, of which 2 / 2 = 1 is luck
    expect(luckAndKnowledge([[1, 3], [5, 7]])).toEqual({ mean: 4, luck: 2, knowledge: 7, knowledgeShare: 7 / 9 })
  })

  it('no knowledge where sets differ less than luck explains', () => {
    expect(luckAndKnowledge([[0, 4], [4, 0]]).knowledge).toBe(0)
  })

  it('refuses a single replicate', () => {
    expect(() => luckAndKnowledge([[1], [2]])).toThrow('at least two')
  })
})
