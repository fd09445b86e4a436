import { beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import type { Edit, Snapshot } from '../../../../src/roster/index.ts'
import { rosterCsv } from '../../../roster/example-roster.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'
import { rosterThreads } from '../../../support/roster-threads.ts'

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
    transaction: (name: string) => ({ store: { get: async (key: string) => table(name).get(key), getAllKeys: async () => [...table(name).keys()], put: async (value: unknown, key: string) => void table(name).set(key, value), delete: async (key: string) => void table(name).delete(key) }, done: Promise.resolve() }),
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
  const keep = await import('../../../../src/app/stores/kept/roster-keep.ts')
  const files = await import('../../../../src/app/stores/kept/kept-files.ts')
  const { RosterImport } = await import('../../../../src/app/stores/roster/import.svelte.ts')
  const forget = await import('../../../../src/app/stores/kept/forget-counties.ts')
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(own), firstView(own), () => undefined, { guests: [own] })
  return { ...keep, ...files, ...forget, app, RosterImport }
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

describe('a table that was worked in', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const pupils = (row: number, text: string): Edit => ({ kind: 'write', row, field: 'pupils', text })
  const why = { zh: '改', en: 'changed' }
  const written = ({ snapshot }: { snapshot: Snapshot | null }, row: number) => snapshot?.rows.find((one) => one.row === row)?.written['pupils']
  const source = (content = rosterCsv()) => ({ name: '学校.csv', content: bytes(content) })

  it('comes back with its changes after the page was left, wherever the file is opened from', async () => {
    const first = await page()
    const before = new first.RosterImport('schools', rosterThreads().hire)
    await before.choose(source())
    await before.change([pupils(1, '777')], why)
    await before.change([pupils(2, '888')], why)
    await before.undo()
    await vi.waitFor(() => expect(before.unsaved).toBe(false))
    const second = await page()
    const [kept] = await second.keptFiles('schools')
    expect([kept?.name, kept?.rows, kept?.steps?.done.length]).toEqual(['学校.csv', 25, 1])
    const after = new second.RosterImport('schools', rosterThreads().hire)
    await after.choose(source())
    expect([after.resumed, written(after, 1), written(after, 2), after.snapshot?.canRedo]).toEqual([1, '777', '932', true])
    // what was undone can be done again, and all of it undone
    await after.redo()
    expect([after.resumed, written(after, 2)]).toEqual([0, '888'])
    await after.undoAll()
    await vi.waitFor(async () => expect((await second.keptFiles('schools'))[0]?.steps?.done).toEqual([]))
    expect(written(after, 1)).toBe('1180')
  })

  it('is another table where its content is: neither changes nor pasted cells of one county reach another', async () => {
    const { RosterImport, keptFiles } = await page()
    const roster = new RosterImport('schools', rosterThreads().hire)
    await roster.choose(source())
    await roster.change([pupils(1, '777')], why)
    await roster.choose(source(rosterCsv().replace('1180', '1181')))
    expect([roster.resumed, written(roster, 1)]).toEqual([0, '1181'])
    const paste = (content: string) => roster.choose({ name: '粘贴的表格', content })
    await paste(rosterCsv())
    await paste(rosterCsv().replace('1180', '1182'))
    await paste(rosterCsv())
    await vi.waitFor(async () => expect((await keptFiles('schools')).map((one) => one.name).sort()).toEqual(['学校.csv', '学校.csv', '粘贴的表格', '粘贴的表格']))
  })

  it('gives way to its next edition from the disk, unless it was worked in', async () => {
    const { RosterImport, keptFiles } = await page()
    const roster = new RosterImport('schools', rosterThreads().hire)
    for (const first of ['1181', '1182', '1183']) await roster.choose(source(rosterCsv().replace('1180', first)))
    await vi.waitFor(async () => expect((await keptFiles('schools')).length).toBe(1))
  })

  it('is asked about before the page is left where this browser keeps nothing, and once it was deleted here', async () => {
    const { RosterImport, keptFiles, forgetFile } = await page()
    const roster = new RosterImport('schools', rosterThreads().hire)
    await roster.choose(source())
    await roster.change([pupils(1, '777')], why)
    await vi.waitFor(() => expect(roster.unsaved).toBe(false))
    await forgetFile((await keptFiles('schools'))[0]!.key)
    await roster.change([pupils(1, '778')], why)
    await new Promise((resolve) => setTimeout(resolve, 5))
    // deleted is deleted: a further change does not keep it again
    expect([roster.unsaved, (await keptFiles('schools')).length]).toEqual([true, 0])
    await roster.undoAll()
    expect(roster.unsaved).toBe(false)
  })

  it('is not kept at all if it names pupils', async () => {
    const { RosterImport, keptFiles } = await page()
    const roster = new RosterImport('places', rosterThreads().hire)
    await roster.choose({ name: '名册.csv', content: bytes('考号,初中学校,中考成绩,户籍\n1,甲,700,本地\n2,甲,650,本地\n') })
    expect(roster.file?.set.oneSchool).toBeTruthy()
    await roster.change([{ kind: 'write', row: 1, field: 'score', text: '701' }], why)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect([await keptFiles('places'), roster.unsaved]).toEqual([[], true])
  })
})
