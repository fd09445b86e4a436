import { valuesOf } from '../behaviour.ts'
import { holdsAward } from '../county/awards.ts'
import type { SeenCounty } from '../county/county.ts'
import { contribution } from '../processes/class-constants.ts'
import { teachingParameters, type TeachingYear } from '../processes/teaching-parameters.ts'
import type { LeastSquares } from './least-squares.ts'

/*
 * The control of awards: somebody who sees what every teacher adds asks whether those with an award add more.
 */

/** Constants of teaching in force. */
export type TeachingValues = TeachingYear['set']

/** Constants of teaching under a scenario’s behaviour. */
export const teachingValues = (behaviour: Readonly<Record<string, number | string>>): TeachingValues => valuesOf('teaching', teachingParameters, behaviour) as TeachingValues

/** Constant, award, and years of teaching in four steps. */
export const awardTraits = 6

/** Adds every serving academic teacher to a regression of what he or she adds on holding an award, years of teaching held. */
export function addAwards(county: SeenCounty, set: TeachingValues, sums: LeastSquares): void {
  const { teachers } = county
  for (let t = 0; t < teachers.count; t++) {
    if (teachers.section[t] < 0 || teachers.subject[t] !== 0) continue
    const years = teachers.experience[t]
    const award = holdsAward(teachers.id[t], years) ? 1 : 0
    sums.add([1, award, years < 3 ? 1 : 0, years < 10 ? 1 : 0, years < 20 ? 1 : 0, years > 30 ? 1 : 0], contribution(county, t, set))
  }
}
