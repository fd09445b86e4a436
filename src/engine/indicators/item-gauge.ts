import type { SeenCounty } from '../county/county.ts'
import { owners, schoolForms } from '../county/schools.ts'
import { balance2012 } from '../norms/balance-2012.ts'
import { balance2017, countsItinerant } from '../norms/balance-2017.ts'
import { campusShares } from './campus-stock.ts'
import { dispersionCoefficient } from './dispersion.ts'
import { items, items2017 } from './items/index.ts'

/*
 * All items of all sections, and their dispersion, without allocating: this runs every year of every run, and after every step
 * where a mechanism ledger is kept. Scratch arrays are made once per county.
 */

/** Items × levels: the length of the array that `itemDispersions` fills, [item][level]. */
export const dispersionCount = items.length * 2

/** Position of item 3, whose relaxed edition may count travelling teachers. */
export const peArtsItem = items2017.findIndex((item) => item.id === 'Q3')

/** Stocks, populations and coefficients of one county. */
export interface ItemGauge {
  /** Raw stocks, [item][section]; set by `read`. */
  readonly stock: Float64Array
  /** 1 = in the calculation of 2017, [section]; `in2012` likewise. */
  readonly in2017: Uint8Array
  readonly in2012: Uint8Array
  /** Stock of item 3 with travelling teachers where the relaxed edition counts them, [section]. */
  readonly relaxedPeArts: Float64Array
  /** Length of a row of `stock`. */
  readonly width: number
  /** Reads stocks and populations from the county’s tables as they stand. */
  read(): void
  /** Packs the assessed sections of an item and level into `packedStock` and `packedPupils`; returns how many. */
  pack(stock: ArrayLike<number>, offset: number, included: Uint8Array, level: number): number
  readonly packedStock: Float64Array
  readonly packedPupils: Float64Array
}

/** Binds a gauge to a county’s tables. */
export function bindItemGauge(county: SeenCounty): ItemGauge {
  const { sections, schools } = county
  const width = county.capacity.sections
  const stock = new Float64Array(items.length * width)
  const share = new Float64Array(width)
  const rolls = new Float64Array(2 * county.capacity.schools)
  const in2017 = new Uint8Array(width)
  const in2012 = new Uint8Array(width)
  const relaxedPeArts = new Float64Array(width)
  const packedStock = new Float64Array(width)
  const packedPupils = new Float64Array(width)

  function populations(): void {
    for (let s = 0; s < sections.count; s++) {
      const k = sections.school[s]
      const open = sections.open[s] !== 0
      const pupils = sections.roll[s]
      const standing = { form: schoolForms[schools.form[k]], owner: owners[schools.owner[k]], open, pupils }
      in2017[s] = balance2017.assesses(standing) ? 1 : 0
      in2012[s] = balance2012.assesses(standing) ? 1 : 0
      const itinerant = sections.kind[s] === 2 && countsItinerant(true, pupils) ? sections.itinerant[s] : 0
      relaxedPeArts[s] = sections.peArts[s] + itinerant
    }
  }

  function read(): void {
    populations()
    campusShares(county, share, rolls)
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      const row = i * width
      if (item.campus === undefined) {
        for (let s = 0; s < sections.count; s++) stock[row + s] = item.stock(county, s)
        continue
      }
      const column = schools[item.campus]
      for (let s = 0; s < sections.count; s++) stock[row + s] = column[sections.school[s]] * share[s]
    }
  }

  function pack(from: ArrayLike<number>, offset: number, included: Uint8Array, level: number): number {
    let n = 0
    for (let s = 0; s < sections.count; s++) {
      if (included[s] === 0 || sections.level[s] !== level) continue
      packedStock[n] = from[offset + s]
      packedPupils[n] = sections.roll[s]
      n++
    }
    return n
  }

  return { stock, in2017, in2012, relaxedPeArts, width, read, pack, packedStock, packedPupils }
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
  for (let i = 0; i < items.length; i++) {
    const included = items[i].regime === 'balance-2017' ? gauge.in2017 : gauge.in2012
    for (let level = 0; level < 2; level++) {
      const n = gauge.pack(gauge.stock, i * gauge.width, included, level)
      out[2 * i + level] = dispersionCoefficient(gauge.packedStock, gauge.packedPupils, n)
    }
  }
}
