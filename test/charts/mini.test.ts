import { describe, expect, it } from 'vitest'
import { miniPicture, miniSays, miniSummary, miniTwin, type MiniAsked } from '../../src/app/charts/prepare/mini.ts'
import { printed } from '../../src/app/charts/prepare/twin.ts'
import { plain } from '../../src/app/charts/prepare/twin-files.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const zh = speechIn('zh')
// three runs: medians of the coefficient 0.6, 0.5, 0.4; school 2 is the county town’s, school 1 the rural one
const runs = [0, 1, 2].map((k) =>
  handRun(k + 1, [
    { cv: [0.6, 0.9, 0.1][k]!, mean: 2, values: [1, 2, 1] },
    { cv: [0.5, 0.5, 0.2][k]!, mean: 2, values: [1, 2, 1] },
    { cv: [0.40004, 0.40004, 0.7][k]!, mean: 2.5, below: 2, values: [3, 2, 1] },
  ]),
)
const asked: MiniAsked = { frame: handFrame, view: handStandard, runs, level: 'primary', item: handItem }
const picture = miniPicture(asked)

describe('the small pictures of all items', () => {
  it('draw a line for each item and stage, on one scale', () => {
    expect(picture.lines.map(({ item, level }) => [item.id, level])).toEqual([['Q2', 'primary'], ['Q2', 'junior']])
    expect(picture.lines[0]!.values).toEqual([0.6, 0.5, 0.40004])
    expect(picture.top).toBe(0.7)
    expect(picture.gap).toEqual([0.5, 0.5, 1.5])
  })
  it('count the coefficients over their limit: one at the limit is not over, a stage without schools is not counted', () => {
    const says = [0, 1, 2].map((year) => miniSummary(zh, asked, picture, year))
    expect(says[0]).toContain('2026 年 1 项差异系数中 1 项超过限值')
    expect(says[1]).toContain('2027 年 1 项差异系数中 0 项超过限值')
  })
  it('say no count by the text of 2012, whose items have no limit of their own', () => {
    expect(miniSummary(zh, { ...asked, view: { ...handStandard, judged: 'mean' } }, picture, 0)).not.toMatch(/\d/)
  })
  it('Q19 say no coefficient without its mean and schools below the standard', () => {
    expect(miniSays(zh, asked, picture.lines[0]!, 2)).toBe('骨干教师 小学 0.400；2028 年均值 2.50 人/百名学生，2 所低于标准')
  })
  it('Q38 Q19 have a table of the same numbers, with mean and schools below the standard', () => {
    const { heads, rows } = miniTwin(zh, asked, picture, 2)
    expect(heads).toEqual(['指标', '学段', '2026', '2027', '2028', '2028 年均值', '2028 年低于标准校数'])
    expect(rows[0]!.map(printed)).toEqual(['骨干教师', '小学', '0.600', '0.500', '0.400', '2.50 人/百名学生', '2'])
    expect(rows[0]!.map(plain).slice(2)).toEqual(['0.6', '0.5', '0.40004', '2.5', '2'])
    // no junior school: unknown, not nought
    expect(rows[1]!.map(printed).slice(2)).toEqual(['—', '—', '—', '—', '—'])
    expect(rows[2]!.map(printed)).toEqual(['乡村÷县城（骨干教师）', '小学', '0.50', '0.50', '1.50', '—', '—'])
    expect(rows.every((row) => row.length === heads.length)).toBe(true)
  })
})
