import { strToU8, zipSync } from 'fflate'
import { csvOf } from '../../scenario/results/csv.ts'
import { dictionaryCsv } from '../../scenario/results/dictionary.ts'
import { resultTables } from '../../scenario/results/tables.ts'
import type { AppState } from '../stores/app-state.svelte.ts'
import { saveBlob } from '../charts/save.ts'

/** Offers all years of all runs of both arms in one archive: the county, every section, the ledger, and what the columns mean. */
export function saveAll(app: AppState, file: string): void {
  const { plan, baseline } = app.experiment
  // names as the screen shows them: codes where they are hidden
  const { facts } = app.frame
  const results = plan.slice(0, baseline.length).map((run, k) => ({ replicate: run.replicate, arms: [baseline[k]!, run] }))
  const tables = resultTables(results, facts, app.language.current)
  const texts: Record<string, Uint8Array> = {
    'dictionary.csv': strToU8(dictionaryCsv(tables, true)),
    'readme.txt': strToU8(`${app.stampLine()}\r\n`),
  }
  for (const table of tables) texts[`${table.id}.csv`] = strToU8(csvOf(table, { bom: true }))
  saveBlob(new Blob([zipSync(texts) as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), `${file}-all-runs.zip`)
}
