import { findHeader, headerAt, headerText, type Header } from './header.ts'
import type { Measure } from './header-match.ts'
import { fieldOf, type ItemSet } from './item-set.ts'
import type { Grid } from './grid.ts'
import type { MappingFile } from './mapping-file.ts'

/** What one column of the sheet is. */
export interface ColumnUse {
  readonly column: number
  readonly header: string
  readonly field: string
  /** Unit of the field; '' for texts and choices. */
  readonly unit: string
  /** The header names the unit; otherwise it is the field’s first one and the check looks at the size of the numbers. */
  readonly unitNamed: boolean
  readonly measure: Measure
  /** The name was guessed from a part of the header. */
  readonly guessed: boolean
}

/** How a sheet is read: which column is what, in which unit. */
export interface Mapping {
  readonly itemSet: string
  readonly sheet: string
  readonly headerRow: number
  readonly headerDepth: number
  readonly columns: readonly ColumnUse[]
  /** Values for fields the file has no column for, by field. */
  readonly constants: Readonly<Record<string, string>>
  /** Extra ways of writing a choice, by field: written → value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Stocks of combined schools: `campus` = the whole school’s, on one of its rows or on all; `section` = already split. */
  readonly campusStocks: 'campus' | 'section'
}

/** The mapping as a file to be remembered. */
export const rememberMapping = (mapping: Mapping): MappingFile => ({
  format: 1,
  itemSet: mapping.itemSet,
  columns: mapping.columns.map(({ header, field, unit, measure }) => ({
    header,
    field,
    ...(unit ? { unit } : {}),
    ...(measure === 'total' ? {} : { measure }),
  })),
  ...(Object.keys(mapping.constants).length > 0 ? { constants: mapping.constants } : {}),
  ...(Object.keys(mapping.values).length > 0 ? { values: mapping.values } : {}),
  ...(mapping.campusStocks === 'campus' ? {} : { campusStocks: mapping.campusStocks }),
})

/** The header and a first mapping of a sheet: remembered columns first, then names the app knows. */
export function proposeMapping(grid: Grid, set: ItemSet, remembered?: MappingFile): { readonly header: Header; readonly mapping: Mapping } {
  const file = remembered && stillKnown(remembered, set)
  const header = file?.header ? headerAt(grid, file.header.row - 1, file.header.depth, set) : findHeader(grid, withRemembered(set, file))
  const known = new Map((file?.columns ?? []).map((c) => [c.header, c]))
  const taken = new Set<string>()
  const uses: ColumnUse[] = []
  for (const remembering of [true, false]) {
    for (const column of header.columns) {
      const text = headerText(column)
      const before = known.get(text) ?? known.get(column.label)
      const field = before ? before.field : (column.match?.field ?? null)
      if ((before !== undefined) !== remembering || field === null || taken.has(field)) continue
      const declared = fieldOf(set, field)
      const named = before?.unit ?? column.match?.unit ?? null
      taken.add(field)
      uses.push({
        column: column.column,
        header: text,
        field,
        unit: declared.kind === 'number' ? (named ?? declared.units[0]!.id) : '',
        unitNamed: named !== null,
        measure: before ? (before.measure ?? 'total') : (column.match?.measure ?? 'total'),
        guessed: before === undefined && column.match?.sureness === 1,
      })
    }
  }
  uses.sort((a, b) => a.column - b.column)
  return {
    header,
    mapping: {
      itemSet: set.id,
      sheet: grid.sheet,
      headerRow: header.row,
      headerDepth: header.depth,
      columns: uses,
      constants: file?.constants ?? {},
      values: file?.values ?? {},
      campusStocks: file?.campusStocks ?? 'campus',
    },
  }
}

/** What of a remembered mapping the set still has: a set of one's own may have been changed since. */
function stillKnown(file: MappingFile, set: ItemSet): MappingFile {
  const fields = new Map(set.fields.map((field) => [field.id, field]))
  const columns = file.columns.flatMap(({ unit, ...column }) => {
    const field = column.field === null ? null : fields.get(column.field)
    if (field === undefined) return []
    return [unit !== undefined && field?.kind === 'number' && field.units.some(({ id }) => id === unit) ? { ...column, unit } : column]
  })
  const constants = Object.fromEntries(Object.entries(file.constants ?? {}).filter(([id]) => fields.has(id)))
  const values = Object.entries(file.values ?? {}).flatMap(([id, written]) => {
    const field = fields.get(id)
    const meant = field?.kind === 'choice' ? field.values.map((value) => value.id) : []
    return field ? [[id, Object.fromEntries(Object.entries(written).filter(([, value]) => meant.includes(value)))] as const] : []
  })
  return { ...file, columns, constants, values: Object.fromEntries(values) }
}

/** The set with the remembered headers among the names of its fields, so that the header row is found by them too. */
function withRemembered(set: ItemSet, file?: MappingFile): ItemSet {
  if (!file) return set
  const extra = (id: string): string[] => file.columns.filter((c) => c.field === id).map((c) => c.header.split(' / ').at(-1)!)
  return { ...set, fields: set.fields.map((f) => ({ ...f, headers: [...f.headers, ...extra(f.id)] })) }
}

/** The same mapping with one column read as another field, in another unit, or not at all. */
export function withColumn(
  mapping: Mapping,
  column: number,
  change: Partial<Pick<ColumnUse, 'field' | 'unit' | 'measure'>> | null,
): Mapping {
  const others = mapping.columns.filter((use) => use.column !== column && (change?.field === undefined || use.field !== change.field))
  const present = mapping.columns.find((use) => use.column === column)
  if (change === null || !present) return { ...mapping, columns: others }
  const changed = { ...present, ...change, guessed: false, unitNamed: change.unit !== undefined || present.unitNamed }
  return { ...mapping, columns: [...others, changed].sort((a, b) => a.column - b.column) }
}
