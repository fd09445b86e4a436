import type { Problem } from '../engine/index.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { kindOf, problemAt } from './problems.ts'
import { say } from './say.ts'

/** A file in the latest format, and the names of the migrations that brought it there. */
export type Migrated =
  | { readonly file: Readonly<Record<string, unknown>>; readonly applied: readonly string[]; readonly problems: readonly [] }
  | { readonly file?: undefined; readonly problems: readonly Problem[] }

/** The format that a chain of migrations leads to. */
export const latestOf = (chain: readonly Migration[]): number => 1 + chain.length

function formatOf(file: Readonly<Record<string, unknown>>, latest: number): number | Problem {
  const { format } = file
  if (format === undefined) return problemAt(['format'], say.formatMissing, say.formatMissingHint(latest))
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1)
    return problemAt(['format'], say.formatWrong(format), say.formatMissingHint(latest))
  return format <= latest ? format : problemAt(['format'], say.formatNewer(format, latest), say.formatNewerHint)
}

/** Brings a parsed file forward to the latest format. A file from a newer format is a problem, not an exception. */
export function migrate(value: unknown, chain: readonly Migration[] = migrations): Migrated {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [problemAt([], say.notObject(kindOf(value)), say.emptyHint)] }
  let file = value as Readonly<Record<string, unknown>>
  const format = formatOf(file, latestOf(chain))
  if (typeof format !== 'number') return { problems: [format] }
  const steps = chain.slice(format - 1)
  for (const step of steps) file = { ...step.up(file), format: step.from + 1 }
  return { file, applied: steps.map((step) => step.name), problems: [] }
}
