import { describe, expect, it } from 'vitest'
import { aboutCv, aboutSchools } from '../../src/app/charts/prepare/about-doors.ts'
import { cvPicture, grownTop } from '../../src/app/charts/prepare/cv-lines.ts'
import { cvMarks } from '../../src/app/charts/prepare/cv-reading.ts'
import { bandsNote, levelText } from '../../src/app/charts/prepare/cv-words.ts'
import { quantile } from '../../src/app/charts/prepare/frame.ts'
import { heldDomain } from '../../src/app/charts/prepare/over-years.ts'
import { insideBand, reachOf } from '../../src/app/charts/prepare/shown.ts'
import { linear } from '../../src/app/charts/scale.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const zh = speechIn('zh')
const en = speechIn('en')
const run = handRun(1, [{ cv: 0.6, mean: 0.8, below: 2 }, { cv: 0.502, mean: 0.9, below: 1 }, { cv: 0.4 }])
const pair = handRun(2, [{ cv: 0.6, mean: 0.8, below: 2 }, { cv: 0.65, mean: 0.7, below: 3 }, { cv: 0.7 }])
const limit = { source: 'balance-2017', says: { en: '', zh: '' }, confidence: 'high' } as const
const view = { ...handStandard, source: limit }

describe('the scale of the gap picture', () => {
  it('grows with what is seen of a county and never shrinks, and is not that of the county before', () => {
    const tops: number[] = []
    let held = { of: '', top: 0 }
    for (const [county, needed] of [['one', 0.8], ['one', 0.6], ['one', 0.9], ['other', 0.5], ['other', 0.4]] as const) tops.push((held = grownTop(held, county, needed)).top)
    expect(tops).toEqual([0.8, 0.8, 0.9, 0.5, 0.5])
  })
})

describe('Q19 a coefficient read from the picture', () => {
  const picture = cvPicture(handFrame, handStandard, 'primary', 'Q2', [run], [], [pair])
  const frame = { width: 200, height: 100, x: linear([2026, 2028], [0, 200]), y: linear([0, 1], [100, 0]), line: 15 }
  const marks = cvMarks(frame, zh, handFrame, handStandard, picture, [run], [pair])
  it('has its mean with the unit and its count below standard beside it, of the plan and of the baseline', () => {
    expect(marks.map(({ text }) => text).slice(0, 2)).toEqual(['骨干教师 0.600；2026 年均值 0.80 人/百名学生，2 所低于标准', '骨干教师 0.502；2027 年均值 0.90 人/百名学生，1 所低于标准'])
    expect(marks[4]!.text).toBe('基线 0.650；2027 年均值 0.70 人/百名学生，3 所低于标准')
  })
  it('where no standard is set for each school, has its mean', () => {
    const { standard: _, ...plain } = handItem
    expect([levelText(zh, plain, 1.2, NaN, 2027), levelText(en, plain, 1.2, NaN, 2027)]).toEqual(['2027 年均值 1.20 人/百名学生', '2027: mean 1.20 teachers per 100 pupils'])
  })
  it('has bands told in the number of runs there are inside', () => {
    // 49 steps between 50 runs: a tenth of them ends after the fifth run from either end, a quarter after the thirteenth
    expect(bandsNote(zh, { ...picture, runs: 50, bands: [[0, 0, 0, 0]] })).toBe('浅带：50 次中 40 次；深带：50 次中 24 次')
    const counts = [5, 10, 15, 20].map((runs) => [insideBand(runs, 10), insideBand(runs, 25)])
    expect(counts).toEqual([[3, 3], [8, 4], [11, 7], [16, 10]])
    // 1 to 31: a tenth of 30 steps is the fourth value itself, which lies on the edge and so inside
    const values = Array.from({ length: 31 }, (_, k) => k + 1)
    expect([quantile(values, 0.1), quantile(values, 0.9), insideBand(31, 10)]).toEqual([4, 28, 25])
  })
})

describe('Q15 behind a whole picture', () => {
  it('of the gap: the formula with its values, and the clause of the limit', () => {
    const door = aboutCv(zh, handFrame, view, handItem, 'primary', [run], 1)
    expect(door.here).toContain('限值 0.50')
    expect(door.sources.at(-1)).toBe(limit)
    expect(door.reading).toContain('长虚线为限值')
  })
  it('of schools: the standard and its 85 %, and their clause', () => {
    // 85 % of 1 per hundred
    expect(aboutSchools(zh, handFrame, view, handItem, 'primary', [run], 1, 'map')).toMatchObject({ here: '小学标准 1.00，85% 为 0.85', unit: '人/百名学生' })
    const { standard: _, ...plain } = handItem
    expect(aboutSchools(en, handFrame, view, plain, 'primary', [run], 1, 'swarm').here).toBe('this standard sets no value for each school')
  })
})

describe('a scale', () => {
  it('stands still while a lever moves, and makes room once for more than what would leave it', () => {
    expect(heldDomain([0, 10], [0, 8])).toEqual([0, 10])
    expect(heldDomain([0, 10], [0, 20])).toEqual([0, 26])
    expect(heldDomain([0, 10], [-10, 8])).toEqual([-13, 10])
  })
  it('of bars reaches as far as the largest of them or their sum', () => {
    expect(reachOf([{ change: -0.02 }, { change: 0.005 }], -0.015)).toBe(0.02)
    expect(reachOf([{ change: 0.02 }, { change: 0.01 }], 0.03)).toBe(0.03)
  })
})
