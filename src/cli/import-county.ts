import type { Problem } from '../engine/index.ts'
import { countyFromRoster, countyName, type Table } from '../roster/index.ts'
import { prettyJson } from '../scenario/write.ts'
import { writeOutput } from './outputs.ts'
import { bothWords } from './roster-files.ts'

/** Writes the county file of a checked table; what keeps it from being written or built. */
export function writeCounty(table: Table, file: string, out: string): readonly Problem[] {
  if (table.set.id !== 'china') return [{ path: '--out', text: bothWords('noCounty') }]
  const made = countyFromRoster(table, { name: countyName(file) })
  if (!('schools' in made)) return made
  const unwritten = writeOutput(out, prettyJson(made), '--out')
  return unwritten ? [unwritten] : []
}
