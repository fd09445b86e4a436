import type { Draws } from '../kernel/random.ts'
import { assessedRows } from './anchor-staff.ts'
import type { County } from './county.ts'
import type { CountyDescription, Target } from './description.ts'
import { meanAndCv, standardise } from './fit.ts'

const physical = ['area', 'sports', 'equipment', 'multimedia', 'computers', 'books'] as const
type Physical = (typeof physical)[number]

/** Items counted per hundred pupils in a description. */
const perHundred: ReadonlySet<Physical> = new Set(['multimedia', 'computers'])

/** Weights by which a campus’s stock is split between its sections: 1 primary, 1.1 junior, 1.32 senior pupil; 1 and 1.2 where there is no primary part. */
function campus(county: County, k: number) {
  const { sections, schools } = county
  let primary = -1
  let junior = -1
  for (let s = 0; s < sections.count; s++) {
    if (sections.school[s] !== k) continue
    if (sections.level[s] === 0) primary = s
    else junior = s
  }
  const a = primary >= 0 ? sections.roll[primary] : 0
  const b = junior >= 0 ? sections.roll[junior] : 0
  const c = schools.seniorPupils[k]
  const juniorWeight = primary >= 0 ? 1.1 : 1
  const seniorWeight = primary >= 0 ? 1.32 : 1.2
  return { primary, junior, juniorWeight, units: a + juniorWeight * b + seniorWeight * c }
}

/** Section stocks of one item from campus stocks. */
function sectionStocks(county: County, stock: Float64Array, rows: readonly number[]): Float64Array {
  const { sections } = county
  return Float64Array.from(rows, (s) => {
    const { juniorWeight, units } = campus(county, sections.school[s])
    const weight = sections.level[s] === 0 ? 1 : juniorWeight
    return units > 0 ? (stock[sections.school[s]] * weight * sections.roll[s]) / units : 0
  })
}

/** Campus stocks of one item such that both levels’ means and dispersion coefficients meet the description. */
function fitStock(county: County, name: Physical, targets: readonly Target[], rows: readonly (readonly number[])[], draws: Draws): void {
  const { schools, sections } = county
  const own = draws.normal(`origins.${name}`)
  const pupils = rows.map((list) => list.map((s) => sections.roll[s]))
  const size = Float64Array.from({ length: schools.count }, (_, k) => Math.max(1, campus(county, k).units))
  const small = standardise(Float64Array.from(size, (n) => 1 / Math.sqrt(n)), size)
  const deviation = standardise(Float64Array.from(size, (_, k) => 0.6 * small[k] + 0.8 * own(schools.id[k])), size)
  const mean = targets.map((t) => t.mean)
  const spread = targets.map((t) => t.cv)
  for (let round = 0; round < 200; round++) {
    for (let k = 0; k < schools.count; k++) {
      const { primary, junior, juniorWeight, units } = campus(county, k)
      const level = primary >= 0 && (junior < 0 || sections.roll[primary] >= sections.roll[junior]) ? 0 : 1
      const scale = level === 1 ? 1 / juniorWeight : 1
      schools[name][k] = units * scale * mean[level] * Math.max(0.12, 1 + spread[level] * deviation[k])
    }
    for (const level of [0, 1] as const) {
      if (rows[level].length === 0) continue
      const got = meanAndCv(sectionStocks(county, schools[name], rows[level]), pupils[level])
      mean[level] *= targets[level].mean / got.mean
      // equal stocks, as in a level of one school, have no spread to scale
      if (got.cv > 0) spread[level] *= Math.min(1.5, Math.max(0.67, Math.sqrt(targets[level].cv / got.cv)))
    }
  }
}

/** Brings every campus’s physical stocks to the description, and gives music and art rooms by its classes. */
export function anchorStocks(county: County, description: CountyDescription, draws: Draws): void {
  const rows = [assessedRows(county, 0), assessedRows(county, 1)]
  for (const name of physical) {
    const divisor = perHundred.has(name) ? 100 : 1
    const targets = (['primary', 'junior'] as const).map((level) => {
      const { mean, cv } = description.items[level][name]
      return { mean: mean / divisor, cv }
    })
    fitStock(county, name, targets, rows, draws)
  }
  const { schools, sections } = county
  const room = draws.stream('origins.special-rooms')
  for (let k = 0; k < schools.count; k++) {
    let classes = 0
    for (let s = 0; s < sections.count; s++) if (sections.school[s] === k) classes += sections.classes[s]
    const needed = Math.ceil(classes / 12)
    schools.musicRooms[k] = room(schools.id[k]) < 0.85 ? needed : Math.max(0, needed - 1)
    schools.artRooms[k] = room(~schools.id[k]) < 0.8 ? needed : Math.max(0, needed - 1)
  }
}
