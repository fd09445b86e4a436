import * as z from 'zod'
import type { Bilingual, Problem } from '../engine/index.ts'

/*
 * An item set is a standard as data: the columns a roster of that country has, the items made of them, thresholds, limits and
 * who is left out. A standard other than the built-in ones is a file of this shape, not code.
 */

// the page runs under a content policy that forbids compiling code from text
z.config({ jitless: true })

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })
const id = z.string().regex(/^[A-Za-z][\w-]*$/)
const headers = z.array(z.string().min(1))

/** A unit a column may be in; `factor` turns it into the field's own. */
const unit = z.strictObject({ id, text: bilingual, factor: z.number().positive(), headers })

const textField = z.strictObject({ id, kind: z.literal('text'), text: bilingual, headers, required: z.boolean().optional() })
const choiceField = z.strictObject({
  id,
  kind: z.literal('choice'),
  text: bilingual,
  headers,
  required: z.boolean().optional(),
  /** Value used when the file has no such column; absent = it must be chosen. */
  otherwise: id.optional(),
  /** Where a school's name gives the value away. */
  fromName: z.record(id, z.array(z.string().min(1))).optional(),
  values: z.array(z.strictObject({ id, text: bilingual, written: z.array(z.string().min(1)) })).min(1),
})
const numberField = z.strictObject({
  id,
  kind: z.literal('number'),
  text: bilingual,
  headers,
  required: z.boolean().optional(),
  whole: z.boolean().optional(),
  /** May be below 0 (coordinates). */
  signed: z.boolean().optional(),
  /** Value used when the file has no such column. */
  otherwise: z.number().optional(),
  units: z.array(unit).min(1),
  /** A stock of the whole campus, split between its sections by the set's ratios. */
  campus: z.boolean().optional(),
  /** May be written per pupil or per hundred pupils. */
  ratio: z.boolean().optional(),
  /** Per pupil, in the field’s own unit: a column outside it is probably in another unit. */
  typical: z.tuple([z.number(), z.number()]).optional(),
  /** No more than this other field. */
  partOf: id.optional(),
})
const field = z.discriminatedUnion('kind', [textField, choiceField, numberField])

const levelNumbers = z.record(id, z.number())
const item = z.strictObject({
  id,
  text: bilingual,
  short: bilingual,
  unit: bilingual,
  per: z.union([z.literal(1), z.literal(100)]),
  terms: z.array(z.strictObject({ field: id, times: z.number().optional() })).min(1),
  standard: levelNumbers.optional(),
})
const regime = z.strictObject({
  id,
  text: bilingual,
  source: bilingual,
  items: z.array(item).min(1),
  judge: z.enum(['each', 'composite', 'none']),
  limit: levelNumbers.optional(),
  /** A school passes with at least `met` items at standard and none below `floor` × standard. */
  school: z.strictObject({ met: z.number().int(), floor: z.number() }).optional(),
  /** Rows outside this regime's calculation. */
  leaveOut: z.array(z.strictObject({ id, text: bilingual, where: z.record(id, z.array(id)), pupilsBelow: z.number().int().optional() })),
})

const shape = z.strictObject({
  format: z.literal(1),
  id,
  title: bilingual,
  /** Field that tells levels apart; its values are the levels. */
  level: id,
  pupils: id,
  /** Field that names the school, and the one that identifies it. */
  name: id,
  code: id,
  /** Field by which the table is cut into counties or authorities, if it holds several. */
  group: id.optional(),
  /** Rows are persons: the field that names their school, and what must be the same on all rows of one school. */
  oneSchool: z.strictObject({ school: id, facts: z.array(id) }).optional(),
  fields: z.array(field).min(3),
  /** A field that is a sum of others when it has no column of its own. */
  sums: z.array(z.strictObject({ field: id, of: z.array(id).min(1) })).optional(),
  /** How a campus stock is divided between the levels of a combined school: weight of one pupil, in hundredths. */
  split: z
    .strictObject({
      form: id,
      combined: z.array(id).min(1),
      levels: levelNumbers,
      senior: z.strictObject({ field: id, weight: z.number() }),
    })
    .optional(),
  regimes: z.array(regime).min(1),
})

export type ItemSet = z.infer<typeof shape>
export type Field = ItemSet['fields'][number]
export type NumberField = z.infer<typeof numberField>
export type ChoiceField = z.infer<typeof choiceField>
export type Regime = z.infer<typeof regime>
export type SetItem = z.infer<typeof item>

const fieldsByName = new WeakMap<ItemSet, ReadonlyMap<string, Field>>()

/** Looks up a field; fields named in a checked set exist. */
export function fieldOf(set: ItemSet, name: string): Field {
  let fields = fieldsByName.get(set)
  if (!fields) fieldsByName.set(set, (fields = new Map(set.fields.map((f) => [f.id, f]))))
  const found = fields.get(name)
  if (!found) throw new RangeError(`item set ${set.id} has no field ${name}`)
  return found
}

/** Levels of a set, in order. */
export function levelsOf(set: ItemSet): ChoiceField['values'] {
  const level = fieldOf(set, set.level)
  return level.kind === 'choice' ? level.values : []
}

/** The item set in a parsed JSON value, or everything that is wrong with it. */
export function parseItemSet(
  json: unknown,
): { readonly set: ItemSet; readonly problems: readonly [] } | { readonly set: null; readonly problems: readonly Problem[] } {
  const parsed = shape.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), text: wrong(issue.message), hint: shapeHint }))
    return { set: null, problems }
  }
  const problems = crossReferences(parsed.data)
  return problems.length > 0 ? { set: null, problems } : { set: parsed.data, problems: [] }
}

const wrong = (message: string): Bilingual => ({
  en: `Not as an item set must be: ${message}.`,
  zh: `指标集文件此处不符合要求：${message}。`,
})
const shapeHint: Bilingual = {
  en: 'Compare with the built-in item sets: every text has “en” and “zh”, every number field has units.',
  zh: '请对照内置指标集：各处文字须有“en”和“zh”，数值列须写明单位。',
}

/** Names used in items, sums and rules must be fields. */
function crossReferences(set: ItemSet): Problem[] {
  const known = new Set(set.fields.map((f) => f.id))
  const used: (readonly [string, string])[] = [
    ['level', set.level],
    ['pupils', set.pupils],
    ['name', set.name],
    ['code', set.code],
  ]
  if (set.group !== undefined) used.push(['group', set.group])
  set.sums?.forEach((sum, i) => [sum.field, ...sum.of].forEach((name) => used.push([`sums.${i}`, name])))
  set.regimes.forEach((r, i) => {
    r.items.forEach((it, k) => it.terms.forEach((term) => used.push([`regimes.${i}.items.${k}`, term.field])))
    r.leaveOut.forEach((rule, k) => Object.keys(rule.where).forEach((name) => used.push([`regimes.${i}.leaveOut.${k}`, name])))
  })
  if (set.oneSchool) [set.oneSchool.school, ...set.oneSchool.facts].forEach((name) => used.push(['oneSchool', name]))
  if (set.split) used.push(['split', set.split.form], ['split', set.split.senior.field])
  set.fields.forEach((f, i) => f.kind === 'number' && f.partOf !== undefined && used.push([`fields.${i}`, f.partOf]))
  const unknown = used.filter(([, name]) => !known.has(name))
  return unknown.map(([path, name]) => ({
    path,
    text: { en: `“${name}” is not one of the fields of this item set.`, zh: `“${name}”不是本指标集的列。` },
    hint: { en: `Fields: ${[...known].join(', ')}.`, zh: `可用的列：${[...known].join('、')}。` },
  }))
}
