import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { Address, isLink } from '../../src/app/address.svelte.ts'
import { servicesOf } from '../../src/app/services.ts'
import { linkOf } from '../../src/app/share/open.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { scenarioOf, withLever, withNote } from '../../src/app/stores/draft/draft.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { policies } from '../../src/engine/index.ts'
import { unloaded } from '../../src/words/unloaded.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

const [plain, mountain] = [shippedCounties[0]!, shippedCounties[1]!]
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
/** A link to the mountain county, as a fragment. */
const link = linkOf(scenarioOf(withLever(firstDraft(mountain), rotation, 'share', 0.1, mountain), mountain, policies, ['baseline', 'plan']), {}).slice(1)

/** A page whose address ends in `fragment`, with the app on the first county. */
function page(fragment: string) {
  const address = { hash: fragment === '' ? '' : `#${fragment}`, pathname: '/', search: '' }
  /** The pages of the browser’s history up to this one. */
  const pages: { state: unknown; hash: string }[] = [{ state: null, hash: address.hash }]
  const written = vi.fn()
  const history = {
    get state() { return pages.at(-1)!.state },
    replaceState: (state: unknown, _: string, text?: string) => {
      if (text !== undefined) written(address.hash = text.startsWith('#') ? text : '')
      pages.splice(-1, 1, { state, hash: address.hash })
    },
    pushState: (state: unknown) => void pages.push({ state, hash: address.hash }),
  }
  const heard: Record<string, (event: object) => void> = {}
  const back = () => {
    pages.pop()
    address.hash = pages.at(-1)!.hash
    heard['popstate']!({ state: history.state })
    heard['hashchange']!({ newURL: `https://county.example/${address.hash}` })
  }
  vi.stubGlobal('location', address)
  vi.stubGlobal('history', history)
  vi.stubGlobal('window', { addEventListener: (kind: string, call: (event: object) => void) => (heard[kind] = call) })
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(plain), firstView(plain))
  const one = new Address(app, firstView(plain))
  one.follow()
  return { app, one, shows: () => address.hash.replace(/^#/, ''), written, pages, back }
}
/** A network that is down: what opens links does not come. */
const lose = (app: AppState) => vi.spyOn(app, 'open').mockResolvedValueOnce([unloaded])

beforeAll(() => learn('zh'))
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a link whose reader did not come', () => {
  it('stays in the address whatever is looked at, and is opened when it is tried again', async () => {
    const { app, one, shows, written } = page(link)
    const opening = lose(app)
    await one.open(link)
    app.selection.year = 2033
    await one.write()
    expect([shows(), app.county.id]).toEqual([link, plain.id])
    expect(written).not.toHaveBeenCalled()
    const [notice] = app.notices.list
    expect(notice?.text()).toContain(unloaded.text.zh)
    notice!.action!.run()
    await opening.mock.results.at(-1)!.value
    expect(app.county.id).toBe(mountain.id)
    await one.write()
    expect(shows()).toMatch(/^v1\./)
    expect(app.notices.list.filter(({ id }) => id === 'link')).toEqual([])
  })
  it('gives way to what is decided in its place', async () => {
    const { app, one, shows } = page(link)
    lose(app)
    await one.open(link)
    app.draft.commit(withLever(app.draft.committed, rotation, 'share', 0.05, plain))
    await one.write()
    expect(shows()).toMatch(/^v1\./)
    expect(shows()).not.toBe(link)
    // also once that is undone: loaded again, the page comes as it is
    app.draft.undo()
    await one.write()
    expect(shows()).toBe('')
  })
  it('gives way to an address that is edited', async () => {
    const { app, one, shows } = page(link)
    lose(app)
    await one.open(link)
    location.hash = '#y=2030'
    one.edited('y=2030')
    app.selection.year = 2033
    await one.write()
    expect([app.selection.year, shows()]).toEqual([2033, 'y=2033'])
  })
})

describe('a link that is being read', () => {
  it('is not written over', async () => {
    const { app, one, written } = page('')
    let come: (problems: []) => void = () => undefined
    vi.spyOn(app, 'open').mockReturnValueOnce(new Promise((resolve) => (come = resolve)))
    location.hash = `#${link}`
    one.edited(link)
    app.selection.year = 2033
    await one.write()
    expect(written).not.toHaveBeenCalled()
    come([])
    await vi.advanceTimersByTimeAsync(0)
    await one.write()
    expect(written).toHaveBeenCalledOnce()
  })
  it('is not opened when its reader comes after it was left', async () => {
    const { app, one, shows } = page('')
    let come = () => undefined as void
    const way = new Promise<void>((resolve) => (come = resolve))
    vi.spyOn(app, 'fetchCounties').mockReturnValue(way)
    location.hash = `#${link}`
    one.edited(link)
    location.hash = '#y=2033'
    one.edited('y=2033')
    come()
    await vi.dynamicImportSettled()
    await vi.advanceTimersByTimeAsync(2000)
    expect([app.county.id, app.selection.year, shows()]).toEqual([plain.id, 2033, 'y=2033'])
    // one that nobody left is
    location.hash = `#${link}`
    one.edited(link)
    await vi.waitFor(() => expect(app.county.id).toBe(mountain.id))
  })
  it('is not written over at the start either, nor is one of another model', async () => {
    const { app, one, written } = page(link)
    app.opening = true
    await one.write()
    app.opening = false
    app.older = { engine: '0.1.0', numbers: 1 }
    await one.write()
    expect(written).not.toHaveBeenCalled()
    app.older = null
    await one.write()
    expect(written).toHaveBeenCalledOnce()
  })
})

describe('a fragment that is no view', () => {
  it('changes nothing: an anchor in the page, as of the way to the main part', () => {
    const { app, one } = page('')
    app.selection.screen = 'schools'
    app.selection.status = 'below'
    for (const text of ['main', 'top=1']) one.edited(text)
    expect([app.selection.screen, app.selection.status]).toEqual(['schools', 'below'])
    one.edited('s=data')
    expect([app.selection.screen, app.selection.status]).toEqual(['data', 'all'])
    one.edited('')
    expect(app.selection.screen).toBe('explore')
  })
  it('gives way when something else is looked at', async () => {
    const { app, one, shows } = page('')
    location.hash = '#main'
    one.edited('main')
    app.selection.year = 2033
    await one.write()
    expect(shows()).toBe('y=2033')
  })
})

describe('the browser’s Back', () => {
  it('leads to the screen before, and only there: what was decided and chosen since stays, and stands in the address', async () => {
    const { app, one, shows, pages, back } = page('')
    one.mark()
    app.selection.screen = 'schools'
    one.mark()
    await one.write()
    expect([shows(), pages.length]).toEqual(['s=schools', 2])
    app.selection.year = 2033
    app.draft.commit(withLever(app.draft.committed, rotation, 'share', 0.05, plain))
    await one.write()
    const decided = app.draft.committed
    back()
    one.mark()
    expect([app.selection.screen, app.selection.year, app.draft.committed]).toEqual(['explore', 2033, decided])
    await one.write()
    expect(shows()).toMatch(/^v1\./)
    // and leaves no page of its own
    expect(pages.length).toBe(1)
  })
  it('knows a page that was made by editing the address', async () => {
    const { app, one, pages, back } = page('')
    one.mark()
    pages.push({ state: null, hash: '#s=data' })
    location.hash = '#s=data'
    one.edited('s=data')
    one.mark()
    expect([app.selection.screen, pages.length]).toEqual(['data', 2])
    back()
    one.mark()
    expect([app.selection.screen, pages.length]).toEqual(['explore', 1])
  })
})

describe('what was written down about schools', () => {
  it('makes no link, which would not carry it', async () => {
    const { app, one, shows } = page('')
    app.draft.commit({ ...withNote(app.draft.committed, 3, '操场'), elsewhere: { [mountain.id]: { notes: { 1: '食堂' } } } })
    await one.write()
    expect(shows()).toBe('')
  })
})

describe('a link that is wrong', () => {
  it('is said to be, kept for the person to see, and leaves the address', async () => {
    const { app, one, shows } = page('v1.K7M2Q9XA3F')
    await one.open('v1.K7M2Q9XA3F')
    app.notices.list.find(({ id }) => id === 'link')!.action!.run()
    expect([app.refused?.text, app.panels.share]).toEqual(['#v1.K7M2Q9XA3F', true])
    app.selection.year = 2033
    await one.write()
    expect(shows()).toBe('y=2033')
  })
})

it('links and codes open something, views do not', () => {
  // also those of an edition that is not known here, which must not be taken for a view
  expect(['v1.abc', 'v12.abc', 'c1.K7M2', 'c2.K7M2', 'y=2031', '', 'v=1', 'c=roll'].map(isLink)).toEqual([true, true, true, true, false, false, false, false])
})
