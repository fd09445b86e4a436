import type { Problem } from '../engine/index.ts'
import { bounds } from './grid.ts'
import { sayReading } from './say-reading.ts'

/** The problem of a file that is too large; to be asked before it is read. */
export const sizeProblem = (bytes: number, name: string): Problem | null => (bytes > bounds.bytes ? sayReading.tooLarge(bytes, bounds.bytes)(name) : null)
