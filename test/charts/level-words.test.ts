import { describe, expect, it } from 'vitest'
import { createEngine, levels, type Arm, type Level } from '../../src/engine/index.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { countyCell, type Frame } from '../../src/app/charts/prepare/frame.ts'
import { cv } from '../../src/app/charts/prepare/columns.ts'
import { billEntries, levelCheck } from '../../src/app/charts/prepare/level-check.ts'
import { causeSays, causeShort, firstSentence, splitBars, splitBasis } from '../../src/app/charts/prepare/level-words.ts'
import { givesTwin } from '../../src/app/charts/prepare/report.ts'
import { plain } from '../../src/app/charts/prepare/twin-files.ts'
import { signedText } from '../../src/app/charts/prepare/shown.ts'
import { whyYear } from '../../src/app/charts/prepare/why.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { layout } from '../../src/app/services.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues } from '../../src/words/index.ts'
import { speechIn } from '../support/speech.ts'
import { everythingFrom, useOf } from '../support/run-engine.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const printed = (text: string): number => Number(text.replace('−', '-'))
/** Four decimals are printed, so each number may be off by half of the last one. */
const addsUp = (changes: readonly number[], total: number): boolean => {
  const off = changes.reduce((sum, one) => sum + printed(signedText(one, 4)), 0) - printed(signedText(total, 4))
  return Math.abs(off) <= 0.00005 * (changes.length + 1) + 1e-9
}

describe('what the level check says', () => {
  const before = { cv: 0, values: [1, 3, 2] as const, rolls: [100, 100, 100] as const }
  // the village school from 1 to 1.5, the town school from 3 to 3.8, the mean from 2 to 2.5
  const run = handRun(4, [before, before, { cv: 0.6, mean: 2.5, below: 2, values: [1.5, 3.8, 2.2], rolls: [100, 100, 100] }])
  const split = levelCheck(handFrame, handStandard, 'primary', 'Q2', run, 2)
  it('is one sentence for every bar, with sign and unit: how far each half went, and the mean with its two values', () => {
    // the upper half began at 3 and 2 (at the mean): (0.8 + 0.2) ÷ 2
    expect(splitBars(speech, handFrame, handItem, 'primary', split, run, 2).map(({ says }) => says)).toEqual([
      '期初低于均值的学校，按学生数加权平均变化 +0.50 人/百名学生。',
      '期初不低于均值的学校，按学生数加权平均变化 +0.50 人/百名学生。',
      '作为比较基准的全县均值由 1.00 变为 2.50 人/百名学生。',
      '各校数值不变，只是学生数的比重改变。',
    ])
  })
  it('names the part that did most with its size, and what the mean did beside it', () => {
    expect(causeSays(speech, { change: 0.0406, lower: 0.0238, upper: 0.256, mean: -0.2404, pupils: 0.0012, lowerRose: 0.1, upperFell: -0.19 })).toBe('差距扩大，主要来自顶部提升（+0.256），同时均值移动 −0.240。')
    expect(causeSays(speech, { change: -0.1, lower: 0.1, upper: 0, mean: -0.2, pupils: 0, lowerRose: 0, upperFell: 0 })).toBe('差距缩小，主要来自全县均值的移动（−0.200）。')
    expect(causeSays(speech, { change: 0, lower: 0, upper: 0, mean: 0, pupils: 0, lowerRose: 0, upperFell: 0 })).toBe('差异系数没有变化。')
  })
  it('says in a few words whether the gap is wider and who did it: rose or fell, as far as that explains it', () => {
    const split = { change: 0, lower: 0, upper: 0, mean: 0, pupils: 0, lowerRose: 0, upperFell: 0 }
    const short = (some: Partial<typeof split>) => causeShort(speech, { ...split, ...some })
    expect(short({ change: 0.08, upper: 0.25, mean: -0.17, upperFell: -0.19 })).toBe('差距扩大 0.080：顶部提升')
    expect(short({ change: -0.08, upper: -0.08, upperFell: 0.1 })).toBe('差距缩小 0.080：顶部下降')
    expect(short({ change: -0.1, lower: -0.1, lowerRose: 0.3 })).toBe('差距缩小 0.100：底部提升')
    expect(short({ change: 0.1, lower: 0.1, lowerRose: -0.3 })).toBe('差距扩大 0.100：底部下降')
    expect(causeSays(speechIn('en'), { ...split, change: 0.08, upper: 0.25, mean: -0.17, upperFell: -0.19 })).toBe('The gap widened, mainly because the top rose (+0.250), while the mean moved −0.170. ')
    const top = { ...split, change: 0.08, upper: 0.25, mean: -0.17, upperFell: -0.19 }
    expect([causeShort(speechIn('en'), top), causeShort(speechIn('en'), top, true)]).toEqual(['Gap up 0.080: top rose', 'Gap up: top rose'])
    // as a whole it rose, its weakest fell behind: no rise of the bottom makes a gap wider
    expect(short({ change: 0.1, lower: 0.1, lowerRose: 0.2 })).toBe('差距扩大 0.100：底部学校的变化')
    // both halves rose and the bottom further: no rise of the top has widened the gap, it lies within the halves
    expect(short({ change: 0.074, upper: 0.1, lowerRose: 0.269, upperFell: -0.151 })).toBe('差距扩大 0.074：顶部学校的变化')
    expect(causeShort(speechIn('en'), { ...split, change: 0.074, upper: 0.1, lowerRose: 0.269, upperFell: -0.151 })).toBe('Gap up 0.074: top changed')
    // both fell and the top less: its fall has not closed the gap
    expect(short({ change: -0.05, upper: -0.08, lowerRose: -0.3, upperFell: 0.1 })).toBe('差距缩小 0.050：顶部学校的变化')
    expect(short({ change: -0.05, upper: -0.08, lowerRose: -0.1, upperFell: 0.3 })).toBe('差距缩小 0.050：顶部下降')
    // 0.0004 is printed as 0.000
    expect([short({ change: 0.0004, lower: 0.0004 }), short({})]).toEqual(['差距不变', '差距不变'])
    expect([short({ change: NaN }), causeSays(speech, { ...split, change: NaN })]).toEqual(['差异系数无从计算', '差异系数无从计算'])
  })
  it('has a bill of what there is: nothing that reads as zero, but always the money', () => {
    expect(billEntries({ moves: 828, exits: 0.5, commute: 0.004, cost: 0 })).toEqual(['moves', 'cost'])
    expect(billEntries({ moves: 0, exits: -2, commute: -0.01, cost: -5 })).toEqual(['exits', 'commute', 'cost'])
  })
  it('Q19 says which run it is of, and what the middle of all runs is, with its mean and schools below', () => {
    const other = handRun(5, [before, before, { cv: 0.502, mean: 1.5, below: 2 }])
    expect(splitBasis(speech, handFrame, handStandard, handItem, 'primary', [run, other], 2)).toBe('第 4 次模拟（0.600；2 次中位 0.502）；2028 年均值 1.50 人/百名学生，2 所低于标准')
    expect(splitBasis(speech, handFrame, handStandard, handItem, 'primary', [run], 2)).toBe('单次模拟（0.600）；2028 年均值 2.50 人/百名学生，2 所低于标准')
  })
  it('is nothing where a school that counts has no figure', () => {
    const holed = handRun(1, [before, before, { cv: NaN, values: [1, NaN, 2], rolls: [100, 100, 100] }])
    expect(levelCheck(handFrame, handStandard, 'primary', 'Q2', holed, 2).change).toBeNaN()
  })
  it('takes of a long text its first sentence', () => {
    expect(firstSentence('每年交流50%；其余不动。')).toBe('每年交流50%。')
    expect(firstSentence('Each year 0.5% move; others stay. Then more.')).toBe('Each year 0.5% move.')
  })
})

describe('Q16c in whole runs', () => {
  const county = shippedCounties[0]!
  const from = county.year + 1
  const arms: readonly Arm[] = [
    { id: 'rotation', policies: [useOf('teacher-rotation', from, { share: 0.2 })] },
    { id: 'money', policies: [useOf('funding-tilt', from), useOf('school-standardisation', from)] },
    everythingFrom(from),
  ]
  const engine = createEngine()
  const all = arms.map((arm) => {
    const scenario = { id: arm.id, title: { zh: arm.id, en: arm.id }, seed: 'sums', years: { from: county.year, to: county.year + 4 }, replicates: 1, county, behaviour: {}, arms: [arm] }
    const finish = <T>(steps: Generator<unknown, T>): T => {
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
      }
    }
    return { series: finish(engine.replicate(scenario, 1))[0]!, trace: finish(engine.explain(scenario, 1, arm.id)), facts: engine.facts(scenario) }
  })
  it('what is printed adds up: both splits, every item, level and year, several scenarios', () => {
    let checked = 0
    let moved = false
    for (const { series, trace, facts } of all) {
      const frame: Frame = { ...layout, facts, years: [...series.years] }
      const view = layout.standards['balance-2017']
      // what one kind of place gains of its teachers’ moves the others give
      const nets = givesTwin(speech, frame, series, series.years.length - 1).rows.map((row) => Number(plain(row[3]!)))
      expect([nets.length, nets.reduce((sum, net) => sum + net, 0)]).toEqual([3, 0])
      moved ||= nets.some((net) => net !== 0)
      for (const [y, year] of series.years.entries()) {
        for (const item of view.items) {
          for (const level of levels as readonly Level[]) {
            const split = levelCheck(frame, view, level, item.id, series, y)
            const bars = splitBars(speech, frame, item, level, split, series, y)
            expect([year, item.id, level, addsUp(bars.map(({ change }) => change), split.change)]).toEqual([year, item.id, level, true])
            // the change is that of the recorded coefficient, which the table prints
            expect(split.change).toBeCloseTo(countyCell(frame, series, y, cv(item.id, level)) - countyCell(frame, series, 0, cv(item.id, level)), 9)
            const why = whyYear(trace, year, item.id, level)
            if (why) expect([year, item.id, level, addsUp(why.bars.map(({ change }) => change), why.after - why.before)]).toEqual([year, item.id, level, true])
            checked += why ? 2 : 1
          }
        }
      }
    }
    expect(moved).toBe(true)
    expect(checked).toBeGreaterThan(3 * 4 * 7 * 2 * 2)
  })
})
