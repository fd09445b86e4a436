import type { AppState } from './app-state.svelte.ts'
import { keepingNotes, type Draft } from './draft.ts'
import { firstDraft } from './first.ts'

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
