import { byCodeUnit } from '../kernel/order.ts'
import { expectEqual, expectThat } from '../kernel/expect.ts'

/*
 * Who gets how many directed places (指标到校、名额分配) of a key senior high: weights per junior school, tiny schools as one
 * unit, largest remainder. The national text fixes the share and the direction of the tilt; the rest is local, so it is input.
 */

/** A junior school as the allotment sees it. */
export interface AllotmentSchool {
  /** Stable identity: keys the lottery and breaks ties. */
  readonly id: number
  /** Final-year pupils eligible for directed places. */
  readonly eligible: number
  readonly rural: boolean
  /** Under-resourced or below the county mean, as the county defines it. */
  readonly weak: boolean
  /** Quality points for the optional quality mode, any scale; 0 if absent. */
  readonly quality?: number
  /** District for the two-level allotment; '' if absent. */
  readonly district?: string
}

/** How a county turns eligible leavers into places. */
export interface AllotmentRule {
  /** Added weight per eligible leaver of a rural school: weight = leavers × (1 + tilts). */
  readonly tiltRural: number
  /** Added weight per eligible leaver of a weak school. */
  readonly tiltWeak: number
  /** Weight = leavers × (base + slope × quality) instead of the tilts: rewards stronger schools, so it widens gaps. */
  readonly quality?: { readonly base: number; readonly slope: number }
  /** Schools with fewer eligible leavers than this form one unit that competes for common places; 0 = none. */
  readonly mergeBelow: number
  /** Also merges schools whose leavers alone would not earn one place. */
  readonly mergeBelowOnePlace?: boolean
  /** Places go to districts first, then inside each district to its schools. */
  readonly twoLevels?: boolean
}

/** One line of a largest-remainder table. */
export interface Share {
  /** Of an allotment: thousandths of a leaver, whole: sums and remainders are exact. */
  readonly weight: number
  /** Places × weight ÷ sum of weights, before rounding. */
  readonly quota: number
  readonly floor: number
  /** quota − floor, in [0, 1). */
  readonly remainder: number
  /** Place in the order of remainders, 1 = first. */
  readonly rank: number
  /** Another line had the same remainder and the lottery decided between them. */
  readonly byLottery: boolean
  readonly places: number
}

/** A school, or several tiny ones together, with the arithmetic that gave it its places. */
export interface AllotmentUnit extends Share {
  /** Positions of its schools in the input. */
  readonly schools: readonly number[]
  /** Smallest id of its schools. */
  readonly id: number
  readonly district: string
  readonly eligible: number
}

/** The places of one key senior high. */
export interface Allotment {
  readonly places: number
  readonly units: readonly AllotmentUnit[]
  /** Unit of each school, in the order of the input; −1 = no eligible leavers. */
  readonly unitOf: Int32Array
  /** First-level shares when the rule has two levels, in order of district name. */
  readonly districts: readonly (Share & { readonly district: string })[]
  /** Places nobody can take because nobody is eligible. */
  readonly unallotted: number
}

/** A tie-break number per id: a keyed lottery, so one school's number never depends on the others. */
export type Lottery = (id: number) => number

const thousandths = 1000

/** Whole places in proportion to whole weights by largest remainder (最大余数法); equal remainders by lottery, then id. */
export function largestRemainder(places: number, weights: readonly number[], ids: readonly number[], lottery: Lottery): Share[] {
  const total = weights.reduce((sum, w) => sum + w, 0)
  if (total === 0) return weights.map((weight) => ({ weight, quota: 0, floor: 0, remainder: 0, rank: 0, byLottery: false, places: 0 }))
  const floors = weights.map((w) => Math.floor((places * w) / total))
  // places × weight stays below 2^53 for any county, so these remainders are exact integers and equal ones are really equal
  const left = weights.map((w, i) => places * w - floors[i] * total)
  const order = weights.map((_, i) => i).sort((a, b) => left[b] - left[a] || lottery(ids[a]) - lottery(ids[b]) || ids[a] - ids[b])
  const rank = new Int32Array(weights.length)
  order.forEach((i, r) => (rank[i] = r + 1))
  const extra = places - floors.reduce((sum, f) => sum + f, 0)
  const marginal = extra > 0 && extra < order.length && left[order[extra - 1]] === left[order[extra]] ? left[order[extra]] : -1
  return weights.map((weight, i) => ({
    weight,
    quota: (places * weight) / total,
    floor: floors[i],
    remainder: left[i] / total,
    rank: rank[i],
    byLottery: left[i] === marginal,
    places: floors[i] + (rank[i] <= extra ? 1 : 0),
  }))
}

/** Weight of a school, thousandths of a leaver. */
function weightOf(school: AllotmentSchool, rule: AllotmentRule): number {
  const factor = rule.quality
    ? rule.quality.base + rule.quality.slope * (school.quality ?? 0)
    : 1 + (school.rural ? rule.tiltRural : 0) + (school.weak ? rule.tiltWeak : 0)
  expectThat(factor >= 0, () => `allotment: weight factor ${factor} of school ${school.id}`)
  return Math.round(school.eligible * factor * thousandths)
}

interface Unit {
  readonly schools: number[]
  id: number
  eligible: number
  weight: number
}

/** Schools with eligible leavers as units; the tiny ones of one list become one unit, placed last. */
function unitsOf(rows: readonly number[], schools: readonly AllotmentSchool[], places: number, rule: AllotmentRule): Unit[] {
  const taking = rows.filter((i) => schools[i].eligible > 0)
  let total = 0
  for (const i of taking) total += schools[i].eligible
  const isTiny = (i: number): boolean =>
    schools[i].eligible < rule.mergeBelow || (rule.mergeBelowOnePlace === true && schools[i].eligible * places < total)
  const units: Unit[] = []
  const tiny: Unit = { schools: [], id: Infinity, eligible: 0, weight: 0 }
  for (const i of taking) {
    const { id, eligible } = schools[i]
    const weight = weightOf(schools[i], rule)
    if (!isTiny(i)) {
      units.push({ schools: [i], id, eligible, weight })
      continue
    }
    tiny.schools.push(i)
    tiny.id = Math.min(tiny.id, id)
    tiny.eligible += eligible
    tiny.weight += weight
  }
  if (tiny.schools.length > 0) units.push(tiny)
  return units
}

/** A unit with its line of the table; written out, because spreading two objects took half the time of an allotment. */
export const unitWith = ({ schools, id, eligible }: Pick<AllotmentUnit, 'schools' | 'id' | 'eligible'>, { weight, quota, floor, remainder, rank, byLottery, places }: Share, district: string): AllotmentUnit => ({
  schools, id, district, eligible, weight, quota, floor, remainder, rank, byLottery, places,
}) // prettier-ignore

/**
 * Allots the directed places of one key senior high to junior schools.
 *
 * @param places  whole number of directed places
 * @param lottery tie-break by school id; districts draw with the smallest id of their schools
 * @returns every unit with its arithmetic; places of units + unallotted = places
 *
 * Source: synthesis of provincial rules (Liaoning 2007: by number of graduates; Guiyang 2017: few graduates form one unit;
 * Guangzhou: district share, then school share). The national text gives a share of at least 50% and no number for the tilt.
 */
export function allotPlaces(places: number, schools: readonly AllotmentSchool[], rule: AllotmentRule, lottery: Lottery): Allotment {
  expectThat(Number.isInteger(places) && places >= 0, `allotment: ${places} places`)
  const rows = schools.map((_, i) => i)
  const names = rule.twoLevels ? [...new Set(schools.map((s) => s.district ?? ''))].sort(byCodeUnit) : ['']
  const members = rule.twoLevels ? names.map((name) => rows.filter((i) => (schools[i].district ?? '') === name)) : [rows]
  const first = largestRemainder(
    places,
    members.map((list) => list.reduce((sum, i) => sum + (schools[i].eligible > 0 ? weightOf(schools[i], rule) : 0), 0)),
    members.map((list) => list.reduce((least, i) => Math.min(least, schools[i].id), Infinity)),
    lottery,
  )
  const units: AllotmentUnit[] = []
  const unitOf = new Int32Array(schools.length).fill(-1)
  members.forEach((list, d) => {
    const found = unitsOf(list, schools, first[d].places, rule)
    const shares = largestRemainder(
      first[d].places,
      found.map((u) => u.weight),
      found.map((u) => u.id),
      lottery,
    )
    found.forEach((unit, k) => {
      for (const i of unit.schools) unitOf[i] = units.length
      units.push(unitWith(unit, shares[k], names[d]))
    })
  })
  const allotted = units.reduce((sum, u) => sum + u.places, 0)
  const unallotted = first.every((share) => share.weight === 0) ? places : 0
  expectEqual('directed places allotted', places - unallotted, allotted)
  return { places, units, unitOf, districts: rule.twoLevels ? names.map((district, d) => ({ district, ...first[d] })) : [], unallotted }
}
