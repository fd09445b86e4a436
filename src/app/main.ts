import './theme/tokens.css'
import './theme/base.css'
import { createBrowserPool } from '../runner/pool.ts'
import { firstCounty, otherCounties } from './counties.ts'
import { keepOffline } from './offline.ts'
import { servicesOf } from './services.ts'
import { start } from './start.svelte.ts'

/** The single-file edition lies beside the page; it is fetched when somebody takes it away, not before. */
async function wholeApp(): Promise<Blob> {
  const answer = await fetch('./hengtu.html')
  if (!answer.ok) throw new Error(`hengtu.html: ${answer.status}`)
  return answer.blob()
}

const rosterWorker = (): Worker => new Worker(new URL('../../workers/roster.worker.ts', import.meta.url), { type: 'module' })

// not awaited at the top: parts that come later import this very file, and would wait for it while it waits for one of them
async function open(): Promise<void> {
  const app = await start(document.getElementById('app')!, servicesOf(createBrowserPool(), [firstCounty], { otherCounties, rosterWorker, wholeApp, background: () => createBrowserPool() }))

  const tellNewer = (takeOver: () => void): void =>
    app.notices.tell({ id: 'newer', text: () => app.language.t('status.newer'), action: { label: () => app.language.t('status.reload'), run: takeOver } })

  void keepOffline({
    ready: () => {
      app.offline = true
    },
    newer: tellNewer,
  })
  // a part of this build is no longer where it was: a newer build has replaced it
  addEventListener('vite:preloadError', () => tellNewer(() => location.reload()))
}

void open()
