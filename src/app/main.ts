import './theme/tokens.css'
import './theme/base.css'
import { createBrowserPool } from '../runner/pool.ts'
import { shippedCounties } from './counties.ts'
import { servicesOf } from './services.ts'
import { start } from './start.svelte.ts'

void start(document.getElementById('app')!, servicesOf(createBrowserPool(), shippedCounties))
