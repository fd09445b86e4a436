import type { AppState } from '../app-state.svelte.ts'
import type { Saved } from './autosave.ts'
import { keepingNotes, sameSettings } from '../draft/draft.ts'
import { firstDraft } from '../draft/first.ts'
import type { LanguageStore } from '../said/language.svelte.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** “3 hours ago”, of milliseconds passed. */
export function ago({ t }: LanguageStore, elapsed: number): string {
  if (elapsed < minute) return t('ago.now')
  if (elapsed < hour) return t('ago.minutes', { count: Math.floor(elapsed / minute) })
  return elapsed < day ? t('ago.hours', { count: Math.floor(elapsed / hour) }) : t('ago.days', { count: Math.floor(elapsed / day) })
}

/** Says that the last draft is back, if anything in it differs from the first one. */
export function tellRestored(app: AppState, { draft, when }: Saved): void {
  const first = firstDraft(app.services.counties[0]!)
  if (JSON.stringify(draft) === JSON.stringify(first)) return
  const passed = Date.now() - when
  const { t } = app.language
  function restart() {
    app.leave()
    app.draft.take(keepingNotes(app.draft.committed, first))
  }
  app.notices.tell({
    id: 'restored',
    text: () => t('storage.restored', { ago: ago(app.language, passed) }),
    holds: () => !app.draft.locked,
    // what was written down stays: where nothing else was changed there is nothing to start again
    ...(sameSettings(draft, first) ? {} : { action: { label: () => t('storage.restart'), run: restart } }),
  })
}

/** Says that the last draft is of a county that is not here this once. */
export const tellAway = ({ notices, language: { t } }: AppState): void =>
  notices.tell({ id: 'away', text: () => t('storage.away'), action: { label: () => t('status.reload'), run: () => location.reload() } })

/** Says, the first time, that this browser keeps nothing, and leads to the files that do. */
export const tellBlocked = (app: AppState): void =>
  app.notices.tellFirst({
    id: 'storage',
    text: () => app.language.t('storage.blocked'),
    action: {
      label: () => app.language.t('storage.files'),
      run: () => {
        // on Data nothing may be simulated yet
        app.begin()
        app.panels.share = true
      },
    },
  })
