import type { OpenedFile, SessionKind, Snapshot } from '../../../roster/index.ts'
import { keptMapping, type KeptMapping } from '../kept/roster-keep.ts'

/* How columns were matched before, by what kind of table they were of. */

/** Where the columns of a kind of table are remembered. The sets that a job reads by itself share its shelf; others have their own: lists of candidates have other columns than lists of schools. */
export const shelfOf = (kind: SessionKind, set: string | undefined): string => (set === undefined || set === 'china' || set === 'directed-places' ? kind : `${kind}-${set}`)

/** What is remembered for the tables a job may be given; `set` is one chosen beforehand. */
export async function keptColumns(kind: SessionKind, set: string | undefined): Promise<readonly KeptMapping[]> {
  const shelves = kind === 'places' ? [kind, shelfOf(kind, 'candidates')] : [shelfOf(kind, set)]
  return (await Promise.all(shelves.map(keptMapping))).filter((one) => one !== null)
}

/** When the columns in use in an opened file were remembered; 0 = they were not. */
export function rememberedWhen(kept: readonly KeptMapping[], file: OpenedFile, { columns }: Snapshot): number {
  const own = kept.find(({ map }) => map.itemSet === file.set.id)
  return own && columns.some(({ header, use }) => use && own.map.columns.some((one) => one.field === use.field && one.header === header)) ? own.when : 0
}
