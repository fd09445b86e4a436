import { csvOf } from '../../scenario/results/csv.ts'
import { resultTables } from '../../scenario/results/tables.ts'
import type { AppState } from '../stores/app-state.svelte.ts'
import { saveText } from '../charts/save.ts'

/** Offers all years of all runs of both arms: the county, every section, the ledger. */
export function saveAll(app: AppState, file: string): void {
  const { plan, baseline } = app.experiment
  // names as the screen shows them: codes where they are hidden
  const { facts } = app.frame
  const results = plan.slice(0, baseline.length).map((run, k) => ({ replicate: run.replicate, arms: [baseline[k]!, run] }))
  for (const table of resultTables(results, facts, app.language.current)) {
    saveText(csvOf(table, { bom: true }), `${file}-${table.id}.csv`, 'text/csv')
  }
}
