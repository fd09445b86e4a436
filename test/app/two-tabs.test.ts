import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { servicesOf } from '../../src/app/services.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { keepingNotes, unnamed, withEntered, withLever, withNote, type Draft } from '../../src/app/stores/draft/draft.ts'
import { policies } from '../../src/engine/index.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

/* What several tabs of one browser keep in one store: each its own changes, and nothing that another has deleted. */

const store = vi.hoisted(() => ({ tables: new Map<string, Map<string, unknown>>(), broken: false }))
vi.mock('idb', () => {
  const table = (name: string) => {
    if (store.broken) throw new Error('no store')
    return store.tables.get(name) ?? store.tables.set(name, new Map()).get(name)!
  }
  const on = (name: string) => ({ get: async (key: string) => structuredClone(table(name).get(key)), getAllKeys: async () => [...table(name).keys()], put: async (value: unknown, key: string) => void table(name).set(key, structuredClone(value)), delete: async (key: string) => void table(name).delete(key) })
  const db = {
    get: (name: string, key: string) => on(name).get(key),
    getAll: async (name: string) => [...table(name).values()],
    put: (name: string, value: unknown, key: string) => on(name).put(value, key),
    delete: (name: string, key: string) => on(name).delete(key),
    clear: async (name: string) => table(name).clear(),
    transaction: (name: string) => ({ store: on(name), done: Promise.resolve() }),
  }
  return { openDB: async () => db }
})
beforeEach(() => {
  store.tables.clear()
  store.broken = false
})

const [county, mountain] = [shippedCounties[0]!, shippedCounties[1]!]
const own = { ...county, id: 'roster-0a1b2c3d' }
const rotation = policies.find(({ id }) => id === 'teacher-rotation')!
const first = firstDraft(county)
const moved = (draft: Draft, share: number) => withLever(draft, rotation, 'share', share, county)
const inStore = () => JSON.stringify([...(store.tables.get('drafts') ?? [])])

/** What a tab remembers from one page to the next, and the locks of the pages that are open. */
type Memory = Map<string, string>
const locks = new Set<string>()
afterEach(() => {
  vi.unstubAllGlobals()
  locks.clear()
})

/** The browser around a page: one without `memory` stores nothing for a tab, one that is not `secure` tells nobody which pages are open. */
function browser(memory: Memory | undefined, secure: boolean): void {
  const blocked = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  vi.stubGlobal('sessionStorage', memory ? { getItem: (key: string) => memory.get(key) ?? null, setItem: (key: string, value: string) => void memory.set(key, value) } : { getItem: blocked, setItem: blocked })
  const manager = { request: (name: string, hold: () => unknown) => (locks.add(name), Promise.resolve(hold())), query: async () => ({ held: [...locks].map((name) => ({ name })) }) }
  vi.stubGlobal('navigator', secure ? { locks: manager } : {})
}

/** A page just opened in a tab: its stores, and what was kept. */
async function tab(memory?: Memory, secure = true) {
  browser(memory, secure)
  vi.resetModules()
  const autosave = await import('../../src/app/stores/kept/autosave.ts')
  const { forgetAll, forgetHere, forgetKept } = await import('../../src/app/stores/kept/forget-counties.ts')
  const { hearOthers } = await import('../../src/app/stores/kept/other-tabs.ts')
  const { AppState } = await import('../../src/app/stores/app-state.svelte.ts')
  const { keepScenario, keptScenarios } = await import('../../src/app/stores/kept/kept-scenarios.ts')
  const left = await import('../../src/app/stores/kept/left-here.ts')
  const { keepClosed, mostTabs } = await import('../../src/app/stores/kept/closed-tabs.ts')
  const { thisTab } = await import('../../src/app/stores/kept/this-tab.ts')
  const close = () => void locks.delete(`hengtu.${thisTab.name}`)
  const saved = await autosave.restore()
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), saved?.draft ?? first, firstView(county), (draft) => void autosave.save(draft), { guests: [own] })
  return { ...autosave, ...left, keepClosed, mostTabs, close, app, saved, forgetAll, forgetHere, forgetKept, hearOthers, keepScenario, keptScenarios }
}

describe('two tabs', () => {
  it('of which one has built a county anew leave its last draft on the county of that year, as a page says that opens then', async () => {
    const one = await tab()
    const draft: Draft = { ...moved(firstDraft(own), 0.1), timing: { [rotation.id]: { from: 2026, to: 2030, ramp: 1 } } }
    await one.save(draft)
    const keep = await import('../../src/app/stores/kept/roster-keep.ts')
    await keep.keepCounty({ ...own, year: 2027 })
    const here = servicesOf(fixtureRunner(0), shippedCounties)
    const { back, early, first: opened } = await one.leftHere(here)
    expect([opened.years, opened.timing[rotation.id], early, back?.draft]).toEqual([{ from: 2027, to: 2041 }, { from: 2028, to: 2032, ramp: 1 }, draft, opened])
    // of the year that it was made for, it is what it was
    await keep.keepCounty(own)
    const same = await one.leftHere(here)
    expect([same.first, same.early]).toEqual([draft, null])
  })
  it('keep the last settings of either, and what was written down in both', async () => {
    const [one, other] = [await tab(), await tab()]
    await one.save(withEntered(withNote(withNote(first, 1, '操场'), 2, '食堂'), 'D3', 'rate', 0.99))
    await other.save(moved(first, 0.1))
    await other.save(withNote(moved(first, 0.1), 7, '宿舍'))
    const { saved } = await tab()
    expect(saved!.draft).toEqual({ ...moved(first, 0.1), notes: { 1: '操场', 2: '食堂', 7: '宿舍' }, entered: { D3: { rate: 0.99 } } })
  })
  it('take back their own notes only', async () => {
    const [one, other] = [await tab(), await tab()]
    await one.save(withNote(first, 1, '操场'))
    await other.save(withNote(first, 7, '宿舍'))
    await other.save(first)
    await one.save(withNote(withNote(first, 1, '操场改'), 2, '食堂'))
    expect((await tab()).saved!.draft.notes).toEqual({ 1: '操场改', 2: '食堂' })
  })
  it('a note that was written and taken back at once is not kept', async () => {
    const { save } = await tab()
    await Promise.all([save(withNote(first, 1, '操场')), save(first)])
    expect((await tab()).saved!.draft).toEqual(first)
  })
  it('a tab killed before it has laid beside what was written down keeps it, and does so with the next change', async () => {
    const [one, other] = [await tab(), await tab()]
    await other.save(withNote(first, 7, '宿舍'))
    void one.save(withNote(first, 1, '操场'))
    // the first write is there, the second never comes
    await vi.waitFor(() => expect(inStore()).toContain('操场'))
    store.tables.get('drafts')!.set('beside', { shape: 1, counties: { [county.id]: { notes: { 7: '宿舍' } } } })
    const { saved, save } = await tab()
    expect(saved!.draft.notes).toEqual({ 1: '操场', 7: '宿舍' })
    await save(moved(saved!.draft, 0.1))
    expect(JSON.stringify(store.tables.get('drafts')!.get('beside'))).toContain('操场')
  })
  it('a change that lies with the settings goes with its county', async () => {
    const one = await tab()
    await one.save({ ...withNote(firstDraft(own), 1, '操场') })
    await (await tab()).forget((id) => id === own.id)
    expect(inStore()).not.toContain('操场')
  })
  it('keep what was written down of other counties', async () => {
    const [one, other] = [await tab(), await tab()]
    await one.save(withNote(first, 1, '操场'))
    await other.save(keepingNotes(withNote(first, 2, '食堂'), firstDraft(mountain)))
    expect((await tab()).saved!.draft).toEqual({ ...firstDraft(mountain), elsewhere: { [county.id]: { notes: { 1: '操场', 2: '食堂' } } } })
  })
  it('find what an edition before this one kept in the draft, and keep it', async () => {
    const old = { ...withNote(first, 1, '操场'), elsewhere: { [mountain.id]: { notes: { 5: '食堂' } } } }
    store.tables.set('drafts', new Map([['last', { shape: 1, draft: old, when: 1 }]]))
    const { saved, save } = await tab()
    expect(saved).toEqual({ draft: old, when: 1 })
    await save(moved(saved!.draft, 0.1))
    expect((await tab()).saved!.draft).toEqual(moved(old, 0.1))
  })
})

describe('each tab', () => {
  const services = servicesOf(fixtureRunner(0), shippedCounties)
  /** A page that has begun, and has seen to closed tabs. */
  async function begun(memory?: Memory, secure = true) {
    const page = await tab(memory, secure)
    const left = await page.leftHere(services)
    // what it begins with is kept before anything else is
    await vi.waitFor(() => expect(store.tables.get('drafts')?.size ?? 0).toBeGreaterThan(0))
    expect(await page.keepClosed()).toBe(true)
    return { ...page, left }
  }
  const kept = async ({ keptScenarios }: Awaited<ReturnType<typeof tab>>) => (await keptScenarios()).map(({ draft }) => draft.levers[rotation.id]?.['share'])

  it('goes on with its own settings when it is loaded again; a new one begins with the last of any', async () => {
    const [a, b]: Memory[] = [new Map(), new Map()]
    const one = await begun(a)
    await one.save(moved(first, 0.1))
    const other = await begun(b)
    expect(other.left.first).toEqual(moved(first, 0.1))
    await other.save(moved(first, 0.2))
    one.close()
    expect((await begun(a)).left.first).toEqual(moved(first, 0.1))
    expect((await begun(new Map())).left.first).toEqual(moved(first, 0.2))
  })
  it('goes on with nothing decided, as it stood', async () => {
    const a: Memory = new Map()
    const one = await begun(a)
    await (await begun(new Map())).save(moved(first, 0.2))
    one.close()
    const again = await begun(a)
    expect([again.left.first, await kept(again)]).toEqual([first, []])
  })
  it('that was duplicated goes on in both, each its own way', async () => {
    const a: Memory = new Map()
    const one = await begun(a)
    await one.save(moved(first, 0.1))
    const copy: Memory = new Map(a)
    const twin = await begun(copy)
    expect(twin.left.first).toEqual(moved(first, 0.1))
    await twin.save(moved(first, 0.3))
    one.close()
    twin.close()
    expect([(await begun(a)).left.first, (await begun(copy)).left.first]).toEqual([moved(first, 0.1), moved(first, 0.3)])
  })
  it('that was closed or killed has its scenario among those kept, once, unless another goes on with it', async () => {
    const a: Memory = new Map()
    const one = await begun(a)
    await one.save(moved(first, 0.1))
    const other = await begun(new Map())
    await other.save(moved(first, 0.2))
    expect(await kept(other)).toEqual([])
    one.close()
    const third = await begun(new Map())
    expect(await kept(third)).toEqual([0.1])
    // deleted there it does not come again by itself; the tab brought back has it all the same
    await (await import('../../src/app/stores/kept/kept-scenarios.ts')).forgetScenario(moved(first, 0.1))
    const fourth = await begun(new Map())
    expect(await kept(fourth)).toEqual([])
    expect((await begun(a)).left.first).toEqual(moved(first, 0.1))
    for (const page of [other, third, fourth]) page.close()
    // a visit that ends is no scenario left behind: the next one goes on with it
    expect(await kept(await begun(new Map()))).toEqual([])
  })
  it('loses nothing where nobody can tell which are open, and goes on when it is loaded again', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as PerformanceNavigationTiming])
    const tabs: Memory[] = []
    const { mostTabs } = await tab(undefined, false)
    for (let k = 1; k <= mostTabs + 1; k++) {
      const memory: Memory = new Map()
      const page = await begun(memory, false)
      vi.spyOn(Date, 'now').mockReturnValue(k)
      await page.save(moved(first, k / 100))
      vi.mocked(Date.now).mockRestore()
      tabs.push(memory)
    }
    const again = await begun(tabs[5], false)
    expect([again.left.first, await kept(again)]).toEqual([moved(first, 0.06), [0.01]])
    vi.restoreAllMocks()
  })
  it('that is open keeps its own settings, however many others are', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as PerformanceNavigationTiming])
    const mine: Memory = new Map()
    const { mostTabs } = await tab()
    const at = vi.spyOn(Date, 'now').mockReturnValue(1)
    await (await begun(mine)).save(moved(first, 0.01))
    for (let k = 2; k <= mostTabs + 3; k++) {
      at.mockReturnValue(k)
      const page = await begun(new Map())
      await page.save(moved(first, k / 100))
      await page.keepClosed()
    }
    expect((await begun(mine)).left.first).toEqual(moved(first, 0.01))
    vi.restoreAllMocks()
  })
  it('where nothing is remembered for a tab begins with the last settings, as a new one', async () => {
    await (await begun()).save(moved(first, 0.1))
    expect((await begun()).left.first).toEqual(moved(first, 0.1))
    store.broken = true
    const page = await tab()
    expect([page.saved, await page.keepClosed()]).toEqual([null, false])
  })
  it('that was closed with a county since deleted leaves nothing of it', async () => {
    const one = await tab(new Map())
    await one.save(moved(firstDraft(own), 0.1))
    one.close()
    const other = await tab(new Map())
    await other.save(first)
    await other.forget((id) => id === own.id)
    expect(inStore()).not.toContain(own.id)
  })
})

describe('school data deleted in one tab', () => {
  const secret = '第三小学食堂待查'

  it.each(['forgetAll', 'forgetKept'] as const)('is not kept again by another that still shows it (%s)', async (way) => {
    const start = await tab()
    await start.save(withNote(firstDraft(own), 3, secret))
    const [one, other] = [await tab(), await tab()]
    expect(other.app.draft.committed.notes).toEqual({ 3: secret })
    await (way === 'forgetAll' ? one.forgetAll(one.app) : one.forgetKept(one.app, own.id))
    expect(inStore()).not.toContain(secret)
    other.app.draft.commit(moved(other.app.draft.committed, 0.2))
    await vi.waitFor(() => expect(inStore()).toContain('0.2'))
    expect(inStore()).not.toContain(secret)
    // what it holds goes when it hears of it, also from what undo brings back
    await other.forgetHere(other.app, { ids: [own.id], all: way === 'forgetAll' })
    expect([other.app.county.id, other.app.guests, JSON.stringify(other.app.draft.committed)]).toEqual([county.id, [], expect.not.stringContaining(secret)])
    expect(other.app.draft.canUndo).toBe(false)
    expect(other.app.notices.list.map(({ id }) => id)).toEqual(['gone'])
    // and heard twice it is told once
    other.app.notices.dismiss('gone')
    await other.forgetHere(other.app, { ids: [own.id], all: false })
    expect(other.app.notices.list).toEqual([])
  })
  it('is told to the other tabs, and not to the one itself', async () => {
    const [one, other] = [await tab(), await tab()]
    const heard: unknown[] = []
    one.hearOthers((gone) => heard.push(['one', gone]))
    other.hearOthers((gone) => heard.push(['other', gone]))
    await one.forgetKept(one.app, own.id)
    await vi.waitFor(() => expect(heard).toEqual([['other', { ids: [own.id], all: false }]]))
  })
})

describe('a last draft whose county is not here this once', () => {
  const services = servicesOf(fixtureRunner(0), [county], { otherCounties: () => Promise.reject(new Error('no network')) })
  const last = withNote(withLever(firstDraft(mountain), rotation, 'share', 0.3, mountain), 5, '食堂')

  it('stays where it is until another takes its place, and then is a scenario among others; its notes go along', async () => {
    const start = await tab()
    await start.save(last)
    const { leftHere, keeping, keptScenarios, restore } = await tab()
    const left = await leftHere(services)
    expect([left.back, left.away]).toEqual([null, last])
    expect(left.first).toEqual({ ...first, elsewhere: { [mountain.id]: { notes: { 5: '食堂' } } } })
    expect([await keptScenarios(), (await restore())!.draft]).toEqual([[], last])
    const keep = keeping(left.away, () => expect.fail('it stores'))
    keep(moved(left.first, 0.1))
    keep(moved(left.first, 0.2))
    await vi.waitFor(async () => expect((await restore())!.draft).toEqual(moved(left.first, 0.2)))
    const { notes: _, ...settings } = last
    expect((await keptScenarios()).map(({ draft }) => draft)).toEqual([unnamed(settings)])
  })
  it('comes back when it is', async () => {
    const start = await tab()
    await start.save(last)
    const { leftHere } = await tab()
    const left = await leftHere({ ...services, otherCounties: async () => [mountain] })
    expect([left.back?.draft, left.away, left.first]).toEqual([last, null, last])
  })
})
