import type { Bilingual } from '../../src/engine/index.ts'

/** A text found in a declaration, and where. */
export interface FoundText {
  readonly path: string
  readonly text: Partial<Bilingual>
}

const isText = (value: object): value is Partial<Bilingual> => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key === 'en' || key === 'zh') && Object.values(value).every((text) => typeof text === 'string')
}

/** Every bilingual text reachable from a value, also those of which one language is missing. */
export function textsIn(value: unknown, path = '', seen = new Set<object>()): FoundText[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return []
  seen.add(value)
  if (isText(value)) return [{ path, text: value }]
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, path === '' ? key : `${path}.${key}`, seen))
}

/** The slots of a text, `{name}`, sorted, each as often as it stands there. */
export const slotsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort()

/** What is wrong with a bilingual text, in words; empty if nothing. */
export function faultsOf({ path, text: { en, zh } }: FoundText): string[] {
  if (en === undefined || en.trim() === '') return [`${path}: no English`]
  if (zh === undefined || zh.trim() === '') return [`${path}: no Chinese`]
  const faults: string[] = []
  if (String(new Set(slotsOf(en))) !== '' && [...new Set(slotsOf(en))].join() !== [...new Set(slotsOf(zh))].join()) {
    faults.push(`${path}: slots differ, ${slotsOf(en).join(' ')} and ${slotsOf(zh).join(' ')}`)
  }
  return faults
}
