import { existsSync, openSync, closeSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../engine/index.ts'
import { resultTables } from '../scenario/results/tables.ts'
import { isRead, readTextFile, writeProblem } from './files.ts'
import { fixedNames, formats, type Format } from './output.ts'
import { folderProblem } from './outputs.ts'

/** What results are about to be written, and where. */
export interface Wanted {
  readonly folder: string
  readonly formats: readonly Format[]
  /** The scenario’s id. */
  readonly id: string
  /** Whether `--overwrite` was written. */
  readonly overwrite: boolean
}

/** The beginning of a file; a table of results can be far too large to be read for it. */
function beginningOf(file: string): string {
  const bytes = Buffer.alloc(Math.min(64, statSync(file).size))
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes)
  } finally {
    closeSync(handle)
  }
  return bytes.toString('latin1')
}

/** The scenario’s id in the results of a run; undefined if no run left a scenario there. */
function idIn(folder: string): string | undefined {
  const read = readTextFile(join(folder, 'scenario.json'))
  if (!existsSync(join(folder, 'report.json')) || 'problem' in read) return undefined
  try {
    const { id } = JSON.parse(read.text) as { readonly id?: unknown }
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}

/** Whether a file named like a table is one: a county of somebody’s own may be called `county.json`. */
function isTable(file: string): boolean {
  if (!statSync(file).isFile()) return false
  const begins: Readonly<Record<string, RegExp>> = { csv: /^(\xef\xbb\xbf)?replicate,/, json: /^\{"table":/, parquet: /^PAR1/ }
  return begins[file.slice(file.lastIndexOf('.') + 1)]!.test(beginningOf(file))
}

/** Tables of an earlier run in formats that are not written now. */
export function staleTables({ folder, formats: wanted }: Pick<Wanted, 'folder' | 'formats'>): readonly string[] {
  const others = formats.filter((format) => !wanted.includes(format))
  const names = resultTables([], [], 'en').flatMap(({ id }) => others.map((format) => `${id}.${format}`))
  return names.filter((name) => existsSync(join(folder, name)) && isTable(join(folder, name)))
}

/**
 * What stands where results are to be written: a file that is read for them, a file that no run left, results of another scenario,
 * tables of an earlier run in other formats, or a folder that cannot be written to. To be asked before anything runs. Results of the
 * same scenario are in nobody’s way: they are replaced.
 *
 * @param read the scenario, and its county if that is a file of its own
 */
export function inTheWay(wanted: Wanted, read: readonly string[]): Problem | null {
  const { folder, formats: chosen, id, overwrite } = wanted
  const problem = (file: string, code: string): Problem => writeProblem(file, { code }, '--out')
  const tables = resultTables([], [], 'en').flatMap((table) => chosen.map((format) => join(folder, `${table.id}.${format}`)))
  const fixed = fixedNames.map((name) => join(folder, name))
  const stale = staleTables(wanted)
  const needed = [...fixed, ...tables, ...stale.map((name) => join(folder, name))].find((file) => isRead(file, read))
  if (needed !== undefined) return problem(needed, 'READ')
  if (!overwrite) {
    const earlier = idIn(folder)
    const foreign = [...(earlier === undefined ? fixed : []), ...tables.filter((file) => existsSync(file) && (earlier === undefined || !isTable(file)))].find((file) => existsSync(file))
    if (foreign !== undefined) return problem(foreign, 'EEXIST')
    if (earlier !== undefined && earlier !== id) return problem(folder, 'OTHER')
    if (stale.length > 0) return problem(join(folder, stale[0]!), 'FORMATS')
  }
  return folderProblem(folder, '--out')
}
