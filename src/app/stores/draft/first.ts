import type { CountyDescription } from '../../../engine/index.ts'
import type { Draft } from './draft.ts'

/** Runs shown after release. */
const runsShown = 20

/** The draft the app opens with: the first shipped county, nothing decided. */
export const firstDraft = (county: CountyDescription): Draft => ({
  county: county.id,
  seed: '2026',
  years: { from: county.year, to: county.year + 14 },
  replicates: runsShown,
  behaviour: {},
  levers: {},
  timing: {},
})
