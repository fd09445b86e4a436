import { describe, expect, it } from 'vitest'
import { cvPicture } from '../../src/app/charts/prepare/cv-lines.ts'
import { cvTwin } from '../../src/app/charts/prepare/cv-words.ts'
import { explained } from '../../src/app/charts/prepare/explained.ts'
import { swarmDots } from '../../src/app/charts/prepare/swarm.ts'
import { standingTwin, swarmYearsTwin } from '../../src/app/charts/prepare/swarm-words.ts'
import type { Twin } from '../../src/app/charts/prepare/twin.ts'
import { csvOf } from '../../src/app/charts/prepare/twin-files.ts'
import { languages } from '../../src/words/index.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

/* The numbers of a picture as a file: whoever opens it without the picture learns what each column is. */

const zh = speechIn('zh')
const run = handRun(1, [{ cv: 0.6 }, { cv: 0.5 }, { cv: 0.4 }])
const dots = swarmDots(handFrame, handStandard, 'primary', 'Q2', [run], 0)
const gap = cvTwin(zh, handItem, cvPicture(handFrame, handStandard, 'primary', 'Q2', [run], [run], [run]), true)

describe('the dictionary of a picture', () => {
  it.each<[string, Twin]>([
    ['the gap', gap],
    ['schools by year', swarmYearsTwin(zh, handItem, 'primary', [{ year: 2026, dots }])],
    ['the map', standingTwin(zh, handItem, 'primary', dots)],
    ['any other', { heads: ['年份', '达标学校数'], rows: [] }],
  ])('has a line for every column: %s', (_, twin) => {
    const { heads, means } = explained(zh, twin, '副标题')
    expect(means!.map((one) => one !== '')).toEqual(heads.map(() => true))
    const lines = csvOf(explained(zh, twin, '副标题'), '出处').split('\n')
    expect(lines.slice(-2 - heads.length, -2).map((line) => line.split(',')[0])).toEqual(heads.map((head) => `# ${head}`))
    expect(lines.at(-1)).toBe('# 出处')
  })
  it('says of a column of the gap which coefficient it is, of which stage', () => {
    const { heads, means } = explained(zh, gap, '越低越均衡')
    expect(means![heads.indexOf('骨干教师')]).toBe('小学 · 骨干教师 · 差异系数')
    expect(means![heads.indexOf('年份')]).toBe('学年起始年份')
  })
  it('of a year in the head says the year, and what is measured as the subtitle does', () => {
    expect(explained(zh, { heads: ['学校', '2026'], rows: [] }, '小学骨干教师（人/百名学生）').means).toEqual(['学校名称，隐去校名时为代码', '2026 学年的数值：小学骨干教师（人/百名学生）'])
  })
  it('leaves what a table says of itself', () => {
    for (const language of languages) expect(explained(speechIn(language), { heads: ['a'], rows: [], means: ['own'] }, 'subtitle').means).toEqual(['own'])
  })
})
