import { beforeEach, describe, expect, it, vi } from 'vitest'
import { storeOf } from '../../../../src/app/stores/kept/database.ts'

/* A store of the browser that fails, is taken away, or is held by another tab: as the browser tells it. */

interface Told {
  readonly upgrade: (db: unknown, before: number) => void
  readonly blocked: () => void
  readonly blocking: (now: number, wanted: number | null, event: unknown) => void
  readonly terminated: () => void
}
/** Every opening that was asked for, in order. */
const asked = vi.hoisted(() => [] as { readonly name: string; readonly version: number; readonly told: Told; readonly give: (db: unknown) => void; readonly refuse: (error: Error) => void }[])
vi.mock('idb', () => ({
  openDB: (name: string, version: number, told: Told) => new Promise((give, refuse) => asked.push({ name, version, told, give, refuse })),
}))
const open = () => storeOf('one', 2, () => undefined)
beforeEach(() => void (asked.length = 0))

describe('a store of the browser', () => {
  it('is opened once, by whoever asks first', async () => {
    const store = open()
    expect(asked).toEqual([])
    const [a, b] = [store(), store()]
    asked[0]!.give('db')
    expect([await a, await b, await store()]).toEqual(['db', 'db', 'db'])
    expect(asked.map(({ name, version }) => [name, version])).toEqual([['one', 2]])
  })
  it('that could not be opened is opened again by whoever asks next', async () => {
    const store = open()
    const first = store()
    asked[0]!.refuse(new Error('disk full'))
    await expect(first).rejects.toThrow('disk full')
    const next = store()
    asked[1]!.give('db')
    expect(await next).toBe('db')
  })
  it.each(['terminated', 'blocking'] as const)('that is lost (%s) is opened again', async (how) => {
    const store = open()
    const first = store()
    asked[0]!.give('old')
    await first
    const close = vi.fn()
    if (how === 'terminated') asked[0]!.told.terminated()
    else asked[0]!.told.blocking(2, 3, { target: { close } })
    // a newer edition waits until this one has let go
    expect(close).toHaveBeenCalledTimes(how === 'blocking' ? 1 : 0)
    const next = store()
    asked[1]!.give('new')
    expect(await next).toBe('new')
  })
  it('that an older edition holds is not waited for, nor asked for over and over, and is there once it is let go', async () => {
    const store = open()
    const first = store()
    asked[0]!.told.blocked()
    await expect(first).rejects.toThrow('older edition')
    await expect(store()).rejects.toThrow('older edition')
    expect(asked.length).toBe(1)
    asked[0]!.give('db')
    await vi.waitFor(async () => expect(await store()).toBe('db'))
    expect(asked.length).toBe(1)
  })
})
