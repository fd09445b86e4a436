import type { AppState } from '../app-state.svelte.ts'
import { acts, type Draft, type Timing } from '../draft/draft.ts'
import { learnLater } from './spoken.svelte.ts'

/** Says which policies in force act in other years, or no longer for some schools alone, since the draft went to its county; nothing if there are none. */
export async function tellMoved(app: AppState, before: Draft): Promise<void> {
  const { committed, current } = app.draft
  const { county } = app
  const inForce = app.services.policies.filter((policy) => acts(current, policy, county))
  const named = (differs: (was: Timing, is: Timing) => boolean) =>
    inForce.filter(({ id }) => {
      const [was, is] = [before.timing[id], current.timing[id]]
      return was !== undefined && is !== undefined && differs(was, is)
    })
  const later = named((was, is) => was.from !== is.from || was.to !== is.to)
  const everywhere = named((was, is) => was.where?.schools !== undefined && is.where?.schools === undefined)
  if (later.length + everywhere.length === 0) return
  // words that do not come now are asked for again by the next part that needs them
  await learnLater().catch(() => undefined)
  const { t, of } = app.language
  const list = (policies: typeof inForce) => policies.map(({ text }) => of(text.name)).join(t('mark.list'))
  const text = () => [...(later.length > 0 ? [t('moved.years', { policies: list(later), year: county.year })] : []), ...(everywhere.length > 0 ? [t('moved.schools', { policies: list(everywhere) })] : [])].join(' ')
  // on a page just opened there is no step to go back
  const action = app.draft.canUndo ? { action: { label: () => t('top.undo'), run: () => app.draft.undo() } } : {}
  app.notices.tell({ id: 'moved', text, ...action, holds: () => app.draft.committed === committed })
}
