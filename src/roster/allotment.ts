import {
  allotSeveral,
  drawsOf,
  groupPlaces,
  poolOf,
  seedWords,
  type Allotment,
  type AllotmentUnit,
  type GroupPlace,
  type Problem,
  type QuotaSenior,
} from '../engine/index.ts'
import type { AllotmentFile } from './allotment-rule.ts'
import { admissionsOf, type AdmissionReport } from './admissions.ts'
import { juniorsOf, missingForRule, type Junior, type SchoolStanding } from './candidates.ts'
import type { Table } from './table.ts'

/* The summer job by itself: a table of junior schools or of candidates and a rule in, places per school out, with the arithmetic. */

/** Places of one junior school. */
export interface SchoolPlaces {
  readonly name: string
  readonly eligible: number
  /** By senior high, those of the group step apart; null where the school shares the places of a unit with others. */
  readonly places: readonly (number | null)[]
  /** Places of the group step. */
  readonly direct: number
  readonly total: number | null
  /** Places per 100 eligible leavers, of its unit where places are shared. */
  readonly per100: number
  /** Names of the schools it shares places with, itself included; empty = none. */
  readonly sharedWith: readonly string[]
}

/** Senior highs that give their places together: those for all districts, or those of one. */
export interface AllotmentBatch {
  /** null = all districts. */
  readonly district: string | null
  /** Positions among the senior highs. */
  readonly seniors: readonly number[]
  /** Table of the total when it is allotted once and dealt or drawn. */
  readonly total: Allotment | null
}

/** Directed places of one senior high: those of the group step, then what is left for all schools. */
export interface SeniorPlaces {
  readonly name: string
  readonly plan: number
  /** All directed places. */
  readonly pool: number
  /** Places of the group step. */
  readonly direct: readonly GroupPlace[]
  /** What is left after the group step. */
  readonly allotment: Allotment
}

/** The whole allotment. */
export interface AllotmentReport {
  readonly seniors: readonly SeniorPlaces[]
  readonly batches: readonly AllotmentBatch[]
  readonly schools: readonly SchoolPlaces[]
  readonly pool: number
  readonly allotted: number
  /** Directed places ÷ all places; NaN without a plan. */
  readonly share: number
  /** Places of rural schools (township and village) ÷ directed places; NaN where the table does not say which are. */
  readonly ruralShare: number
  readonly byLottery: boolean
  /** By school, where rows are candidates; else empty. */
  readonly standing: readonly SchoolStanding[]
  /** Who would be admitted; null without scores. */
  readonly admission: AdmissionReport | null
}

/** An allotment, or what the rule needs and the table does not have. */
export type Allotted = { readonly report: AllotmentReport; readonly problems: readonly [] } | { readonly report: null; readonly problems: readonly Problem[] }

/**
 * Allots directed places to the schools of a checked table.
 *
 * @param seats directed places of the one senior high, if the rule names none
 */
export function allot(table: Table, rule: AllotmentFile, seats: number): Allotted {
  const problems = missingForRule(table, rule)
  if (problems.length > 0) return { report: null, problems }
  const { juniors, candidates, standing } = juniorsOf(table, rule)
  const { seniors, batches, byLottery } = sharedOut(juniors, rule, seats)
  const pool = seniors.reduce((sum, s) => sum + s.pool, 0)
  const plan = rule.seniors ? seniors.reduce((sum, s) => sum + s.plan, 0) : NaN
  const rural = seniors.reduce((sum, s) => sum + ruralPlaces(s, juniors), 0)
  const report = {
    seniors,
    batches,
    schools: juniors.map((junior, i) => placesOf(juniors, seniors, i, junior)),
    pool,
    allotted: seniors.reduce((sum, s) => sum + directOf(s) + (s.allotment.unallotted > 0 ? 0 : unitPlaces(s.allotment)), 0),
    share: pool / plan,
    ruralShare: table.has('kind') ? rural / pool : NaN,
    byLottery,
    standing,
  }
  const admission = candidates && table.has('score') ? admissionsOf(candidates, seniors, juniors, rule) : null
  return { report: { ...report, admission }, problems: [] }
}

const unitPlaces = ({ units }: Allotment): number => units.reduce((sum, unit) => sum + unit.places, 0)
const directOf = ({ direct }: Pick<SeniorPlaces, 'direct'>): number => direct.reduce((sum, one) => sum + one.places, 0)

/** The steps of a rule in order: groups first, then the senior highs of all districts, then those of one. */
function sharedOut(
  juniors: readonly Junior[],
  rule: AllotmentFile,
  seats: number,
): Pick<AllotmentReport, 'seniors' | 'batches' | 'byLottery'> {
  const named: NonNullable<AllotmentFile['seniors']> = rule.seniors ?? [{ name: '', plan: seats, share: 1 }]
  const draws = drawsOf(seedWords(rule.seed, 'allotment'), 0)
  const pools = named.map(({ plan, share }, h) => poolOf({ id: h, plan, share }))
  const heads = named.map(({ group = '' }, h) => ({ places: pools[h]!, group }))
  const direct = rule.groupStep
    ? groupPlaces(heads, juniors, rule.groupStep, (school, h) => draws.lottery(`allotment.group.${h}`)(school))
    : named.map((): readonly GroupPlace[] => [])
  const { quality, ...rest } = rule
  const settings = { ...rest, ...(quality === undefined ? {} : { quality }) }
  const districts = [...new Set(named.map((one) => one.district ?? null))].sort((a, b) => Number(a !== null) - Number(b !== null))
  const allotments: Allotment[] = []
  const batches = districts.map((district, b): AllotmentBatch => {
    const members = named.flatMap((one, h) => ((one.district ?? null) === district ? [h] : []))
    const taking = juniors.map((junior) => (district === null || junior.district === district ? junior : { ...junior, eligible: 0 }))
    // what the group step has given is no longer shared out
    const seniors = members.map((h): QuotaSenior => ({ id: h, plan: pools[h]! - directOf({ direct: direct[h]! }), share: 1 }))
    const lottery = (id: number, stream: number): number => draws.lottery(`allotment.tie.${stream}${b === 0 ? '' : `.${b}`}`)(id)
    const made = allotSeveral(seniors, taking, { ...settings, twoLevels: rule.twoLevels && district === null }, rule.mode, lottery)
    members.forEach((h, k) => (allotments[h] = made.bySenior[k]!))
    return { district, seniors: members, total: made.total }
  })
  const tables = [...allotments, ...batches.flatMap(({ total }) => (total ? [total] : []))]
  return {
    seniors: named.map(({ name, plan }, h) => ({ name, plan, pool: pools[h]!, direct: direct[h]!, allotment: allotments[h]! })),
    batches,
    byLottery: rule.mode === 'drawn' || tables.some((one) => one.units.some((unit) => unit.byLottery)),
  }
}

/** Places of a senior high that go to rural schools; those of a shared unit by its share of eligible leavers. */
function ruralPlaces({ direct, allotment }: SeniorPlaces, juniors: readonly Junior[]): number {
  const shared = (unit: AllotmentUnit): number => unit.schools.reduce((sum, i) => sum + (juniors[i]!.rural ? juniors[i]!.eligible : 0), 0) / unit.eligible
  return (
    direct.reduce((sum, one) => sum + (juniors[one.school]!.rural ? one.places : 0), 0) +
    allotment.units.reduce((sum, unit) => sum + unit.places * shared(unit), 0)
  )
}

function placesOf(juniors: readonly Junior[], seniors: readonly SeniorPlaces[], i: number, { name, eligible }: Junior): SchoolPlaces {
  const units = seniors.map(({ allotment: a }) => (a.unitOf[i]! < 0 ? null : a.units[a.unitOf[i]!]!))
  const places = units.map((u) => (u === null ? 0 : u.schools.length > 1 ? null : u.places))
  const shared = units.find((u) => u !== null && u.schools.length > 1)
  const direct = seniors.reduce((sum, s) => sum + s.direct.reduce((all, one) => all + (one.school === i ? one.places : 0), 0), 0)
  const per100 = units.reduce((sum, u) => sum + (u === null ? 0 : (100 * u.places) / u.eligible), eligible > 0 ? (100 * direct) / eligible : 0)
  return {
    name,
    eligible,
    places,
    direct,
    total: places.some((n) => n === null) ? null : places.reduce<number>((sum, n) => sum + n!, direct),
    per100,
    sharedWith: shared ? shared.schools.map((k) => juniors[k]!.name) : [],
  }
}
