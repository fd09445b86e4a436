import './theme/tokens.css'
import './theme/base.css'
import { heardLost } from '../runner/browser-pool.ts'
import { createBrowserPool } from '../runner/pool.ts'
import { firstCounty, otherCounties } from './counties.ts'
import { isSaid } from './later.ts'
import { keepOffline } from './offline.ts'
import { servicesOf } from './services.ts'
import { start, tellLost } from './start.svelte.ts'

/** The single-file edition lies beside the page; it is fetched when somebody takes it away, not before. */
async function wholeApp(): Promise<Blob> {
  const answer = await fetch('./hengtu.html')
  if (!answer.ok) throw new Error(`hengtu.html: ${answer.status}`)
  return answer.blob()
}

// not awaited at the top: parts that come later import this very file, and would wait for it while it waits for one of them
async function open(): Promise<void> {
  const lost = () => void opened.then(tellLost, () => undefined)
  const pool = () => createBrowserPool(undefined, lost)
  const rosterWorker = () => heardLost(new Worker(new URL('../../workers/roster.worker.ts', import.meta.url), { type: 'module' }), lost)
  const opened = start(document.getElementById('app')!, servicesOf(pool(), [firstCounty], { otherCounties, rosterWorker, wholeApp, background: pool }))
  // something else of this build did not come: the network is down, or a newer build has replaced it. While the page opens, opening says so
  addEventListener('vite:preloadError', (event) => {
    const { payload } = event as Event & { readonly payload: object }
    // the part that was to come hears of it first
    setTimeout(() => void opened.then((app) => isSaid(payload) || tellLost(app), () => undefined))
  })
  const app = await opened
  void keepOffline({
    ready: () => {
      app.offline = true
    },
    newer: (takeOver) => {
      const { t } = app.language
      app.notices.tell({ id: 'newer', text: () => t('status.newer'), action: { label: () => t('status.reload'), run: takeOver }, later: () => t('status.later') })
    },
    moved: () => void import('./stores/said/left-behind.ts').then(({ tellLeftBehind }) => tellLeftBehind(app)).catch(lost),
  })
}

void open()
