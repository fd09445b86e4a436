/** The kinds of number a column may hold. */
export type ColumnKind = 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'float64'

/** One column of a table: its kind and what one value means, with unit and codes. */
export interface Column<K extends ColumnKind = ColumnKind> {
  readonly kind: K
  readonly meaning: string
}

/** The columns of a table by name. */
export type Columns = Readonly<Record<string, Column>>

interface Arrays {
  int8: Int8Array
  uint8: Uint8Array
  int16: Int16Array
  uint16: Uint16Array
  int32: Int32Array
  float64: Float64Array
}

/** A table: one typed array per column, `count` rows in use of `capacity`. */
export type Table<C extends Columns> = { count: number; readonly capacity: number } & {
  readonly [K in keyof C]: Arrays[C[K]['kind']]
}

/** The same table without write access. */
export type SeenTable<C extends Columns> = { readonly count: number; readonly capacity: number } & {
  readonly [K in keyof C]: { readonly [row: number]: number; readonly length: number }
}

const column =
  <K extends ColumnKind>(kind: K) =>
  (meaning: string): Column<K> => ({ kind, meaning })

/** Columns of whole numbers from −128 to 127; the others as their names say. */
export const int8 = column('int8')
export const uint8 = column('uint8')
export const int16 = column('int16')
export const uint16 = column('uint16')
export const int32 = column('int32')
export const float64 = column('float64')

const constructors = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  float64: Float64Array,
} as const

/** Bytes a column takes, rounded up so that the next one is aligned for any kind. */
const bytesOf = (kind: ColumnKind, capacity: number): number => Math.ceil((constructors[kind].BYTES_PER_ELEMENT * capacity) / 8) * 8

/** What a set of tables is made of: for each name, its columns and how many rows it can hold. */
export type TableShapes = Readonly<Record<string, { readonly columns: Columns; readonly capacity: number }>>

/** The tables that go with some shapes. */
export type TablesOf<S extends TableShapes> = { readonly [K in keyof S]: Table<S[K]['columns']> }

/** Tables in one buffer, with copies of their whole state. */
export interface TableSet<S extends TableShapes> {
  readonly tables: TablesOf<S>
  /** A copy of everything the tables hold, row counts included; written over an earlier copy if one is given. */
  save(into?: Uint8Array): Uint8Array
  /** Brings back a saved state of tables of the same shapes. */
  restore(saved: Uint8Array): void
  /** Empties every table: no rows, every value 0. */
  clear(): void
}

/**
 * Tables that share one buffer, so that a snapshot of all of them is one copy.
 *
 * The first 8 bytes per table hold its row count at the time of saving; columns follow in declaration order, each aligned to
 * 8 bytes. A table is made from entries at once and `count` is a plain property: an object to which forty columns are added
 * one by one, or one with an accessor, becomes a dictionary to the engine and every column access a look-up.
 */
export function createTables<const S extends TableShapes>(shapes: S): TableSet<S> {
  const names = Object.keys(shapes)
  let size = names.length * 8
  for (const name of names) {
    const { columns, capacity } = shapes[name]
    for (const c of Object.values(columns)) size += bytesOf(c.kind, capacity)
  }
  const buffer = new ArrayBuffer(size)
  const bytes = new Uint8Array(buffer)
  const counts = new Int32Array(buffer, 0, names.length * 2)
  let offset = names.length * 8
  const tables: Record<string, { count: number; capacity: number }> = {}
  for (const name of names) {
    const { columns, capacity } = shapes[name]
    const entries: [string, unknown][] = [
      ['count', 0],
      ['capacity', capacity],
    ]
    for (const [key, c] of Object.entries(columns)) {
      entries.push([key, new constructors[c.kind](buffer, offset, capacity)])
      offset += bytesOf(c.kind, capacity)
    }
    tables[name] = Object.fromEntries(entries) as { count: number; capacity: number }
  }
  return {
    tables: tables as unknown as TablesOf<S>,
    save(into = new Uint8Array(size)) {
      names.forEach((name, i) => (counts[2 * i] = tables[name].count))
      into.set(bytes)
      return into
    },
    restore(saved) {
      bytes.set(saved)
      names.forEach((name, i) => (tables[name].count = counts[2 * i]))
    },
    clear() {
      bytes.fill(0)
      for (const name of names) tables[name].count = 0
    },
  }
}
