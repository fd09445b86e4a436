/*
 * Templates with named slots: `每学年有{share}的教师交流`. Both languages have the same slots; a test compares them.
 */
import type { Bilingual, Parameters } from '../engine/index.ts'
import { formatValue, type Language } from './format.ts'

const slotShape = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g

/** Names of the slots of a template, each once, in order of appearance. */
export const slotsOf = (template: string): readonly string[] => [...new Set([...template.matchAll(slotShape)].map((match) => match[1]!))]

/**
 * Puts words into the slots of a template; a slot without a word stays visible, so that it is noticed. `{rows:row|rows}` is the first
 * form where `rows` is 1, with a sign or without, and the second otherwise.
 */
export const fill = (template: string, words: Readonly<Record<string, string | number>>): string =>
  template.replace(slotShape, (slot, name: string, one?: string, more?: string) => {
    if (!Object.hasOwn(words, name)) return slot
    const word = String(words[name])
    return one === undefined ? word : /^[+−]?1$/.test(word) ? one : more!
  })

/** Values of levers as words of a sentence: numbers with units, choices by their names. */
export function valueWords(
  parameters: Parameters,
  values: Readonly<Record<string, number | string>>,
  language: Language,
): Record<string, string> {
  const words: Record<string, string> = {}
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = values[name] ?? parameter.default
    if (parameter.unit === 'choice') words[name] = parameter.choices[String(value)]?.[language] ?? String(value)
    else words[name] = formatValue(Number(value), parameter.unit, language)
  }
  return words
}

/** A text of a declaration with the values in force, such as a policy’s mechanism. */
export const fillText = (
  text: Bilingual,
  parameters: Parameters,
  values: Readonly<Record<string, number | string>>,
  language: Language,
): string => fill(text[language], valueWords(parameters, values, language))
