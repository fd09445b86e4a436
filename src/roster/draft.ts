import type { Bilingual } from '../engine/index.ts'
import type { Grid } from './grid.ts'
import type { Measure } from './header-match.ts'
import { fieldOf, type ItemSet } from './item-set.ts'
import { withColumn, type Mapping } from './mapping.ts'
import { readRows, type WrittenRow } from './rows.ts'

/** One thing a person (or an offered fix) changes. Rows are rows of the sheet, from 0. */
export type Edit =
  | { readonly kind: 'write'; readonly row: number; readonly field: string; readonly text: string }
  | { readonly kind: 'leave-out'; readonly row: number }
  | { readonly kind: 'bring-back'; readonly row: number }
  /** Looked at and right as it stands. */
  | { readonly kind: 'accept'; readonly check: string; readonly field: string | null; readonly row: number }
  | { readonly kind: 'unit'; readonly field: string; readonly unit: string }
  | { readonly kind: 'measure'; readonly field: string; readonly measure: Measure }
  | { readonly kind: 'constant'; readonly field: string; readonly value: string }
  | { readonly kind: 'choice'; readonly field: string; readonly written: string; readonly value: string }
  | { readonly kind: 'column'; readonly column: number; readonly header: string; readonly field: string | null }
  | { readonly kind: 'campus-stocks'; readonly as: Mapping['campusStocks'] }

/** One press of a button: its edits and the reason that the log shows. */
export interface Step {
  readonly edits: readonly Edit[]
  readonly why: Bilingual
}

/** What was changed, and taken back. */
export interface Steps {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

/** An import under way. Nothing is ever changed in place: what holds now follows from the file and the steps. */
export interface Draft extends Steps {
  readonly set: ItemSet
  readonly grid: Grid
  readonly base: Mapping
}

/** What holds after all steps. */
export interface Current {
  readonly mapping: Mapping
  readonly rows: readonly WrittenRow[]
  readonly leftOut: ReadonlySet<number>
  /** Keys of `acceptKey`. */
  readonly accepted: ReadonlySet<string>
}

/** Starts an import. */
export const startDraft = (set: ItemSet, grid: Grid, base: Mapping): Draft => ({ set, grid, base, done: [], undone: [] })

/** Names a row’s finding, so that “right as it stands” can be remembered. */
export const acceptKey = (check: string, field: string | null, row: number): string => `${check}|${field ?? ''}|${row}`

/** Applies a step; what was undone before is forgotten. */
export const apply = (draft: Draft, step: Step): Draft =>
  step.edits.length === 0 ? draft : { ...draft, done: [...draft.done, step], undone: [] }

/** Takes the last step back. */
export function undo(draft: Draft): Draft {
  const last = draft.done.at(-1)
  return last ? { ...draft, done: draft.done.slice(0, -1), undone: [...draft.undone, last] } : draft
}

/** Applies the step undone last again. */
export function redo(draft: Draft): Draft {
  const last = draft.undone.at(-1)
  return last ? { ...draft, done: [...draft.done, last], undone: draft.undone.slice(0, -1) } : draft
}

/** Takes all steps back; each can be redone. */
export const undoAll = (draft: Draft): Draft => ({ ...draft, done: [], undone: [...draft.undone, ...draft.done.slice().reverse()] })

function columnEdit(mapping: Mapping, edit: Extract<Edit, { kind: 'column' }>, set: ItemSet): Mapping {
  if (edit.field === null) return withColumn(mapping, edit.column, null)
  const declared = fieldOf(set, edit.field)
  const unit = declared.kind === 'number' ? declared.units[0]!.id : ''
  const others = mapping.columns.filter((use) => use.column !== edit.column && use.field !== edit.field)
  const use = {
    column: edit.column,
    header: edit.header,
    field: edit.field,
    unit,
    unitNamed: false,
    measure: 'total' as const,
    guessed: false,
  }
  return { ...mapping, columns: [...others, use].sort((a, b) => a.column - b.column) }
}

function mappingEdit(mapping: Mapping, edit: Edit, set: ItemSet): Mapping {
  const columnOf = (field: string): number => mapping.columns.find((use) => use.field === field)?.column ?? -1
  switch (edit.kind) {
    case 'unit':
      return withColumn(mapping, columnOf(edit.field), { unit: edit.unit })
    case 'measure':
      return withColumn(mapping, columnOf(edit.field), { measure: edit.measure })
    case 'constant':
      return { ...mapping, constants: { ...mapping.constants, [edit.field]: edit.value } }
    case 'choice':
      return { ...mapping, values: { ...mapping.values, [edit.field]: { ...mapping.values[edit.field], [edit.written]: edit.value } } }
    case 'column':
      return columnEdit(mapping, edit, set)
    case 'campus-stocks':
      return { ...mapping, campusStocks: edit.as }
    default:
      return mapping
  }
}

/** Works out what holds now. */
export function current(draft: Draft): Current {
  const edits = draft.done.flatMap((step) => step.edits)
  const mapping = edits.reduce((so, edit) => mappingEdit(so, edit, draft.set), draft.base)
  const written = new Map<number, Record<string, string>>()
  const leftOut = new Set<number>()
  const accepted = new Set<string>()
  for (const edit of edits) {
    if (edit.kind === 'write') written.set(edit.row, { ...written.get(edit.row), [edit.field]: edit.text })
    else if (edit.kind === 'leave-out') leftOut.add(edit.row)
    else if (edit.kind === 'bring-back') leftOut.delete(edit.row)
    else if (edit.kind === 'accept') accepted.add(acceptKey(edit.check, edit.field, edit.row))
  }
  const rows = readRows(draft.grid, mapping, draft.set).map((row) => {
    const own = written.get(row.row)
    return own ? { ...row, written: { ...row.written, ...own } } : row
  })
  return { mapping, rows, leftOut, accepted }
}
