import type { IDBPDatabase } from 'idb'
import type { CountyDescription } from '../../../engine/index.ts'
import type { MappingFile } from '../../../roster/index.ts'
import { storeOf } from './database.ts'

/* What of rosters stays in this browser, and nowhere else: how columns were matched, counties built on rosters or opened from
 * files, and files opened last (kept-files.ts). */

/** Columns as matched last, and when. */
export interface KeptMapping {
  readonly map: MappingFile
  readonly when: number
}

const database = storeOf('hengtu-rosters', 2, (db, before) => {
  if (before < 1) {
    db.createObjectStore('mappings')
    db.createObjectStore('counties')
  }
  db.createObjectStore('files')
})

/** Does something with the store; `otherwise` if this browser stores nothing. */
export async function tried<T>(what: (db: IDBPDatabase) => Promise<T>, otherwise: T): Promise<T> {
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

/** Deletes every table, mapping and county kept in this browser. */
export const forgetRosters = (): Promise<boolean> =>
  tried(async (db) => {
    await db.clear('counties')
    await db.clear('mappings')
    await db.clear('files')
    return true
  }, false)
