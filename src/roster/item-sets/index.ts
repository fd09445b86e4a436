import { byOwnName } from '../by-own-name.ts'
import type { ItemSet } from '../item-set.ts'
import { builtIn } from './built-in.ts'
import china from './china.json'
import england from './england-workforce.json'

/** China's official items of 2012 and 2017. */
export const chinaItemSet: ItemSet = builtIn(china)

/** School workforce in England: an item set of another country, and an example of one. */
export const englandItemSet: ItemSet = builtIn(england)

/** Item sets that ship with the app, by id. */
export const itemSets: Readonly<Record<string, ItemSet>> = byOwnName({ [chinaItemSet.id]: chinaItemSet, [englandItemSet.id]: englandItemSet })
