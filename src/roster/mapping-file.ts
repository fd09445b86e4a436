import * as z from 'zod/mini'
import type { Problem } from '../engine/index.ts'
import { inside, problemAt } from '../scenario/problems.ts'
import { shapeOf, type FileKind } from '../scenario/shape.ts'
import { fieldOf, type ItemSet } from './item-set.ts'

const counted = z.int().check(z.gte(1))
const texts = z.record(z.string(), z.string())
const remembered = z.strictObject({
  format: z.literal(1),
  itemSet: z.string(),
  sheet: z.optional(z.string()),
  header: z.optional(z.strictObject({ row: counted, depth: counted })),
  columns: z.array(
    z.strictObject({
      header: z.string(),
      field: z.nullable(z.string()),
      unit: z.optional(z.string()),
      measure: z.optional(z.enum(['total', 'per-pupil', 'per-100'])),
    }),
  ),
  constants: z.optional(texts),
  values: z.optional(z.record(z.string(), texts)),
  campusStocks: z.optional(z.enum(['campus', 'section'])),
})

/** A mapping as a file: by header text, so that next year’s file may have its columns in another order. Rows count from 1. */
export type MappingFile = z.infer<typeof remembered>

const mappingFiles: FileKind = { files: { en: 'mapping files', zh: '列对应文件' } }

function problemsOf({ columns }: MappingFile, set: ItemSet): readonly Problem[] {
  const known = set.fields.map((f) => f.id)
  return columns.flatMap(({ field, unit }, i): readonly Problem[] => {
    if (field === null) return []
    if (!known.includes(field)) {
      return [
        problemAt(
          ['map', 'columns', i, 'field'],
          { en: `“${field}” is not a field of the item set “${set.id}”.`, zh: `“${field}”不是指标集“${set.id}”中的列。` },
          { en: `Fields: ${known.join(', ')}.`, zh: `可用的列：${known.join('、')}。` },
        ),
      ]
    }
    const declared = fieldOf(set, field)
    const units = declared.kind === 'number' ? declared.units.map((u) => u.id) : []
    if (unit === undefined || units.includes(unit)) return []
    return [
      problemAt(
        ['map', 'columns', i, 'unit'],
        { en: `“${field}” cannot be in “${unit}”.`, zh: `“${field}”不能用单位“${unit}”。` },
        { en: `Units: ${units.join(', ') || '—'}.`, zh: `可用单位：${units.join('、') || '—'}。` },
      ),
    ]
  })
}

/** The mapping file in a parsed JSON value, or everything that is wrong with it. */
export function parseMapping(
  json: unknown,
  set: ItemSet,
): { readonly file: MappingFile; readonly problems: readonly [] } | { readonly file: null; readonly problems: readonly Problem[] } {
  const shaped = shapeOf(remembered, json, mappingFiles)
  if (shaped.value === undefined) return { file: null, problems: shaped.problems.map((problem) => inside('map', problem)) }
  const problems = problemsOf(shaped.value, set)
  return problems.length > 0 ? { file: null, problems } : { file: shaped.value, problems: [] }
}
