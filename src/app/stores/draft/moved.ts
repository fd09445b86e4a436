import type { CountyDescription } from '../../../engine/index.ts'
import type { Draft, Timing } from './draft.ts'

type County = Pick<CountyDescription, 'id' | 'year'>

/**
 * A draft on another county, or on its own one built anew for another year: its years and timetables go along with the year of
 * the county's figures, so that a policy begins as many years after them as before. Schools go by number and those of another
 * county are others: a policy narrowed to some is so no longer.
 *
 * @param from the year of the figures that the draft was made for; unknown = its first year, if that lies before those of `to`
 */
export function movedTo(draft: Draft, to: County, from = Math.min(draft.years.from, to.year)): Draft {
  const by = to.year - from
  const years = { from: draft.years.from + by, to: draft.years.to + by }
  /** No year that the scenario, or a file of it, does not have. */
  const within = (year: number) => Math.min(Math.max(year + by, years.from, to.year + 1), years.to)
  function moved(timing: Timing): Timing {
    const { where, ...one } = { ...timing, from: within(timing.from), ...(timing.to === undefined ? {} : { to: within(timing.to) }) }
    if (to.id === draft.county || where?.schools === undefined) return where ? { ...timing, ...one } : one
    const { schools: _, ...wider } = where
    return Object.keys(wider).length > 0 ? { ...one, where: wider } : one
  }
  return { ...draft, county: to.id, years, timing: Object.fromEntries(Object.entries(draft.timing).map(([id, one]) => [id, moved(one)])) }
}
