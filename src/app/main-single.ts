import './theme/tokens.css'
import './theme/base.css'
import RosterWorker from '../../workers/roster.worker.ts?worker&inline'
import SimulationWorker from '../../workers/simulation.worker.ts?worker&inline'
import { createBrowserPool } from '../runner/pool.ts'
import { shippedCounties } from './counties.ts'
import { servicesOf } from './services.ts'
import { start } from './start.svelte.ts'

/* The single-file edition: nothing to load beside it, so its workers start from a text in the page. */
const app = await start(document.getElementById('app')!, servicesOf(createBrowserPool(undefined, () => new SimulationWorker()), shippedCounties, () => new RosterWorker(), () => createBrowserPool(undefined, () => new SimulationWorker())))
app.offline = true
