import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { setText } from '../../../../src/app/charts/prepare/set-words.ts'
import { digestOf, fileText, linkOf, settingsText } from '../../../../src/app/share/open.ts'
import { daysToWrite } from '../../../../src/app/share/written-days.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { withEntered, withLever, withNote, type Draft } from '../../../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { ScenarioDraft } from '../../../../src/app/stores/draft/scenario-draft.svelte.ts'
import { draftWith } from '../../../../src/app/stores/roster/simulate-county.ts'
import { bare, withWrittenDown, writtenDown } from '../../../../src/app/stores/kept/written-down.ts'
import { behaviourGroups, enteredItems, policies } from '../../../../src/engine/index.ts'
import { ownRegistry } from '../../../../src/scenario/own-registry.ts'
import { readScenario } from '../../../../src/scenario/parse.ts'
import { catalogues } from '../../../../src/words/index.ts'
import { fill } from '../../../../src/words/fill.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

/* Who set something and when goes with the scenario, and changes nothing else. */

const county = shippedCounties[0]!
const first = firstDraft(county)
const rotation = policies.find(({ id }) => id === 'teacher-rotation')!
const moved = (draft: Draft, share: number) => withLever(draft, rotation, 'share', share, county)
const assumed = (draft: Draft, quit: number): Draft => ({ ...draft, behaviour: { ...draft.behaviour, 'teacher-leaving.quit': quit } })
const on = (day: number) => vi.setSystemTime(new Date(2026, 10, day, 12))
const appOf = (draft: Draft) => new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county))
const fileOf = (app: AppState) => fileText(app.toShare(), undefined, daysToWrite(app.draft.committed))

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

describe('the day on which something was set', () => {
  it('is kept with it: what was left as it was keeps its own, what is back at its default has none', () => {
    const draft = new ScenarioDraft(first)
    draft.commit(moved(draft.current, 0.1))
    on(21)
    draft.commit(assumed(draft.current, 0.03))
    draft.commit(withEntered(withNote(draft.current, 3, '操场'), 'G9', 'share', 0.99))
    const twentyFirst = { day: '2026-11-21' }
    expect([draft.committed.days, draft.committed.enteredDays]).toEqual([{ 'teacher-leaving.quit': twentyFirst, 'teacher-rotation.share': { day: '2026-11-20' } }, { 'G9.share': twentyFirst }])
    on(22)
    draft.commit(moved(draft.current, 0))
    draft.commit({ ...draft.current, behaviour: {} })
    draft.commit(withEntered(withNote(draft.current, 3, ''), 'G9', 'share', undefined))
    expect(draft.committed).toEqual(first)
    // as a page that nobody has touched: its address is the view alone
    expect(JSON.stringify(draft.committed)).toBe(JSON.stringify(first))
  })
  it('is taken back and done again with it', () => {
    const draft = new ScenarioDraft(first)
    draft.commit(moved(draft.current, 0.1))
    on(25)
    draft.commit(moved(draft.current, 0.2))
    draft.undo()
    expect(draft.committed.days).toEqual({ 'teacher-rotation.share': { day: '2026-11-20' } })
    draft.redo()
    expect(draft.committed.days).toEqual({ 'teacher-rotation.share': { day: '2026-11-25' } })
    // entered once more on another day it is the same figure: no step
    draft.commit(withEntered(draft.current, 'G9', 'share', 0.99))
    on(26)
    const { committed } = draft
    draft.commit(withEntered(draft.current, 'G9', 'share', 0.99))
    expect(draft.committed).toBe(committed)
  })
  it('is that on which a county was simulated with it', () => {
    expect(draftWith(county, { 'funding.roomPrice': 3000, 'school-standardisation.roomPrice': 2600 }).days).toEqual({ 'funding.roomPrice': { day: '2026-11-20' }, 'school-standardisation.roomPrice': { day: '2026-11-20' } })
  })
  it('is noted under a name that nothing else has', () => {
    const names = [...behaviourGroups.flatMap(({ id, parameters }) => Object.keys(parameters).map((own) => `${id}.${own}`)), ...policies.flatMap(({ id, parameters }) => Object.keys(parameters).map((own) => `${id}.${own}`)), ...Object.entries(enteredItems).flatMap(([item, parts]) => parts.map(({ id }) => `${item}.${id}`))]
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('a file', () => {
  const composed = () => {
    const app = appOf(first)
    // a decision, two assumptions, one of them about the policy, and a figure
    app.draft.commit(withEntered(withLever(assumed(moved(first, 0.1), 0.03), rotation, 'travel', 1200, county), 'G9', 'share', 0.99))
    return app
  }
  it('carries the days, which change no digest; a link carries none', () => {
    const app = composed()
    const text = fileOf(app)
    expect((JSON.parse(text) as { days: object }).days).toEqual({ 'G9.share': '2026-11-20', 'teacher-leaving.quit': '2026-11-20', 'teacher-rotation.travel': '2026-11-20' })
    const read = readScenario(text, { registry: ownRegistry, loadCounty: () => undefined })
    expect(read.scenario).not.toHaveProperty('days')
    expect(digestOf(read.scenario!)).toBe(digestOf(app.toShare()))
    // made on another day of the same settings, the link is the same
    on(28)
    expect(linkOf(composed().toShare(), {})).toBe(linkOf(app.toShare(), {}))
  })
  it('opened elsewhere is saved again byte for byte, and tells where its settings come from', async () => {
    const text = fileOf(composed())
    on(28)
    const there = appOf(first)
    expect(await there.open(text)).toEqual([])
    expect([there.draft.committed.days, there.draft.committed.enteredDays]).toEqual([
      { 'teacher-leaving.quit': { came: 'file', day: '2026-11-20' }, 'teacher-rotation.travel': { came: 'file', day: '2026-11-20' }, 'teacher-rotation.share': { came: 'file' } },
      { 'G9.share': { came: 'file', day: '2026-11-20' } },
    ])
    expect(fileOf(there)).toBe(text)
    // what is changed there is set there
    there.draft.commit(moved(there.draft.current, 0.2))
    expect(there.draft.committed.days).toMatchObject({ 'teacher-rotation.share': { day: '2026-11-28' }, 'teacher-leaving.quit': { came: 'file' } })
  })
  it('opened where it was made changes nothing', async () => {
    const app = composed()
    const { committed } = app.draft
    on(28)
    expect(await app.open(fileOf(app))).toEqual([])
    expect(app.draft.committed).toEqual(committed)
    expect(await app.open(linkOf(app.toShare(), {}))).toEqual([])
    expect(app.draft.committed).toEqual(committed)
    // as it comes back from this browser, where it is kept in two places, it is the same too
    const again = appOf(withWrittenDown(bare(committed), writtenDown(committed)))
    expect(await again.open(linkOf(app.toShare(), {}))).toEqual([])
    expect([again.draft.committed, again.draft.canUndo]).toEqual([committed, false])
  })
  it('without days, as before 0.8.0, opens: nothing is known of when', async () => {
    const app = appOf(first)
    await app.open(fileText(composed().toShare()))
    expect(app.draft.committed.days).toEqual({ 'teacher-leaving.quit': { came: 'file' }, 'teacher-rotation.share': { came: 'file' }, 'teacher-rotation.travel': { came: 'file' } })
    expect(JSON.parse(fileOf(app))).not.toHaveProperty('days')
  })
  it('of decisions alone carries none', () => {
    const app = appOf(first)
    app.draft.commit(withLever(moved(first, 0.1), policies.find(({ id }) => id === 'enrolment-quota')!, 'share', 0.7, county))
    expect(Object.keys(app.draft.committed.days!)).toContain('enrolment-quota.share')
    expect(JSON.parse(fileOf(app))).not.toHaveProperty('days')
  })
  it('in which no day is known holds what one of 0.7.0 could hold, and no more', () => {
    const old = ['$schema', 'format', 'id', 'title', 'seed', 'years', 'replicates', 'county', 'behaviour', 'arms', 'notes', 'entered', 'stamp']
    const { scenario } = readScenario(fileText({ ...composed().toShare(), notes: { 3: '操场' } }), { registry: ownRegistry, loadCounty: () => undefined })
    expect(Object.keys(JSON.parse(fileText(scenario!)) as object)).toEqual(old)
  })
  it('without the county does not tell that something was entered of single schools', () => {
    const app = appOf(first)
    app.draft.commit(withEntered(withEntered(first, 'G9', 'share', 0.99), 'E3', 'met', { 3: true }))
    const days = (text: string) => (JSON.parse(text) as { days?: object }).days
    expect(days(settingsText(app.toShare(), undefined, daysToWrite(app.draft.committed)))).toEqual({ 'G9.share': '2026-11-20' })
    expect(days(fileOf(app))).toEqual({ 'G9.share': '2026-11-20', 'E3.met': '2026-11-20' })
  })
  it('with the day of something that cannot be set, or with none of the calendar, is refused, each with its place', () => {
    const file = { ...(JSON.parse(fileOf(composed())) as object), days: { 'teacher-rotation.shre': '2026-11-20', 'G9.share': '2026-02-30', 'teacher-leaving.quit': 7 } }
    const { problems } = readScenario(JSON.stringify(file), { registry: ownRegistry, loadCounty: () => undefined })
    expect(problems.map(({ path, hint }) => [path, hint?.zh])).toEqual(expect.arrayContaining([
      ['days["teacher-rotation.shre"]', '是否想写“teacher-rotation.share”？'],
      ['days["G9.share"]', '请写年月日，例如 "2026-11-27"。'],
    ]))
    expect(problems.length).toBe(3)
  })
})

it('a link and a code bring settings of which no day is known', async () => {
  const app = appOf(first)
  await app.open(linkOf(appOf(moved(first, 0.1)).toShare(), {}))
  expect(app.draft.committed.days).toEqual({ 'teacher-rotation.share': { came: 'link' } })
  await app.open('A-131JR-XR-3H')
  expect(app.draft.committed.days).toEqual({ 'teacher-rotation.share': { came: 'code' }, 'directed-hiring.share': { came: 'code' } })
})

it('it is said in words, also where it is not known', () => {
  const said = (language: 'zh' | 'en') => [undefined, { day: '2026-11-27' }, { came: 'file' }, { came: 'file', day: '2026-11-27' }, { came: 'link' }, { came: 'code' }].map((set) => setText({ t: (key, slots = {}) => fill(catalogues[language][key], slots) }, set as Parameters<typeof setText>[1]))
  expect(said('zh')).toEqual(['由本方案设定，未记录日期', '由使用者于 2026-11-27 设定', '来自打开的方案文件，未记录日期', '来自打开的方案文件，2026-11-27 设定', '来自打开的链接，未记录日期', '来自方案码，未记录日期'])
  expect(said('en')[1]).toBe('set by the user on 2026-11-27')
})
