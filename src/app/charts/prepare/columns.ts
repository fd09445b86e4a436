import type { Level } from '../../../engine/index.ts'

/** Names of the columns the pictures read, in one place. */
export const cv = (item: string, level: Level): string => `${item}.cv.${level}`
/** County mean of an item. */
export const mean = (item: string, level: Level): string => `${item}.mean.${level}`
/** Schools below an item’s standard. */
export const below = (item: string, level: Level): string => `${item}.below.${level}`
/** An item’s value at a school. */
export const value = (item: string): string => `${item}.value`
/** Schools that pass the rule for a school. */
export const passing = (level: Level): string => `schools.passing.${level}`
/** Schools in the calculation. */
export const assessed = (level: Level): string => `schools.assessed.${level}`
