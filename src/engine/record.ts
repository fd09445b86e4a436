import type { SeenCounty } from './county/county.ts'
import type { Ledger } from './county/ledger.ts'
import { levels, type Bilingual, type Level } from './declare.ts'
import { balanceSeries, measureBalance } from './indicators/balance-gauge.ts'
import { readExchange } from './indicators/exchange-gauge.ts'
import { measures } from './indicators/measures/index.ts'
import { readPupils } from './indicators/pupil-gauge.ts'
import { copyPlainColumns, sectionSeries } from './indicators/section-series.ts'
import { perLevel, positions, type SeriesColumn } from './indicators/series.ts'
import { measureTotals, totalsSeries } from './indicators/totals-gauge.ts'

export { sectionSeries } from './indicators/section-series.ts'
export type { SeriesColumn } from './indicators/series.ts'

/** The numbers of one school year. */
export interface YearRows {
  /** [section][column of `sectionSeries`], row-major. */
  readonly sections: Float64Array
  /** [column of `countySeries`]. */
  readonly county: Float64Array
  /** Yuan [actor][purpose][payer], row-major. */
  readonly ledger: Float64Array
}

/** What one school year leaves behind. */
export interface YearRecord extends YearRows {
  readonly year: number
}

/** All years of one arm in one replicate. */
export interface Series {
  readonly arm: string
  readonly replicate: number
  readonly years: readonly number[]
  /** Sections of the county: the row length of `sections` divided by the number of section columns. */
  readonly sectionCount: number
  /** [year][section][column], row-major. */
  readonly sections: Float64Array
  /** [year][column], row-major. */
  readonly county: Float64Array
  /** Yuan [year][actor][purpose][payer], row-major. */
  readonly ledger: Float64Array
}

/** What does not change over the years: who the sections are, for tables and maps. */
export interface SectionFacts {
  readonly section: number
  readonly schoolId: number
  readonly schoolName: Bilingual
  readonly level: Level
  readonly kind: 'county-town' | 'township' | 'rural'
  readonly form: string
  readonly owner: string
  readonly x: number
  readonly y: number
  /** Township number; −1 for the county town. */
  readonly township: number
  readonly townshipName: Bilingual
}

const measured = measures.flatMap((measure) =>
  levels.filter((level) => measure.only === undefined || measure.only === level).map((level) => ({ measure, level })),
)

const wholes = measures.flatMap(({ id, unit, text, wholeCounty }) => (wholeCounty ? [{ wholeCounty, column: { id, unit, text: text.name } }] : []))

const measureSeries: readonly SeriesColumn[] = [
  ...measured.map(({ measure, level }) => perLevel(measure.id, level, measure.unit, measure.text.name)),
  ...wholes.map(({ column }) => column),
]

/** The columns recorded about the county, in order: balance, totals and money, measures. */
export const countySeries: readonly SeriesColumn[] = [...balanceSeries, ...totalsSeries, ...measureSeries]

/** Columns in a section’s row, and in a county’s. */
export const sectionWidth: number = sectionSeries.length
/** Columns in a county’s row. */
export const countyWidth: number = countySeries.length

/** Position of a column in a section’s row, by id; −1 if there is none. */
export const sectionColumn = positions(sectionSeries)

/** Position of a column in a county’s row, by id; −1 if there is none. */
export const countyColumn = positions(countySeries)

const rowsFor = (sections: number, actors: number, years: number): YearRows => ({
  sections: new Float64Array(years * sections * sectionSeries.length),
  county: new Float64Array(years * countySeries.length),
  ledger: new Float64Array(years * actors),
})

/**
 * A series with room for its years, every one of which a run writes: a run allocates what it hands over, once, and nothing else.
 *
 * @param spare a series whose arrays may be written over, if they have the same lengths
 */
export function createSeries(arm: string, replicate: number, years: readonly number[], sectionCount: number, { entries }: Ledger, spare?: Series): Series {
  const fits = spare?.years.length === years.length && spare.sectionCount === sectionCount && spare.ledger.length === years.length * entries.length
  const { sections, county, ledger } = fits ? spare : rowsFor(sectionCount, entries.length, years.length)
  return { arm, replicate, years, sectionCount, sections, county, ledger }
}

/** The rows of some of a series’ years, as views: from the `first` on, `count` of them. */
export function rowsOfYears({ years, sections, county, ledger }: Series, first: number, count: number): YearRows {
  const rows = (table: Float64Array): Float64Array => {
    const width = table.length / years.length
    return table.subarray(first * width, (first + count) * width)
  }
  return { sections: rows(sections), county: rows(county), ledger: rows(ledger) }
}

/** Copies rows over rows of the same shape. */
export function copyRows(from: YearRows, to: YearRows): void {
  to.sections.set(from.sections)
  to.county.set(from.county)
  to.ledger.set(from.ledger)
}

/**
 * Measures one school year, at its end, without changing anything.
 *
 * Rolls and staff columns of sections must be up to date (`countRolls`, `countStaff`).
 *
 * @param into rows of one year, written over; fresh ones unless given
 */
export function measureYear(county: SeenCounty, ledger: Ledger, year: number, into: YearRows = rowsFor(county.sections.count, ledger.entries.length, 1)): YearRecord {
  const { sections, county: out } = into
  copyPlainColumns(county, sections)
  measureBalance(county, sections, out, 0)
  measureTotals(county, ledger, year, sections, out, balanceSeries.length)
  const start = balanceSeries.length + totalsSeries.length
  const pupils = readPupils(county)
  const exchange = readExchange(county)
  for (let m = 0; m < measured.length; m++) out[start + m] = measured[m].measure.measure(county, measured[m].level, pupils, exchange)
  for (let w = 0; w < wholes.length; w++) out[start + measured.length + w] = wholes[w].wholeCounty(county, exchange)
  into.ledger.set(ledger.entries)
  return { year, sections, county: out, ledger: into.ledger }
}
