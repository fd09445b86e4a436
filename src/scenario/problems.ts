import type { Bilingual, Problem } from '../engine/index.ts'
import type { Path } from './json-scan.ts'

/** Writes a path as people point at a place in a file: `arms[1].policies[0].set.share`. */
export function pathText(path: Path): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else if (/^[\w-]+$/.test(part)) text += text === '' ? part : `.${part}`
    else text += `[${JSON.stringify(part)}]`
  }
  return text
}

/** Makes a problem; `hint` says what to do about it. */
export function problemAt(path: Path, text: Bilingual, hint?: Bilingual): Problem {
  return hint === undefined ? { path: pathText(path), text } : { path: pathText(path), text, hint }
}

/** Puts a problem of an inner file or part behind the place it was opened from. */
export function inside(prefix: string, problem: Problem): Problem {
  const joint = problem.path === '' || problem.path.startsWith('[') || prefix === '' ? '' : '.'
  return { ...problem, path: prefix + joint + problem.path }
}

const shown = 60

/** A value as it stands in the file, shortened, for messages. */
export function quoted(value: unknown): string {
  if (value === undefined) return '—'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > shown ? `${text.slice(0, shown)}…` : text
}

/** Both languages of a list of names. */
export const listed = (names: readonly string[]): Bilingual => ({ en: names.join(', '), zh: names.join('、') })

const kinds: Readonly<Record<string, Bilingual>> = {
  string: { en: 'a text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  object: { en: 'an object {…}', zh: '对象 {…}' },
  record: { en: 'an object {…}', zh: '对象 {…}' },
  array: { en: 'a list […]', zh: '列表 […]' },
  null: { en: 'null', zh: 'null' },
}

/** The kind of a JSON value, in words. */
export const kindOf = (value: unknown): Bilingual => kindNamed(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** A kind of JSON value by its name in the schema. */
export const kindNamed = (name: string): Bilingual => kinds[name] ?? { en: name, zh: name }
