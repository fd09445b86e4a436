import './theme/tokens.css'
import './theme/base.css'
import { createBrowserPool } from '../runner/pool.ts'
import { firstCounty, otherCounties } from './counties.ts'
import { keepOffline } from './offline.ts'
import { servicesOf } from './services.ts'
import { start } from './start.svelte.ts'
import { unloaded } from '../words/unloaded.ts'

/** The single-file edition lies beside the page; it is fetched when somebody takes it away, not before. */
async function wholeApp(): Promise<Blob> {
  const answer = await fetch('./hengtu.html')
  if (!answer.ok) throw new Error(`hengtu.html: ${answer.status}`)
  return answer.blob()
}

const rosterWorker = (): Worker => new Worker(new URL('../../workers/roster.worker.ts', import.meta.url), { type: 'module' })

// not awaited at the top: parts that come later import this very file, and would wait for it while it waits for one of them
async function open(): Promise<void> {
  const opened = start(document.getElementById('app')!, servicesOf(createBrowserPool(), [firstCounty], { otherCounties, rosterWorker, wholeApp, background: () => createBrowserPool() }))
  // a part of this build did not come: the network is down, or a newer build has replaced it. The page itself says it while it opens
  addEventListener('vite:preloadError', () => void opened.then(({ notices, language: { t, of } }) => notices.tell({ id: 'lost', text: () => of(unloaded.text), action: { label: () => t('status.reload'), run: () => location.reload() } }), () => undefined))
  const app = await opened
  void keepOffline({
    ready: () => {
      app.offline = true
    },
    newer: (takeOver) => {
      const { t } = app.language
      app.notices.tell({ id: 'newer', text: () => t('status.newer'), action: { label: () => t('status.reload'), run: takeOver }, later: () => t('status.later') })
    },
  })
}

void open()
