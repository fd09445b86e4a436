import type { ItemSet } from '../item-set.ts'
import { builtIn } from './built-in.ts'
import candidates from './candidates.json'
import directedPlaces from './directed-places.json'

/** Columns of a table of junior schools for the allotment of directed places. */
export const directedPlacesSet: ItemSet = builtIn(directedPlaces)

/** Columns of a list of candidates, one row per pupil, from which eligibility follows by the rule. */
export const candidatesSet: ItemSet = builtIn(candidates)
