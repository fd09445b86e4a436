import { describe, expect, it } from 'vitest'
import { enteredItems, policies, type EnteredPart } from '../../src/engine/index.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { askedSchools, enterable, enteredCount, readColumn, readFigure } from '../../src/app/charts/prepare/entered.ts'
import { enterableName, enteredTwin } from '../../src/app/charts/prepare/entered-words.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { draftOf } from '../../src/app/share/draft-of.ts'
import { useEntered } from '../../src/app/screens/explore/entered.svelte.ts'
import { servicesOf } from '../../src/app/services.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { ground, keepingNotes, scenarioOf, withEntered, withLever, withNote } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { ScenarioDraft } from '../../src/app/stores/draft/scenario-draft.svelte.ts'
import { catalogues, languages } from '../../src/words/index.ts'
import { fill } from '../../src/words/fill.ts'
import { handFrame } from '../charts/hand-county.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

const county = shippedCounties[0]!
const first = firstDraft(county)
const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const schools = askedSchools(handFrame.facts, (section) => section !== 1)
const partOf = (item: string, id: string): EnteredPart => enteredItems[item]!.find((one) => one.id === id)!

describe('an item entered by hand', () => {
  it('is one step of the draft, goes with its scenario and back, and changes nothing that is computed', () => {
    const draft = new ScenarioDraft(first)
    draft.commit(withEntered(draft.committed, 'G9', 'share', 0.98))
    draft.commit(withEntered(draft.committed, 'E3', 'met', { 1: true, 2: false }))
    expect(draft.committed.entered).toEqual({ G9: { share: 0.98 }, E3: { met: { 1: true, 2: false } } })
    expect(ground(draft.committed)).toBe(ground(first))
    const scenario = scenarioOf(draft.committed, county, policies, ['baseline', 'plan'])
    expect(scenario.entered).toEqual(draft.committed.entered)
    expect(draftOf(scenario, policies).draft.entered).toEqual(draft.committed.entered)
    draft.commit(withEntered(draft.committed, 'E3', 'met', {}))
    draft.commit(withEntered(draft.committed, 'G9', 'share', undefined))
    expect(draft.committed).toEqual(first)
    draft.undo()
    expect(draft.committed.entered).toEqual({ G9: { share: 0.98 } })
  })
  it('takes with it what a lever moved by keys has not settled yet', () => {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), first, firstView(county))
    const moved = withLever(first, policies.find(({ id }) => id === 'teacher-rotation')!, 'share', 0.1, county)
    app.draft.drag(moved)
    useEntered(app).enter('G9', 'share', 0.98)
    expect(ground(app.draft.committed)).toBe(ground(moved))
    expect(app.draft.committed.entered).toEqual({ G9: { share: 0.98 } })
  })
  it('stays with its county: another county has none of it, and it comes back with the first', () => {
    const mine = withEntered(withNote(first, 12, '操场'), 'G9', 'share', 1)
    const other = { ...first, county: 'mountain-county' }
    const there = keepingNotes(mine, other)
    expect([there.notes, there.entered]).toEqual([undefined, undefined])
    expect(ground(there)).toBe(ground(other))
    const again = keepingNotes(withEntered(there, 'G12', 'share', 1), first)
    expect([again.notes, again.entered]).toEqual([mine.notes, mine.entered])
    expect(keepingNotes(again, other).entered).toEqual({ G12: { share: 1 } })
    // a link of the same county changes settings and leaves what was written down
    expect(keepingNotes(mine, { ...first, seed: 'other' })).toEqual({ ...mine, seed: 'other' })
    expect(scenarioOf(there, county, policies, ['plan'])).not.toHaveProperty('elsewhere')
  })
  it('is asked of schools in the calculation, each once, by township', () => {
    expect(schools.map(({ id }) => id)).toEqual([12, 10])
  })
  it('is counted apart: what is half entered neither passes nor fails', () => {
    const entered = { G9: { share: 1 }, G12: { share: 0.9 }, G2: { building: true }, E3: { met: { 10: true, 12: true } }, C2: { met: false } }
    expect(enteredCount(entered, 'balance-2017', schools, 2026)).toEqual({ given: 4, passes: 2, fails: 1 })
    expect(enteredCount(entered, 'balance-2012', schools, 2026)).toEqual({ given: 1, passes: 0, fails: 1 })
    const days = { 'G9.share': { day: '2026-11-27' }, 'E3.met': { day: '2026-10-08', came: 'file' } } as const
    expect(enteredTwin(speech, entered, 'balance-2017', schools, 2026, days).rows).toEqual([
      ['G2 城乡“四统一”', '学校建设标准统一 达到', '已填 1／4', '未记录日期'],
      ['G9 教师培训学时', '100%', '✓ 达标', '2026-11-27'],
      ['G12 教师资格证上岗率', '90%', '✕ 未达标', '未记录日期'],
      ['E3 学校章程与信息化管理', '逐校填报（2／2 所）', '✓ 达标', '2026-10-08（来自打开的方案文件）'],
    ])
  })
  it('has a name in both languages', () => {
    for (const language of languages) for (const standard of ['balance-2017', 'balance-2012'] as const) for (const id of enterable(standard)) expect(enterableName({ language, t: (key) => catalogues[language][key] }, id, standard)).not.toBe(id)
  })
})

describe('a figure typed', () => {
  it.each([
    ['100', 1],
    ['99.5%', 0.995],
    ['5 ％', 0.05],
    ['', undefined],
  ])('as a share: %s', (text, value) => expect(readFigure(partOf('G9', 'share'), text)).toEqual({ value }))
  it('in its unit, with marks of thousands, or none at all', () => {
    expect(readFigure(partOf('G7', 'funds'), '7,200')).toEqual({ value: 7200 })
    expect(readFigure(partOf('G7', 'funds'), '无此情形')).toEqual({ value: 'none' })
    expect(readFigure(partOf('E9', 'maths'), '0.149')).toEqual({ value: 0.149 })
  })
  it('is refused, not clamped, when it is none', () => {
    expect(readFigure(partOf('G9', 'share'), '101')).toEqual({ fault: 'range' })
    expect(readFigure(partOf('G9', 'share'), '-1')).toEqual({ fault: 'range' })
    expect(readFigure(partOf('G9', 'share'), '约九成')).toEqual({ fault: 'number' })
    expect(readFigure(partOf('G9', 'share'), '无此情形')).toEqual({ fault: 'number' })
    expect(readFigure(partOf('E3', 'met'), '基本达到')).toEqual({ fault: 'met' })
  })
  it('as a column for schools: empty lines skip, wrong ones are named by line, nothing is lost', () => {
    const read = readColumn(partOf('E4', 'share'), '5.2\r\n\r\n', schools)
    expect(read).toEqual({ figures: { 12: 0.052 }, faults: [] })
    const wrong = readColumn(partOf('E4', 'share'), '六\n4.9%\t备注\n7', schools)
    expect(wrong.figures).toEqual({ 10: 0.049 })
    expect(wrong.faults).toEqual([
      { line: 1, text: '六', fault: 'number' },
      { line: 3, text: '7', fault: 'beyond' },
    ])
  })
})
