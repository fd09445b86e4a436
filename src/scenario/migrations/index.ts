/** A step from one file format to the next. Pure: takes the parsed file of `from` and returns that of `from + 1`. */
export interface Migration {
  readonly from: number
  /** What it does, as in the name of its file. */
  readonly name: string
  up(file: Readonly<Record<string, unknown>>): Record<string, unknown>
}

/**
 * All migrations, oldest first, numbered without gaps: the first starts from format 1. Each lives in a file of its own,
 * `0002-split-schools-into-sections.ts`, with a `before.json` and an `after.json` in the tests. Never edited once shipped.
 */
export const migrations: readonly Migration[] = []
