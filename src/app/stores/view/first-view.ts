import type { CountyDescription } from '../../../engine/index.ts'
import { usualSchoolsView } from './schools-view.ts'
import type { View } from './view.ts'

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
