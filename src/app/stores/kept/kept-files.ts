import { Digest } from '../../../engine/index.ts'
import type { OpenedFile, SessionKind, Source, Steps } from '../../../roster/index.ts'
import { tried } from './roster-keep.ts'

/* Files opened last, with the changes made in them. Lists of candidates are never kept: they name pupils. */

/** Changes, and how the file was read when they were made: read otherwise, they would land elsewhere. */
export interface KeptSteps extends Steps {
  readonly set: string
  readonly sheet: string
  readonly encoding: OpenedFile['encoding']
}

/** A file opened before, as it was chosen, and what was changed in it since. */
export interface KeptFile {
  readonly key: string
  readonly kind: SessionKind
  readonly name: string
  readonly content: Uint8Array | string
  readonly bytes: number
  readonly rows: number
  readonly when: number
  readonly steps?: KeptSteps
}

/** Files that are kept, newest first, and how large each may be. */
const mostFiles = 6
const mostBytes = 5_000_000

const bytesOf = (content: Source['content']): number => (typeof content === 'string' ? new TextEncoder().encode(content).length : content.length)

/** Names a file by its content: all pasted tables are called alike, and a file changed since is another. '' = too large to be kept. */
export function keyOf(kind: SessionKind, { name, content }: Source): string {
  if (bytesOf(content) > mostBytes) return ''
  const digest = new Digest()
  return `${kind}/${name}/${(typeof content === 'string' ? digest.text(content) : digest.bytes(content)).hex()}`
}

/** Files kept for a job, newest first. */
export const keptFiles = (kind: SessionKind): Promise<readonly KeptFile[]> =>
  tried(async (db) => ((await db.getAll('files')) as KeptFile[]).filter((one) => one.kind === kind).sort((a, b) => b.when - a.when), [])

/** The changes made in a file before; null = none. */
export const keptSteps = (key: string): Promise<KeptSteps | null> => tried(async (db) => ((await db.get('files', key)) as KeptFile | undefined)?.steps ?? null, null)

/** Whether keeping a file makes an earlier one needless: the same, or its earlier edition on the disk, unless somebody has worked in it. */
const replaces = ({ key, name, content }: Pick<KeptFile, 'key' | 'name' | 'content'>, one: KeptFile): boolean =>
  one.key !== key && one.name === name && !one.steps?.done.length && (typeof content !== 'string' || one.content === content)

/** Keeps a file that was opened; the oldest beyond the limit go. False if it is too large or this browser stores nothing. */
export const keepFile = (kind: SessionKind, key: string, { name, content }: Source, rows: number): Promise<boolean> =>
  tried(async (db) => {
    if (key === '') return false
    const before = (await db.get('files', key)) as KeptFile | undefined
    const kept: KeptFile = { ...before, key, kind, name, content, bytes: bytesOf(content), rows, when: Date.now() }
    await db.put('files', kept, key)
    const all = await keptFiles(kind)
    const gone = all.filter((one) => replaces(kept, one))
    for (const old of [...gone, ...all.filter((one) => !gone.includes(one)).slice(mostFiles)]) await db.delete('files', old.key)
    return true
  }, false)

/** Keeps what was changed in a file; false if the file is not kept, or not any more. */
export const keepSteps = (key: string, steps: KeptSteps): Promise<boolean> =>
  tried(async (db) => {
    const before = (await db.get('files', key)) as KeptFile | undefined
    if (before) await db.put('files', { ...before, steps, when: Date.now() } satisfies KeptFile, key)
    return before !== undefined
  }, false)

export const forgetFile = (key: string): Promise<boolean> => tried(async (db) => (await db.delete('files', key), true), false)
