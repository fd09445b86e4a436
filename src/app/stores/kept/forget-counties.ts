import { isRosterCounty } from '../../../roster/index.ts'
import type { AppState } from '../app-state.svelte.ts'
import * as autosave from './autosave.ts'
import { keepingNotes, type Draft } from '../draft/draft.ts'
import { firstDraft } from '../draft/first.ts'
import { forgetScenariosOf } from './kept-scenarios.ts'
import { tellOthers, type Gone } from './other-tabs.ts'
import { forgetCounty, forgetRosters, keptCounties } from './roster-keep.ts'
import { learnLater } from '../said/spoken.svelte.ts'
import { bare } from './written-down.ts'

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
  const { elsewhere } = app.draft.committed
  const here = { ...bare(app.draft.committed), ...(elsewhere && { elsewhere }) }
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

/** The counties of what was deleted, those of this page included. */
function goneOf(app: AppState, { ids, all }: Gone): (county: string) => boolean {
  const gone = new Set([...ids, ...(all ? app.guests.filter((one) => one.roster).map((one) => one.id) : [])])
  return (id) => gone.has(id) || (all && isRosterCounty(id))
}

/** Deletes it in the browser, on the screen and in every other tab; false if the browser still has any of it. */
async function forget(app: AppState, what: Gone, inBrowser: () => Promise<boolean>): Promise<boolean> {
  const gone = goneOf(app, what)
  // the draft is kept anew without what is gone, before what other tabs wrote down of it goes
  forgetCounties(app, gone)
  const done = await Promise.all([inBrowser(), forgetScenariosOf(gone), autosave.forget(gone)])
  tellOthers(what)
  return done.every(Boolean)
}

/** Deletes a kept county with its scenarios, here and in the browser; false if the browser still has any of it. */
export const forgetKept = (app: AppState, id: string): Promise<boolean> => forget(app, { ids: [id], all: false }, () => forgetCounty(id))

/** Deletes everything about schools that is kept in the browser; false if it is still there. */
export async function forgetAll(app: AppState): Promise<boolean> {
  const ids = [...(await keptCounties()), ...app.guests.filter((one) => one.roster)].map((one) => one.id)
  return forget(app, { ids, all: true }, forgetRosters)
}

/** Another tab has deleted counties: they leave this page too, and it says so. */
export async function forgetHere(app: AppState, what: Gone): Promise<void> {
  const here = () => JSON.stringify([app.guests.length, app.draft.committed])
  const before = here()
  forgetCounties(app, goneOf(app, what))
  if (here() === before) return
  await learnLater()
  app.notices.tell({ id: 'gone', text: () => app.language.t('data.kept.elsewhere') })
}
