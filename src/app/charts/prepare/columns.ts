import type { Level } from '../../../engine/index.ts'

/** Names of the columns the pictures read, in one place. */
export const cv = (item: string, level: Level): string => `${item}.cv.${level}`
export const mean = (item: string, level: Level): string => `${item}.mean.${level}`
export const below = (item: string, level: Level): string => `${item}.below.${level}`
export const value = (item: string): string => `${item}.value`
export const passing = (level: Level): string => `schools.passing.${level}`
export const assessed = (level: Level): string => `schools.assessed.${level}`
