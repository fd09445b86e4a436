import { readFileSync, statSync } from 'node:fs'
import type { Bilingual, Problem } from '../engine/index.ts'
import { itemSets, parseItemSet, sizeProblem, type ItemSet } from '../roster/index.ts'
import { rosterWords, type RosterWord } from '../words/cli-roster.ts'
import { fill } from '../words/fill.ts'
import { readProblem, readTextFile } from './files.ts'
import type { Talk } from './io.ts'

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
    return readProblem(file, error)
  }
}

/** The text of a file in UTF-8; in another encoding names would be read wrong, so it is refused. */
export function readUtf8(file: string): { readonly text: string } | Problem {
  const read = readTextFile(file)
  return 'problem' in read ? { ...read.problem, path: file } : read
}

/** A JSON value from a file. */
export function readJson(file: string): { readonly value: unknown } | Problem {
  const read = readUtf8(file)
  if ('path' in read) return read
  try {
    return { value: JSON.parse(read.text.replace(/^\ufeff/, '')) }
  } catch {
    return { path: file, text: bothWords('badJson', { file }), hint: bothWords('badJsonHint') }
  }
}

/** The item set an option names: one that ships, or a file. */
export function itemSetFor(
  name: string | undefined,
): { readonly set: ItemSet; readonly problems: readonly [] } | { readonly set: null; readonly problems: readonly Problem[] } {
  const wanted = name ?? 'china'
  if (Object.hasOwn(itemSets, wanted)) return { set: itemSets[wanted]!, problems: [] }
  const json = readJson(wanted)
  return 'path' in json ? { set: null, problems: [json] } : parseItemSet(json.value)
}
