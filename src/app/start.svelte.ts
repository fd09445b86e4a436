import { mount } from 'svelte'
import { Address, fragmentNow, isLink } from './address.svelte.ts'
import App from './App.svelte'
import { fetchLater, saidThere } from './later.ts'
import { AppState } from './stores/app-state.svelte.ts'
import { firstView } from './stores/view/first-view.ts'
import { learn } from './stores/said/spoken.svelte.ts'
import { storageWorks } from './stores/kept/autosave.ts'
import { keeping, leftHere } from './stores/kept/left-here.ts'
import { hearOthers } from './stores/kept/other-tabs.ts'
import { languages } from '../words/index.ts'
import { unloaded } from '../words/unloaded.ts'
import { tellAway, tellBlocked, tellRestored } from './stores/kept/restored.ts'
import type { Services } from './stores/services.ts'
import { readView } from './stores/view/view.ts'

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
  const { guests, shipped, back, early, away, first } = await leftHere(services)
  const fragment = fragmentNow()
  const view = readView(isLink(fragment) ? '' : fragment, usual)
  await words
  await learn(view.language)
  const app = new AppState(services, first, view, keeping(away, () => tellBlocked(app)), { shipped, guests })
  void storageWorks().then((works) => works || tellBlocked(app))
  const address = new Address(app, usual)
  if (isLink(fragment)) {
    app.opening = true
    const link = address.open(fragment).finally(() => (app.opening = false))
    await Promise.race([link, new Promise((resolve) => setTimeout(resolve, linkPatience))])
  } else if (back) {
    tellRestored(app, back)
    if (early) void import('./stores/said/tell-moved.ts').then(({ tellMoved }) => tellMoved(app, early)).catch(() => undefined)
  } else if (away) tellAway(app)
  target.replaceChildren()
  mount(App, { target, props: { app } })
  address.follow()
  hearOthers((gone) => void import('./stores/kept/forget-counties.ts').then(({ forgetHere }) => forgetHere(app, gone)).catch(() => undefined))
  // what does not come now is asked for again when it is needed
  const fetched = app.fetchCounties()
  if (away) saidThere(fetched)
  fetched.catch(() => undefined)
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
