import type { AppState } from '../app-state.svelte.ts'
import { keepingNotes } from '../draft/draft.ts'
import { movedTo } from '../draft/moved.ts'
import { tellMoved } from '../said/tell-moved.ts'
import { bare } from './written-down.ts'

/** Takes the scenario along to another county that is here, and says which policies act otherwise there. What is written down about schools stays with the one before. */
export function toCounty(app: AppState, id: string): void {
  const to = app.counties.find((one) => one.id === id)
  if (!to) return
  const { current, committed } = app.draft
  const moved = movedTo(bare(current), to, app.county.year)
  app.leave()
  app.draft.commit(keepingNotes(current, moved))
  void tellMoved(app, committed)
}
