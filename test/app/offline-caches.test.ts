import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Starts the service worker of the copy at this address, beside caches that are there already; gives the caches that are there in the end. */
async function activated(scope: string, version: string, there: Readonly<Record<string, readonly string[]>>, windows = 1, others: object = {}): Promise<string[]> {
  const kept = new Map(Object.entries(there))
  const caches = {
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
    open: (name: string) => {
      if (!kept.has(name)) kept.set(name, [])
      return Promise.resolve({ keys: () => Promise.resolve(kept.get(name)!.map((url) => ({ url }))), addAll: () => Promise.resolve() })
    },
  }
  const listeners: Record<string, (event: { waitUntil: (work: Promise<void>) => void }) => void> = {}
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('offlineFiles', [])
  vi.stubGlobal('offlineVersion', version)
  vi.stubGlobal('self', { registration: { scope, ...others }, clients: { claim: () => Promise.resolve(), matchAll: () => Promise.resolve(Array.from({ length: windows })) }, location: new URL(scope), addEventListener: (kind: string, call: (typeof listeners)[string]) => (listeners[kind] = call) })
  // @ts-expect-error a script: it exports nothing
  await import('../../workers/offline.ts')
  for (const kind of ['install', 'activate']) {
    let work: Promise<void> = Promise.resolve()
    listeners[kind]!({ waitUntil: (promise) => (work = promise) })
    await work
  }
  return [...kept.keys()].sort()
}

const [older, newer] = ['0123456789abcdef', 'fedcba9876543210']

describe('the service worker', () => {
  it('forgets earlier builds of its own copy of the app, and of no other on the same origin', async () => {
    const there = { [`hengtu /a/ ${older}`]: [], [`hengtu /b/ ${older}`]: [], [`hengtu / ${older}`]: [], somethingElse: [] }
    expect(await activated('https://county.example/a/', newer, there)).toEqual([`hengtu / ${older}`, `hengtu /a/ ${newer}`, `hengtu /b/ ${older}`, 'somethingElse'])
  })
  it('keeps an earlier build while another window may show a page of it', async () => {
    const there = { [`hengtu /a/ ${older}`]: [] }
    expect(await activated('https://county.example/a/', newer, there, 2)).toEqual([`hengtu /a/ ${older}`, `hengtu /a/ ${newer}`])
    vi.resetModules()
    expect(await activated('https://county.example/a/', newer, there, 0)).toEqual([`hengtu /a/ ${newer}`])
  })
  it('keeps what another build has just fetched', async () => {
    const there = { [`hengtu /a/ ${older}`]: [] }
    expect(await activated('https://county.example/a/', newer, there, 0, { installing: {} })).toEqual([`hengtu /a/ ${older}`, `hengtu /a/ ${newer}`])
  })
  it('does not take a copy below its own for its own', async () => {
    expect(await activated('https://county.example/', newer, { [`hengtu /b/ ${older}`]: [] })).toEqual([`hengtu / ${newer}`, `hengtu /b/ ${older}`])
  })
  it('forgets caches under the names of before, where they are its own', async () => {
    const there = {
      'hengtu-0000000000000001': ['https://county.example/a/index.html', 'https://county.example/a/app.js'],
      'hengtu-0000000000000002': ['https://county.example/b/index.html'],
      'hengtu-0000000000000003': ['https://county.example/a/index.html', 'https://county.example/b/index.html'],
    }
    expect(await activated('https://county.example/a/', newer, there)).toEqual([`hengtu /a/ ${newer}`, 'hengtu-0000000000000002', 'hengtu-0000000000000003'])
  })
})

/** Caches by name, each with what it has under an address; and who has looked for windows, each time finding so many. */
interface Around {
  readonly kept: Map<string, Readonly<Record<string, string>>>
  readonly windows: number
}

/** The answer of the service worker at an address to somebody who goes to a page, or asks for a file: its own, or what the network has. */
async function answered(scope: string, url: string, mode = 'navigate', { kept, windows }: Around = { kept: new Map(), windows: 1 }): Promise<string> {
  let fetched: (event: { request: object; respondWith: (answer: Promise<unknown>) => void; waitUntil: (work: Promise<void>) => void }) => void = () => undefined
  const matchIn = (name: string) => (what: string | { readonly url: string }) => Promise.resolve(what === './index.html' ? 'the page' : typeof what === 'string' ? undefined : kept.get(name)?.[what.url])
  vi.stubGlobal('caches', { keys: () => Promise.resolve([...kept.keys()]), delete: (name: string) => Promise.resolve(kept.delete(name)), open: (name: string) => Promise.resolve({ match: matchIn(name) }) })
  vi.stubGlobal('fetch', () => Promise.resolve('the network'))
  vi.stubGlobal('offlineFiles', [])
  vi.stubGlobal('offlineVersion', newer)
  vi.stubGlobal('self', { registration: { scope }, clients: { matchAll: () => Promise.resolve(Array.from({ length: windows })) }, location: new URL(scope), addEventListener: (kind: string, call: typeof fetched) => kind === 'fetch' && (fetched = call) })
  // @ts-expect-error a script: it exports nothing
  await import('../../workers/offline.ts')
  let answer: Promise<unknown> = Promise.resolve('nobody')
  let work: Promise<void> = Promise.resolve()
  fetched({ request: { method: 'GET', mode, url }, respondWith: (given) => (answer = given), waitUntil: (promise) => (work = promise) })
  await work
  return String(await answer)
}

describe('somebody who goes to a page', () => {
  it.each([
    ['https://county.example/', 'https://county.example/', 'the page'],
    ['https://county.example/', 'https://county.example/index.html?from=mail', 'the page'],
    ['https://county.example/hengtu/', 'https://county.example/hengtu/', 'the page'],
    ['https://county.example/', 'https://county.example/training/', 'the network'],
    ['https://county.example/', 'https://county.example/training/index.html', 'the network'],
    ['https://county.example/', 'https://county.example/notice.pdf', 'the network'],
  ])('of a copy at %s, to %s, is answered by %s', async (scope, url, by) => {
    expect(await answered(scope, url)).toBe(by)
  })
})

describe('a page of an earlier build that another window has left behind', () => {
  const file = 'https://county.example/assets/simulation-0a1b2c3d.js'
  const [before, now] = [`hengtu / ${older}`, `hengtu / ${newer}`]
  const around = (windows: number): Around => ({ windows, kept: new Map([[before, { [file]: 'the old file' }], [now, {}], [`hengtu /b/ ${older}`, { [file]: 'of another copy' }]]) })
  it('still gets its files, from its own build only', async () => {
    expect(await answered('https://county.example/', file, 'same-origin', around(2))).toBe('the old file')
    vi.resetModules()
    expect(await answered('https://county.example/c/', file, 'same-origin', around(2))).toBe('the network')
  })
  it('keeps them while any window is open; a page that opens alone needs them no more', async () => {
    const [beside, alone] = [around(1), around(0)]
    await answered('https://county.example/', 'https://county.example/', 'navigate', beside)
    expect([...beside.kept.keys()]).toContain(before)
    vi.resetModules()
    await answered('https://county.example/', 'https://county.example/', 'navigate', alone)
    expect([...alone.kept.keys()]).toEqual([now, `hengtu /b/ ${older}`])
  })
})
