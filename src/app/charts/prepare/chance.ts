import type { Series } from '../../../engine/index.ts'
import { percentText, pointsText } from './amounts.ts'
import { admissionRows } from './admission.ts'
import type { Speech } from './doors.ts'
import { countyMiddle, type Frame } from './frame.ts'
import type { SwarmDot } from './swarm.ts'
import { schoolsByYear, type YearOfDots } from './swarm-words.ts'
import { quantity, type Twin } from './twin.ts'

/** Column of the engine’s own measure of the spread: highest minus lowest chance between junior schools. */
export const chanceRange = 'key-chance-range.junior'
const chanceMean = 'key-chance.junior'

/** Junior schools by their leavers’ chance of a key senior-high place. */
export const chanceDots = (frame: Frame, runs: readonly Series[], year: number): readonly SwarmDot[] =>
  admissionRows(frame, runs, year)
    .map(({ fact, chance }) => ({ section: fact.section, name: fact.schoolName, place: fact.kind, value: chance, standing: 'meets' as const, order: fact.township * 1e4 + fact.schoolId }))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...dot }) => dot)

/** How far the chances lie apart, as a sentence. */
export function chanceSummary({ t }: Speech, frame: Frame, runs: readonly Series[], year: number): string {
  const range = countyMiddle(frame, runs, year, chanceRange)
  if (Number.isNaN(range)) return t('chance.none', { year: frame.years[year] ?? '—' })
  return t('chance.title', { year: frame.years[year] ?? '—', range: pointsText(range), mean: percentText(countyMiddle(frame, runs, year, chanceMean)) })
}

/** The same dots as rows. */
export const chanceTwin = (speech: Speech, years: readonly YearOfDots[]): Twin => schoolsByYear(speech, years, ({ value }) => quantity(value, percentText(value)))
