import type { Citation } from '../declare.ts'
import { InvariantError } from '../kernel/expect.ts'

/** A value that an official text fixes from a year on. */
export interface Dated<T> {
  /** First calendar year in force. */
  readonly from: number
  readonly value: T
  readonly source: Citation
}

/** The entry in force in a year: the last one that has begun. Stops the run before the first. Entries are in order of time. */
export function inForce<T>(what: string, entries: readonly Dated<T>[], year: number): Dated<T> {
  let found: Dated<T> | undefined
  for (const entry of entries) if (entry.from <= year) found = entry
  if (found === undefined) throw new InvariantError(`${what}: no norm on record for ${year}, the first is of ${entries[0].from}`)
  return found
}
