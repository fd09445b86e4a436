import type { CountyDescription } from '../../engine/index.ts'

const keys = new WeakMap<CountyDescription, string>()
const known = new Map<string, string>()

/**
 * Names what a county consists of, while the page is open. Its id does not: a county built anew on the same roster has the same
 * id, and a file may give another county an id that is known here. The engine’s digest would name it for good, but the first
 * screen does without it.
 */
export function countyKey(county: CountyDescription): string {
  const found = keys.get(county)
  if (found !== undefined) return found
  const text = JSON.stringify(county)
  const key = known.get(text) ?? `${county.id} ${known.size}`
  known.set(text, key)
  keys.set(county, key)
  return key
}
