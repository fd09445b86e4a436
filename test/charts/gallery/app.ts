import { shippedCounties } from '../../../src/app/counties-later.ts'
import { layout } from '../../../src/app/services.ts'
import { AppState } from '../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../src/app/stores/view/first-view.ts'
import { fixtureRunner } from '../../support/fixture-runner.ts'

const county = shippedCounties[0]!

/** Stores for charts that look at the selection. Nothing is run. */
export const galleryApp = (): AppState => new AppState({ runner: fixtureRunner(0), policies: [], rail: [], counties: shippedCounties, layout, version: '0' }, firstDraft(county), firstView(county))
