import type { PlaceKind, Problem } from '../engine/index.ts'
import type { RegimeBaseline } from './baseline.ts'
import type { Finding, FindingClass } from './checks/index.ts'
import type { Steps } from './draft.ts'
import type { ItemSet, Regime } from './item-set.ts'
import type { LogLine } from './log.ts'
import type { ColumnUse, Mapping } from './mapping.ts'
import type { Encoding, Preview } from './read-text.ts'
import type { WrittenRow } from './rows.ts'

/* What goes through the channel of an import’s thread: plain data. */

/** A table of schools, or of directed places. */
export type SessionKind = 'schools' | 'places'
/** Empty tables that can be had. */
export type TemplateKind = SessionKind | 'candidates'

/** What was chosen: the bytes of a file, or pasted cells. */
export interface Source {
  readonly name: string
  readonly content: Uint8Array | string
}

/** What a file turned out to be. */
export interface OpenedFile {
  readonly name: string
  readonly set: ItemSet
  /** The sheet that is read. */
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly encoding: Encoding | null
  readonly doubtful: boolean
  readonly previews: readonly Preview[]
}

/** A column of the sheet: its header, its first values, what it is read as. */
export interface SheetColumn {
  readonly column: number
  readonly header: string
  readonly samples: readonly string[]
  readonly use: ColumnUse | null
}

/** Everything that holds after the steps so far. */
export interface Snapshot {
  readonly sheet: string
  readonly mapping: Mapping
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly WrittenRow[]
  readonly leftOut: readonly number[]
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<FindingClass, number>>
  readonly clear: boolean
  readonly log: readonly LogLine[]
  readonly steps: Steps
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** One level of one regime, without the rows themselves. */
export interface LevelFigures {
  readonly level: string
  readonly schools: readonly string[]
  /** Kind of place of each; null where the table has no such column. */
  readonly kinds: readonly (PlaceKind | null)[]
  readonly pupils: readonly number[]
  readonly items: RegimeBaseline['levels'][number]['items']
  readonly composite: number | null
  readonly limit: number | null
  readonly outcome: RegimeBaseline['levels'][number]['outcome']
  readonly passing: number | null
  /** Schools that cannot be judged yet, as figures are missing. */
  readonly open: number
}

/** The official figures of one regime, level by level, as the page shows them. */
export interface RegimeFigures {
  readonly regime: Regime
  readonly levels: readonly LevelFigures[]
}

/** The file as the page shows it, or every problem at once. */
export type Opening = { readonly file: OpenedFile; readonly problems: readonly [] } | { readonly file: null; readonly problems: readonly Problem[] }
