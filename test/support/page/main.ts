import '../../../src/app/theme/tokens.css'
import '../../../src/app/theme/base.css'
import { shippedCounties } from '../../../src/app/counties-later.ts'
import { servicesOf } from '../../../src/app/services.ts'
import { start } from '../../../src/app/start.svelte.ts'
import { fixtureRunner } from '../fixture-runner.ts'

/* The whole app over the fixture county: for looking at it, and for tests that must not wait for a model. */
void start(document.getElementById('app')!, servicesOf(fixtureRunner(), shippedCounties))
