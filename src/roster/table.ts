import type { Current } from './draft.ts'
import { fieldOf, type ItemSet } from './item-set.ts'
import { meaningOf, type Meaning, type WrittenRow } from './rows.ts'
import type { Mapping } from './mapping.ts'

export type Value = number | string | null

/** One section of one school, understood as far as it can be. */
export interface TableRow {
  readonly row: number
  readonly written: Readonly<Record<string, string>>
  /** What each mapped cell means, before anything is derived from it. */
  readonly meanings: Readonly<Record<string, Meaning>>
  /** Values by field in the field’s own unit; stocks as totals. */
  readonly values: Readonly<Record<string, Value>>
  /** Identity of the school: its code, or its name without one. */
  readonly school: string
}

/** Everything checks and baselines look at. */
export interface Table {
  readonly set: ItemSet
  readonly mapping: Mapping
  /** Rows that are schools and not left out by the user. */
  readonly rows: readonly TableRow[]
  readonly leftOut: readonly TableRow[]
  /** Sums, remarks and repeated headers. */
  readonly asides: readonly WrittenRow[]
  readonly accepted: ReadonlySet<string>
  /** Fields that have a column or a constant. */
  readonly has: (field: string) => boolean
  /** Last year’s table of the same county, if it was opened too: its values are offered where cells are empty. */
  readonly before?: Table
}

/** The row of the same school and level in another table. */
export const sameSection = (table: Table, row: TableRow, set: ItemSet): TableRow | undefined =>
  table.rows.find((one) => one.school === row.school && one.values[set.level] === row.values[set.level])

/** A number of a row; NaN if there is none. */
export function numberIn(row: TableRow, field: string): number {
  const value = row.values[field]
  return typeof value === 'number' ? value : NaN
}

/** The name of a row’s school as written. */
export const nameOf = (row: TableRow, set: ItemSet): string => String(row.values[set.name] ?? row.values[set.code] ?? '')

const perPupils = { 'per-pupil': 1, 'per-100': 100 } as const

/** Total behind a value written per pupil: people and rooms come out whole, as they must have been. */
function totalOf(value: number, measure: keyof typeof perPupils, pupils: number, whole: boolean): number {
  const total = (value * pupils) / perPupils[measure]
  return whole ? Math.round(total) : total
}

function valuesOf(row: WrittenRow, meanings: Readonly<Record<string, Meaning>>, mapping: Mapping, set: ItemSet): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const field of set.fields) {
    const meaning = meanings[field.id]
    if (meaning) values[field.id] = meaning.value
    else if (mapping.constants[field.id] !== undefined)
      values[field.id] = constantOf(mapping.constants[field.id]!, field.id, row, mapping, set)
    else values[field.id] = field.kind === 'text' ? null : (field.otherwise ?? null)
  }
  const pupils = values[set.pupils]
  for (const use of mapping.columns) {
    const field = fieldOf(set, use.field)
    const value = values[use.field]
    if (use.measure === 'total' || field.kind !== 'number' || typeof value !== 'number') continue
    values[use.field] = typeof pupils === 'number' ? totalOf(value, use.measure, pupils, field.whole === true) : null
  }
  for (const sum of set.sums ?? []) {
    const parts = sum.of.map((part) => values[part])
    if (values[sum.field] === null && parts.every((part) => typeof part === 'number'))
      values[sum.field] = parts.reduce<number>((total, part) => total + (part as number), 0)
  }
  return values
}

/** A constant is a value for all rows, or `from-name`: what the school’s name says. */
function constantOf(constant: string, field: string, row: WrittenRow, mapping: Mapping, set: ItemSet): Value {
  if (constant !== 'from-name') return meaningOf(constant, field, mapping, set).value
  return fromName(row.written[set.name] ?? '', field, set)
}

/** What a school’s name says about a choice: the longest word that it contains. */
export function fromName(name: string, field: string, set: ItemSet): string | null {
  const declared = fieldOf(set, field)
  if (declared.kind !== 'choice' || !declared.fromName) return null
  const lower = name.toLowerCase()
  let found: string | null = null
  let length = 0
  for (const [value, words] of Object.entries(declared.fromName)) {
    for (const word of words) {
      if (word.length > length && lower.includes(word)) {
        found = value
        length = word.length
      }
    }
  }
  return found
}

/** A school with several levels on its rows is a combined school even where no column says so. */
function withForms(rows: readonly TableRow[], set: ItemSet): TableRow[] {
  const { split } = set
  if (!split) return rows.slice()
  const levels = new Map<string, Set<Value>>()
  for (const row of rows) {
    const seen = levels.get(row.school)
    const level = row.values[set.level] ?? null
    if (seen) seen.add(level)
    else levels.set(row.school, new Set([level]))
  }
  return rows.map((row) => {
    const said = row.values[split.form] ?? null
    const several = levels.get(row.school)!.size > 1
    // rows of two stages make a combined school, whatever the form column says; the checks point it out
    if (said !== null && (!several || split.combined.includes(String(said)))) return row
    const form = several ? split.combined[0]! : (row.values[set.level] ?? null)
    return { ...row, values: { ...row.values, [split.form]: form } }
  })
}

/** Understands every row as far as it can be. */
export function tableOf({ mapping, rows, leftOut, accepted }: Current, set: ItemSet): Table {
  const understood = rows
    .filter((row) => row.aside === null)
    .map((row): TableRow => {
      const meanings: Record<string, Meaning> = {}
      for (const { field } of mapping.columns) meanings[field] = meaningOf(row.written[field] ?? '', field, mapping, set)
      const values = valuesOf(row, meanings, mapping, set)
      return { row: row.row, written: row.written, meanings, values, school: String(values[set.code] ?? values[set.name] ?? `#${row.row}`) }
    })
  const mapped = new Set([...mapping.columns.map((use) => use.field), ...Object.keys(mapping.constants)])
  return {
    set,
    mapping,
    rows: withForms(
      understood.filter((row) => !leftOut.has(row.row)),
      set,
    ),
    leftOut: understood.filter((row) => leftOut.has(row.row)),
    asides: rows.filter((row) => row.aside !== null),
    accepted,
    has: (field) => mapped.has(field),
  }
}
