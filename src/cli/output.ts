import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem, Scenario, SectionFacts } from '../engine/index.ts'
import type { ReplicateSeries } from '../engine/index.ts'
import { csvPieces } from '../scenario/results/csv.ts'
import { dictionaryCsv, dictionaryOf } from '../scenario/results/dictionary.ts'
import { jsonPieces } from '../scenario/results/json.ts'
import { parquetOf } from '../scenario/results/parquet.ts'
import type { RunReport } from '../scenario/results/report-shape.ts'
import { resultTables, type ResultTable } from '../scenario/results/tables.ts'
import type { Registry } from '../scenario/registry.ts'
import { currentStamp, prettyJson, writeScenario } from '../scenario/write.ts'
import type { Language } from '../words/format.ts'
import { writeProblem } from './files.ts'

/** Formats of tables written to a folder. */
export const formats = ['csv', 'json', 'parquet'] as const
export type Format = (typeof formats)[number]

/** Where and how results are written. */
export interface OutputOptions {
  readonly folder: string
  readonly formats: readonly Format[]
  readonly bom: boolean
  readonly language: Language
}

/** Everything a run leaves behind. */
export interface Results {
  readonly scenario: Scenario
  readonly registry: Registry
  readonly report: RunReport
  readonly replicates: readonly ReplicateSeries[]
  readonly sections: readonly SectionFacts[]
}

function* contents(table: ResultTable, format: Format, { bom }: OutputOptions, digest: string): Generator<string | Uint8Array> {
  if (format === 'csv') yield* csvPieces(table, { bom })
  else if (format === 'json') yield* jsonPieces(table)
  else yield parquetOf(table, currentStamp(digest))
}

function* filesOf(
  { scenario, registry, report, replicates, sections }: Results,
  options: OutputOptions,
): Generator<readonly [string, Iterable<string | Uint8Array>]> {
  const tables = resultTables(replicates, sections, options.language)
  yield ['scenario.json', [writeScenario(scenario, registry, currentStamp(report.digest))]]
  yield ['report.json', [prettyJson(report)]]
  yield ['dictionary.json', [prettyJson(dictionaryOf(tables))]]
  yield ['dictionary.csv', [dictionaryCsv(tables, options.bom)]]
  for (const table of tables)
    for (const format of options.formats) yield [`${table.id}.${format}`, contents(table, format, options, report.digest)]
}

function writePieces(file: string, pieces: Iterable<string | Uint8Array>): void {
  const handle = openSync(file, 'w')
  try {
    for (const piece of pieces) writeSync(handle, typeof piece === 'string' ? Buffer.from(piece) : piece)
  } finally {
    closeSync(handle)
  }
}

/** Writes scenario, report, tables and data dictionary into a folder; the names of the files, or what went wrong. */
export function writeResults(results: Results, options: OutputOptions): readonly string[] | Problem {
  let at = options.folder
  const names: string[] = []
  try {
    mkdirSync(options.folder, { recursive: true })
    for (const [name, pieces] of filesOf(results, options)) {
      at = join(options.folder, name)
      writePieces(at, pieces)
      names.push(name)
    }
    return names
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return writeProblem(at, error)
  }
}
