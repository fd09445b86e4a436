import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { Bilingual, Problem } from '../engine/index.ts'
import { itemSets, parseItemSet, sizeProblem, type ItemSet } from '../roster/index.ts'
import { rosterWords, type RosterWord } from '../words/cli-roster.ts'
import { fill } from '../words/fill.ts'
import { bilingualWord, type Talk } from './io.ts'
import { writeProblem } from './files.ts'

type Slots = Readonly<Record<string, string | number>>

/** A word of the roster commands in the language of the talk. */
export const rosterWord = ({ language }: Pick<Talk, 'language'>, key: RosterWord, slots: Slots = {}): string =>
  fill(rosterWords[key][language], slots)

/** Both languages of it, for problems. */
export const bothWords = (key: RosterWord, slots: Slots = {}): Bilingual => ({
  en: fill(rosterWords[key].en, slots),
  zh: fill(rosterWords[key].zh, slots),
})

/** Bytes of a file; one that is far too large is refused before it is read. */
export function readBytes(file: string): Uint8Array | Problem {
  try {
    return sizeProblem(statSync(file).size, file) ?? new Uint8Array(readFileSync(file))
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code ?? error)
    return { path: '', text: bilingualWord('fileMissing', { file, reason: code }), hint: bilingualWord('fileMissingHint') }
  }
}

/** A JSON value from a file. */
export function readJson(file: string): { readonly value: unknown } | Problem {
  const bytes = readBytes(file)
  if (!(bytes instanceof Uint8Array)) return bytes
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) }
  } catch {
    return { path: file, text: bothWords('badJson', { file }), hint: bothWords('badJsonHint') }
  }
}

/** The item set an option names: one that ships, or a file. */
export function itemSetFor(
  name: string | undefined,
): { readonly set: ItemSet; readonly problems: readonly [] } | { readonly set: null; readonly problems: readonly Problem[] } {
  const shipped = itemSets[name ?? 'china']
  if (shipped) return { set: shipped, problems: [] }
  const json = readJson(name!)
  return 'path' in json ? { set: null, problems: [json] } : parseItemSet(json.value)
}

/** Writes a file; what went wrong, or null. */
export function writeBytes(file: string, content: string | Uint8Array): Problem | null {
  try {
    writeFileSync(file, content)
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return writeProblem(file, error)
  }
}
