import { sectionSeries, type Bilingual, type Series, type Unit } from '../../../engine/index.ts'
import { formatShort, formatValue } from '../../../words/format.ts'
import type { Speech } from './doors.ts'
import { sectionCell, type Frame } from './frame.ts'
import { firstParting } from './school-life.ts'

/* The same school in two futures of one seed: plan and baseline side by side, and where they part. */

/** One year of one life. */
export interface LifeYear {
  /** Items at standard, of seven; NaN where the regime sets none. */
  readonly met: number
  readonly passes: boolean
  readonly roll: number
  readonly staff: number
  readonly backbone: number
}

/** A figure that differs in the year of parting. */
export interface Parting {
  readonly column: string
  readonly name: Bilingual
  readonly unit: Unit
  readonly plan: number
  readonly baseline: number
}

/** One school under the plan and under the baseline, the same replicate of both. */
export interface TwinLives {
  readonly years: readonly { readonly year: number; readonly plan: LifeYear; readonly baseline: LifeYear }[]
  /** First year in which anything recorded differs; null if nothing ever does. */
  readonly parting: number | null
  /** What differs in it, causes before consequences; at most `most`. */
  readonly why: readonly Parting[]
}

/**
 * Columns in the order in which a year makes them: money, then people who are moved, then pupils who choose, then results. What
 * stands earlier may be the cause of what stands later, never the other way round.
 */
const ofMoney = sectionSeries.filter(({ id }) => id.startsWith('spent.')).map(({ id }) => id)
const causal: readonly string[] = [...ofMoney, 'posts', 'movedIn', 'movedOut', 'transfersIn', 'transfersOut', 'hired', 'retired', 'quit', 'staff', 'backbone', 'aboveDegree', 'peArts', 'intake', 'roll', 'classes', 'quotaPlaces']
const rank = (id: string): number => (causal.includes(id) ? causal.indexOf(id) : causal.length)

const lifeOf = (frame: Frame, run: Series, year: number, section: number): LifeYear => {
  const at = (column: string) => sectionCell(frame, run, year, section, column)
  return { met: at('met'), passes: at('status') === 2, roll: at('roll'), staff: at('staff'), backbone: at('backbone') }
}

/** Both lives of a section, of one pair of runs. */
export function twinLives(frame: Frame, run: Series, pair: Series, section: number, most = 3): TwinLives {
  const parting = firstParting(frame, run, pair, section)
  const years = frame.years.map((year, y) => ({ year, plan: lifeOf(frame, run, y, section), baseline: lifeOf(frame, pair, y, section) }))
  if (parting === null) return { years, parting, why: [] }
  const y = frame.years.indexOf(parting)
  const why = sectionSeries
    .map(({ id, text, unit }, k) => ({ column: id, name: text, unit, k, plan: sectionCell(frame, run, y, section, id), baseline: sectionCell(frame, pair, y, section, id) }))
    .filter(({ plan, baseline }) => plan !== baseline && !(Number.isNaN(plan) && Number.isNaN(baseline)))
    .sort((a, b) => rank(a.column) - rank(b.column) || a.k - b.k)
    .slice(0, most)
    .map(({ k: _, ...one }) => one)
  return { years, parting, why }
}

/** What a status code says of a school. */
const statuses = ['map.excluded', 'schools.not-yet', 'schools.passes'] as const

/** A figure of either life with its unit; a status in its words. */
export function partingText({ t, language }: Speech, { column, unit }: Parting, value: number): string {
  const status = column.startsWith('status') ? statuses[value] : undefined
  return status ? t(status) : unit === 'code' || !Number.isFinite(value) ? formatShort(value, 2) : formatValue(Number(value.toFixed(2)), unit, language)
}
