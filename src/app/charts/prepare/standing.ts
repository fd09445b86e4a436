import { stateOf, type ItemState, type Series } from '../../../engine/index.ts'
import type { Standing } from '../../theme/encodings.ts'
import { sectionMiddle, type Frame, type StandardView } from './frame.ts'

const standings: Readonly<Record<ItemState, Standing>> = { meets: 'meets', near: 'near', below: 'fails', unknown: 'none' }

/** Where a value stands against a standard, by the official rule; without a standard every known value meets. */
export const standingOf = (value: number, standard: number | undefined): Standing =>
  Number.isNaN(value) ? 'none' : standard === undefined ? 'meets' : standings[stateOf(value, standard)]

/** Whether a section is in the calculation of a standard in a year, in the middle of the runs. */
export const isAssessed = (frame: Frame, view: StandardView, runs: readonly Series[], year: number, section: number): boolean =>
  sectionMiddle(frame, runs, year, section, `assessed.${view.id}`) === 1
