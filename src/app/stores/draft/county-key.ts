import { Digest, type CountyDescription } from '../../../engine/index.ts'

const keys = new WeakMap<CountyDescription, string>()

/**
 * Names what a county consists of. Its id does not: a county built anew on the same roster has the same id, and a file may give
 * another county an id that is known here.
 */
export function countyKey(county: CountyDescription): string {
  const found = keys.get(county)
  if (found !== undefined) return found
  const key = `${county.id} ${new Digest().text(JSON.stringify(county)).hex()}`
  keys.set(county, key)
  return key
}
