import { capacityFor } from './county/build-places.ts'
import { createCounty, createRules, hasRoom, resetRules, type Capacity, type County, type Rules } from './county/county.ts'
import type { CountyDescription } from './county/description.ts'
import { Ledger } from './county/ledger.ts'
import type { RosterSchool } from './county/roster.ts'
import { largestGrade } from './county/roster-layout.ts'
import type { CountySettings, OpenSettings } from './county/settings.ts'
import { valuesOf, type Behaviour } from './behaviour.ts'
import { nationalBirths } from './norms/national-births.ts'
import { publicFundsBase } from './norms/public-funds.ts'
import { intakeBirths } from './processes/cohort-entry.ts'
import { demography } from './processes/demography.ts'
import { policies } from './policies/index.ts'
import { processes } from './year.ts'

/** Years the county lives under the status quo before its first one, so that teachers sort and every pupil was taught. */
export const burnIn = 9

/** A county ready to run: its tables in the state of its own year, its settings, and that year’s ledger. */
export interface BuiltCounty {
  readonly county: County
  readonly settings: CountySettings
  readonly ledger: Ledger
  readonly rules: Rules
  readonly steps: readonly ((now: never) => void)[]
  /** The county’s own schools, row by row, if it was built on a roster. */
  readonly roster?: readonly RosterSchool[]
}

/** Everyone who can spend: processes, then policies in the order of the registry. */
export const actors: readonly string[] = [...processes.map((p) => p.id), ...policies.map((p) => p.id)]

/** Largest cohort the county will ever have between burn-in and 2060, pupils; and the scale from births to pupils. */
function scales(description: CountyDescription, future: number) {
  const births = nationalBirths
  const intake = (year: number): number => intakeBirths(births, future, year)
  let primary = 0
  let junior = 0
  for (let y = description.year - 5; y <= description.year; y++) primary += intake(y)
  for (let y = description.year - 8; y <= description.year - 6; y++) junior += intake(y)
  const now = description.rolls.primary / primary
  const before = description.rolls.junior / junior
  let largest = 0
  for (let y = description.year - 2 * burnIn; y <= description.year + 30; y++) largest = Math.max(largest, intake(y) * (y <= description.year - 6 ? before : now))
  return { births, now, before, largest }
}

/** Settings that follow from a description, and its largest cohort, pupils. */
export function settingsFor(description: CountyDescription, behaviour: Behaviour): { settings: OpenSettings; largest: number } {
  const future = Number(valuesOf('demography', demography.parameters, behaviour)['futureBirths'])
  const { births, now, before, largest } = scales(description, future)
  const { items, quota } = description
  const share = (level: 'primary' | 'junior', stock: 'backbone' | 'midRank'): number => items[level][stock].mean / items[level].teachers.mean
  const both = (f: (level: 'primary' | 'junior') => number) => ({ primary: f('primary'), junior: f('junior') })
  return {
    largest,
    settings: {
      year: description.year,
      births,
      pupilsPerBirths: now,
      pupilsPerBirthsBefore: before,
      pupilsPerPost: both((level) => 100 / items[level].teachers.mean),
      classSize: { primary: 45, junior: 50 },
      backboneShare: both((level) => share(level, 'backbone')),
      midRankShare: both((level) => share(level, 'midRank')),
      generalShare: description.generalShare,
      recurrentPerPupil: both((level) => (description.finance.teacherPay * items[level].teachers.mean) / 100 + publicFundsBase(description.year, level) + description.finance.aboveBase[level]),
      teachingOffset: { primary: 0, junior: 0 },
      quota: { ...quota, floor: quota.floor ?? Infinity },
      finance: description.finance,
    },
  }
}

/**
 * Allocates a county and binds every process to it; where the previous county of the worker has room, its tables and bound
 * processes serve again, because a loop that is bound a second time is compiled for both and runs up to 1.8 times slower.
 *
 * @param given rows of every table; as many as the description can need unless given
 */
export function prepareCounty(description: CountyDescription, behaviour: Behaviour, previous?: BuiltCounty, given?: Capacity): BuiltCounty {
  const { settings, largest } = settingsFor(description, behaviour)
  const { roster } = description
  const capacity = given ?? capacityFor(description, Math.max(largest, roster ? largestGrade(roster) : 0))
  const own = { settings, ...(roster ? { roster } : {}) }
  if (previous && hasRoom(previous.county.capacity, capacity)) {
    const { county, ledger, rules, steps } = previous
    county.clear()
    ledger.reset()
    resetRules(rules)
    return { county, ledger, rules, steps, ...own }
  }
  const county = createCounty(capacity)
  return {
    county,
    ...own,
    ledger: new Ledger(actors, county.capacity.sections),
    rules: createRules(county.capacity.sections),
    steps: processes.map((p) => p.bind(county)),
  }
}
