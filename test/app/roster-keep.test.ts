import { beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { servicesOf } from '../../src/app/services.ts'
import { AppState, firstDraft, firstView } from '../../src/app/stores/app-state.svelte.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

/* What stays in the browser, on a store that another tab may hold. */

const store = vi.hoisted(() => ({ tables: new Map<string, Map<string, unknown>>(), held: false, release: (): void => undefined, broken: false }))
vi.mock('idb', () => {
  const table = (name: string) => {
    if (store.broken) throw new Error('the connection is closing')
    return store.tables.get(name) ?? store.tables.set(name, new Map()).get(name)!
  }
  const db = {
    get: async (name: string, key: string) => table(name).get(key),
    getAll: async (name: string) => [...table(name).values()],
    put: async (name: string, value: unknown, key: string) => void table(name).set(key, value),
    delete: async (name: string, key: string) => void table(name).delete(key),
    clear: async (name: string) => table(name).clear(),
    transaction: (name: string) => ({ store: { get: async (key: string) => table(name).get(key), put: async (value: unknown, key: string) => void table(name).set(key, value), delete: async (key: string) => void table(name).delete(key) }, done: Promise.resolve() }),
  }
  return {
    openDB: async (_: string, __: number, on: { readonly blocked?: () => void }) => {
      if (!store.held) return db
      on.blocked?.()
      await new Promise<void>((resolve) => (store.release = resolve))
      return db
    },
  }
})

const own = { ...shippedCounties[0]!, id: 'roster-0a1b2c3d' }
/** The stores of a page that has just been opened. */
async function page() {
  vi.resetModules()
  const keep = await import('../../src/app/stores/roster-keep.ts')
  const forget = await import('../../src/app/stores/forget-counties.ts')
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(own), firstView(own), () => undefined, { guests: [own] })
  return { ...keep, ...forget, app }
}
beforeEach(() => {
  store.tables.clear()
  store.held = store.broken = false
})

describe('a kept county that is deleted', () => {
  it('is gone from the browser and from the screen', async () => {
    const { app, keepCounty, keptCounties, forgetKept } = await page()
    await keepCounty(own)
    expect(await forgetKept(app, own.id)).toBe(true)
    expect([await keptCounties(), app.guests, app.county.id]).toEqual([[], [], shippedCounties[0]!.id])
  })
  it('while another tab holds the store is said not to be deleted, alone or with everything', async () => {
    const { app, keepCounty, forgetKept, forgetAll } = await page()
    await keepCounty(own)
    store.broken = true
    expect([await forgetKept(app, own.id), await forgetAll(app)]).toEqual([false, false])
    store.broken = false
    expect(store.tables.get('counties')!.has(own.id)).toBe(true)
  })
})

describe('a store that another tab holds', () => {
  it('keeps nothing and lets nothing wait, until that tab is closed', async () => {
    store.held = true
    const { keepCounty, keptCounties } = await page()
    expect([await keepCounty(own), await keptCounties()]).toEqual([false, []])
    store.release()
    await vi.waitFor(async () => expect(await keepCounty(own)).toBe(true))
    expect(await keptCounties()).toEqual([own])
  })
})
