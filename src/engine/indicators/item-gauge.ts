import type { SeenCounty } from '../county/county.ts'
import { owners, schoolForms } from '../county/schools.ts'
import { balance2012 } from '../norms/balance-2012.ts'
import { balance2017, countsItinerant } from '../norms/balance-2017.ts'
import { campusShares } from './campus-stock.ts'
import { dispersionCoefficient } from './dispersion.ts'
import { items, items2017 } from './items/index.ts'

/*
 * All items of all sections, and their dispersion, without allocating: this runs every year of every run, and after every step
 * where a mechanism ledger is kept. Scratch arrays are made once per county, and each loop reads arrays of one kind: written
 * item by item over the tables the same arithmetic took four times as long.
 */

/** Items × levels: the length of the array that `itemDispersions` fills, [item][level]. */
export const dispersionCount = items.length * 2

/** Position of item 3, whose relaxed edition may count travelling teachers. */
export const peArtsItem = items2017.findIndex((item) => item.id === 'Q3')

/** The assessed sections of one regime and level. */
export interface Population {
  /** 1 = in the calculation, [section]; shared by both levels of a regime. */
  readonly included: Uint8Array
  /** Rows of the sections, `count` in use. */
  readonly rows: Int32Array
  /** Their pupils, same order. */
  readonly pupils: Float64Array
  count: number
}

/** Stocks and populations of one county. */
export interface ItemGauge {
  /** Sections of the county. */
  readonly count: number
  /** Raw stocks, [item][section], `width` apart. */
  readonly stock: Float64Array
  readonly width: number
  /** Stock of item 3 with travelling teachers where the relaxed edition counts them, [section]. */
  readonly relaxedPeArts: Float64Array
  readonly pupils: Float64Array
  /** Reads stocks and populations from the county’s tables as they stand. */
  read(): void
  population(regime: 'balance-2017' | 'balance-2012', level: number): Population
  /** Copies the stocks of a population’s sections, in its order, to the front of `packed`. */
  pack(stock: Float64Array, offset: number, population: Population): Float64Array
}

function createPopulation(width: number, included: Uint8Array): Population {
  return { included, rows: new Int32Array(width), pupils: new Float64Array(width), count: 0 }
}

/** Binds a gauge to a county’s tables. */
function bindItemGauge(county: SeenCounty): ItemGauge {
  const { sections, schools } = county
  const width = county.capacity.sections
  const stock = new Float64Array(items.length * width)
  const share = new Float64Array(width)
  const rolls = new Float64Array(2 * county.capacity.schools)
  const pupils = new Float64Array(width)
  const relaxedPeArts = new Float64Array(width)
  const packed = new Float64Array(width)
  const in2017 = new Uint8Array(width)
  const in2012 = new Uint8Array(width)
  const populations = [in2017, in2012].flatMap((included) => [createPopulation(width, included), createPopulation(width, included)])

  function readPopulations(n: number): void {
    for (const population of populations) population.count = 0
    for (let s = 0; s < n; s++) {
      const k = sections.school[s]
      const roll = sections.roll[s]
      const standing = { form: schoolForms[schools.form[k]], owner: owners[schools.owner[k]], open: sections.open[s] !== 0, pupils: roll }
      pupils[s] = roll
      in2017[s] = balance2017.assesses(standing) ? 1 : 0
      in2012[s] = balance2012.assesses(standing) ? 1 : 0
      relaxedPeArts[s] = sections.peArts[s] + (countsItinerant(sections.kind[s] === 2, rolls[2 * k] + rolls[2 * k + 1]) ? sections.itinerant[s] : 0)
      for (let regime = 0; regime < 2; regime++) {
        const population = populations[2 * regime + sections.level[s]]
        if (population.included[s] === 0) continue
        population.rows[population.count] = s
        population.pupils[population.count] = roll
        population.count++
      }
    }
  }

  const gauge = {
    count: 0,
    stock,
    width,
    relaxedPeArts,
    pupils,
    read(): void {
      const n = sections.count
      gauge.count = n
      campusShares(county, n, share, rolls)
      readPopulations(n)
      for (let i = 0; i < items.length; i++) {
        const { counts } = items[i]
        if ('campus' in counts) splitCampus(schools[counts.campus], sections.school, share, stock, i * width, n)
        else copyTeachers(sections[counts.teachers], stock, i * width, n)
      }
    },
    population: (regime: 'balance-2017' | 'balance-2012', level: number): Population => populations[(regime === 'balance-2017' ? 0 : 2) + level],
    pack(from: Float64Array, offset: number, { rows, count }: Population): Float64Array {
      for (let i = 0; i < count; i++) packed[i] = from[offset + rows[i]]
      return packed
    },
  }
  return gauge
}

type Column = { readonly [row: number]: number }

function splitCampus(column: Column, school: Column, share: Float64Array, stock: Float64Array, offset: number, n: number): void {
  for (let s = 0; s < n; s++) stock[offset + s] = column[school[s]] * share[s]
}

function copyTeachers(column: Column, stock: Float64Array, offset: number, n: number): void {
  for (let s = 0; s < n; s++) stock[offset + s] = column[s]
}

const gauges = new WeakMap<SeenCounty, ItemGauge>()

/** The gauge of a county, made on first use and kept with it. */
export function itemGauge(county: SeenCounty): ItemGauge {
  let gauge = gauges.get(county)
  if (gauge === undefined) {
    gauge = bindItemGauge(county)
    gauges.set(county, gauge)
  }
  return gauge
}

/** Dispersion coefficient of one item at one level, from what `read` last saw. */
export function itemCoefficient(gauge: ItemGauge, item: number, level: number): number {
  const population = gauge.population(items[item].regime, level)
  return dispersionCoefficient(gauge.pack(gauge.stock, item * gauge.width, population), population.pupils, population.count)
}

/**
 * Dispersion coefficients of all items at both levels, from the tables as they stand.
 *
 * Staff columns of sections must be up to date (`countStaff`), and rolls (`countRolls`).
 *
 * @param out [item of `items`][0 primary, 1 junior], `dispersionCount` numbers; NaN where undefined
 */
export function itemDispersions(county: SeenCounty, out: Float64Array): void {
  const gauge = itemGauge(county)
  gauge.read()
  for (let i = 0; i < items.length; i++) for (let level = 0; level < 2; level++) out[2 * i + level] = itemCoefficient(gauge, i, level)
}
