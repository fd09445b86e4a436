import { mount } from 'svelte'
import type { CountyDescription } from '../engine/index.ts'
import App from './App.svelte'
import { fetchLater } from './later.ts'
import { AppState, firstDraft, firstView } from './stores/app-state.svelte.ts'
import { learn } from './stores/spoken.svelte.ts'
import * as autosave from './stores/autosave.ts'
import type { Draft } from './stores/draft.ts'
import { languages } from '../words/index.ts'
import type { LanguageStore } from './stores/language.svelte.ts'
import type { Services } from './stores/services.ts'
import { keptCounties } from './stores/roster-keep.ts'
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
const usable = (draft: Draft, counties: readonly CountyDescription[]): boolean => counties.some((county) => county.id === draft.county)

/** Opens the app in `target`: the address decides the view, the last draft comes back. */
export async function start(target: HTMLElement, services: Services): Promise<AppState> {
  const county = services.counties[0]!
  // asked for before anything is waited for: most people read the default language
  const words = learn('zh')
  const usual = firstView(county)
  const kept = await autosave.restore()
  // counties built on rosters are kept in this browser and nowhere else
  const own = await keptCounties()
  const here = [...services.counties, ...own]
  const shipped = kept && !usable(kept.draft, here) ? ((await services.otherCounties?.().catch(() => [])) ?? []) : []
  const back = kept && usable(kept.draft, [...here, ...shipped]) ? kept : null
  const fragment = location.hash.replace(/^#/, '')
  const view = readView(isLink(fragment) ? '' : fragment, usual)
  await words
  await learn(view.language)
  const app = new AppState(services, back?.draft ?? firstDraft(county), view, (draft) => {
    void autosave.save(draft).then((works) => {
      if (!works) app.notices.tell({ id: 'storage', text: () => app.language.t('storage.blocked') })
    })
  })
  app.guests = own
  if (shipped.length > 0) app.shipped = [...services.counties, ...shipped]
  if (isLink(fragment)) await openLink(app, fragment)
  else if (back && Object.keys(back.draft.levers).length > 0) {
    const when = ago(app.language, Date.now() - back.when)
    app.notices.tell({
      id: 'restored',
      text: () => app.language.t('storage.restored', { ago: when }),
      action: { label: () => app.language.t('storage.restart'), run: () => app.draft.commit(firstDraft(county)) },
    })
  }
  target.replaceChildren()
  mount(App, { target, props: { app } })
  followAddress(app, usual)
  void app.fetchCounties()
  onceAtRest(app, () => void Promise.all(languages.map((language) => learn(language))).then(fetchLater, fetchLater))
  return app
}

/** Calls once the first picture is complete, or on a screen that has none. */
function onceAtRest(app: AppState, call: () => void): void {
  let called = false
  $effect.root(() => {
    $effect(() => {
      if (called || app.experiment.busy || !(app.ready || app.selection.screen === 'data')) return
      called = true
      call()
    })
  })
}

/** What the address shows: the view alone, or with a link of the scenario while anything is decided. */
async function addressOf(app: AppState, usual: ReturnType<typeof firstView>): Promise<string> {
  if (JSON.stringify(app.draft.committed) === JSON.stringify(firstDraft(app.services.counties[0]!))) return writeView(app.view, usual)
  const { linkOf } = await import('./share/open.ts')
  return linkOf(app.scenario(['baseline', 'plan']), app.viewRecord()).replace(/^#/, '')
}

const rest = 300

/** The address is the view and the scenario: written when something else is looked at or decided, read when someone edits it. */
function followAddress(app: AppState, usual: ReturnType<typeof firstView>): void {
  let written = location.hash.replace(/^#/, '')
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = async () => {
    // what another model made keeps its own address until somebody decides to compute it anew
    if (app.older) return
    const text = await addressOf(app, usual)
    // somebody has edited the address and it is about to be read: it is not written over
    if (text === written || location.hash.replace(/^#/, '') !== written) return
    history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`)
    // as it stands there: a browser that is asked too often leaves it as it was
    written = location.hash.replace(/^#/, '')
  }
  $effect.root(() => {
    $effect(() => {
      void [writeView(app.view, usual), app.draft.committed, app.older]
      clearTimeout(timer)
      timer = setTimeout(() => void write(), rest)
    })
  })
  window.addEventListener('hashchange', ({ newURL }) => {
    const text = new URL(newURL).hash.replace(/^#/, '')
    if (text === written) return
    written = text
    if (isLink(text)) void openLink(app, text)
    else app.look(readView(text, usual))
  })
}

const isLink = (fragment: string): boolean => /^(v\d+|c1)\./.test(fragment)

/** Opens a link; one that cannot be opened leaves the app as it is, with the text and what is wrong with it. */
async function openLink(app: AppState, fragment: string): Promise<void> {
  const problems = await app.open(`#${fragment}`)
  if (problems.length === 0) return
  app.refused = { text: `#${fragment}`, problems }
  app.notices.tell({ id: 'link', text: () => app.language.t('share.link.refused', { why: app.language.of(problems[0]!.text) }), action: { label: () => app.language.t('share.link.see'), run: () => (app.panels.share = true) } })
}
