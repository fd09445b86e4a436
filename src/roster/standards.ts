import type { Problem } from '../engine/index.ts'
import { readText } from '../scenario/read-text.ts'
import { parseItemSet, type ItemSet } from './item-set.ts'
import { chinaItemSet, itemSets } from './item-sets/index.ts'
import { parseMapping, type MappingFile } from './mapping-file.ts'

/* Another standard than China’s, and columns matched beforehand: both are files, as on the command line. No set = China’s. */

/** A standard as a list offers it. */
export type Offered = Pick<ItemSet, 'id' | 'title'>

/** What a file chooses, or everything that is wrong with it. */
export interface Chosen {
  readonly set: ItemSet | null
  readonly map: MappingFile | null
  readonly problems: readonly Problem[]
}

const orNone = (set: ItemSet): ItemSet | null => (set === chinaItemSet ? null : set)
const refused = (problems: readonly Problem[]): Chosen => ({ set: null, map: null, problems })

/** Standards that ship. */
export const offered = (): readonly Offered[] => Object.values(itemSets).map(({ id, title }) => ({ id, title }))

/** A standard that ships. */
export const shippedSet = (id: string): ItemSet | null => (Object.hasOwn(itemSets, id) ? orNone(itemSets[id]!) : null)

function valueIn(text: string): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  const read = readText(text)
  return read.readable && read.problems.length === 0 ? read : { problems: read.problems }
}

/** A standard from a file. */
export function readSet(text: string): Chosen {
  const read = valueIn(text)
  if (!('value' in read)) return refused(read.problems)
  const { set, problems } = parseItemSet(read.value)
  return set ? { set, map: null, problems } : refused(problems)
}

/** Columns from a file. It says of which standard it is: one that ships is chosen with it. */
export function readMap(text: string, own: ItemSet | null): Chosen {
  const read = valueIn(text)
  if (!('value' in read)) return refused(read.problems)
  const named = String((read.value as { itemSet?: unknown } | null)?.itemSet)
  const set = Object.hasOwn(itemSets, named) ? itemSets[named]! : (own ?? chinaItemSet)
  const { file, problems } = parseMapping(read.value, set)
  return file ? { set: orNone(set), map: file, problems } : refused(problems)
}
