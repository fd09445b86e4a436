import { mount } from 'svelte'
import type { CountyDescription } from '../engine/index.ts'
import App from './App.svelte'
import { fetchLater } from './later.ts'
import { AppState, firstDraft, firstView } from './stores/app-state.svelte.ts'
import { learn } from './stores/spoken.svelte.ts'
import * as autosave from './stores/autosave.ts'
import { keepingNotes, sameSettings, type Draft } from './stores/draft.ts'
import { languages } from '../words/index.ts'
import { unloaded } from '../words/unloaded.ts'
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

/** What was left in this browser: the last draft, if it can be opened, and the counties it may be of. */
async function leftHere(services: Services) {
  const kept = await autosave.restore()
  // counties of somebody’s own are kept in this browser and nowhere else
  const guests = await keptCounties()
  const here = [...services.counties, ...guests]
  const others = kept && !usable(kept.draft, here) ? ((await services.otherCounties?.().catch(() => [])) ?? []) : []
  return { guests, shipped: [...services.counties, ...others], back: kept && usable(kept.draft, [...here, ...others]) ? kept : null }
}

/** Milliseconds for which nothing is drawn while a link is being opened: most are open by then, and the page comes in their language at once. */
const linkPatience = 1500

/** Opens the app in `target`: the address decides the view, the last draft comes back. What keeps it from opening is said there. */
export async function start(target: HTMLElement, services: Services): Promise<AppState> {
  try {
    return await begin(target, services)
  } catch (error) {
    const line = document.createElement('p')
    line.setAttribute('role', 'alert')
    line.style.margin = '48px'
    line.textContent = [...languages.flatMap((language) => [unloaded.text[language], unloaded.hint![language]]), String(error)].join(' ')
    target.replaceChildren(line)
    throw error
  }
}

/** Says that something of this build did not come. */
export const tellLost = ({ notices, language: { t, of } }: AppState): void =>
  notices.tell({ id: 'lost', text: () => of(unloaded.text), action: { label: () => t('status.reload'), run: () => location.reload() } })

async function begin(target: HTMLElement, services: Services): Promise<AppState> {
  const county = services.counties[0]!
  // asked for before anything is waited for: most people read the default language
  const words = learn('zh')
  words.catch(() => undefined)
  const usual = firstView(county)
  const { guests, shipped, back } = await leftHere(services)
  const fragment = location.hash.replace(/^#/, '')
  const view = readView(isLink(fragment) ? '' : fragment, usual)
  await words
  await learn(view.language)
  const app = new AppState(services, back?.draft ?? firstDraft(county), view, (draft) => void autosave.save(draft).then((works) => works || tellBlocked(app)), { shipped, guests })
  void autosave.storageWorks().then((works) => works || tellBlocked(app))
  if (isLink(fragment)) {
    app.opening = true
    const link = openLink(app, fragment).finally(() => (app.opening = false))
    await Promise.race([link, new Promise((resolve) => setTimeout(resolve, linkPatience))])
  } else if (back) tellRestored(app, back)
  target.replaceChildren()
  mount(App, { target, props: { app } })
  followAddress(app, usual)
  // what does not come now is asked for again when it is needed
  app.fetchCounties().catch(() => undefined)
  onceAtRest(app, () => void Promise.all(languages.map((language) => learn(language))).then(fetchLater, fetchLater))
  return app
}

const tellBlocked = ({ notices, language }: AppState): void => notices.tellFirst({ id: 'storage', text: () => language.t('storage.blocked') })

/** Says that the last draft is back, if anything in it differs from the first one. */
function tellRestored(app: AppState, { draft, when }: autosave.Saved): void {
  const first = firstDraft(app.services.counties[0]!)
  if (JSON.stringify(draft) === JSON.stringify(first)) return
  const passed = ago(app.language, Date.now() - when)
  const { t } = app.language
  app.notices.tell({
    id: 'restored',
    text: () => t('storage.restored', { ago: passed }),
    // what was written down stays: where nothing else was changed there is nothing to start again
    ...(sameSettings(draft, first) ? {} : { action: { label: () => t('storage.restart'), run: () => app.draft.commit(keepingNotes(app.draft.committed, first)) } }),
  })
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
      // a part that does not come is asked for again with the next change
      timer = setTimeout(() => void write().catch(() => undefined), rest)
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
  const text = `#${fragment}`
  const problems = await app.open(text)
  const [first] = problems
  if (!first) return app.notices.dismiss('link')
  const { t, of } = app.language
  const see = () => {
    app.refused = { text, problems }
    app.panels.share = true
  }
  app.notices.tell({ id: 'link', text: () => t('share.link.refused', { why: of(first.text) }), action: { label: () => t('share.link.see'), run: see } })
}
