import type { Problem } from '../engine/index.ts'
import { readTextFile } from './files.ts'
import { bilingualWord } from './io.ts'

/** What a JSON file of this project can be. */
export type Kind = 'scenario' | 'county' | 'schema'

/** Whether a file is the JSON Schema that lies beside the scenarios for editors: `scenarios/*.json` names it too. */
export function isSchemaFile(file: string): boolean {
  const read = readTextFile(file)
  return 'text' in read && /^\s*\{\s*"\$schema":\s*"https:\/\/json-schema\.org\//.test(read.text)
}

/** Files are known by what only they have. Doubtful ones are scenarios, whose messages say what is missing. */
export function kindOf(text: string): Exclude<Kind, 'schema'> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (typeof value !== 'object' || value === null) return 'scenario'
    return 'schools' in value && !('arms' in value) ? 'county' : 'scenario'
  } catch {
    return 'scenario'
  }
}

/** The problem of a county file where a scenario is asked for; null for any other text. */
export const countyInstead = (text: string): Problem | null =>
  kindOf(text) === 'county' ? { path: '', text: bilingualWord('isCounty'), hint: bilingualWord('isCountyHint') } : null
