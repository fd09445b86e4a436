import { valuesOf } from '../../../src/engine/behaviour.ts'
import { createRules, type County, type Rules } from '../../../src/engine/county/county.ts'
import { Ledger } from '../../../src/engine/county/ledger.ts'
import type { CountySettings } from '../../../src/engine/county/settings.ts'
import { drawsOf } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import { nationalBirths } from '../../../src/engine/norms/national-births.ts'
import { processes } from '../../../src/engine/year.ts'
import { smallYear } from '../../support/small-county.ts'

/** Settings under which the numbers of the small county fit on paper. */
export const smallSettings: CountySettings = {
  year: smallYear,
  births: nationalBirths,
  pupilsPerBirths: 0.05,
  pupilsPerBirthsBefore: 0.05,
  pupilsPerPost: { primary: 20, junior: 12 },
  classSize: { primary: 45, junior: 50 },
  backboneShare: { primary: 0.1, junior: 0.1 },
  midRankShare: { primary: 0.5, junior: 0.5 },
  generalShare: 0.6,
  recurrentPerPupil: { primary: 10_000, junior: 12_000 },
  teachingOffset: { primary: 0, junior: 0 },
  quota: { share: 0.5, order: 'open-first', floor: Infinity, residency: 3, returned: true },
  finance: { teacherPay: 120_000, aboveBase: { primary: 40, junior: 60 }, baseShares: { central: 0.6, province: 0.25, county: 0.15 } },
}

/** What a test says about one step of one process. */
export interface StepOptions {
  readonly year?: number
  readonly set?: Readonly<Record<string, number | string>>
  readonly settings?: Partial<CountySettings>
  readonly rules?: Rules
  readonly seed?: number | string
}

/** Lets one process do its year on a county; returns what it spent and the rules it went by. */
export function runProcess(id: string, county: County, { year = smallYear, set = {}, settings = {}, rules = createRules(county.sections.count), seed = 1 }: StepOptions = {}): { ledger: Ledger; rules: Rules } {
  const process = processes.find((p) => p.id === id)!
  const ledger = new Ledger([id], county.sections.count)
  ledger.charge(id)
  process.bind(county)({
    year,
    set: { ...valuesOf(id, process.parameters, {}), ...set } as never,
    settings: { ...smallSettings, ...settings },
    rules,
    ledger,
    draws: drawsOf(seedWords('small-year', seed), year),
  })
  return { ledger, rules }
}
