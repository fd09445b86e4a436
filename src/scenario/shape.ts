import * as z from 'zod/mini'
import type { Bilingual, Problem } from '../engine/index.ts'
import type { Path } from './json-scan.ts'
import { kindNamed, kindOf, problemAt } from './problems.ts'
import { say } from './say.ts'
import { sayValue } from './say-values.ts'
import { nearest } from './suggest.ts'

type Issue = z.core.$ZodIssue

/** The value at a path; undefined where there is none. */
function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string | number, unknown>)[part]
  }
  return at
}

/** The keys that the object at a path may have. */
function keysAt(schema: z.ZodMiniType, path: Path): readonly string[] {
  let at: z.ZodMiniType | undefined = bare(schema)
  for (const part of path) {
    if (at instanceof z.ZodMiniObject) at = bare(at.shape[part] as z.ZodMiniType | undefined)
    else if (at instanceof z.ZodMiniArray) at = bare(at.def.element as z.ZodMiniType)
    else if (at instanceof z.ZodMiniRecord) at = bare(at.def.valueType as z.ZodMiniType)
    else return []
  }
  return at instanceof z.ZodMiniObject ? Object.keys(at.shape as object) : []
}

function bare(schema: z.ZodMiniType | undefined): z.ZodMiniType | undefined {
  let at = schema
  while (at instanceof z.ZodMiniOptional || at instanceof z.ZodMiniDefault || at instanceof z.ZodMiniNullable) at = at.def.innerType as z.ZodMiniType
  return at
}

/** Says that a name is unknown, with the nearest known one, or all of them where none is near. */
export function unknownName(path: Path, text: Bilingual, written: string, known: readonly string[]): Problem {
  const near = nearest(written, known)
  return problemAt(path, text, near === undefined ? (known.length === 0 ? undefined : say.allowed(known)) : say.didYouMean(near))
}

/** Names of one place among which a near one is looked for: who has written more has another kind of file. */
const mostNear = 50

/** Among which known names the `k`th name of a place is looked for. */
export const knownFor = (k: number, known: readonly string[]): readonly string[] => (k < mostNear ? known : [])

function ofSize(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown): Bilingual {
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return say.shorter(issue.maximum)
    return issue.origin === 'array' ? say.tooMany(issue.maximum) : say.atMost(issue.maximum, value)
  }
  if (issue.origin === 'string') return say.emptyText
  return issue.origin === 'array' ? say.fewer(issue.minimum) : say.atLeast(issue.minimum, value)
}

/** What files of a kind are called, and what an id in them may be. */
export interface FileKind {
  readonly files: Bilingual
  readonly ids?: Bilingual
}

const scenarioFiles: FileKind = { files: { en: 'scenario files', zh: '方案文件' } }

function ofIssue(issue: Issue, schema: z.ZodMiniType, value: unknown, kind: FileKind): readonly Problem[] {
  const path = issue.path as Path
  const found = valueAt(value, path)
  const last = String(path.at(-1) ?? '')
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key, k) => unknownName([...path, key], say.unknownKey(key, kind.files), key, knownFor(k, known)))
  }
  if (found === undefined && path.length > 0) return [problemAt(path, say.missing(last))]
  if (issue.code === 'invalid_type') return [problemAt(path, say.kind(kindNamed(issue.expected), kindOf(found)))]
  if (issue.code === 'too_big' || issue.code === 'too_small') return [problemAt(path, ofSize(issue, found))]
  if (issue.code === 'invalid_union') {
    const isOtherKind = (branch: readonly Issue[]): boolean => branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0)
    const meant = issue.errors.find((branch) => !isOtherKind(branch)) ?? issue.errors[0] ?? []
    return meant.flatMap((inner) => ofIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value, kind))
  }
  if (issue.code === 'invalid_key') return [kind.ids ? problemAt(path, say.idShape(last), kind.ids) : problemAt(path, sayValue.seriesKey(last), sayValue.seriesKeyHint)]
  if (issue.code === 'invalid_format') return [problemAt(path, say.idShape(found), kind.ids ?? say.idShapeHint)]
  if (issue.code === 'invalid_value') return [unknownName(path, say.notOneOf(found), String(found), issue.values.map(String))]
  return [problemAt(path, say.invalid(found))]
}

/** A whole number written with decimals, for which the schema reports the kind `int`, keeps the value it shows. */
export type Shaped<T> =
  { readonly value: T; readonly problems: readonly [] } | { readonly value?: undefined; readonly problems: readonly Problem[] }

/** Checks a value against a schema; the problems are in our words and carry their paths. */
export function shapeOf<S extends z.ZodMiniType>(schema: S, value: unknown, kind: FileKind = scenarioFiles): Shaped<z.output<S>> {
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data, problems: [] }
  return { problems: result.error.issues.flatMap((issue) => ofIssue(issue, schema, value, kind)) }
}
