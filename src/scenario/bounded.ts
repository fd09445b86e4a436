import * as z from 'zod/mini'

// the page runs under a content policy that forbids compiling code from text
z.config({ jitless: true })

/*
 * Numbers and texts between two bounds, both of which are possible: files come from anywhere, so nothing in them is without an end.
 */

/** A number from `least` to `most`, both included. */
export const between = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most))
/** The same for whole numbers. */
export const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))

/** A text of so many characters. */
export const letters = (least: number, most: number) => z.string().check(z.minLength(least), z.maxLength(most))
/** A text of at most so many characters; it may be empty. */
export const upTo = (most: number) => z.string().check(z.maxLength(most))
