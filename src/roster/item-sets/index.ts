import { parseItemSet, type ItemSet } from '../item-set.ts'
import candidates from './candidates.json'
import china from './china.json'
import directedPlaces from './directed-places.json'
import england from './england-workforce.json'

function builtIn(json: unknown): ItemSet {
  const { set, problems } = parseItemSet(json)
  if (!set) throw new TypeError(problems.map((p) => `${p.path}: ${p.text.en}`).join('\n'))
  return set
}

/** China's official items of 2012 and 2017. */
export const chinaItemSet: ItemSet = builtIn(china)

/** School workforce in England: an item set of another country, and an example of one. */
export const englandItemSet: ItemSet = builtIn(england)

/** Columns of a table of junior schools for the allotment of directed places. */
export const directedPlacesSet: ItemSet = builtIn(directedPlaces)

/** Columns of a list of candidates, one row per pupil, from which eligibility follows by the rule. */
export const candidatesSet: ItemSet = builtIn(candidates)

/** Item sets that ship with the app, by id. */
export const itemSets: Readonly<Record<string, ItemSet>> = { [chinaItemSet.id]: chinaItemSet, [englandItemSet.id]: englandItemSet }
