import { anchorStaff } from './county/anchor-staff.ts'
import { anchorStocks } from './county/anchor-stocks.ts'
import { buildPlaces, buildSchools } from './county/build-places.ts'
import { buildPrincipals, buildStaff } from './county/build-staff.ts'
import { countRolls } from './county/cohorts.ts'
import { cohorts, resetRules, type County } from './county/county.ts'
import type { CountyDescription } from './county/description.ts'
import { keepRoster } from './county/keep-roster.ts'
import { originParameters, type Origins } from './county/origins.ts'
import { layRoster } from './county/roster-layout.ts'
import { settleRoster } from './county/roster-zones.ts'
import { seatRoster } from './county/seat-roster.ts'
import type { OpenSettings } from './county/settings.ts'
import { valuesOf, type Behaviour } from './behaviour.ts'
import { keepHabits } from './habits.ts'
import { drawsOf, type Draws, type SeedWords } from './kernel/random.ts'
import { seedWords } from './kernel/seed.ts'
import { burnIn, prepareCounty, settingsFor, type BuiltCounty } from './prepare-county.ts'
import { fillCohort } from './processes/cohort-entry.ts'
import { demography } from './processes/demography.ts'
import { funding } from './processes/funding.ts'
import { tally } from './processes/standings.ts'
import { processes } from './year.ts'

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
  keepHabits(county, built.settings, Number(valuesOf('funding', funding.parameters, behaviour)['wear']))
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
  const settings = built.settings as OpenSettings
  settings.teachingOffset = { primary: settings.teachingOffset.primary + offset(0), junior: settings.teachingOffset.junior + offset(1) }
}
