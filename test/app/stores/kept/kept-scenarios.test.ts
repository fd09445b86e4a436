import { beforeEach, describe, expect, it, vi } from 'vitest'
import { policies, type Scenario } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { examples, exampleText } from '../../../../src/app/examples.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { draftOf } from '../../../../src/app/share/draft-of.ts'
import { linkOf } from '../../../../src/app/share/open.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { besides, ground, keepingNotes, named, scenarioOf, withLever, withNote, withTiming, type Draft } from '../../../../src/app/stores/draft/draft.ts'
import { forgetAll, forgetKept } from '../../../../src/app/stores/kept/forget-counties.ts'
import { forgetScenario, forgetScenariosOf, isDecided, keepScenario, keptScenarios, mostKept, putAside } from '../../../../src/app/stores/kept/kept-scenarios.ts'
import { tellRestored } from '../../../../src/app/stores/kept/restored.ts'
import { simulateCounty } from '../../../../src/app/stores/roster/simulate-county.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const store = vi.hoisted(() => ({ tables: new Map<string, Map<string, unknown>>(), broken: false }))
vi.mock('idb', () => {
  const table = (name: string) => store.tables.get(name) ?? store.tables.set(name, new Map()).get(name)!
  const holding = (name: string) => ({ get: async (key: string) => table(name).get(key), getAllKeys: async () => [...table(name).keys()], put: async (value: unknown, key: string) => void table(name).set(key, structuredClone(value)), delete: async (key: string) => void table(name).delete(key) })
  const db = {
    get: (name: string, key: string) => holding(name).get(key),
    getAll: async (name: string) => [...table(name).values()],
    put: (name: string, value: unknown, key: string) => holding(name).put(value, key),
    delete: async (name: string, key: string) => void table(name).delete(key),
    clear: async (name: string) => table(name).clear(),
    transaction: (name: string) => {
      if (store.broken) throw new Error('the connection is closing')
      return { store: holding(name), done: Promise.resolve() }
    },
  }
  return { openDB: async () => db }
})
beforeEach(() => {
  store.tables.clear()
  store.broken = false
})

const county = shippedCounties[0]!
const own = { ...county, id: 'roster-0a1b2c3d', title: { zh: '青山县', en: 'Qingshan' } }
const rotation = policies.find(({ id }) => id === 'teacher-rotation')!
const first = firstDraft(county)
const moved = (share: number, of = county): Draft => withLever(firstDraft(of), rotation, 'share', share, of)
const appOf = (draft: Draft) => new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county), () => undefined, { guests: [own] })
const shares = async () => (await keptScenarios()).map(({ draft }) => draft.levers['teacher-rotation']?.['share'])

describe('scenarios kept in this browser', () => {
  it('are none at first, then newest first; the same one kept again becomes the newest', async () => {
    expect(await keptScenarios()).toEqual([])
    for (const share of [0.1, 0.2, 0.1]) expect(await keepScenario(moved(share))).toBe(true)
    expect(await shares()).toEqual([0.1, 0.2])
    // under a name it is another one
    await keepScenario(named(moved(0.1), { title: { zh: '三年', en: 'Three years' } }))
    expect(await shares()).toEqual([0.1, 0.1, 0.2])
  })

  it('are twelve at most: the oldest goes', async () => {
    expect(mostKept).toBe(12)
    for (let k = 1; k <= 14; k++) await keepScenario(moved(k / 100))
    expect((await shares()).map((share) => Math.round(100 * Number(share)))).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
  })

  it('are settings and name, and come back exactly; what is written down about schools stays with the county', async () => {
    const scenario: Draft = named({ ...withTiming(moved(0.15), rotation.id, { from: 2028, ramp: 4, where: { schools: [3, 5] } }), seed: 'other', replicates: 7, behaviour: { 'teacher-leaving.quit': 0.05 } }, { title: { zh: '三年', en: 'Three years' } })
    await keepScenario({ ...withNote(scenario, 3, '操场'), elsewhere: { x: { notes: { 1: '别处' } } } }, 1_700_000_000_000)
    const [kept] = await keptScenarios()
    expect(kept).toEqual({ draft: scenario, when: 1_700_000_000_000 })
    const app = appOf(withNote(first, 9, '食堂'))
    app.draft.commit(keepingNotes(app.draft.committed, kept!.draft))
    expect([ground(app.draft.committed), app.draft.committed.name, besides(app.draft.committed)]).toEqual([ground(scenario), scenario.name, { notes: { 9: '食堂' } }])
  })

  it('are the same by whatever way they came: moved in another order, or through a link', async () => {
    const tilt = policies.find(({ id }) => id === 'funding-tilt')!
    const both = withLever(moved(0.1), tilt, 'size', 300, county)
    await keepScenario(both)
    await keepScenario(withLever(withLever(first, tilt, 'size', 300, county), rotation, 'share', 0.1, county))
    const { draft } = draftOf(scenarioOf(both, county, policies, ['baseline', 'plan']), policies)
    expect(ground(draft)).not.toBe(ground(both))
    await keepScenario(draft)
    expect((await keptScenarios()).length).toBe(1)
    await keepScenario(withTiming(both, rotation.id, { from: 2029, ramp: 1 }))
    expect((await keptScenarios()).length).toBe(2)
  })

  it('are put aside when left, if something is decided that no file, link or example had', async () => {
    const opened = named(moved(0.1), { title: { zh: '示例', en: 'Example' } })
    for (const [draft, missed] of [[first, false], [withNote(first, 1, 'a'), false], [opened, false], [withLever(opened, rotation, 'share', 0.2, county), true], [moved(0.3), true]] as const) {
      store.tables.clear()
      await putAside(draft)
      expect((await keptScenarios()).length).toBe(missed ? 1 : 0)
    }
  })

  it('are put aside by what opens another: an example, and “start again”', async () => {
    const app = appOf(moved(0.3))
    const example = examples.start[1]!
    expect(await app.open(exampleText(example, example.arms[1]!))).toEqual([])
    await vi.waitFor(async () => expect(await shares()).toEqual([0.3]))
    // what another model made is only looked at
    app.draft.commit(moved(0.4))
    app.draft.locked = true
    app.leave()
    app.draft.locked = false
    app.draft.commit(moved(0.5))
    app.leave()
    await vi.waitFor(async () => expect(await shares()).toEqual([0.5, 0.3]))
    app.draft.commit(moved(0.6))
    tellRestored(app, { draft: moved(0.6), when: Date.now() })
    app.notices.list.find(({ id }) => id === 'restored')!.action!.run()
    expect(ground(app.draft.committed)).toBe(ground(first))
    await vi.waitFor(async () => expect(await shares()).toEqual([0.6, 0.5, 0.3]))
  })

  it('are put aside when a county of somebody’s own is simulated', async () => {
    const app = appOf(moved(0.3))
    await simulateCounty(app, own, {})
    expect(app.draft.committed.county).toBe(own.id)
    await vi.waitFor(async () => expect(await shares()).toEqual([0.3]))
    // where nothing was decided nothing is left behind
    await simulateCounty(app, own, {})
    expect(await shares()).toEqual([0.3])
  })

  // links made before 0.8.0 hold nothing of policies that do not act: the page knows more
  it.each<[string, (app: AppState) => Scenario]>([['its own link', (app) => app.toShare()], ['its own link of 0.7.0', (app) => app.scenario(['baseline', 'plan'])]])('are none of a page that is loaded again with %s, which changes nothing', async (_, made) => {
    await keepScenario(moved(0.1))
    const standardisation = policies.find(({ id }) => id === 'school-standardisation')!
    const changed = withLever(named(moved(0.2), { title: { zh: '示例', en: 'Example' } }), rotation, 'share', 0.3, county)
    for (const draft of [withLever(moved(0.3), standardisation, 'roomPrice', 2600, county), withTiming(moved(0.3), 'enrolment-quota', { from: 2029, ramp: 3 }), withTiming(moved(0.3), rotation.id, { where: { level: 'primary', kinds: ['rural'] }, ramp: 3, to: 2033, from: 2029 }), changed]) {
      const app = appOf(draft)
      expect(await app.open(linkOf(made(app), { y: '2033' }))).toEqual([])
      expect([app.draft.committed, app.draft.canUndo, app.selection.year]).toEqual([draft, false, 2033])
      expect(await shares()).toEqual([0.1])
    }
    // another one’s link is another scenario
    const app = appOf(moved(0.3))
    await app.open(linkOf(scenarioOf(moved(0.4), county, policies, ['baseline', 'plan']), {}))
    expect(app.draft.committed.levers[rotation.id]).toMatchObject({ share: 0.4 })
    await vi.waitFor(async () => expect(await shares()).toEqual([0.3, 0.1]))
  })

  it('are in the list once, whatever they were called before', async () => {
    const called = (zh: string) => named(moved(0.1), { title: { zh, en: zh } })
    await keepScenario(moved(0.2), 1)
    await keepScenario(moved(0.1), 2)
    await keepScenario(called('甲'), 3, moved(0.1))
    await keepScenario(called('乙'), 4, called('甲'))
    expect((await keptScenarios()).map(({ draft }) => draft.name?.title.zh)).toEqual(['乙', undefined])
  })

  it('deleted and taken back stand where they stood', async () => {
    for (const k of [1, 2, 3]) await keepScenario(moved(k / 10), k)
    await forgetScenario(moved(0.2))
    await keepScenario(moved(0.2), 2)
    expect(await shares()).toEqual([0.3, 0.2, 0.1])
  })

  it('are no scenarios where a timetable was moved and moved back', async () => {
    const there = withTiming(first, rotation.id, { from: first.years.from + 1, ramp: 3 })
    const back = withTiming(there, rotation.id, { from: first.years.from + 1, ramp: 1 })
    expect([first, there, back].map(isDecided)).toEqual([false, true, false])
    await putAside(back)
    expect(await keptScenarios()).toEqual([])
  })

  it('are deleted one by one, or all of a county', async () => {
    for (const share of [0.1, 0.2]) await keepScenario(moved(share))
    await keepScenario(moved(0.3, own))
    expect([await forgetScenario(moved(0.1)), await shares()]).toEqual([true, [0.3, 0.2]])
    expect([await forgetScenariosOf((id) => id === own.id), await shares()]).toEqual([true, [0.2]])
  })

  it('of a county of somebody’s own go with it, and with all school data; others stay', async () => {
    for (const forget of [(app: AppState) => forgetKept(app, own.id), forgetAll]) {
      store.tables.clear()
      await keepScenario(moved(0.2))
      await keepScenario(moved(0.3, own))
      expect([await forget(appOf(first)), await shares()]).toEqual([true, [0.2]])
    }
    await keepScenario(moved(0.3, own))
    store.broken = true
    expect(await forgetAll(appOf(first))).toBe(false)
  })

  it('are none where the browser stores nothing, or holds those of another edition', async () => {
    store.broken = true
    expect(await keepScenario(moved(0.1))).toBe(false)
    store.broken = false
    store.tables.set('drafts', new Map([['kept', { shape: 99, list: [{ draft: {}, when: 0 }] }]]))
    expect(await keptScenarios()).toEqual([])
  })
})
