import { describe, expect, it } from 'vitest'
import { payers, purposes, type Series } from '../../src/engine/index.ts'
import { percentText } from '../../src/app/charts/prepare/amounts.ts'
import { addedCost, costAccount } from '../../src/app/charts/prepare/cost.ts'
import { cvPicture } from '../../src/app/charts/prepare/cv-lines.ts'
import { cvSummary } from '../../src/app/charts/prepare/cv-words.ts'
import { belowDoor, passingDoor } from '../../src/app/charts/prepare/doors.ts'
import type { Frame } from '../../src/app/charts/prepare/frame.ts'
import { overYears, ruralOverTown, type YearsView } from '../../src/app/charts/prepare/over-years.ts'
import { accountRun } from '../../src/app/charts/prepare/report.ts'
import { stacked } from '../../src/app/charts/prepare/over-years-cost.ts'
import type { Asked } from '../../src/app/charts/prepare/over-years-shape.ts'
import { printed } from '../../src/app/charts/prepare/twin.ts'
import { plain } from '../../src/app/charts/prepare/twin-files.ts'
import { verdictTable } from '../../src/app/charts/prepare/verdict.ts'
import { speechIn } from '../support/speech.ts'
import { handFrame, handItem, handRun, handStandard, type HandYear } from './hand-county.ts'

const zh = speechIn('zh')
const en = speechIn('en')
const still = (replicate: number, year: HandYear = { cv: 0.6 }) => handRun(replicate, [year, year, year])
const asked = (more: Partial<Asked>): Asked => ({ speech: zh, frame: handFrame, standard: 'balance-2017', level: 'primary', item: 'Q2', year: 2, runs: [], pairs: [], policies: [], ...more })
const picture = (view: YearsView, more: Partial<Asked>) => overYears(view, asked(more))

/* Money is booked by one process, a policy for teachers and one of funding; 10,000 yuan each year from 2026 to 2028. */
type Booked = readonly [process: number, rotation: number, tilt: number]
const policies = [{ id: 'rotation', group: 'teachers' as const }, { id: 'tilt', group: 'funding' as const }]
function booked(replicate: number, years: readonly Booked[]): Series {
  const cells = purposes.length * payers.length
  const ledger = new Float64Array(years.length * 3 * cells)
  years.forEach((year, y) => year.forEach((amount, actor) => (ledger[(y * 3 + actor) * cells] = amount * 1e4)))
  return { ...still(replicate), years: handFrame.years, ledger }
}
const none: Booked = [0, 0, 0]
const free = [1, 2, 3].map((replicate) => booked(replicate, [none, none, none]))
// sums 90, 95 and 20: the first is in the middle, while the medians of the years, 10 and 10, add up to 20
const plans = [
  booked(1, [none, [20, 60, 10], [-30, 20, 10]]),
  booked(2, [none, [0, 0, 0], [0, 95, 0]]),
  booked(3, [none, [0, 10, 0], [0, 10, 0]]),
]

describe('added cost over the years', () => {
  const cost = picture('cost', { runs: plans, pairs: free, policies })
  const named = (key: string) => cost.parts.find((part) => part.key === key)!
  it('comes to the sum that the card prints: the middle of the sums, not the sum of the middles', () => {
    expect(addedCost(plans, free, 2)).toBe(90e4)
    expect(costAccount(policies, plans, free, 2)!.total).toBe(90e4)
    expect(cost.title).toBe('到 2028 年累计比基线多 90万元')
  })
  it('is drawn of that run: its parts add up to each year, and its years to the sum', () => {
    expect(cost.plan).toEqual([0, 90e4, 0])
    expect([named('teachers').values, named('funding').values, named('rest').values]).toEqual([[0, 60e4, 20e4], [0, 10e4, 10e4], [0, 20e4, -30e4]])
    cost.plan.forEach((total, y) => expect(cost.parts.reduce((sum, part) => sum + part.values[y]!, 0)).toBe(total))
  })
  it('stacks what costs upon zero and hangs what saves under it, and the axis has room for both', () => {
    expect([named('teachers').spans[2], named('funding').spans[2], named('rest').spans[2]]).toEqual([[0, 20e4], [20e4, 30e4], [0, -30e4]])
    expect(cost.domain[0]).toBeLessThan(-30e4)
    expect(cost.domain[1]).toBeGreaterThan(90e4)
    expect(stacked([[-1, 2], [-2, 3], [4, -5]])).toEqual([[[0, -1], [0, 2]], [[-1, -3], [2, 5]], [[0, 4], [0, -5]]])
  })
  it('leaves out groups that cost nothing', () => {
    expect(cost.parts.map((part) => part.key)).toEqual(['teachers', 'funding', 'rest'])
  })
  it('has a table with a column for each part and for the year, in whole yuan', () => {
    expect(cost.twin.heads).toEqual(['年份', '教师（元）', '经费（元）', '未记入政策项（元）', '合计（元）'])
    expect(cost.twin.rows[2]!.map(printed)).toEqual(['2028', '200,000', '100,000', '−300,000', '0'])
    expect(cost.twin.rows[2]!.map(plain)).toEqual(['2028', '200000', '100000', '-300000', '0'])
  })
  it('says where the years of four fifths of the runs lie, once there are five', () => {
    const five = [100, 110, 120, 130, 140].map((amount, k) => booked(k + 1, [none, [0, amount, 0], none]))
    const wide = picture('cost', { runs: five, pairs: five.map((_, k) => booked(k + 1, [none, none, none])), policies })
    // a tenth of the way over four steps of 10
    expect([wide.low[1], wide.high[1]]).toEqual([104e4, 136e4])
    expect(wide.twin.heads.slice(-2)).toEqual(['5 次中第 10% 位', '5 次中第 90% 位'])
    expect(cost.low).toEqual([])
  })
  it('is read with its parts: first by year, then part by part', () => {
    expect(cost.lines[0]!.text(2)).toBe('2028 年合计 0万元；教师 20万元；经费 10万元；未记入政策项 −30万元')
    expect(cost.lines[1]!.text(1)).toBe('2027 年教师 60万元；合计 90万元')
    // a part of nothing has no point; the others have theirs in their middle
    expect(cost.lines[1]!.ys).toEqual([NaN, 30e4, 10e4])
    expect(cost.lines[3]!.ys).toEqual([NaN, 80e4, -15e4])
  })
  it('says its unit once: figures of the axis are bare', () => {
    const english = picture('cost', { speech: en, runs: plans, pairs: free, policies })
    expect([cost.subtitle.includes('万元'), cost.format(9e5)]).toEqual([true, '90'])
    expect([/million yuan/i.test(english.subtitle), english.format(9e5)]).toEqual([true, '0.9'])
  })
  it('says so where the plan costs less, or nothing; and does not where there is nothing to compare with yet', () => {
    expect(picture('cost', { runs: free, pairs: plans, policies }).title).toBe('到 2028 年累计比基线少 90万元')
    expect(picture('cost', { runs: free, pairs: free, policies }).title).toBe(zh.t('cost.none'))
    const waiting = picture('cost', { runs: plans, pairs: [], policies })
    expect([waiting.title, waiting.about().here]).toEqual(['到 2028 年累计比基线多 —', '—'])
  })
  it('is of the run that all accounts of the report are of', () => {
    expect(accountRun(plans, free, 2).replicate).toBe(1)
    // up to 2027 the sums are 90, 0 and 10
    expect(accountRun(plans, free, 1).replicate).toBe(3)
    expect(accountRun(plans, [], 2).replicate).toBe(1)
  })
  it('has a door with the parts of the sum', () => {
    expect(cost.about()).toMatchObject({ shown: '90万元', here: '教师 80万元 + 经费 20万元 + 未记入政策项 −10万元 = 90万元' })
  })
})

describe('schools passing over the years', () => {
  const columns = ['schools.passing.primary', 'schools.passing.junior', 'schools.assessed.primary', 'schools.assessed.junior']
  const run = (replicate: number, rows: readonly (readonly [number, number, number, number])[]): Series => {
    const series = still(replicate)
    rows.forEach((row, y) => row.forEach((count, c) => (series.county[y * handFrame.countyWidth + handFrame.countyColumn(columns[c]!)] = count)))
    return series
  }
  // two schools close in 2028; then 1, 2 and 3 primary schools pass with 3, 1 and 1 junior schools: medians 2 and 1, median of the sums 4
  const runs = ([[1, 3], [2, 1], [3, 1]] as const).map(([primary, junior], k) => run(k + 1, [[0, 0, 8, 4], [1, 0, 8, 4], [primary, junior, 6, 4]]))
  const passing = picture('passing', { runs })
  it('are counted as the card counts them, of those assessed in the year shown', () => {
    const { primary, junior, all } = verdictTable(handFrame, handStandard, runs, 2).schools
    expect([primary.passing, junior.passing, all]).toEqual([2, 1, { passing: 4, assessed: 10 }])
    expect(passing.title).toBe('2028 年 4／10 所综合达标')
    expect(passing.plan).toEqual([0, 1, 4])
    // the door has the stages of the first run that has the sum
    expect(passingDoor(zh, handFrame, handStandard.source, runs, 2)).toMatchObject({ shown: '4／10', here: '第 1 次：小学 1／6；初中 3／4' })
  })
  it('and those below an item’s standard likewise: stages added in each run', () => {
    const short = ([[1, 3], [2, 1], [3, 1]] as const).map(([primary, junior], k) => {
      const series = still(k + 1)
      for (const [id, count] of [['Q2.below.primary', primary], ['Q2.below.junior', junior]] as const) series.county[handFrame.countyColumn(id)] = count
      return series
    })
    expect(verdictTable(handFrame, handStandard, short, 0).rows[0]!).toMatchObject({ below: 4, cells: { primary: { below: 2 }, junior: { below: 1 } } })
    expect(belowDoor(zh, handFrame, handItem, short, 0)).toMatchObject({ shown: '4', here: '第 1 次：小学 1 + 初中 3 = 4' })
    expect(picture('passing', { runs, year: 1 }).title).toBe('2027 年 1／12 所综合达标')
  })
  it('have an axis for as many as there ever are', () => {
    expect(passing.domain).toEqual([0, 12])
  })
})

describe('what cannot be computed', () => {
  const villages: Frame = { ...handFrame, facts: handFrame.facts.filter((fact) => fact.kind === 'rural') }
  it('is said in the title of the urban–rural gap, and a dash in its table', () => {
    const gap = picture('gap', { frame: villages, runs: [still(1)], pairs: [still(1)] })
    expect(gap.title).toBe('小学骨干教师：乡村与县城没有可比的数值')
    expect(gap.twin.rows[0]!.map(printed)).toEqual(['2026', '—', '—'])
    expect(gap.domain[1]).toBeCloseTo(1.26, 12)
    // over nothing there is no ratio either
    expect(ruralOverTown(handFrame, still(1, { cv: 0.6, values: [1, 0, 1] }), 0, 'primary', 'Q2')).toBeNaN()
    expect([percentText(NaN, 0), percentText(0.125)]).toEqual(['—', '12.5%'])
  })
  it('is never said to be over a limit: a stage the county has not, or a missing figure', () => {
    const title = (level: 'primary' | 'junior', cv: number, limited: boolean, speech = zh) =>
      cvSummary(speech, handItem, cvPicture(handFrame, handStandard, level, 'Q2', [still(1, { cv }), still(2, { cv })], [], []), limited)
    expect([title('junior', 0.6, true), title('junior', 0.6, false)]).toEqual(['初中骨干教师差异系数：无参评学校', '初中骨干教师差异系数：无参评学校'])
    expect([title('primary', NaN, true), title('primary', NaN, true, en)]).toEqual(['小学骨干教师差异系数：缺数据', 'Backbone, Primary, CV: no data'])
    expect(title('primary', 0.6, true)).toContain('仍高于限值 0.50')
  })
})
