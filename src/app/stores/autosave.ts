import { openDB, type IDBPDatabase } from 'idb'
import type { Draft } from './draft.ts'

/** What is kept between visits: the last committed draft and when. */
export interface Saved {
  readonly draft: Draft
  readonly when: number
}

const shape = 1

let opened: Promise<IDBPDatabase> | undefined
/** What is kept of scenarios in this browser. */
export const database = (): Promise<IDBPDatabase> => (opened ??= openDB('hengtu', 1, { upgrade: (db) => void db.createObjectStore('drafts') }))

/** Keeps a draft; false if this browser stores nothing. */
export async function save(draft: Draft): Promise<boolean> {
  try {
    await (await database()).put('drafts', { shape, draft, when: Date.now() }, 'last')
    return true
  } catch {
    return false
  }
}

/** The draft kept last; null if there is none or this browser stores nothing. */
export async function restore(): Promise<Saved | null> {
  try {
    const kept: unknown = await (await database()).get('drafts', 'last')
    if (typeof kept !== 'object' || kept === null || !('shape' in kept) || kept.shape !== shape) return null
    return kept as unknown as Saved
  } catch {
    return null
  }
}

/** Forgets what is kept. */
export async function forget(): Promise<void> {
  try {
    await (await database()).delete('drafts', 'last')
  } catch {
    // nothing was kept
  }
}

/** Whether this browser stores anything. */
export async function storageWorks(): Promise<boolean> {
  try {
    await database()
    return true
  } catch {
    return false
  }
}
