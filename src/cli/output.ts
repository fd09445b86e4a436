import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem, Scenario, SectionFacts } from '../engine/index.ts'
import type { ReplicateSeries } from '../engine/index.ts'
import { csvPieces } from '../scenario/results/csv.ts'
import { dictionaryCsv, dictionaryOf } from '../scenario/results/dictionary.ts'
import { jsonPieces } from '../scenario/results/json.ts'
import { parquetOf } from '../scenario/results/parquet.ts'
import type { RunReport } from '../scenario/results/report-shape.ts'
import { resultTables, type ResultTable } from '../scenario/results/tables.ts'
import type { Days } from '../scenario/days.ts'
import type { Registry } from '../scenario/registry.ts'
import { currentStamp, prettyJson, writeScenario } from '../scenario/write.ts'
import type { Language } from '../words/format.ts'
import { writeProblem } from './files.ts'
import { makeFolder } from './outputs.ts'

/** Formats of tables written to a folder. */
export const formats = ['csv', 'json', 'parquet'] as const
export type Format = (typeof formats)[number]

/** Where and how results are written. */
export interface OutputOptions {
  readonly folder: string
  readonly formats: readonly Format[]
  readonly bom: boolean
  readonly language: Language
  /** Files of an earlier run that would stand beside these results as if they were of them. */
  readonly stale: readonly string[]
}

/** Everything a run leaves behind. */
export interface Results {
  readonly scenario: Scenario
  /** Days noted in its file. */
  readonly days?: Days
  readonly registry: Registry
  readonly report: RunReport
  readonly replicates: readonly ReplicateSeries[]
  readonly sections: readonly SectionFacts[]
}

/** Files of every run, before its tables. */
export const fixedNames = ['scenario.json', 'report.json', 'dictionary.json', 'dictionary.csv'] as const

function* contents(table: ResultTable, format: Format, { bom }: OutputOptions, digest: string): Generator<string | Uint8Array> {
  if (format === 'csv') yield* csvPieces(table, { bom })
  else if (format === 'json') yield* jsonPieces(table)
  else yield parquetOf(table, currentStamp(digest))
}

function* filesOf(
  { scenario, days, registry, report, replicates, sections }: Results,
  options: OutputOptions,
): Generator<readonly [string, Iterable<string | Uint8Array>]> {
  const tables = resultTables(replicates, sections, options.language)
  const [ofScenario, ofReport, ofDictionary, ofDictionaryTable] = fixedNames
  yield [ofScenario, [writeScenario(scenario, registry, currentStamp(report.digest), days)]]
  yield [ofReport, [prettyJson(report)]]
  yield [ofDictionary, [prettyJson(dictionaryOf(tables))]]
  yield [ofDictionaryTable, [dictionaryCsv(tables, options.bom)]]
  for (const table of tables)
    for (const format of options.formats) yield [`${table.id}.${format}`, contents(table, format, options, report.digest)]
}

function writePieces(file: string, pieces: Iterable<string | Uint8Array>): void {
  const handle = openSync(file, 'w')
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      // on a disk that is nearly full less is written than was asked for; only the next attempt says why
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
    }
  } finally {
    closeSync(handle)
  }
}

/** Writes scenario, report, tables and data dictionary into a folder, in place of what an earlier run left there; the names of the files, or what went wrong. */
export function writeResults(results: Results, options: OutputOptions): readonly string[] | Problem {
  let at = options.folder
  const names: string[] = []
  try {
    makeFolder(options.folder)
    for (const name of options.stale) {
      at = join(options.folder, name)
      rmSync(at)
    }
    for (const [name, pieces] of filesOf(results, options)) {
      at = join(options.folder, name)
      writePieces(at, pieces)
      names.push(name)
    }
    return names
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return writeProblem(at, error, '--out')
  }
}
