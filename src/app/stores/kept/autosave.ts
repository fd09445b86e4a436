import type { IDBPObjectStore } from 'idb'
import type { Draft } from '../draft/draft.ts'
import { storeOf } from './database.ts'
import { thisTab } from './this-tab.ts'
import { bare, mergedInto, withWrittenDown, writtenDown, type BareDraft, type WrittenDown } from './written-down.ts'

/*
 * What is kept between visits. Each tab has its settings in a place of its own, and goes on with them when it is loaded again; those
 * committed last, in whichever tab, lie in one more place, from which a new tab begins. What is written down about schools lies
 * beside them, and each tab writes there only what was changed in it. To do so it must first read what is there, and a tab may be
 * killed meanwhile: until it is done the change lies with the last settings, which are written at once.
 */

/** The last committed draft and when. */
export interface Saved {
  readonly draft: Draft
  readonly when: number
}

/** What one tab knew to be written down, and what it has by now: the change between them. */
interface Change {
  readonly before: WrittenDown
  readonly after: WrittenDown
}

/** Settings of a tab. */
export interface Left {
  readonly shape: number
  readonly draft: BareDraft
  readonly when: number
}

interface Last extends Left {
  /** The tab they are of; absent if an edition before 0.8.0 kept them. */
  readonly tab?: string
  /** What was changed beside, whether or not it lies there yet: to do it again changes nothing. */
  readonly change?: Change
}

const shape = 1
const last = 'last'
const beside = 'beside'
/** What places of tabs begin with. */
export const tabPrefix = 'tab.'
const own = tabPrefix + thisTab.name

/** What is kept of scenarios in this browser. */
export const database = storeOf('hengtu', 1, (db) => void db.createObjectStore('drafts'))

type Store = IDBPObjectStore<unknown, ['drafts'], 'drafts', 'readwrite'>

/** What of the store is written down as this tab knows it: what differs from it was changed here. */
let known: WrittenDown = {}

/** The tab whose settings this one goes on with; none until they are there. */
export let continued: string | undefined

/** What was stored under a name by this edition. */
export const read = <T>(record: unknown): T | undefined => (typeof record === 'object' && record !== null && 'shape' in record && record.shape === shape ? (record as T) : undefined)

const storedIn = async (store: Pick<Store, 'get'>): Promise<WrittenDown> => read<{ readonly counties: WrittenDown }>(await store.get(beside))?.counties ?? {}

let turn: Promise<unknown> = Promise.resolve()
/** Does something in one transaction, after what was begun before, and gives what is known from then on; false if this browser stores nothing. */
function inTurn(what: (store: Store) => Promise<WrittenDown>): Promise<boolean> {
  const mine = turn.then(async () => {
    const transaction = (await database()).transaction('drafts', 'readwrite')
    const [now] = await Promise.all([what(transaction.store), transaction.done])
    known = now
    return true
  }).catch(() => false)
  turn = mine
  return mine
}

const alike = (a: WrittenDown, b: WrittenDown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Writes without reading what is there; false if this browser stores nothing. */
async function putAtOnce(...records: readonly (readonly [Left, string])[]): Promise<boolean> {
  try {
    const { store, done } = (await database()).transaction('drafts', 'readwrite')
    await Promise.all([...records.map(([record, name]) => store.put(record, name)), done])
    return true
  } catch {
    return false
  }
}

/** Keeps what this tab begins with: loaded again before anything is committed, it begins with the same. */
export const hold = ({ draft, when }: Saved): Promise<boolean> => putAtOnce([{ shape, draft: bare(draft), when }, own])

/** Keeps a draft; false if this browser stores nothing. */
export async function save(draft: Draft): Promise<boolean> {
  const mine = writtenDown(draft)
  const left: Left = { shape, draft: bare(draft), when: Date.now() }
  const record: Last = { ...left, tab: thisTab.name, ...(alike(mine, known) ? {} : { change: { before: known, after: mine } }) }
  const kept = putAtOnce([record, last], [left, own])
  const merged = inTurn(async (store) => {
    if (!alike(mine, known)) await store.put({ shape, counties: mergedInto(await storedIn(store), known, mine) ?? {} }, beside)
    return mine
  })
  return (await kept) && merged
}

/** The draft of this tab, in a new one the draft kept last, with everything written down; null if there is none or this browser stores nothing. */
export async function restore(): Promise<Saved | null> {
  try {
    const { store } = (await database()).transaction('drafts')
    const saved = read<Last>(await store.get(last))
    const mine = read<Left>(await store.get(tabPrefix + thisTab.before))
    const { draft, when } = mine ?? saved ?? {}
    if (!draft || !when) return null
    continued = mine ? thisTab.before! : saved?.tab
    const { change = { before: {}, after: {} } } = saved ?? {}
    known = await storedIn(store)
    // editions long before this one kept what was written down in the draft
    const old = mergedInto(known, {}, saved ? writtenDown(saved.draft) : {})
    const all = (mergedInto(old, change.before, change.after) ?? {}) as WrittenDown
    return { when, draft: withWrittenDown(draft, all) }
  } catch {
    return null
  }
}

/** Forgets what is written down about these counties, whichever tab wrote it; false if it is still there. */
export const forget = (gone: (county: string) => boolean): Promise<boolean> =>
  inTurn(async (store) => {
    const left = (all: WrittenDown): WrittenDown => Object.fromEntries(Object.entries(all).filter(([county]) => !gone(county)))
    await store.put({ shape, counties: left(await storedIn(store)) }, beside)
    for (const name of await store.getAllKeys()) if (String(name).startsWith(tabPrefix) && gone(read<Left>(await store.get(name))?.draft.county ?? '')) await store.delete(name)
    const saved = read<Last>(await store.get(last))
    if (saved?.change) await store.put({ ...saved, change: { before: left(saved.change.before), after: left(saved.change.after) } }, last)
    return left(known)
  })

/** Whether this browser stores anything. */
export async function storageWorks(): Promise<boolean> {
  try {
    await database()
    return true
  } catch {
    return false
  }
}
