import type { Bilingual, Citation, Level, Unit } from '../declare.ts'
import type { SeenCounty } from '../county/county.ts'
import type { CampusStock } from './campus-stock.ts'
import type { ExchangeGauge } from './exchange-gauge.ts'
import type { PupilGauge } from './pupil-gauge.ts'
import type { TeacherStock } from './teacher-stock.ts'

/** Inclusive limit, compared with the unrounded value. */
export type Threshold = { readonly atMost: number } | { readonly atLeast: number }

/**
 * An official per-pupil item (生均或每百名学生拥有…): a stock per section, divided by its pupils. Its mean, its dispersion
 * coefficient and who is below standard all follow from the stock.
 */
export interface Item {
  /** `Q1` … `Q7` of 2017, `B1` … `B8` of 2012. */
  readonly id: string
  readonly regime: 'balance-2012' | 'balance-2017'
  readonly text: { readonly name: Bilingual; readonly short: Bilingual; readonly reading: Bilingual }
  readonly unit: Unit
  /** 100 if the item counts per hundred pupils, 1 if per pupil. */
  readonly per: 1 | 100
  /** As the source states it, in our letters. */
  readonly formula: Bilingual
  readonly source: Citation
  /** What every school must reach (2017); absent in 2012, which judges dispersion only. */
  readonly standard?: Readonly<Record<Level, number>>
  /** Raw stock of a section, combined schools already split; any unit. */
  stock(county: SeenCounty, section: number): number
  /** What it counts: a physical stock of the campus, which is split between stages, or teachers of the section, who are not. */
  readonly counts: { readonly campus: CampusStock } | { readonly teachers: TeacherStock }
}

/** A number per level and year that is not a per-pupil item: an outcome gap, a government item, a side-effect. */
export interface Measure {
  readonly id: string
  /** Official ones need a source someone has read; a proxy says in its reading what it stands in for. */
  readonly standing: 'official' | 'proxy' | 'research'
  readonly text: { readonly name: Bilingual; readonly reading: Bilingual }
  readonly unit: Unit
  readonly better: 'lower' | 'higher' | 'neither'
  readonly formula: Bilingual
  readonly source: Citation
  readonly thresholds: Readonly<Partial<Record<Level, Threshold>>>
  /** The only level at which it is defined; absent = both. */
  readonly only?: Level
  /**
   * NaN where undefined (no section at this level, nobody on roll); never 0 as a stand-in.
   *
   * @param pupils   what `readPupils(county)` found, so that a year passes over the pupils once for all measures
   * @param exchange what `readExchange(county)` found, likewise over the teachers
   */
  measure(county: SeenCounty, level: Level, pupils: PupilGauge, exchange: ExchangeGauge): number
  /** The same for the county as a whole, where the official item is judged so; compared with the thresholds of either level. */
  wholeCounty?(county: SeenCounty, exchange: ExchangeGauge): number
}

/** An official item; the function only lends its type. */
export const defineItem = (item: Item): Item => item
/** A measure; likewise. */
export const defineMeasure = (measure: Measure): Measure => measure
