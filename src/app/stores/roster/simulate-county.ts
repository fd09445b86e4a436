import type { CountyDescription } from '../../../engine/index.ts'
import type { AppState } from '../app-state.svelte.ts'
import { keepingNotes, type Draft } from '../draft/draft.ts'
import { modelNumbers } from './county-assumptions.ts'
import { dayOf } from '../../../words/format.ts'
import { firstDraft } from '../draft/first.ts'
import { movedTo } from '../draft/moved.ts'
import { keepCounty } from '../kept/roster-keep.ts'
import { dated } from '../draft/set-days.ts'

/** The draft of a county with the constants that were changed, today: behaviour, and prices of policies. */
export function draftWith(county: CountyDescription, model: Readonly<Record<string, number>>): Draft {
  const behaviour: Record<string, number> = {}
  const levers: Record<string, Record<string, number>> = {}
  for (const { id, of, parameter } of modelNumbers) {
    const value = model[id]
    if (value === undefined || value === parameter.default) continue
    if (of === 'behaviour') behaviour[id] = value
    else {
      const [policy, lever] = id.split('.') as [string, string]
      levers[policy] = { ...levers[policy], [lever]: value }
    }
  }
  const first = firstDraft(county)
  return dated(first, { ...first, behaviour, levers }, () => ({ day: dayOf(new Date()) }))
}

/** Makes a county of a roster the app’s county and shows it. False if this browser could not keep it: it holds until the page is closed. */
export async function simulateCounty(app: AppState, county: CountyDescription, model: Readonly<Record<string, number>>): Promise<boolean> {
  const kept = await keepCounty(county)
  app.leave()
  const before = app.guests.find(({ id }) => id === county.id)
  app.takeIn(county, keepingNotes(app.draft.committed, draftWith(county, model)))
  const { committed } = app.draft
  // built anew for another year: what undo would bring back of it goes along
  if (before && before.year !== county.year) app.draft.revise((state) => (state === committed || state.county !== county.id ? state : movedTo(state, county, before.year)), committed)
  app.selection.year = county.year + 5
  app.selection.screen = 'explore'
  const { t } = app.language
  app.notices.tell({ id: 'own-county', text: () => t(kept ? 'data.simulated' : 'data.simulated.unkept', { name: app.language.of(county.title) }), holds: () => app.draft.committed.county === county.id })
  return kept
}
