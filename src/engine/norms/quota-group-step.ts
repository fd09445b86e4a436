import { expectThat } from '../kernel/expect.ts'
import { largestRemainder, type AllotmentSchool, type Lottery } from './quota-allotment.ts'

/*
 * The first step of a city whose key senior highs lead education groups (集团): before any sharing by weight, a group’s senior
 * high gives one place per so many eligible candidates straight to its member schools that need it.
 */

/** Which members of a group get places straight away. */
export type GroupTakers = 'rural' | 'below-mean' | 'rural-or-below-mean' | 'all'

/** One place per `perEligible` eligible candidates of a member school, whole multiples only. */
export interface GroupStep {
  readonly perEligible: number
  readonly to: GroupTakers
  /** Last year’s mean score of the city; needed where `to` asks for it. */
  readonly cityMean?: number | undefined
}

/** A junior school with what the group step asks for. */
export interface GroupSchool extends AllotmentSchool {
  /** Name of its education group; '' or absent = none. */
  readonly group?: string
  /** Mean score of its leavers last year. */
  readonly mean?: number
}

/** One member school and one senior high of its group. */
export interface GroupPlace {
  /** Position of the school in the input. */
  readonly school: number
  readonly eligible: number
  /** Why it takes part. */
  readonly because: 'rural' | 'below-mean' | 'all'
  /** Places the ratio gives it that no earlier senior high of its group has given. */
  readonly earned: number
  /** Places it gets: less than earned only where the senior high has not enough. */
  readonly places: number
}

/** Whether a member takes part, and why; null = it does not. */
function reasonOf(school: GroupSchool, step: GroupStep): GroupPlace['because'] | null {
  if (step.to === 'all') return 'all'
  if (school.rural && step.to !== 'below-mean') return 'rural'
  const isBelow = school.mean !== undefined && step.cityMean !== undefined && school.mean < step.cityMean
  return isBelow && step.to !== 'rural' ? 'below-mean' : null
}

/**
 * Places given straight to member schools, by senior high in the order of the rule.
 *
 * A group with several senior highs earns its places once: the next one gives what the one before could not. Where a senior high
 * has fewer places than its members have earned, they share them by largest remainder.
 *
 * @param seniors directed places of each senior high and the group it leads ('' = none)
 *
 * Source: Guangzhou’s published procedure, step 1: one place per 30 eligible candidates to rural members and to members whose
 * last-year mean is below the city’s. “Per 30” is read as whole thirties: an assumption, the text does not say.
 */
export function groupPlaces(
  seniors: readonly { readonly places: number; readonly group: string }[],
  schools: readonly GroupSchool[],
  step: GroupStep,
  lottery: (schoolId: number, senior: number) => number,
): readonly (readonly GroupPlace[])[] {
  expectThat(step.perEligible >= 1, `group step: one place per ${step.perEligible}`)
  const left = schools.map((school) => (reasonOf(school, step) === null ? 0 : Math.floor(school.eligible / step.perEligible)))
  return seniors.map(({ places, group }, h) => {
    const members = schools.map((_, i) => i).filter((i) => group !== '' && schools[i].group === group && left[i] > 0)
    const earned = members.map((i) => left[i])
    const all = earned.reduce((sum, n) => sum + n, 0)
    const draw: Lottery = (id) => lottery(id, h)
    const given =
      all <= places
        ? earned
        : largestRemainder(
            places,
            earned,
            members.map((i) => schools[i].id),
            draw,
          ).map((share) => share.places)
    return members.map((i, k): GroupPlace => {
      left[i] -= given[k]
      return { school: i, eligible: schools[i].eligible, because: reasonOf(schools[i], step)!, earned: earned[k], places: given[k] }
    })
  })
}
