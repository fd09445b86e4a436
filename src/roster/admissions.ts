import { drawsOf, seedWords } from '../engine/index.ts'
import type { AllotmentFile } from './allotment-rule.ts'
import type { SeniorPlaces } from './allotment.ts'
import type { Candidate, Junior } from './candidates.ts'
import { idOf } from './school-id.ts'

/*
 * Who would be admitted by a list of candidates: the directed batch first, each school’s best first, then the unified batch.
 * Every candidate takes the first of his choices that still has a place for him, in the order of scores (平行志愿).
 */

/** Directed places of one junior school at one senior high. */
export interface AdmissionCell {
  /** null where the school shares the places of a unit. */
  readonly places: number | null
  readonly admitted: number
  /** Lowest score admitted; NaN = nobody. */
  readonly lowest: number
}

/** One senior high. */
export interface SeniorAdmission {
  readonly name: string
  /** Candidates admitted to directed places, and places left. */
  readonly directed: number
  readonly unfilled: number
  /** Places of the unified batch and how many are taken; NaN without a plan. */
  readonly unifiedSeats: number
  readonly unified: number
  /** Lowest score of the unified batch; NaN = nobody or no plan. */
  readonly unifiedCut: number
  /** The line that directed places are compared with, and where it comes from. */
  readonly unifiedLine: number
  readonly lineFrom: 'rule' | 'all-open' | 'none'
  /** Lowest score at which a directed place is given; −Infinity = no line. */
  readonly lowest: number
}

/** Whom each senior high takes, by channel and school, and what had to be assumed. */
export interface AdmissionReport {
  readonly seniors: readonly SeniorAdmission[]
  /** By school, then senior high. */
  readonly cells: readonly (readonly AdmissionCell[])[]
  /** The file has no choices: everybody takes the senior highs in the order of the rule. */
  readonly assumedChoices: boolean
  /** Names among the choices that the rule does not know. */
  readonly unknownChoices: readonly string[]
  readonly withoutScore: number
}

/** Takes the first senior high, by choice, that the candidate at this position may enter; −1 = none. */
type Enter = (candidate: number, senior: number) => boolean

function fill(order: readonly number[], wishes: readonly (readonly number[])[], enter: Enter): Int32Array {
  const to = new Int32Array(wishes.length).fill(-1)
  for (const i of order) {
    const found = wishes[i]!.find((h) => enter(i, h))
    if (found !== undefined) to[i] = found
  }
  return to
}

const lowestOf = (candidates: readonly Candidate[], to: Int32Array, is: (i: number) => boolean): number => {
  let lowest = Infinity
  to.forEach((h, i) => {
    if (h >= 0 && is(i) && candidates[i]!.score < lowest) lowest = candidates[i]!.score
  })
  return lowest === Infinity ? NaN : lowest
}

/** Score of the last one admitted to each senior high if every place were open to all; NaN where places stay empty. */
function allOpen(candidates: readonly Candidate[], order: readonly number[], wishes: readonly (readonly number[])[], seats: readonly number[]): number[] {
  const left = seats.slice()
  const to = fill(order, wishes, (_, h) => left[h]! > 0 && left[h]!-- > 0)
  return seats.map((_, h) => (left[h]! > 0 ? NaN : lowestOf(candidates, to, (i) => to[i] === h)))
}

/** Candidates with a score, best first; equal scores by lottery. */
function inOrder(candidates: readonly Candidate[], seed: string): number[] {
  const ids = candidates.map(({ pupil }) => idOf(pupil))
  const tie = drawsOf(seedWords(seed, 'allotment'), 0).lottery('allotment.score')
  return candidates
    .map((_, i) => i)
    .filter((i) => !Number.isNaN(candidates[i]!.score))
    .sort((a, b) => candidates[b]!.score - candidates[a]!.score || tie(ids[a]!) - tie(ids[b]!) || ids[a]! - ids[b]! || a - b)
}

/** Choices as positions among the senior highs, and the names among them that the rule does not know. Where there is one, everybody means it. */
function wishesOf(candidates: readonly Candidate[], seniors: readonly SeniorPlaces[]) {
  const position = new Map(seniors.map(({ name }, h) => [name, h]))
  const everywhere = seniors.map((_, h) => h)
  return {
    wishes: candidates.map(({ choices }) => (choices === null || seniors.length === 1 ? everywhere : choices.flatMap((name) => position.get(name) ?? []))),
    unknown: seniors.length === 1 ? [] : candidates.flatMap(({ choices }) => (choices ?? []).filter((name) => !position.has(name))),
  }
}

/** Lowest score at which a directed place is given, by the line it is compared with; −Infinity = no line. */
function lowestFor({ line }: AllotmentFile, unified: number): number {
  if (line.kind === 'fixed') return line.points
  // without a unified line there is nothing to stay above
  return line.kind === 'below-unified' && !Number.isNaN(unified) ? unified - line.points : -Infinity
}

/** Places that a senior high gives a school straight, in the group step. */
const straightTo = ({ direct }: SeniorPlaces, school: number): number => direct.reduce((sum, one) => sum + (one.school === school ? one.places : 0), 0)

/** The directed batch: senior high of each candidate; −1 = none. Places of a school alone go before those that it shares. */
function directedBatch(candidates: readonly Candidate[], order: readonly number[], wishes: readonly (readonly number[])[], seniors: readonly SeniorPlaces[], juniors: readonly Junior[], lowest: readonly number[]): Int32Array {
  const own = seniors.map((senior) => juniors.map((_, j) => straightTo(senior, j)))
  const units = seniors.map(({ allotment }) => allotment.units.map((unit) => unit.places))
  return fill(order, wishes, (i, h) => {
    const { out, score, school } = candidates[i]!
    if (out !== null || score < lowest[h]!) return false
    const unit = seniors[h]!.allotment.unitOf[school]!
    if (own[h]![school]! > 0) own[h]![school]!--
    else if (unit >= 0 && units[h]![unit]! > 0) units[h]![unit]!--
    else return false
    return true
  })
}

/** Directed places of a junior school at a senior high, and who takes them. */
function cellOf(candidates: readonly Candidate[], to: Int32Array, senior: SeniorPlaces, h: number, j: number): AdmissionCell {
  const { unitOf, units } = senior.allotment
  const unit = unitOf[j]! < 0 ? null : units[unitOf[j]!]!
  const isHere = (i: number): boolean => to[i] === h && candidates[i]!.school === j
  return {
    places: unit !== null && unit.schools.length > 1 ? null : (unit?.places ?? 0) + straightTo(senior, j),
    admitted: candidates.reduce((sum, _one, i) => sum + (isHere(i) ? 1 : 0), 0),
    lowest: lowestOf(candidates, to, isHere),
  }
}

/** Who is admitted to directed places, and what is then left to the unified batch. */
export function admissionsOf(candidates: readonly Candidate[], seniors: readonly SeniorPlaces[], juniors: readonly Junior[], rule: AllotmentFile): AdmissionReport {
  const order = inOrder(candidates, rule.seed)
  const { wishes, unknown } = wishesOf(candidates, seniors)
  const plans = seniors.map(({ plan }) => (rule.seniors ? plan : NaN))
  const open = rule.seniors ? allOpen(candidates, order, wishes, plans) : plans
  const given = rule.seniors?.map((one) => one.unifiedLine) ?? []
  const lines = seniors.map((_, h) => given[h] ?? open[h]!)
  const lowest = lines.map((line) => lowestFor(rule, line))
  const to = directedBatch(candidates, order, wishes, seniors, juniors, lowest)
  const directed = seniors.map((_, h) => to.reduce((sum, there) => sum + (there === h ? 1 : 0), 0))
  const seats = seniors.map(({ pool, plan }, h) => (rule.seniors ? plan - (rule.unfilled === 'lapse' ? pool : directed[h]!) : NaN))
  const left = seats.slice()
  const rest = order.filter((i) => to[i] === -1)
  const unified = fill(rest, wishes, (_, h) => left[h]! > 0 && left[h]!-- > 0)
  return {
    seniors: seniors.map(({ name, pool }, h) => ({
      name,
      directed: directed[h]!,
      unfilled: pool - directed[h]!,
      unifiedSeats: seats[h]!,
      unified: Number.isNaN(seats[h]!) ? NaN : seats[h]! - left[h]!,
      unifiedCut: lowestOf(candidates, unified, (i) => unified[i] === h),
      unifiedLine: lines[h]!,
      lineFrom: given[h] !== undefined ? 'rule' : Number.isNaN(lines[h]!) ? 'none' : 'all-open',
      lowest: lowest[h]!,
    })),
    cells: juniors.map((_, j) => seniors.map((senior, h) => cellOf(candidates, to, senior, h, j))),
    assumedChoices: seniors.length > 1 && candidates.some(({ choices }) => choices === null),
    unknownChoices: [...new Set(unknown)].slice(0, 20),
    withoutScore: candidates.length - order.length,
  }
}
