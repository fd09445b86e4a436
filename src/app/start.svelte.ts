import { mount } from 'svelte'
import App from './App.svelte'
import { AppState, firstDraft, firstView } from './stores/app-state.svelte.ts'
import * as autosave from './stores/autosave.ts'
import type { Draft } from './stores/draft.ts'
import type { LanguageStore } from './stores/language.svelte.ts'
import type { Services } from './stores/services.ts'
import { readView, writeView } from './stores/view.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** “3 hours ago.” */
function ago({ t }: LanguageStore, elapsed: number): string {
  if (elapsed < minute) return t('ago.now')
  if (elapsed < hour) return t('ago.minutes', { count: Math.floor(elapsed / minute) })
  return elapsed < day ? t('ago.hours', { count: Math.floor(elapsed / hour) }) : t('ago.days', { count: Math.floor(elapsed / day) })
}

/** A kept draft can be opened if its county is here. */
const usable = (draft: Draft, services: Services): boolean => services.counties.some((county) => county.id === draft.county)

/** Opens the app in `target`: the address decides the view, the last draft comes back. */
export async function start(target: HTMLElement, services: Services): Promise<AppState> {
  const county = services.counties[0]!
  const usual = firstView(county)
  const kept = await autosave.restore()
  const back = kept && usable(kept.draft, services) ? kept : null
  const app = new AppState(services, back?.draft ?? firstDraft(county), readView(location.hash.replace(/^#/, ''), usual), (draft) => {
    void autosave.save(draft).then((works) => {
      if (!works) app.tell({ id: 'storage', text: () => app.language.t('storage.blocked') })
    })
  })
  if (back && Object.keys(back.draft.levers).length > 0) {
    const when = ago(app.language, Date.now() - back.when)
    app.tell({
      id: 'restored',
      text: () => app.language.t('storage.restored', { ago: when }),
      action: { label: () => app.language.t('storage.restart'), run: () => app.draft.commit(firstDraft(county)) },
    })
  }
  target.replaceChildren()
  mount(App, { target, props: { app } })
  followAddress(app, usual)
  return app
}

/** The view is the address: it is written when something else is looked at, and read when someone edits it. */
function followAddress(app: AppState, usual: ReturnType<typeof firstView>): void {
  let written = ''
  $effect.root(() => {
    $effect(() => {
      const text = writeView(app.view, usual)
      if (text === written) return
      written = text
      history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`)
    })
  })
  addEventListener('hashchange', () => {
    const view = readView(location.hash.replace(/^#/, ''), usual)
    app.selection.restore(view)
    app.language.current = view.language
  })
}
