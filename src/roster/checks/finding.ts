import type { Bilingual } from '../../engine/index.ts'
import type { Edit } from '../draft.ts'
import { fieldOf, type Field } from '../item-set.ts'
import { addressOf } from '../rows.ts'
import { nameOf, type Table, type TableRow } from '../table.ts'

/** Must be fixed before a baseline; should be looked at; left out by the standard; worth knowing. */
export const findingClasses = ['must', 'look', 'left-out', 'information'] as const
export type FindingClass = (typeof findingClasses)[number]

/** A change on offer. */
export interface Fix {
  /** The same for all fixes of one kind, so that they can be applied to all alike. */
  readonly id: string
  readonly text: Bilingual
  readonly edits: readonly Edit[]
}

/** One place where a finding stands. */
export interface Occurrence {
  /** Row of the sheet, from 0; −1 = the table as a whole. */
  readonly row: number
  readonly field: string | null
  /** `schools!C7`; the sheet name for the table as a whole. */
  readonly address: string
  /** Name of the school; '' for the table as a whole. */
  readonly name: string
  /** What the cell says. */
  readonly found: string
  readonly fixes: readonly Fix[]
}

/** Something found in a roster, with every place alike. */
export interface Finding {
  readonly check: string
  readonly class: FindingClass
  readonly field: string | null
  readonly text: Bilingual
  readonly hint: Bilingual
  readonly at: readonly Occurrence[]
  /** Fixes for all places at once. */
  readonly all: readonly Fix[]
}

/** Names an occurrence in a row. */
export const placeOf = (table: Table, row: TableRow, field: string | null, fixes: readonly Fix[] = []): Occurrence => ({
  row: row.row,
  field,
  address: addressOf(table.mapping, row.row, field),
  name: nameOf(row, table.set),
  found: field === null ? '' : (row.written[field] ?? ''),
  fixes,
})

/** An occurrence that is the table as a whole, or a column of it. */
export const tablePlace = (table: Table, found = '', fixes: readonly Fix[] = []): Occurrence => ({
  row: -1,
  field: null,
  address: table.mapping.sheet,
  name: '',
  found,
  fixes,
})

const allText = (text: Bilingual, count: number): Bilingual => ({ en: `${text.en} (all ${count})`, zh: `${text.zh}（共${count}处）` })

/** A finding with the fixes that every one of its places offers, joined. */
export function finding(of: Omit<Finding, 'all'>): Finding {
  const [first] = of.at
  const shared = (first?.fixes ?? []).filter((fix) => of.at.every((place) => place.fixes.some((other) => other.id === fix.id)))
  const all = shared.map((fix) => {
    const edits = of.at.flatMap((place) => place.fixes.find((other) => other.id === fix.id)!.edits)
    return { id: fix.id, text: of.at.length > 1 ? allText(fix.text, of.at.length) : fix.text, edits: unlike(edits) }
  })
  return { ...of, all }
}

/** Edits without repetitions: a unit of a column is chosen once, however many rows offered it. */
function unlike(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>()
  return edits.filter((edit) => {
    const key = JSON.stringify(edit)
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The finding if it stands anywhere. */
export const ifAny = (of: Omit<Finding, 'all'>): Finding[] => (of.at.length > 0 ? [finding(of)] : [])

/** What can be done about a finding: each a set of edits to the table, named for the user. */
export const fixes = {
  write: (row: TableRow, field: string, text: string, label?: Bilingual): Fix => ({
    id: 'write',
    text: label ?? (text === '' ? { en: 'Treat as not given', zh: '按未填处理' } : { en: `Change to ${text}`, zh: `改为 ${text}` }),
    edits: [{ kind: 'write', row: row.row, field, text }],
  }),
  clear: (row: TableRow, field: string): Fix => ({
    id: 'clear',
    text: { en: 'Treat as not given', zh: '按未填处理' },
    edits: [{ kind: 'write', row: row.row, field, text: '' }],
  }),
  leaveOut: (row: TableRow): Fix => ({
    id: 'leave-out',
    text: { en: 'Leave this row out', zh: '不计入此行' },
    edits: [{ kind: 'leave-out', row: row.row }],
  }),
  accept: (row: TableRow, check: string, field: string | null): Fix => ({
    id: 'accept',
    text: { en: 'It is right as it stands', zh: '核对无误，保留原值' },
    edits: [{ kind: 'accept', check, field, row: row.row }],
  }),
} as const

/** Rows whose cell in a field is in some state: empty, negative, not a number. */
export const faulty = (table: Table, field: string, state: string): TableRow[] =>
  table.rows.filter((row) => row.meanings[field]?.state === state)

/** Fields with a column, each with its declaration. */
export const mapped = (table: Table): Field[] => table.mapping.columns.map((use) => fieldOf(table.set, use.field))
