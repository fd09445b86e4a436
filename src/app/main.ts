import './theme/tokens.css'
import './theme/base.css'
import { createBrowserPool } from '../runner/pool.ts'
import { shippedCounties } from './counties.ts'
import { keepOffline } from './offline.ts'
import { servicesOf } from './services.ts'
import { start } from './start.svelte.ts'

const app = await start(document.getElementById('app')!, servicesOf(createBrowserPool(), shippedCounties, () => new Worker(new URL('../../workers/roster.worker.ts', import.meta.url), { type: 'module' }), () => createBrowserPool()))

void keepOffline({
  ready: () => {
    app.offline = true
  },
  newer: (takeOver) =>
    app.tell({ id: 'newer', text: () => app.language.t('status.newer'), action: { label: () => app.language.t('status.reload'), run: takeOver } }),
})
