import { openDB, type IDBPDatabase } from 'idb'
import type { CountyDescription } from '../../engine/index.ts'
import type { MappingFile, SessionKind, Source } from '../../roster/index.ts'

/* What of rosters stays in this browser, and nowhere else: how columns were matched, files opened last, and counties
 * built on rosters or opened from files. Lists of candidates are never kept: they name pupils. */

/** Columns as matched last, and when. */
export interface KeptMapping {
  readonly map: MappingFile
  readonly when: number
}

/** A file opened before, as it was chosen: changes made in the page are in the cleaned table, not here. */
export interface KeptFile {
  readonly key: string
  readonly kind: SessionKind
  readonly name: string
  readonly content: Uint8Array | string
  readonly bytes: number
  readonly rows: number
  readonly when: number
}

/** Files that are kept, newest first, and how large each may be. */
const mostFiles = 6
const mostBytes = 5_000_000

let opened: Promise<IDBPDatabase> | undefined
/** Another tab with an older edition may hold the store: then nothing is kept, but nothing waits for it either. */
const database = (): Promise<IDBPDatabase> =>
  (opened ??= new Promise((resolve, reject) => {
    openDB('hengtu-rosters', 2, {
      upgrade: (db, before) => {
        if (before < 1) {
          db.createObjectStore('mappings')
          db.createObjectStore('counties')
        }
        db.createObjectStore('files')
      },
      blocked: () => reject(new Error('held by an older edition in another tab')),
      blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
    }).then((db) => {
      // the other tab may have been closed meanwhile: what is asked for from now on is kept
      opened = Promise.resolve(db)
      resolve(db)
    }, reject)
  }))

/** Does something with the store; `otherwise` if this browser stores nothing. */
async function tried<T>(what: (db: IDBPDatabase) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await what(await database())
  } catch {
    return otherwise
  }
}

/** The new columns before those of earlier files, so that both years’ headers are known. */
function joined(before: MappingFile | undefined, map: MappingFile): MappingFile {
  const old = before?.columns.filter((column) => !map.columns.some((one) => one.header === column.header)) ?? []
  return { ...map, columns: [...map.columns, ...old].slice(0, 400) }
}

/** Remembers how the columns of a kind of table were matched; false if this browser stores nothing. */
export const keepMapping = (kind: string, map: MappingFile): Promise<boolean> =>
  tried(async (db) => {
    const before = (await db.get('mappings', kind)) as KeptMapping | undefined
    await db.put('mappings', { map: joined(before?.map, map), when: Date.now() }, kind)
    return true
  }, false)

export const keptMapping = (kind: string): Promise<KeptMapping | null> => tried(async (db) => ((await db.get('mappings', kind)) as KeptMapping | undefined) ?? null, null)

export const forgetMapping = (kind: string): Promise<boolean> => tried(async (db) => (await db.delete('mappings', kind), true), false)

/** Keeps a county built on a roster or opened from a file; false if this browser stores nothing. */
export const keepCounty = (county: CountyDescription): Promise<boolean> => tried(async (db) => (await db.put('counties', county, county.id), true), false)

export const keptCounties = (): Promise<readonly CountyDescription[]> => tried(async (db) => (await db.getAll('counties')) as CountyDescription[], [])

export const forgetCounty = (id: string): Promise<boolean> => tried(async (db) => (await db.delete('counties', id), true), false)

/** Files kept for a job, newest first. */
export const keptFiles = (kind: SessionKind): Promise<readonly KeptFile[]> =>
  tried(async (db) => ((await db.getAll('files')) as KeptFile[]).filter((one) => one.kind === kind).sort((a, b) => b.when - a.when), [])

/** Keeps a file that was opened; the oldest beyond the limit go. False if it is too large or this browser stores nothing. */
export const keepFile = (kind: SessionKind, { name, content }: Source, rows: number): Promise<boolean> =>
  tried(async (db) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length
    if (bytes > mostBytes) return false
    const key = `${kind}/${name}`
    await db.put('files', { key, kind, name, content, bytes, rows, when: Date.now() } satisfies KeptFile, key)
    for (const old of (await keptFiles(kind)).slice(mostFiles)) await db.delete('files', old.key)
    return true
  }, false)

export const forgetFile = (key: string): Promise<boolean> => tried(async (db) => (await db.delete('files', key), true), false)

/** Deletes every table, mapping and county kept in this browser. */
export const forgetRosters = (): Promise<boolean> =>
  tried(async (db) => {
    await db.clear('counties')
    await db.clear('mappings')
    await db.clear('files')
    return true
  }, false)
