import * as z from 'zod'
import type { Problem } from '../engine/index.ts'
import { findHeader, headerAt, headerText, type Header } from './header.ts'
import type { Measure } from './header-match.ts'
import { fieldOf, type ItemSet } from './item-set.ts'
import type { Grid } from './grid.ts'

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

const remembered = z.strictObject({
  format: z.literal(1),
  itemSet: z.string(),
  sheet: z.string().optional(),
  header: z.strictObject({ row: z.number().int().min(1), depth: z.number().int().min(1) }).optional(),
  columns: z.array(
    z.strictObject({
      header: z.string(),
      field: z.string().nullable(),
      unit: z.string().optional(),
      measure: z.enum(['total', 'per-pupil', 'per-100']).optional(),
    }),
  ),
  constants: z.record(z.string(), z.string()).optional(),
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  campusStocks: z.enum(['campus', 'section']).optional(),
})

/** A mapping as a file: by header text, so that next year’s file may have its columns in another order. Rows count from 1. */
export type MappingFile = z.infer<typeof remembered>

/** The mapping file in a parsed JSON value, or everything that is wrong with it. */
export function parseMapping(
  json: unknown,
  set: ItemSet,
): { readonly file: MappingFile; readonly problems: readonly [] } | { readonly file: null; readonly problems: readonly Problem[] } {
  const parsed = remembered.safeParse(json)
  if (!parsed.success) {
    return {
      file: null,
      problems: parsed.error.issues.map((issue) => ({
        path: `map.${issue.path.join('.')}`,
        text: { en: `Not as a mapping must be: ${issue.message}.`, zh: `列对应文件此处不符合要求：${issue.message}。` },
      })),
    }
  }
  const known = set.fields.map((f) => f.id)
  const problems = parsed.data.columns.flatMap(({ field, unit }, i): Problem[] => {
    if (field === null) return []
    if (!known.includes(field)) {
      return [
        {
          path: `map.columns.${i}.field`,
          text: { en: `“${field}” is not a field of the item set “${set.id}”.`, zh: `“${field}”不是指标集“${set.id}”中的列。` },
          hint: { en: `Fields: ${known.join(', ')}.`, zh: `可用的列：${known.join('、')}。` },
        },
      ]
    }
    const declared = fieldOf(set, field)
    if (unit === undefined || (declared.kind === 'number' && declared.units.some((u) => u.id === unit))) return []
    const units = declared.kind === 'number' ? declared.units.map((u) => u.id).join(', ') : '—'
    return [
      {
        path: `map.columns.${i}.unit`,
        text: { en: `“${field}” cannot be in “${unit}”.`, zh: `“${field}”不能用单位“${unit}”。` },
        hint: { en: `Units: ${units}.`, zh: `可用单位：${units}。` },
      },
    ]
  })
  return problems.length > 0 ? { file: null, problems } : { file: parsed.data, problems: [] }
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
export function proposeMapping(grid: Grid, set: ItemSet, file?: MappingFile): { readonly header: Header; readonly mapping: Mapping } {
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
