import { keptMoves, type DatedMove, type FlowFilter } from '../../charts/prepare/teacher-flows.ts'
import type { AppState } from '../../stores/app-state.svelte.ts'

/** The followed moves, of which run, under the filters of the view: from the year chosen to the year shown, of the teachers chosen unless `who` says of whom. */
export function followedMoves(
  app: AppState,
  who: FlowFilter['who'] = app.selection.schools.who,
): { readonly filter: FlowFilter; readonly moves: readonly DatedMove[] | null; readonly years: readonly number[]; readonly replicate: number } {
  // the first year shown is where the county begins: nobody has moved in it
  const years = app.frame.years.slice(1)
  const to = Math.max(app.year, years[0] ?? app.year)
  const { since } = app.selection.schools
  const from = years.includes(since) ? Math.min(since, to) : (years[0] ?? to)
  const filter: FlowFilter = { from, to, who }
  return { filter, moves: app.trace ? keptMoves(app.trace, filter) : null, years: years.filter((year) => year <= to), replicate: app.runs[0]?.replicate ?? 1 }
}
