import type { AnyPolicy, CountyDescription, Problem } from '../../engine/index.ts'
import type { AppState } from '../stores/app-state.svelte.ts'
import { keepingNotes, withLever, type Draft } from '../stores/draft.ts'
import { firstDraft, firstView } from '../stores/first.ts'
import { readView } from '../stores/view.ts'
import { draftOf, foreignCounty } from './draft-of.ts'

/** Moves levers one by one, as a hand would: so what a moved lever switches on is switched on. */
function withLevers(draft: Draft, levers: Draft['levers'], policies: readonly AnyPolicy[], county: CountyDescription): Draft {
  let next = draft
  for (const [id, set] of Object.entries(levers)) {
    const policy = policies.find((one) => one.id === id)
    if (policy) for (const [lever, value] of Object.entries(set)) next = withLever(next, policy, lever, value, county)
  }
  return next
}

/** Opens a link, a file’s text or a code in the app; the problems if it cannot, which leave everything as it was. */
export async function openInto(app: AppState, text: string): Promise<readonly Problem[]> {
  const [{ openText, isOtherModel }] = await Promise.all([import('./open.ts'), app.fetchCounties()])
  const opened = openText(text, app.counties)
  if (opened.kind === 'refused') return opened.problems
  app.draft.locked = false
  app.older = null
  if (opened.kind === 'code') {
    const county = app.counties.find((one) => one.id === opened.county) ?? app.county
    app.draft.commit(keepingNotes(app.draft.committed, withLevers(firstDraft(county), opened.levers, app.services.policies, county)))
    return []
  }
  if (opened.kind === 'county') {
    app.guests = [...app.guests.filter((one) => one.id !== opened.county.id), opened.county]
    app.draft.commit(keepingNotes(app.draft.committed, firstDraft(opened.county)))
    return []
  }
  const foreign = foreignCounty(opened.scenario, app.counties)
  if (foreign) app.guests = [...app.guests.filter((one) => one.id !== foreign.id), foreign]
  const { draft, reduced, leftOut } = draftOf(opened.scenario, app.services.policies)
  const kept = Object.keys(opened.view).length > 0
  if (kept) app.look(readView(new URLSearchParams(Object.entries(opened.view).map(([key, value]) => [key, String(value)])).toString(), firstView(app.counties[0]!)))
  app.draft.commit(opened.linked ? keepingNotes(app.draft.committed, draft) : draft)
  app.older = opened.stamp && isOtherModel(opened.stamp) ? opened.stamp : null
  const { t, of } = app.language
  if (reduced.length > 0) app.notices.tell({ id: 'reduced', text: () => t('share.reduced', { levers: reduced.map(({ policy, lever }) => of(policy) + t('mark.bracketed', { what: of(lever) })).join(t('mark.list')) }) })
  if (leftOut.length > 0) app.notices.tell({ id: 'left-out', text: () => t('share.leftOut', { arms: leftOut.map(of).join(t('mark.list')) }) })
  for (const note of opened.notes) app.notices.tell({ id: note.path, text: () => app.language.of(note.text) })
  return []
}
