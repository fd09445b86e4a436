import { isRosterCounty } from '../../roster/index.ts'
import type { AppState } from './app-state.svelte.ts'
import * as autosave from './autosave.ts'
import { keepingNotes, type Draft } from './draft.ts'
import { firstDraft } from './first.ts'
import { forgetScenariosOf } from './kept-scenarios.ts'
import { forgetCounty, forgetRosters, keptCounties } from './roster-keep.ts'

/** The draft without what was written down about these counties; null if it is of one of them. */
function withoutCounties(draft: Draft, gone: (county: string) => boolean): Draft | null {
  if (gone(draft.county)) return null
  const { elsewhere = {}, ...rest } = draft
  const kept = Object.entries(elsewhere).filter(([county]) => !gone(county))
  return kept.length > 0 ? { ...rest, elsewhere: Object.fromEntries(kept) } : rest
}

/**
 * Takes counties out of the app with everything written down about them: from the screen, from every step that undo or redo
 * would bring back, and so from the draft that is kept. The county on the screen is not taken away under the user’s eyes: the
 * first one of the app takes its place.
 */
export function forgetCounties(app: AppState, gone: (county: string) => boolean): void {
  const first = firstDraft(app.services.counties[0]!)
  const { notes: _, entered: __, ...here } = app.draft.committed
  const leaves = gone(here.county)
  const back = keepingNotes(here, first)
  app.draft.revise((state) => withoutCounties(state, gone), withoutCounties(back, gone) ?? first)
  app.guests = app.guests.filter((one) => !gone(one.id))
  if (!leaves) return
  // it was perhaps only looked at: what takes its place is the person’s own
  app.draft.locked = false
  app.older = null
  app.selection.leaveSchools()
  app.selection.year = first.years.from + 5
}

/** Deletes a kept county with its scenarios, here and in the browser; false if the browser still has any of it. */
export async function forgetKept(app: AppState, id: string): Promise<boolean> {
  const gone = (one: string) => one === id
  forgetCounties(app, gone)
  return (await Promise.all([forgetCounty(id), forgetScenariosOf(gone)])).every(Boolean)
}

/** Deletes everything about schools that is kept in the browser; false if it is still there. */
export async function forgetAll(app: AppState): Promise<boolean> {
  const kept = await keptCounties()
  const own = new Set([...kept, ...app.guests.filter((one) => one.roster)].map((one) => one.id))
  const gone = (id: string) => own.has(id) || isRosterCounty(id)
  const done = (await Promise.all([forgetRosters(), forgetScenariosOf(gone)])).every(Boolean)
  // the draft kept last holds notes on schools: it goes, and is written anew without them
  await autosave.forget()
  forgetCounties(app, gone)
  return done
}
