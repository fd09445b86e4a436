import type { IDBPObjectStore } from 'idb'
import type { Draft } from '../draft/draft.ts'
import { storeOf } from './database.ts'
import { bare, mergedInto, withWrittenDown, writtenDown, type BareDraft, type WrittenDown } from './written-down.ts'

/*
 * What is kept between visits. Settings of the last committed draft lie in one place: of several tabs the last one has it. What is
 * written down about schools lies beside them, and each tab writes there only what was changed in it. To do so it must first read
 * what is there, and a tab may be killed meanwhile: until it is done the change lies with the settings, which are written at once.
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

interface Last {
  readonly draft: BareDraft
  readonly when: number
  /** What was changed beside, whether or not it lies there yet: to do it again changes nothing. */
  readonly change?: Change
}

const shape = 1
const last = 'last'
const beside = 'beside'

/** What is kept of scenarios in this browser. */
export const database = storeOf('hengtu', 1, (db) => void db.createObjectStore('drafts'))

type Store = IDBPObjectStore<unknown, ['drafts'], 'drafts', 'readwrite'>

/** What of the store is written down as this tab knows it: what differs from it was changed here. */
let known: WrittenDown = {}

/** What was stored under a name by this edition. */
const read = <T>(record: unknown): T | undefined => (typeof record === 'object' && record !== null && 'shape' in record && record.shape === shape ? (record as T) : undefined)

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

/** Keeps a draft; false if this browser stores nothing. */
export async function save(draft: Draft): Promise<boolean> {
  const mine = writtenDown(draft)
  const record = { shape, draft: bare(draft), when: Date.now(), ...(alike(mine, known) ? {} : { change: { before: known, after: mine } }) }
  const kept = database().then(async (db) => void (await db.put('drafts', record, last))).then(() => true, () => false)
  const merged = inTurn(async (store) => {
    if (!alike(mine, known)) await store.put({ shape, counties: mergedInto(await storedIn(store), known, mine) ?? {} }, beside)
    return mine
  })
  return (await kept) && merged
}

/** The draft kept last, with everything written down; null if there is none or this browser stores nothing. */
export async function restore(): Promise<Saved | null> {
  try {
    const { store } = (await database()).transaction('drafts')
    const saved = read<Last>(await store.get(last))
    if (!saved) return null
    const { draft, when, change = { before: {}, after: {} } } = saved
    known = await storedIn(store)
    // editions before this one kept what was written down in the draft
    const old = mergedInto(known, {}, writtenDown(draft))
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
