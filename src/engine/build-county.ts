import { anchorStaff, assessedRows } from './county/anchor-staff.ts'
import { anchorStocks } from './county/anchor-stocks.ts'
import { buildPlaces, buildSchools, capacityFor } from './county/build-places.ts'
import { buildPrincipals, buildStaff } from './county/build-staff.ts'
import { countRolls } from './county/cohorts.ts'
import { keepRoster } from './county/keep-roster.ts'
import { cohorts, createCounty, createRules, hasRoom, resetRules, type Capacity, type County, type Rules } from './county/county.ts'
import type { CountyDescription } from './county/description.ts'
import { Ledger } from './county/ledger.ts'
import { originParameters, type Origins } from './county/origins.ts'
import type { RosterSchool } from './county/roster.ts'
import { largestGrade, layRoster } from './county/roster-layout.ts'
import { settleRoster } from './county/roster-zones.ts'
import { seatRoster } from './county/seat-roster.ts'
import type { CountySettings } from './county/settings.ts'
import { valuesOf } from './behaviour.ts'
import { drawsOf, type Draws, type SeedWords } from './kernel/random.ts'
import { seedWords } from './kernel/seed.ts'
import { nationalBirths } from './norms/national-births.ts'
import { boardingSupplement, publicFundsBase } from './norms/public-funds.ts'
import { fillCohort, intakeBirths } from './processes/cohort-entry.ts'
import { demography } from './processes/demography.ts'
import { funding } from './processes/funding.ts'
import { tally } from './processes/standings.ts'
import { policies } from './policies/index.ts'
import { processes } from './year.ts'

/** Years the county lives under the status quo before its first one, so that teachers sort and every pupil was taught. */
const burnIn = 9

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type Behaviour = Readonly<Record<string, number | string>>

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

function settingsFor(description: CountyDescription, behaviour: Behaviour): { settings: Mutable<CountySettings>; largest: number } {
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

/**
 * Builds the county of a description: places and schools, nine years under the status quo, then staff and stocks are
 * brought to the described means and dispersion coefficients. The result does not depend on any scenario’s seed or arms, nor on
 * the previous county, whose tables are emptied and used again where they have room.
 */
export function buildCounty(description: CountyDescription, behaviour: Behaviour, previous?: BuiltCounty): BuiltCounty {
  const built = prepareCounty(description, behaviour, previous)
  const { county, roster } = built
  const { largest } = settingsFor(description, behaviour)
  const seed = seedWords(description.seed, 'county')
  const origins = valuesOf('origins', originParameters, behaviour) as unknown as Origins
  const effectSpread = Number(valuesOf('teacher-hiring', processNamed('teacher-hiring').parameters, behaviour)['effectSpread'])
  const start = description.year - burnIn
  const draws = drawsOf(seed, start)
  const plans = buildPlaces(county, description, origins, draws)
  buildSchools(county, plans, largest)
  if (roster) {
    layRoster(county, roster)
    settleRoster(county, roster)
  }
  buildStaff(county, description, start, draws, origins, effectSpread)
  buildPrincipals(county, draws, 0.05)
  buildSeniors(county, description)
  for (let s = 0; s < county.sections.count; s++) county.sections.belief[s] = county.sections.kind[s] === 0 ? 0.3 : county.sections.kind[s] === 2 ? -0.3 : 0
  seatCohorts(built, seed, start, behaviour)
  for (let year = start + 1; year <= description.year; year++) liveYear(built, seed, year, behaviour)
  anchorStaff(county, description, description.year, drawsOf(seed, description.year), origins, effectSpread)
  anchorStocks(county, description, drawsOf(seed, description.year))
  if (roster) keepRoster(county, roster, description.year, drawsOf(seed, description.year), origins, effectSpread)
  keepHabits(built, Number(valuesOf('funding', funding.parameters, behaviour)['wear']))
  return built
}

const processNamed = (id: string) => {
  const found = processes.find((p) => p.id === id)
  if (!found) throw new RangeError(`no process ${id}`)
  return found
}

function buildSeniors(county: County, description: CountyDescription): void {
  const { seniors } = county
  seniors.count = description.seniors.length
  description.seniors.forEach(({ seatShare }, h) => {
    seniors.id[h] = h + 1
    seniors.tier[h] = h + 1
    seniors.seatShare[h] = seatShare
  })
}

/** Runs one process of the year on a built county. */
function runProcess(built: BuiltCounty, id: string, year: number, draws: Draws, behaviour: Behaviour): void {
  const i = processes.findIndex((p) => p.id === id)
  const process = processes[i]
  built.ledger.charge(id)
  const step = built.steps[i] as (now: object) => void
  step({ year, set: valuesOf(id, process.parameters, behaviour), settings: built.settings, rules: built.rules, ledger: built.ledger, draws })
}

/** Seats the nine cohorts of the first year one after the other, by the same choice and admission as in any year. */
function seatCohorts(built: BuiltCounty, seed: SeedWords, start: number, behaviour: Behaviour): void {
  const { county, settings, rules, ledger } = built
  const set = valuesOf('demography', demography.parameters, behaviour)
  for (let b = 0; b < cohorts; b++) {
    const entry = start - b
    const draws = drawsOf(seed, entry)
    county.blocks.grade.fill(0)
    county.blocks.grade[b] = 1
    fillCohort(county, b, entry, { year: entry, set: set as never, settings, rules, ledger, draws })
    seat(built, entry, draws, behaviour)
    if (b < 6) continue
    county.blocks.grade[b] = 7
    seat(built, entry + 6, drawsOf(seed, entry + 6), behaviour)
  }
  for (let b = 0; b < cohorts; b++) county.blocks.grade[b] = b + 1
  countRolls(county)
}

function seat(built: BuiltCounty, year: number, draws: Draws, behaviour: Behaviour): void {
  runProcess(built, 'school-choice', year, draws, behaviour)
  runProcess(built, 'admission', year, draws, behaviour)
}

/** One year of the burn-in; afterwards the class constants are centred on their mean, so that scores stay about 0. */
function liveYear(built: BuiltCounty, seed: SeedWords, year: number, behaviour: Behaviour): void {
  resetRules(built.rules)
  built.ledger.reset()
  const draws = drawsOf(seed, year)
  for (const process of processes) {
    runProcess(built, process.id, year, draws, behaviour)
    if (built.roster && process.id === 'admission' && year === built.settings.year) {
      seatRoster(built.county, built.roster, draws)
      tally(built.county)
    }
  }
  const { sections } = built.county
  const offset = (level: 0 | 1): number => {
    let sum = 0
    let n = 0
    for (let s = 0; s < sections.count; s++) {
      if (sections.level[s] !== level) continue
      sum += sections.roll[s] * sections.valueAdded[s]
      n += sections.roll[s]
    }
    return n > 0 ? sum / n : 0
  }
  const settings = built.settings as Mutable<CountySettings>
  settings.teachingOffset = { primary: settings.teachingOffset.primary + offset(0), junior: settings.teachingOffset.junior + offset(1) }
}

/** What the county has come to grant and spend, section by section, so that the status quo keeps its own base. */
function keepHabits(built: BuiltCounty, wear: number): void {
  const { county, settings } = built
  const { sections, schools } = county
  for (const level of ['primary', 'junior'] as const) {
    const rows = assessedRows(county, level === 'primary' ? 0 : 1)
    let pupils = 0
    let staff = 0
    for (const s of rows) {
      pupils += sections.roll[s]
      staff += sections.staff[s]
    }
    if (staff > 0) (settings as Mutable<CountySettings>).pupilsPerPost = { ...settings.pupilsPerPost, [level]: pupils / staff }
  }
  const units = new Float64Array(schools.count)
  for (let s = 0; s < sections.count; s++) units[sections.school[s]] += sections.roll[s]
  for (let s = 0; s < sections.count; s++) {
    const level = sections.level[s] === 0 ? 'primary' : 'junior'
    const k = sections.school[s]
    const roll = sections.roll[s]
    const norm = roll / settings.pupilsPerPost[level]
    sections.staffing[s] = norm > 0 ? sections.staff[s] / norm : 1
    sections.posts[s] = sections.staff[s]
    sections.vacancies[s] = 0
    sections.specialists[s] = sections.staff[s] > 0 ? sections.peArts[s] / sections.staff[s] : 0
    const funds = Math.max(100, roll) * (publicFundsBase(settings.year, level) + settings.finance.aboveBase[level]) + sections.boarders[s] * boardingSupplement(settings.year)
    sections.upkeep[s] = roll > 0 && units[k] > 0 ? (wear * schools.equipment[k] * (roll / units[k])) / funds : 0
  }
}
