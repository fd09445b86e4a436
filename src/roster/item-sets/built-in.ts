import { parseItemSet, type ItemSet } from '../item-set.ts'

/** An item set that ships, checked like any other. */
export function builtIn(json: unknown): ItemSet {
  const { set, problems } = parseItemSet(json)
  if (!set) throw new TypeError(problems.map((p) => `${p.path}: ${p.text.en}`).join('\n'))
  return set
}
