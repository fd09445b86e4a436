import type { Problem } from '../engine/index.ts'
import { countyFromRoster, type Table } from '../roster/index.ts'
import { prettyJson } from '../scenario/write.ts'
import { bothWords, writeBytes } from './roster-files.ts'

/** Writes the county file of a checked table; what went wrong, or null. */
export function writeCounty(table: Table, file: string, out: string): Problem | null {
  if (table.set.id !== 'china') return { path: '--out', text: bothWords('noCounty') }
  const made = countyFromRoster(table, { name: file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') })
  return 'path' in made ? made : writeBytes(out, prettyJson(made))
}
