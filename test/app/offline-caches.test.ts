import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Starts the service worker of the copy at this address, beside caches that are there already; gives the caches that are there in the end. */
async function activated(scope: string, version: string, there: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
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
  vi.stubGlobal('self', { registration: { scope }, clients: { claim: () => Promise.resolve() }, location: new URL(scope), addEventListener: (kind: string, call: (typeof listeners)[string]) => (listeners[kind] = call) })
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

/** The answer of the service worker at an address to somebody who goes to a page: its own page, or what the network has. */
async function answered(scope: string, url: string): Promise<string> {
  let fetched: (event: { request: object; respondWith: (answer: Promise<unknown>) => void }) => void = () => undefined
  const match = (what: unknown) => Promise.resolve(what === './index.html' ? 'the page' : undefined)
  vi.stubGlobal('caches', { open: () => Promise.resolve({ match }) })
  vi.stubGlobal('fetch', () => Promise.resolve('the network'))
  vi.stubGlobal('offlineFiles', [])
  vi.stubGlobal('offlineVersion', newer)
  vi.stubGlobal('self', { registration: { scope }, location: new URL(scope), addEventListener: (kind: string, call: typeof fetched) => kind === 'fetch' && (fetched = call) })
  // @ts-expect-error a script: it exports nothing
  await import('../../workers/offline.ts')
  let answer: Promise<unknown> = Promise.resolve('nobody')
  fetched({ request: { method: 'GET', mode: 'navigate', url }, respondWith: (given) => (answer = given) })
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
