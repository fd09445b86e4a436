import type { Draws } from '../kernel/random.ts'
import { assessedRows } from './anchor-staff.ts'
import type { County } from './county.ts'
import type { CountyDescription, Target } from './description.ts'
import { meanAndCv, standardise } from './fit.ts'

const physical = ['area', 'sports', 'equipment', 'multimedia', 'computers', 'books'] as const
type Physical = (typeof physical)[number]

/** Items counted per hundred pupils in a description. */
const perHundred: ReadonlySet<Physical> = new Set(['multimedia', 'computers'])

/** Campuses as their stocks are fitted and split: worked out once, because every item tries hundreds of spreads. */
interface Campuses {
  /** Pupils of each campus in units: 1 a primary, 1.1 a junior, 1.32 a senior pupil; 1 and 1.2 where there is no primary part. */
  readonly units: Float64Array
  /** Level of the larger part, primary if they are equal; and the units divided by what one pupil of it counts. */
  readonly level: Uint8Array
  readonly pupilsAlike: Float64Array
  /** The assessed sections of each level. */
  readonly assessed: readonly [Assessed, Assessed]
}

/** Assessed sections of one level, each with its campus row, its pupils, and the units one of them counts. */
interface Assessed {
  readonly campus: Int32Array
  readonly pupils: Float64Array
  readonly weight: Float64Array
}

function campusesOf(county: County): Campuses {
  const { sections, schools } = county
  const n = schools.count
  const primary = new Int32Array(n).fill(-1)
  const junior = new Int32Array(n).fill(-1)
  for (let s = 0; s < sections.count; s++) (sections.level[s] === 0 ? primary : junior)[sections.school[s]] = s
  const roll = (s: number): number => (s >= 0 ? sections.roll[s] : 0)
  const juniorWeight = (k: number): number => (primary[k] >= 0 ? 1.1 : 1)
  const perSchool = (value: (k: number) => number): Float64Array => Float64Array.from({ length: n }, (_, k) => value(k))
  const units = perSchool((k) => roll(primary[k]) + juniorWeight(k) * roll(junior[k]) + (primary[k] >= 0 ? 1.32 : 1.2) * schools.seniorPupils[k])
  const level = Uint8Array.from({ length: n }, (_, k) => (primary[k] >= 0 && (junior[k] < 0 || roll(primary[k]) >= roll(junior[k])) ? 0 : 1))
  const assessed = (code: 0 | 1): Assessed => {
    const rows = assessedRows(county, code)
    const campus = Int32Array.from(rows, (s) => sections.school[s])
    return { campus, pupils: Float64Array.from(rows, roll), weight: Float64Array.from(campus, (k) => (code === 0 ? 1 : juniorWeight(k))) }
  }
  return { units, level, pupilsAlike: perSchool((k) => units[k] * (level[k] === 1 ? 1 / juniorWeight(k) : 1)), assessed: [assessed(0), assessed(1)] }
}

/** Section stocks of one item from campus stocks, by units. */
function splitStock(stock: Float64Array, units: Float64Array, { campus, pupils, weight }: Assessed, out: Float64Array): void {
  for (let i = 0; i < campus.length; i++) {
    const k = campus[i]
    out[i] = units[k] > 0 ? (stock[k] * weight[i] * pupils[i]) / units[k] : 0
  }
}

/** Campus stocks of one item such that both levels’ means and dispersion coefficients meet the description. */
function fitStock(stock: Float64Array, targets: readonly Target[], { units, level, pupilsAlike, assessed }: Campuses, own: Float64Array): void {
  const size = units.map((n) => Math.max(1, n))
  const small = standardise(size.map((n) => 1 / Math.sqrt(n)), size)
  const deviation = standardise(own.map((x, k) => 0.6 * small[k] + 0.8 * x), size)
  const mean = Float64Array.from(targets, (t) => t.mean)
  const spread = Float64Array.from(targets, (t) => t.cv)
  const split = assessed.map(({ campus }) => new Float64Array(campus.length))
  for (let round = 0; round < 200; round++) {
    for (let k = 0; k < size.length; k++) stock[k] = pupilsAlike[k] * mean[level[k]] * Math.max(0.12, 1 + spread[level[k]] * deviation[k])
    for (let code = 0; code < 2; code++) {
      if (split[code].length === 0) continue
      splitStock(stock, units, assessed[code], split[code])
      const got = meanAndCv(split[code], assessed[code].pupils)
      mean[code] *= targets[code].mean / got.mean
      // equal stocks, as in a level of one school, have no spread to scale
      if (got.cv > 0) spread[code] *= Math.min(1.5, Math.max(0.67, Math.sqrt(targets[code].cv / got.cv)))
    }
  }
}

/** Brings every campus’s physical stocks to the description, and gives music and art rooms by its classes. */
export function anchorStocks(county: County, description: CountyDescription, draws: Draws): void {
  const { schools, sections } = county
  const campuses = campusesOf(county)
  for (const name of physical) {
    const divisor = perHundred.has(name) ? 100 : 1
    const targets = (['primary', 'junior'] as const).map((level) => {
      const { mean, cv } = description.items[level][name]
      return { mean: mean / divisor, cv }
    })
    const own = draws.normal(`origins.${name}`)
    fitStock(schools[name].subarray(0, schools.count), targets, campuses, Float64Array.from({ length: schools.count }, (_, k) => own(schools.id[k])))
  }
  const room = draws.stream('origins.special-rooms')
  for (let k = 0; k < schools.count; k++) {
    let classes = 0
    for (let s = 0; s < sections.count; s++) if (sections.school[s] === k) classes += sections.classes[s]
    const needed = Math.ceil(classes / 12)
    schools.musicRooms[k] = room(schools.id[k]) < 0.85 ? needed : Math.max(0, needed - 1)
    schools.artRooms[k] = room(~schools.id[k]) < 0.8 ? needed : Math.max(0, needed - 1)
  }
}
