import type { Problem } from '../engine/index.ts'
import { checkTable, type Finding } from './checks/index.ts'
import { current, startDraft, type Draft } from './draft.ts'
import type { Grid } from './grid.ts'
import type { Header } from './header.ts'
import type { ItemSet } from './item-set.ts'
import { candidatesSet, directedPlacesSet } from './item-sets/allotment.ts'
import { chinaItemSet } from './item-sets/index.ts'
import { proposeMapping } from './mapping.ts'
import type { MappingFile } from './mapping-file.ts'
import { readFile, readPasted, sheetOf, type Reading, type RosterFile } from './read.ts'
import type { Encoding } from './read-text.ts'
import { tableOf, type Table } from './table.ts'

/** What a user may settle before the file is read. */
export interface OpenOptions {
  readonly set?: ItemSet
  /** A remembered mapping. */
  readonly map?: MappingFile
  /** Remembered mappings of several sets: the one of the set in use counts. */
  readonly maps?: readonly MappingFile[]
  readonly sheet?: string
  readonly encoding?: Encoding
}

/** A table ready to be checked, or every problem at once. */
export type Opened =
  | { readonly draft: Draft; readonly file: RosterFile; readonly grid: Grid; readonly header: Header; readonly problems: readonly [] }
  | { readonly draft: null; readonly problems: readonly Problem[] }

function opened(reading: Reading, options: OpenOptions): Opened {
  if (!reading.file) return { draft: null, problems: reading.problems }
  const set = options.set ?? chinaItemSet
  const wanted = options.sheet ?? options.map?.sheet
  const grid = wanted === undefined ? bestSheet(reading.file, set, options.map) : sheetOf(reading.file, wanted)
  if ('path' in grid) return { draft: null, problems: [grid] }
  const { header, mapping } = proposeMapping(grid, set, options.map)
  return { draft: startDraft(set, grid, mapping), file: reading.file, grid, header, problems: [] }
}

/** A mapping given by hand counts for whatever set is asked for; remembered ones only for their own. */
const settled = (options: OpenOptions): OpenOptions => (options.maps && !options.map ? withOwnMap(options, options.set ?? chinaItemSet) : options)

/** The sheet in which most columns are recognised; of equals, the one with most rows. */
function bestSheet(file: RosterFile, set: ItemSet, map?: MappingFile): Grid {
  const scored = file.sheets.map((grid) => ({ grid, known: proposeMapping(grid, set, map).mapping.columns.length }))
  return scored.reduce((best, next) =>
    next.known > best.known || (next.known === best.known && next.grid.rows.length > best.grid.rows.length) ? next : best,
  ).grid
}

/** Opens a roster file and matches its columns. */
export const openRoster = async (bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<Opened> =>
  opened(await readFile(bytes, name, options.encoding), settled(options))

/** Opens pasted cells. */
export const openPasted = (text: string, name: string, options: OpenOptions = {}): Opened => opened(readPasted(text, name), options)

/** The options with the remembered mapping of a set, if there is one. */
function withOwnMap({ map, maps = [], ...rest }: Omit<OpenOptions, 'set'>, set: ItemSet): OpenOptions {
  const own = [...(map ? [map] : []), ...maps].find((one) => one.itemSet === set.id)
  return { ...rest, set, ...(own ? { map: own } : {}) }
}

/** Whether a sheet has a column that names candidates and none that counts them. */
const isList = (mapping: Draft['base'], counted: Draft['base']): boolean =>
  mapping.columns.some((use) => use.field === 'pupil' && !use.guessed) && counted.columns.every((use) => use.field !== 'eligible' || use.guessed)

/** Opens a table for an allotment: junior schools with their eligible leavers, or candidates one by one, as its header says. */
function openedPlaces(reading: Reading, options: Omit<OpenOptions, 'set'>): Opened {
  const schools = opened(reading, withOwnMap(options, directedPlacesSet))
  if (!schools.draft) return schools
  const candidates = opened(reading, withOwnMap(options, candidatesSet))
  return candidates.draft && isList(candidates.draft.base, schools.draft.base) ? candidates : schools
}

/** Opens a file with one row per school or per candidate: whichever its columns fit. */
export const openPlaces = async (bytes: Uint8Array, name: string, options: Omit<OpenOptions, 'set'> = {}): Promise<Opened> =>
  openedPlaces(await readFile(bytes, name, options.encoding), options)

/** The same for pasted cells. */
export const openPastedPlaces = (text: string, name: string, options: Omit<OpenOptions, 'set'> = {}): Opened =>
  openedPlaces(readPasted(text, name), options)

/**
 * The table as it stands now and everything found in it.
 *
 * @param before last year’s table: its values are offered where cells are empty
 */
export function review(draft: Draft, before?: Table): { readonly table: Table; readonly findings: readonly Finding[] } {
  const own = tableOf(current(draft), draft.set)
  const table = before ? { ...own, before } : own
  return { table, findings: checkTable(table) }
}
