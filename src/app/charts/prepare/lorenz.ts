import type { Level, Series } from '../../../engine/index.ts'
import { assessedValues } from './level-check.ts'
import type { Frame, StandardView } from './frame.ts'

/** Cumulative shares of pupils and of the resource they have, weakest schools first; both end at 1. */
export interface Lorenz {
  readonly pupils: readonly number[]
  readonly resource: readonly number[]
}

/** The Lorenz curve of an item over the assessed schools of one run; empty if nobody is on roll. */
export function lorenz(frame: Frame, view: StandardView, level: Level, item: string, run: Series, year: number): Lorenz {
  const { values, pupils } = assessedValues(frame, view, level, item, run, year)
  const schools = Array.from({ length: pupils.length }, (_, k) => ({ k, value: values[k]!, pupils: pupils[k]! }))
    .filter((school) => school.pupils > 0)
    .sort((a, b) => a.value - b.value || a.k - b.k)
  const allPupils = schools.reduce((sum, school) => sum + school.pupils, 0)
  const all = schools.reduce((sum, school) => sum + school.pupils * school.value, 0)
  if (allPupils === 0 || all === 0) return { pupils: [], resource: [] }
  const curve = { pupils: [0], resource: [0] }
  let people = 0
  let stock = 0
  for (const school of schools) {
    people += school.pupils
    stock += school.pupils * school.value
    curve.pupils.push(people / allPupils)
    curve.resource.push(stock / all)
  }
  return curve
}

/** Share of the resource that the weakest `share` of pupils have, linear between schools. */
export function shareOfWeakest({ pupils, resource }: Lorenz, share: number): number {
  const after = pupils.findIndex((one) => one >= share)
  if (after < 0) return NaN
  if (after === 0) return resource[0]!
  const part = (share - pupils[after - 1]!) / (pupils[after]! - pupils[after - 1]!)
  return resource[after - 1]! + part * (resource[after]! - resource[after - 1]!)
}
