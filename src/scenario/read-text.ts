import type { Problem } from '../engine/index.ts'
import { scanJson } from './json-scan.ts'
import { scenarioLimit } from './limits.ts'
import { pathText, problemAt } from './problems.ts'
import { say } from './say.ts'

/** The problem of a file that is too large; to be asked before it is read. */
export const tooLarge = (bytes: number, limit = scenarioLimit): Problem | undefined =>
  bytes <= limit ? undefined : problemAt([], say.tooLarge(bytes, limit), say.tooLargeHint)

/** The problem of a file that the system does not give: it is gone, or nobody may read it. */
export const unread = (): Problem => problemAt([], say.unread, say.unreadHint)

/** A parsed JSON text with what a parser forgets, or the problems that keep it from being read. */
export type ReadText =
  | { readonly value: unknown; readonly unordered: ReadonlySet<string>; readonly problems: readonly Problem[]; readonly readable: true }
  | { readonly problems: readonly Problem[]; readonly readable: false }

const refused = (problem: Problem): ReadText => ({ problems: [problem], readable: false })

/** Reads a JSON text. Problems may stand beside a readable value: keys written twice. */
export function readText(text: string): ReadText {
  const large = tooLarge(text.length)
  if (large !== undefined) return refused(large)
  const content = text.startsWith('\ufeff') ? text.slice(1) : text
  if (content.trim() === '') return refused(problemAt([], say.empty, say.emptyHint))
  const scan = scanJson(content)
  if (scan.slip !== undefined) {
    const { line, column } = scan.slip
    return refused({ path: `${line}:${column}`, text: say.syntax(scan.slip), hint: say.syntaxHint })
  }
  const repeated = scan.repeated.map((path) => problemAt(path, say.repeatedKey(String(path.at(-1))), say.repeatedKeyHint))
  return { value: JSON.parse(content) as unknown, unordered: new Set(scan.unordered.map(pathText)), problems: repeated, readable: true }
}

/** Decodes the bytes of a file: UTF-8, within the limit. */
export function decodeFile(bytes: Uint8Array): { readonly text: string } | { readonly problem: Problem } {
  const large = tooLarge(bytes.length)
  if (large !== undefined) return { problem: large }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: problemAt([], say.notText, say.notTextHint) }
  }
}
