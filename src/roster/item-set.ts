import * as z from 'zod/mini'
import type { Bilingual, Problem } from '../engine/index.ts'
import type { Path } from '../scenario/json-scan.ts'
import { problemAt } from '../scenario/problems.ts'
import { shapeOf, type FileKind } from '../scenario/shape.ts'

/*
 * An item set is a standard as data: the columns a roster of that country has, the items made of them, thresholds, limits and
 * who is left out. A standard other than the built-in ones is a file of this shape, not code.
 */

const written = z.string().check(z.minLength(1))
const bilingual = z.strictObject({ en: written, zh: written })
const id = z.string().check(z.regex(/^[A-Za-z][\w-]*$/))
const headers = z.array(written)
/** A list with at least so many entries. */
const some = <T extends z.ZodMiniType>(entry: T, least = 1) => z.array(entry).check(z.minLength(least))
const yes = z.optional(z.boolean())

/** A unit a column may be in; `factor` turns it into the field's own. */
const unit = z.strictObject({ id, text: bilingual, factor: z.number().check(z.positive()), headers })

const textField = z.strictObject({ id, kind: z.literal('text'), text: bilingual, headers, required: yes })
const choiceField = z.strictObject({
  id,
  kind: z.literal('choice'),
  text: bilingual,
  headers,
  required: yes,
  /** Value used when the file has no such column; absent = it must be chosen. */
  otherwise: z.optional(id),
  /** Where a school's name gives the value away. */
  fromName: z.optional(z.record(id, headers)),
  values: some(z.strictObject({ id, text: bilingual, written: headers })),
})
const numberField = z.strictObject({
  id,
  kind: z.literal('number'),
  text: bilingual,
  headers,
  required: yes,
  whole: yes,
  /** May be below 0 (coordinates). */
  signed: yes,
  /** Value used when the file has no such column. */
  otherwise: z.optional(z.number()),
  units: some(unit),
  /** A stock of the whole campus, split between its sections by the set's ratios. */
  campus: yes,
  /** May be written per pupil or per hundred pupils. */
  ratio: yes,
  /** Per pupil, in the field’s own unit: a column outside it is probably in another unit. */
  typical: z.optional(z.tuple([z.number(), z.number()])),
  /** No more than this other field. */
  partOf: z.optional(id),
})
const field = z.discriminatedUnion('kind', [textField, choiceField, numberField])

const levelNumbers = z.record(id, z.number())
const item = z.strictObject({
  id,
  text: bilingual,
  short: bilingual,
  unit: bilingual,
  per: z.union([z.literal(1), z.literal(100)]),
  terms: some(z.strictObject({ field: id, times: z.optional(z.number()) })),
  standard: z.optional(levelNumbers),
})
const regime = z.strictObject({
  id,
  text: bilingual,
  source: bilingual,
  items: some(item),
  judge: z.enum(['each', 'composite', 'none']),
  limit: z.optional(levelNumbers),
  /** A school passes with at least `met` items at standard and none below `floor` × standard. */
  school: z.optional(z.strictObject({ met: z.int(), floor: z.number() })),
  /** Rows outside this regime's calculation. */
  leaveOut: z.array(z.strictObject({ id, text: bilingual, where: z.record(id, z.array(id)), pupilsBelow: z.optional(z.int()) })),
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
  group: z.optional(id),
  /** Rows are persons: the field that names their school, and what must be the same on all rows of one school. */
  oneSchool: z.optional(z.strictObject({ school: id, facts: z.array(id) })),
  fields: some(field, 3),
  /** A field that is a sum of others when it has no column of its own. */
  sums: z.optional(z.array(z.strictObject({ field: id, of: some(id) }))),
  /** How a campus stock is divided between the levels of a combined school: weight of one pupil, in hundredths. */
  split: z.optional(
    z.strictObject({
      form: id,
      combined: some(id),
      levels: levelNumbers,
      senior: z.strictObject({ field: id, weight: z.number() }),
    }),
  ),
  regimes: some(regime),
})

/** Which columns a table has, which items are computed from them, and by which regimes they are judged. */
export type ItemSet = z.infer<typeof shape>
/** One column. */
export type Field = ItemSet['fields'][number]
export type NumberField = z.infer<typeof numberField>
export type ChoiceField = z.infer<typeof choiceField>
/** Limits, standards and the rule for a school. */
export type Regime = z.infer<typeof regime>
/** One item: what is divided by what. */
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
  const shaped = shapeOf(shape, json, itemSetFiles)
  if (shaped.value === undefined) return { set: null, problems: shaped.problems.map((problem) => ({ hint: shapeHint, ...problem })) }
  const problems = crossReferences(shaped.value)
  return problems.length > 0 ? { set: null, problems } : { set: shaped.value, problems: [] }
}

/** What an id of an item set, a field, a level may be. */
const idHint: Bilingual = {
  en: 'Use a letter, then letters, digits, hyphens or underscores.',
  zh: '请以字母开头，其后用字母、数字、连字符或下划线。',
}
const itemSetFiles: FileKind = { files: { en: 'item sets', zh: '指标集文件' }, ids: idHint }
const shapeHint: Bilingual = {
  en: 'Compare with the built-in item sets: every text has “en” and “zh”, every number field has units.',
  zh: '请对照内置指标集：各处文字须有“en”和“zh”，数值列须写明单位。',
}

/** Names used in items, sums and rules must be fields. */
function crossReferences(set: ItemSet): Problem[] {
  const known = new Set(set.fields.map((f) => f.id))
  const used: (readonly [Path, string])[] = [
    [['level'], set.level],
    [['pupils'], set.pupils],
    [['name'], set.name],
    [['code'], set.code],
  ]
  const use = (path: Path, ...names: readonly string[]): void => names.forEach((name) => used.push([path, name]))
  if (set.group !== undefined) use(['group'], set.group)
  set.sums?.forEach((sum, i) => use(['sums', i], sum.field, ...sum.of))
  set.regimes.forEach((r, i) => {
    r.items.forEach((it, k) => use(['regimes', i, 'items', k], ...it.terms.map((term) => term.field)))
    r.leaveOut.forEach((rule, k) => use(['regimes', i, 'leaveOut', k], ...Object.keys(rule.where)))
  })
  if (set.oneSchool) use(['oneSchool'], set.oneSchool.school, ...set.oneSchool.facts)
  if (set.split) use(['split'], set.split.form, set.split.senior.field)
  set.fields.forEach((f, i) => f.kind === 'number' && f.partOf !== undefined && use(['fields', i], f.partOf))
  const unknown = used.filter(([, name]) => !known.has(name))
  return unknown.map(([path, name]) =>
    problemAt(
      path,
      { en: `“${name}” is not one of the fields of this item set.`, zh: `“${name}”不是本指标集的列。` },
      { en: `Fields: ${[...known].join(', ')}.`, zh: `可用的列：${[...known].join('、')}。` },
    ),
  )
}
