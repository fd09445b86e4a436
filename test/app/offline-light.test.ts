import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepOffline } from '../../src/app/offline.ts'

/* What the light of the status line, and the notice of a newer version, hang on. */

interface Registration { waiting: ReturnType<typeof arriving> | null; installing: ReturnType<typeof arriving> | null; readonly addEventListener: unknown }
/** Where the worker that waits is known, as the browser keeps it. */
const at: { registration?: Registration } = {}
/** A worker that is being installed, and the browser’s say about it. */
function arriving() {
  const heard: Record<string, () => void> = {}
  return { state: 'installing', postMessage: vi.fn(), addEventListener: (kind: string, call: () => void) => (heard[kind] = call), becomes(state: string) { this.state = state; if (state === 'installed') at.registration!.waiting = this; else if (at.registration!.waiting === this) at.registration!.waiting = null; heard['statechange']?.() } }
}
/** A browser that keeps the app, or refuses to; `controlled`: the page comes from what was kept. */
function browser({ controlled = false, waiting = null as ReturnType<typeof arriving> | null, refuses = false } = {}) {
  const heard: Record<string, () => void> = {}
  const registration: Registration = { waiting, installing: null, addEventListener: (kind: string, call: () => void) => (heard[kind] = call) }
  at.registration = registration
  const workers = { controller: controlled ? {} : null, register: () => (refuses ? Promise.reject(new Error('private window')) : Promise.resolve(registration)), ready: Promise.resolve(registration), addEventListener: (kind: string, call: () => void) => (heard[kind] = call) }
  vi.stubGlobal('navigator', { serviceWorker: workers })
  const reload = vi.fn()
  vi.stubGlobal('location', { protocol: 'https:', reload })
  return {
    reload,
    hears: (kind: string) => heard[kind]?.(),
    finds(worker: ReturnType<typeof arriving>) {
      registration.installing = worker
      heard['updatefound']!()
    },
  }
}
const news = () => ({ ready: vi.fn(), newer: vi.fn<(takeOver: () => void) => void>(), moved: vi.fn() })

beforeEach(() => void vi.stubEnv('PROD', true))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

describe('the light of the offline edition', () => {
  it('is lit once this build is kept', async () => {
    browser()
    const told = news()
    await keepOffline(told)
    expect([told.ready.mock.calls.length, told.newer.mock.calls.length]).toEqual([1, 0])
  })
  it('stays off where a browser keeps nothing, on a disk, and while the app is being written', async () => {
    const told = news()
    browser({ refuses: true })
    await keepOffline(told)
    vi.stubGlobal('navigator', {})
    await keepOffline(told)
    browser()
    vi.stubGlobal('location', { protocol: 'file:' })
    await keepOffline(told)
    browser()
    vi.stubEnv('PROD', false)
    await keepOffline(told)
    expect(told.ready).not.toHaveBeenCalled()
  })
})

describe('a newer version', () => {
  it('is told of when it is kept, and takes over only when it is asked to', async () => {
    const page = browser({ controlled: true })
    const told = news()
    await keepOffline(told)
    const worker = arriving()
    page.finds(worker)
    expect(told.newer).not.toHaveBeenCalled()
    worker.becomes('installed')
    expect(told.newer).toHaveBeenCalledOnce()
    expect(worker.postMessage).not.toHaveBeenCalled()
    told.newer.mock.calls[0]![0]()
    expect([worker.postMessage.mock.calls, page.reload.mock.calls.length]).toEqual([[['take over']], 0])
    page.hears('controllerchange')
    expect(page.reload).toHaveBeenCalledOnce()
  })
  it('that another window has let in is told of as that, and a click reloads at once: nobody waits any more', async () => {
    const page = browser({ controlled: true })
    const told = news()
    await keepOffline(told)
    const worker = arriving()
    page.finds(worker)
    worker.becomes('installed')
    worker.becomes('activating')
    page.hears('controllerchange')
    expect([told.moved.mock.calls.length, page.reload.mock.calls.length]).toEqual([1, 0])
    told.newer.mock.calls[0]![0]()
    expect([worker.postMessage.mock.calls.length, page.reload.mock.calls.length]).toEqual([0, 1])
  })
  it('that an even newer one has replaced is not asked: the one that waits is', async () => {
    const page = browser({ controlled: true })
    const told = news()
    await keepOffline(told)
    const [first, second] = [arriving(), arriving()]
    page.finds(first)
    first.becomes('installed')
    page.finds(second)
    first.becomes('redundant')
    second.becomes('installed')
    told.newer.mock.calls[0]![0]()
    expect([first.postMessage.mock.calls, second.postMessage.mock.calls]).toEqual([[], [['take over']]])
  })
  it('is none where the first build takes its first page', async () => {
    const page = browser()
    const told = news()
    await keepOffline(told)
    page.hears('controllerchange')
    expect([told.moved.mock.calls.length, page.reload.mock.calls.length]).toEqual([0, 0])
    // but the next one is
    page.hears('controllerchange')
    expect(told.moved).toHaveBeenCalledOnce()
  })
  it('that waits since the last visit is told of at once; the first one of all is none', async () => {
    const told = news()
    browser({ controlled: true, waiting: arriving() })
    await keepOffline(told)
    expect(told.newer).toHaveBeenCalledOnce()
    const first = browser()
    const none = news()
    await keepOffline(none)
    const worker = arriving()
    first.finds(worker)
    worker.becomes('installed')
    expect(none.newer).not.toHaveBeenCalled()
  })
})
