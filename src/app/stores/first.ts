import type { CountyDescription } from '../../engine/index.ts'
import type { Draft } from './draft.ts'
import { usualSchoolsView } from './schools-view.ts'
import type { View } from './view.ts'

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

/** The view the app opens with. */
export const firstView = (county: CountyDescription): View => ({
  screen: 'explore',
  year: county.year + 5,
  level: 'primary',
  standard: 'balance-2017',
  edition: 'strict',
  item: 'Q2',
  slotA: 'cv',
  slotB: 'map',
  pinned: [],
  school: -1,
  language: 'zh',
  place: 'all',
  status: 'all',
  schools: usualSchoolsView,
  projector: false,
  hideNames: false,
})
