import { strToU8, zipSync } from 'fflate'
import type { Series } from '../../engine/index.ts'
import { csvCell, csvOf } from '../../scenario/results/csv.ts'
import { dictionaryCsv } from '../../scenario/results/dictionary.ts'
import { resultTables } from '../../scenario/results/tables.ts'
import type { AppState } from '../stores/app-state.svelte.ts'
import { asNote } from '../charts/prepare/twin-files.ts'
import { saveBlob } from '../charts/save.ts'

/** Texts of the archive by file name: all years of all runs of both arms. Each table ends with where it comes from, as it may be taken out of the archive. */
export function allTables(app: AppState): Readonly<Record<string, string>> {
  const { plan, baseline } = app.experiment
  // without a policy in force plan and baseline are the same runs: they go by the names of the shared file
  const ids = app.scenario(['baseline', 'plan']).arms.map(({ id }) => id)
  const named = (series: Series, arm: number): Series => ({ ...series, arm: ids[arm]! })
  const results = plan.map((run, k) => ({ replicate: run.replicate, arms: [named(baseline[k]!, 0), named(run, 1)] }))
  // names as the screen shows them: codes where they are hidden
  const tables = resultTables(results, app.frame.facts, app.language.current)
  const stamp = app.stampLine()
  return {
    'readme.txt': `${stamp}\r\n${app.language.t('share.data.stamped')}\r\n`,
    ...Object.fromEntries([['dictionary', dictionaryCsv(tables, true)], ...tables.map((table) => [table.id, csvOf(table, { bom: true })])].map(([name, text]) => [`${name}.csv`, `${text}\r\n${csvCell(asNote(stamp))}\r\n`])),
  }
}

/** Offers them in one archive. All runs must be here. */
export function saveAll(app: AppState, file: string): void {
  const bytes = zipSync(Object.fromEntries(Object.entries(allTables(app)).map(([name, text]) => [name, strToU8(text)])))
  saveBlob(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), `${file}-all-runs.zip`)
}
