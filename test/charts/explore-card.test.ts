import { describe, expect, it } from 'vitest'
import { countySeries, payers, policies, purposes, type Series } from '../../src/engine/index.ts'
import { assumptions, assumptionValue, withAssumption } from '../../src/app/charts/prepare/assumptions.ts'
import { columnIn, type Frame } from '../../src/app/charts/prepare/frame.ts'
import { missed, officialCount, officialRows } from '../../src/app/charts/prepare/guarantees.ts'
import { knowledgeBand, spreadOf } from '../../src/app/charts/prepare/knowledge.ts'
import { bandSays } from '../../src/app/charts/prepare/knowledge-words.ts'
import { costAccount } from '../../src/app/charts/prepare/cost.ts'
import { costDoor } from '../../src/app/charts/prepare/cost-words.ts'
import { billDoor } from '../../src/app/charts/prepare/level-words.ts'
import { middlePair } from '../../src/app/charts/prepare/pairs.ts'
import { billOf } from '../../src/app/charts/prepare/level-check.ts'
import { leverMoves } from '../../src/app/charts/prepare/lever-moves.ts'
import { losesMost } from '../../src/app/charts/prepare/loses-most.ts'
import { signedText } from '../../src/app/charts/prepare/shown.ts'
import { verdictTable } from '../../src/app/charts/prepare/verdict.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { usesOf, withLever } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { layout } from '../../src/app/services.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues } from '../../src/words/index.ts'
import { handFrame, handRun, handStandard } from './hand-county.ts'

const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const year = (cv: number, values: readonly [number, number, number] = [1, 1, 1]) => ({ cv, values })
const flat = (replicate: number, cv: number) => handRun(replicate, [year(cv), year(cv), year(cv)])

describe('luck and knowledge', () => {
  // two sets of two runs: within each set the runs differ by 0.02, the sets' means by 0.2
  const sets = [
    [flat(1, 0.49), flat(2, 0.51)],
    [flat(1, 0.69), flat(2, 0.71)],
  ]
  it('are told apart by the analysis of variance, by hand', () => {
    const spread = spreadOf(handFrame, 'primary', 'Q2', sets, 0)!
    expect(spread.luck).toBeCloseTo(0.0002, 12)
    // variance of the means 0.02, less half of the luck
    expect(spread.knowledge).toBeCloseTo(0.02 - 0.0001, 12)
    expect(spread.knowledgeShare).toBeCloseTo(0.0199 / 0.0201, 12)
  })
  it('have a band that says what its sets are, under the picture and in its file', () => {
    const band = { low: [], high: [], sets: 40, replicates: 4, runs: 160 }
    // eight of ten of 160
    expect(bandSays(speech, band, 'drawn')).toBe('斜纹带：40 组参数各 4 次，160 次中约 128 次')
    expect(bandSays(speech, band, 'accepted')).toBe('斜纹带：与事实相符的 40 组参数各 4 次，160 次中约 128 次')
  })
  it('have a band over all runs of all sets, with their counts', () => {
    const band = knowledgeBand(handFrame, 'primary', 'Q2', sets)!
    // 0.49 0.51 0.69 0.71: a tenth of the way over three steps
    expect(band.low[0]).toBeCloseTo(0.49 + 0.3 * 0.02, 12)
    expect(band.high[0]).toBeCloseTo(0.71 - 0.3 * 0.02, 12)
    expect([band.sets, band.replicates, band.runs]).toEqual([2, 2, 4])
  })
  it('cannot be told from one set, from single runs, or where nothing differs', () => {
    expect(spreadOf(handFrame, 'primary', 'Q2', [sets[0]!], 0)).toBeNull()
    expect(spreadOf(handFrame, 'primary', 'Q2', [[flat(1, 0.5)], [flat(1, 0.6)]], 0)).toBeNull()
    expect(spreadOf(handFrame, 'primary', 'Q2', [[flat(1, 0.5), flat(2, 0.5)], [flat(1, 0.5), flat(2, 0.5)]], 0)).toBeNull()
    expect(knowledgeBand(handFrame, 'primary', 'Q2', [])).toBeNull()
  })
})

describe('who loses most', () => {
  const plan = handRun(1, [year(0), year(0), year(0, [1.2, 1.5, 0.9])])
  const pair = handRun(1, [year(0), year(0), year(0, [0.9, 2, 1])])
  it('is the school whose item falls most against the baseline, where no backbone column is', () => {
    // −0.5 of a standard of 1 at the second school, −0.1 at the third
    expect(losesMost(handFrame, handStandard, [plan], [pair], 2)).toMatchObject({ kind: 'item', fact: { section: 1 }, change: -0.5 })
  })
  it('of equal losses is that of the school that comes first', () => {
    expect(losesMost(handFrame, handStandard, [handRun(1, [year(0), year(0), year(0, [0.75, 1.75, 1])])], [handRun(1, [year(0), year(0), year(0, [1, 2, 1])])], 2)).toMatchObject({ fact: { section: 0 }, change: -0.25 })
  })
  it('is nobody if the plan is the baseline', () => {
    expect(losesMost(handFrame, handStandard, [pair], [pair], 2)).toBeNull()
    expect(losesMost(handFrame, handStandard, [plan], [], 2)).toBeNull()
  })
  it('looks at backbone teachers first', () => {
    const withBackbone: Frame = { ...handFrame, sectionColumn: (id) => handFrame.sectionColumn(id === 'backbone' ? 'roll' : id) }
    const fewer = handRun(1, [year(0), year(0), { cv: 0, values: [1, 1, 1], rolls: [98, 100, 95] }])
    expect(losesMost(withBackbone, handStandard, [fewer], [handRun(1, [year(0), year(0), year(0)])], 2)).toMatchObject({ kind: 'backbone', fact: { section: 2 }, change: -5 })
  })
})

describe('the bill', () => {
  it('is the difference of the pair, summed to the year: moves, exits, money', () => {
    const ledger = (first: number) => Float64Array.from({ length: 3 * purposes.length * payers.length }, (_, k) => (k % (purposes.length * payers.length) === 0 ? first : 0))
    const row = { cv: 0, values: [1, 1, 1] as const }
    const plan: Series = { ...handRun(1, [row, row, row]), ledger: ledger(70) }
    const pair: Series = { ...handRun(1, [row, row, row]), ledger: ledger(50) }
    expect(billOf(handFrame, [plan], [pair], 'primary', 1)).toMatchObject({ moves: 0, exits: 0, cost: 40 })
  })
  it('of money is told by policy group, by what no policy is charged with, and by payer: one pair, so that the parts add up', () => {
    // one process, then two policies; the first purpose, paid by the first payer and by the last, the families
    const actors = ['a process', 'rotation', 'tilt']
    const cells = purposes.length * payers.length
    const ledger = (sums: readonly (readonly [first: number, families: number])[]) =>
      Float64Array.from({ length: actors.length * cells }, (_, k) => (k % cells === 0 ? sums[Math.floor(k / cells)]![0] : k % cells === payers.length - 1 ? sums[Math.floor(k / cells)]![1] : 0))
    const series = (sums: readonly (readonly [number, number])[]): Series => ({ ...handRun(1, [{ cv: 0 }, { cv: 0 }, { cv: 0 }]), years: [2026], ledger: ledger(sums) })
    const plan = series([[500, 10], [30, 0], [200, 5]])
    const baseline = series([[480, 4], [0, 0], [0, 0]])
    const kinds = [{ id: 'rotation', group: 'teachers' as const }, { id: 'tilt', group: 'funding' as const }]
    const account = costAccount(kinds, [plan], [baseline], 0)!
    expect(account).toMatchObject({ total: 261, groups: { teachers: 30, funding: 205, admissions: 0, network: 0 }, rest: 26 })
    expect(account.payers[payers[0]]).toBe(250)
    expect(account.payers.family).toBe(11)
    // of two pairs that of the lower total is in the middle
    const dear = series([[900, 0], [90, 0], [0, 0]])
    expect(costAccount(kinds, [dear, plan], [baseline, baseline], 0)).toEqual(account)
    expect(costAccount(kinds, [], [baseline], 0)).toBeNull()
    const door = costDoor(speech, '新增费用', '261元', account, 1, 2026)
    expect(door.here).toBe('教师 30元 + 经费 205元 + 未记入政策项 26元 = 261元')
    expect(door.reading).toBe('由谁负担：中央 250元，家庭 11元')
  })
  it('has a door with both numbers of the pair whose difference is printed', () => {
    expect(middlePair([{ plan: 9, baseline: 1 }, { plan: 5, baseline: 3 }, { plan: 4, baseline: 3 }])).toEqual({ plan: 5, baseline: 3 })
    expect(billDoor(speech, 'moves', 2, { plan: 5, baseline: 3 }, 3, 2026)).toMatchObject({ here: '方案 5 − 基线 3 = 交流 +2 人次', unit: '人次，首年起累计' })
  })
  it('signs are printed, zero without one', () => {
    expect([signedText(0.12, 1), signedText(-3, 0), signedText(-0.0004, 2), signedText(NaN, 2)]).toEqual(['+0.1', '−3', '0.00', '—'])
  })
})

describe('Q57 the card where a coefficient cannot be printed', () => {
  it('a stage without schools has none', () => {
    const table = verdictTable(handFrame, handStandard, [flat(1, 0.6)], 0)
    expect(table.rows[0]!.cells.junior.state).toBe('no-stage')
    expect(table.rows[0]!.cells.primary.state).toBe('known')
    expect(table.checks).toEqual({ passed: 0, all: 1 })
  })
  it('a missing item is named and never counted as kept', () => {
    const table = verdictTable(handFrame, handStandard, [flat(1, NaN)], 0)
    expect(table.rows[0]!.cells.primary.state).toBe('missing')
    expect(table.missing.map((item) => item.id)).toEqual(['Q2'])
  })
})

describe('government guarantees', () => {
  const width = countySeries.length
  const frame: Frame = { ...layout, facts: [], years: [2030] }
  const run = (replicate: number, cells: Readonly<Record<string, number>>): Series => {
    const county = new Float64Array(width).fill(NaN)
    for (const [id, value] of Object.entries(cells)) county[layout.countyColumn(id)] = value
    return { arm: 'plan', replicate, years: [2030], sectionCount: 0, sections: new Float64Array(0), county, ledger: new Float64Array(0) }
  }
  it('are counted where the model can judge, in at least half of the runs', () => {
    const runs = [run(1, { 'G5-oversize-classes': 0, 'G4-oversize-schools': 2 }), run(2, { 'G5-oversize-classes': 3, 'G4-oversize-schools': 1 })]
    const rows = officialRows(frame, 'government', runs, 0)
    expect(rows.find((row) => row.item.id === 'G5')!.runs).toEqual({ passes: 1, of: 2 })
    expect(officialCount(rows)).toEqual({ passed: 1, judged: 2 })
    expect(missed(rows).map((row) => row.item.id)).toEqual(['G4'])
  })
  it('never pass where nobody judges', () => {
    const rows = officialRows(frame, 'quality', [run(1, {})], 0)
    expect(rows.every((row) => row.runs === null)).toBe(true)
    expect(rows.length).toBe(9)
  })
})

describe('the working rules', () => {
  it('change the columns they relax and no other', () => {
    expect(columnIn('strict', 'Q3.cv.primary')).toBe('Q3.cv.primary')
    expect(['Q3.cv.primary', 'schools.passing.junior', 'verdict.balance-2017', 'status', 'Q2.cv.primary', 'schools.assessed.primary', 'verdict.balance-2012'].map((id) => columnIn('relaxed', id))).toEqual([
      'Q3.cv.relaxed.primary',
      'schools.passing.relaxed.junior',
      'verdict.balance-2017.relaxed',
      'status.relaxed',
      'Q2.cv.primary',
      'schools.assessed.primary',
      'verdict.balance-2012',
    ])
  })
  it('stand in columns that the engine has', () => {
    for (const id of ['Q3.cv.primary', 'schools.passing.junior', 'verdict.balance-2017']) expect(layout.countyColumn(columnIn('relaxed', id))).toBeGreaterThanOrEqual(0)
    expect(layout.sectionColumn(columnIn('relaxed', 'status'))).toBeGreaterThanOrEqual(0)
  })
})

describe('assumptions', () => {
  const county = shippedCounties[0]!
  const draft = firstDraft(county)
  const births = assumptions[0]!
  it('are five declared numbers with a source, inside their ranges', () => {
    expect(assumptions.length).toBe(5)
    for (const { parameter, observed, presets } of assumptions) {
      expect(parameter.source.says).not.toBe('')
      expect(observed[0]).toBeGreaterThanOrEqual(parameter.range[0])
      expect(observed[1]).toBeLessThanOrEqual(parameter.range[1])
      for (const { value } of presets) expect(value).toBeGreaterThanOrEqual(observed[0])
    }
  })
  it('go into the behaviour of the draft, put no policy in force, and leave no trace when put back', () => {
    const low = withAssumption(draft, births, 600)
    expect(low.behaviour).toEqual({ 'demography.futureBirths': 600 })
    expect(usesOf(low, policies, county)).toEqual([])
    expect(assumptionValue(low, births)).toBe(600)
    expect(withAssumption(low, births, births.parameter.default)).toEqual(draft)
  })
  it('and levers are named with their direction while a slow device waits', () => {
    const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
    const moved = withLever(withAssumption(draft, births, 600), rotation, 'share', 0.12, county)
    expect(leverMoves(speech, draft, moved, policies, county).map(({ key, name, up, from, to }) => [key, name, up, from, to])).toEqual([
      ['teacher-rotation.share', '轮岗比例（每年）', true, '0%', '12%'],
      ['demography.futureBirths', catalogues.zh['assumption.births'], false, '700万人', '600万人'],
    ])
  })
})
