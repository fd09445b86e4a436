import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { policies, type CountyDescription, type SectionFacts, type TraceYear } from '../../src/engine/index.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { simulateCounty } from '../../src/app/stores/roster/simulate-county.ts'
import { servicesOf } from '../../src/app/services.ts'
import { fileText, linkOf } from '../../src/app/share/open.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { countyKey } from '../../src/app/stores/draft/county-key.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { scenarioOf, withEntered, withLever, withNote, type Draft } from '../../src/app/stores/draft/draft.ts'
import type { Plan, Runner } from '../../src/runner/runner.ts'
import { fixtureFacts, fixtureRunner } from '../support/fixture-runner.ts'

/* Counties of somebody’s own: one that is changed under its id is another county, and never stands for a shipped one. */

const [plain, mountain] = shippedCounties as [CountyDescription, CountyDescription]
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
/** As the Data screen builds them: on one roster, so of one id. */
const own: CountyDescription = { ...mountain, id: 'roster-1a2b3c4d' }
const dearer: CountyDescription = { ...own, growth: { ...own.growth, rural: own.growth.rural * 0.9 } }
const short = (draft: Draft): Draft => ({ ...draft, years: { from: draft.years.from, to: draft.years.from + 2 }, replicates: 3 })

/** A runner that tells every county by its schools, and notes what it was asked for. */
function watched(more: Partial<Runner> = {}, delay = 0) {
  const plans: Plan[] = []
  const inner = fixtureRunner(delay)
  const facts = (id: string): readonly SectionFacts[] => [{ ...fixtureFacts[0]!, schoolName: { zh: id, en: id } }, ...fixtureFacts.slice(1)]
  const runner: Runner = { ...inner, run: (plan, options) => (plans.push(plan), inner.run(plan, options)), facts: ({ county }) => Promise.resolve(facts(county.id)), ...more }
  return { plans, runner }
}
const appOn = (runner: Runner, draft = short(firstDraft(plain))): AppState => new AppState(servicesOf(runner, shippedCounties), draft, firstView(plain))
const rested = () => vi.advanceTimersByTimeAsync(2000)
const shownSchools = (app: AppState) => app.experiment.facts[0]!.schoolName.en

/** Counties that were to be kept in the browser. */
const kept: string[] = []
/** Whether the browser stores anything. */
let stores = true
vi.mock('../../src/app/stores/kept/roster-keep.ts', () => ({ keepCounty: (county: CountyDescription) => Promise.resolve((kept.push(county.id), stores)) }))

beforeEach(() => {
  kept.length = 0
  stores = true
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

describe('the followed run', () => {
  const traceOf = (id: string) => [{ year: 2025, county: id }] as unknown as readonly TraceYear[]
  test('is shown with the runs it is of only: not while those of the county before are on the screen, nor when its own have failed', async () => {
    let broken = false
    const inner = fixtureRunner(50)
    const { runner } = watched({
      explain: ({ county }) => Promise.resolve(traceOf(county.id)),
      run: (plan, options) => (broken ? Promise.reject(new Error('no room')) : inner.run(plan, options)),
    })
    const app = appOn(runner)
    app.run('many')
    await rested()
    app.explain()
    await rested()
    expect(app.trace).toEqual(traceOf(plain.id))
    // a lever under the hand moves no school: what was followed stays
    app.drag(withLever(app.draft.committed, rotation, 'share', 0.2, plain))
    await rested()
    expect(app.trace).toEqual(traceOf(plain.id))
    app.draft.cancel()
    await rested()
    app.takeIn(own, short(firstDraft(own)))
    app.explain()
    await vi.advanceTimersByTimeAsync(1)
    // it is here before the first run of its county is
    expect([shownSchools(app), app.explanation.trace]).toEqual([plain.id, traceOf(own.id)])
    expect([app.trace, app.untraced]).toEqual([null, false])
    await rested()
    expect([shownSchools(app), app.trace]).toEqual([own.id, traceOf(own.id)])
    broken = true
    app.draft.commit(short(firstDraft(mountain)))
    app.explain()
    await rested()
    expect([shownSchools(app), app.explanation.trace]).toEqual([own.id, traceOf(mountain.id)])
    expect([app.trace, app.untraced]).toEqual([null, true])
    // by hand the run itself is tried again
    broken = false
    app.explain(true)
    await rested()
    expect([shownSchools(app), app.trace, app.untraced]).toEqual([mountain.id, traceOf(mountain.id), false])
  })
})

describe('a county changed under its id', () => {
  test('is run anew though the draft is the same, and every key of its results is another', async () => {
    const { runner, plans } = watched()
    const app = appOn(runner)
    app.takeIn(own, short(firstDraft(own)))
    await rested()
    expect(app.runs.length).toBe(3)
    const before = app.groundKey
    plans.length = 0
    app.takeIn(dearer, short(firstDraft(dearer)))
    await rested()
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.every((plan) => plan.scenario.county.growth.rural === dearer.growth.rural)).toBe(true)
    expect(app.groundKey).not.toBe(before)
    expect(app.runs.length).toBe(3)
    // and taken in once more as it is, it is not
    plans.length = 0
    app.takeIn({ ...dearer }, short(firstDraft(dearer)))
    await rested()
    expect(plans).toEqual([])
  })
  test('is named by its content', () => {
    expect(countyKey({ ...own })).toBe(countyKey(own))
    expect(countyKey(dearer)).not.toBe(countyKey(own))
    expect(countyKey({ ...own, seed: 'another' })).not.toBe(countyKey(own))
  })
  test('on the Data screen, simulated again with another number, shows that number’s runs', async () => {
    const { runner, plans } = watched()
    const app = appOn(runner)
    await simulateCounty(app, own, {})
    await rested()
    plans.length = 0
    await simulateCounty(app, dearer, {})
    await rested()
    expect(plans[0]?.scenario.county).toEqual(dearer)
  })
  test('is on the screen though what stood there was only looked at, and can be changed', async () => {
    const app = appOn(watched().runner)
    const stamp = { engine: '0.1.0', numbers: 1 }
    app.older = stamp
    app.draft.locked = true
    await simulateCounty(app, own, {})
    expect([app.county.id, app.draft.locked, app.older]).toEqual([own.id, false, null])
    app.draft.commit(withNote(app.draft.committed, 3, '操场'))
    expect(app.draft.committed.notes).toEqual({ '3': '操场' })
  })
})

describe('another county on the screen', () => {
  test('undone before its first run leaves the runs of the one before with the schools they are of', async () => {
    const { runner } = watched({}, 50)
    const app = appOn(runner)
    app.begin()
    await rested()
    app.draft.commit(short(firstDraft(mountain)))
    // its schools are known, its first run is under way
    await vi.advanceTimersByTimeAsync(10)
    expect([app.county.id, app.experiment.busy]).toEqual(['mountain-county', true])
    app.draft.undo()
    await rested()
    expect([app.county.id, shownSchools(app), app.runs.length]).toEqual(['plain-county', 'plain-county', 3])
  })
  test('whose first run fails leaves the last good results, with their schools, and says why', async () => {
    const problem = { path: 'run', text: { zh: '坏', en: 'bad' } }
    const inner = fixtureRunner(0)
    const { runner } = watched({ run: (plan, options) => (plan.scenario.county.id === mountain.id ? Promise.resolve({ status: 'failed', runId: plan.runId, problem, results: [] }) : inner.run(plan, options)) })
    const app = appOn(runner)
    app.begin()
    await rested()
    const { runs } = app
    app.draft.commit(short(firstDraft(mountain)))
    await rested()
    expect([app.experiment.problem, app.runs, shownSchools(app)]).toEqual([problem, runs, 'plain-county'])
    app.draft.undo()
    await rested()
    expect([app.experiment.problem, app.runs.length, shownSchools(app)]).toEqual([null, 3, 'plain-county'])
  })
  test('lets go of pinned schools and the open one, which go by number; a lever does not', () => {
    const app = appOn(watched().runner)
    app.selection.pinned = [1, 7]
    app.selection.school = 7
    app.draft.commit(withLever(app.draft.committed, rotation, 'share', 0.1, plain))
    expect([app.selection.pinned, app.selection.school]).toEqual([[1, 7], 7])
    app.draft.commit(short(firstDraft(mountain)))
    expect([app.selection.pinned, app.selection.school]).toEqual([[], -1])
    app.selection.pinned = [3]
    app.draft.undo()
    expect(app.selection.pinned).toEqual([])
  })
  test('lets go of what was typed to find a school, and of the one the keyboard held', () => {
    const app = appOn(watched().runner)
    Object.assign(app.selection, { find: '第3小学', focused: 7 })
    app.draft.commit(withLever(app.draft.committed, rotation, 'share', 0.1, plain))
    expect([app.selection.find, app.selection.focused]).toEqual(['第3小学', 7])
    app.draft.commit(short(firstDraft(mountain)))
    expect([app.selection.find, app.selection.focused]).toEqual(['', -1])
  })
  test('forgets what was spread over parameter sets; another plan does not', async () => {
    const app = appOn(watched().runner)
    app.begin()
    await rested()
    app.ponder()
    await vi.waitFor(() => expect(app.knowledge.busy).toBe(false), { timeout: 20_000 })
    const { runs } = app.knowledge
    expect(runs.length).toBeGreaterThan(0)
    app.draft.commit(withLever(app.draft.committed, rotation, 'share', 0.1, plain))
    expect(app.knowledge.runs).toBe(runs)
    app.draft.undo()
    expect([app.knowledge.runs, app.knowledge.key]).toEqual([runs, app.groundKey])
    app.draft.commit(short(firstDraft(mountain)))
    expect([app.knowledge.runs, app.knowledge.key]).toEqual([[], ''])
  })
})

describe('a file or a link', () => {
  const changed: CountyDescription = { ...plain, generalShare: plain.generalShare - 0.05 }
  const scenarioIn = (county: CountyDescription, draft = firstDraft(county)) => scenarioOf(draft, county, policies, ['baseline', 'plan'])

  test('with another county under a shipped id gives it one of its own; the shipped one stays what it is', async () => {
    const app = appOn(watched().runner)
    expect(await app.open(fileText(scenarioIn(changed)))).toEqual([])
    expect(app.county.generalShare).toBe(changed.generalShare)
    expect(app.county.id).toMatch(/^plain-county-[0-9a-f]{8}$/)
    // what is decided about it is kept in the browser, so it is too
    expect(kept).toEqual([app.county.id])
    expect(app.counties.find((one) => one.id === 'plain-county')).toBe(plain)
    // opened again it is the same county, and a link to the county as it was sent finds it
    await app.open(fileText(scenarioIn(changed)))
    expect(app.guests.length).toBe(1)
    app.draft.commit(firstDraft(plain))
    expect(await app.open(linkOf(scenarioIn(changed), {}))).toEqual([])
    expect([app.county.generalShare, app.guests.length]).toEqual([changed.generalShare, 1])
    // once kept it is not kept again: there is one notice, and none of a link that meant another county
    expect([kept.length, app.notices.list.map(({ id }) => id)]).toEqual([1, ['kept-county']])
  })
  test('with another county under the id of one of somebody’s own leaves that what it is, also for undo', async () => {
    const app = appOn(watched().runner)
    app.takeIn(own, firstDraft(own))
    await app.open(fileText(scenarioIn(dearer)))
    expect(app.county.growth).toEqual(dearer.growth)
    expect(app.county.id).toMatch(/^roster-1a2b3c4d-[0-9a-f]{8}$/)
    // in the browser too it takes nobody’s place
    expect(kept).toEqual([app.county.id])
    expect(app.guests.map(({ growth }) => growth)).toEqual([own.growth, dearer.growth])
    // a county file of the same roster with other figures, and the same one again
    await app.open(JSON.stringify({ ...own, generalShare: own.generalShare - 0.05 }))
    await app.open(JSON.stringify(own))
    expect(app.county).toEqual(own)
    expect(app.guests.length).toBe(3)
    for (let k = 0; k < 3; k++) app.draft.undo()
    expect(app.county).toEqual(own)
  })
  test('says that its county stays in this browser, where to delete it, or that it does not stay', async () => {
    await learn('zh', 'later')
    const app = appOn(watched().runner)
    await app.open(fileText(scenarioIn(changed)))
    await rested()
    expect(app.notices.list.map(({ text }) => text())).toEqual([`“${changed.title.zh}”已保存在本浏览器，可在“数据”页删除。`])
    stores = false
    // a county file alone
    await app.open(JSON.stringify(own))
    await rested()
    expect(app.notices.list.map(({ text }) => text())).toEqual([`此浏览器不保存数据：关闭页面后，“${own.title.zh}”需重新从文件打开。`])
  })
  test('of the shipped county brings none', async () => {
    const app = appOn(watched().runner)
    await app.open(fileText(scenarioIn(mountain)))
    expect([app.county.id, app.guests]).toEqual(['mountain-county', []])
  })
  test('that carries no notes leaves those written here, and those of other counties', async () => {
    const app = appOn(watched().runner)
    app.draft.commit(withEntered(withNote(app.draft.committed, 12, '缺音乐教师'), 'D3', 'rate', 0.99))
    const { notes, entered, enteredDays } = app.draft.committed
    // an example, as its file stands: without the county’s notes
    await app.open(fileText(scenarioIn(plain, withLever(firstDraft(plain), rotation, 'share', 0.1, plain))))
    expect([app.draft.committed.notes, app.draft.committed.entered]).toEqual([notes, entered])
    await app.open(fileText(scenarioIn(mountain)))
    expect([app.draft.committed.notes, app.draft.committed.elsewhere]).toEqual([undefined, { 'plain-county': { notes, entered, enteredDays } }])
    // a file’s own notes hold
    await app.open(fileText(scenarioIn(plain, withNote(firstDraft(plain), 3, '操场'))))
    expect([app.draft.committed.notes, app.draft.committed.entered]).toEqual([{ '3': '操场' }, entered])
  })
  test('restores pinned schools of its own county', async () => {
    const app = appOn(watched().runner)
    app.selection.pinned = [1]
    await app.open(linkOf(scenarioIn(mountain), { p: '4.9', k: '4' }))
    expect([app.county.id, app.selection.pinned, app.selection.school]).toEqual(['mountain-county', [4, 9], 4])
  })
  test('turns hidden names and the projector on, and never off', async () => {
    const app = appOn(watched().runner)
    await app.open(linkOf(scenarioIn(plain), { m: '1', h: '1' }))
    expect([app.projector, app.hideNames]).toEqual([true, true])
    await app.open(linkOf(scenarioIn(plain), { y: '2030' }))
    expect([app.projector, app.hideNames, app.selection.year]).toEqual([true, true, 2030])
  })
})
