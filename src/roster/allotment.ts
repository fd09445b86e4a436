import * as z from 'zod'
import {
  allotSeveral,
  Digest,
  drawsOf,
  poolOf,
  seedWords,
  type Allotment,
  type AllotmentSchool,
  type AllotmentUnit,
  type Bilingual,
  type Problem,
  type QuotaSenior,
} from '../engine/index.ts'
import { nameOf, numberIn, type Table } from './table.ts'

/* The summer job by itself: a table of junior schools and a rule in, places per school out, with the arithmetic. */

const share = z.number().min(0).max(1)
const shape = z.strictObject({
  format: z.literal(1),
  /** Decides ties; any text, published beforehand. */
  seed: z.string().min(1).max(100).default('hengtu'),
  tiltRural: z.number().min(0).max(10).default(0),
  tiltWeak: z.number().min(0).max(10).default(0),
  quality: z.strictObject({ base: z.number(), slope: z.number() }).optional(),
  mergeBelow: z.number().int().min(0).default(0),
  mergeBelowOnePlace: z.boolean().default(false),
  twoLevels: z.boolean().default(false),
  mode: z.enum(['each', 'packed']).default('each'),
  /** Several key senior highs; without them `--seats` gives the directed places of one. */
  seniors: z.array(z.strictObject({ name: z.string().min(1), plan: z.number().int().min(0), share })).optional(),
})

/** The rule as a file. */
export type AllotmentFile = z.infer<typeof shape>

/** The rule in a parsed JSON value, or everything that is wrong with it. */
export function parseAllotmentFile(
  json: unknown,
): { readonly rule: AllotmentFile; readonly problems: readonly [] } | { readonly rule: null; readonly problems: readonly Problem[] } {
  const parsed = shape.safeParse(json)
  if (parsed.success) return { rule: parsed.data, problems: [] }
  const hint: Bilingual = {
    en: `Possible: ${Object.keys(shape.shape).join(', ')}.`,
    zh: `可用的项：${Object.keys(shape.shape).join('、')}。`,
  }
  return {
    rule: null,
    problems: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      text: { en: `Not as a rule must be: ${issue.message}.`, zh: `分配规则此处不符合要求：${issue.message}。` },
      hint,
    })),
  }
}

/** Places of one junior school. */
export interface SchoolPlaces {
  readonly name: string
  readonly eligible: number
  /** By senior high; null where the school shares the places of a unit with others. */
  readonly places: readonly (number | null)[]
  readonly total: number | null
  /** Places per 100 eligible leavers, of its unit where places are shared. */
  readonly per100: number
  /** Names of the schools it shares places with, itself included; empty = none. */
  readonly sharedWith: readonly string[]
}

/** The whole allotment. */
export interface AllotmentReport {
  readonly seniors: readonly { readonly name: string; readonly plan: number; readonly pool: number; readonly allotment: Allotment }[]
  /** Table of the total when it is allotted once and dealt. */
  readonly total: Allotment | null
  readonly schools: readonly SchoolPlaces[]
  readonly pool: number
  readonly allotted: number
  /** Directed places ÷ all places; NaN without a plan. */
  readonly share: number
  /** Places of rural schools ÷ directed places. */
  readonly ruralShare: number
  readonly byLottery: boolean
}

/** A number for a text that stays the same whatever other schools are in the table. */
const idOf = (text: string): number => parseInt(new Digest().text(text).hex().slice(0, 8), 16) >>> 1

/** The schools of a checked table as the allotment sees them. */
export function allotmentSchools(table: Table): AllotmentSchool[] {
  return table.rows.map((row) => {
    const quality = numberIn(row, 'quality')
    const district = row.values['district']
    return {
      id: idOf(row.school),
      eligible: numberIn(row, 'eligible') || 0,
      rural: row.values['kind'] === 'rural',
      weak: row.values['weak'] === 'yes',
      ...(Number.isNaN(quality) ? {} : { quality }),
      ...(typeof district === 'string' ? { district } : {}),
    }
  })
}

/**
 * Allots directed places to the schools of a checked table.
 *
 * @param seats directed places of the one senior high, if the rule names none
 */
export function allot(table: Table, rule: AllotmentFile, seats: number): AllotmentReport {
  const schools = allotmentSchools(table)
  const named = rule.seniors ?? [{ name: '', plan: seats, share: 1 }]
  const seniors: QuotaSenior[] = named.map(({ plan, share: directed }, h) => ({ id: h, plan, share: directed }))
  const draws = drawsOf(seedWords(rule.seed, 'allotment'), 0)
  const lottery = (school: number, senior: number): number => draws.lottery(`allotment.tie.${senior}`)(school)
  const { quality, ...tilts } = rule
  const settings = { ...tilts, ...(quality === undefined ? {} : { quality }) }
  const { bySenior, pools, total } = allotSeveral(seniors, schools, settings, rule.mode, lottery)
  const pool = pools.reduce((sum, n) => sum + n, 0)
  const plan = rule.seniors ? named.reduce((sum, s) => sum + s.plan, 0) : NaN
  const allotted = bySenior.reduce((sum, a) => sum + a.units.reduce((all, u) => all + (a.unallotted > 0 ? 0 : u.places), 0), 0)
  const rural = bySenior.reduce((sum, a) => sum + a.units.reduce((all, u) => all + u.places * ruralPart(u, schools), 0), 0)
  return {
    seniors: named.map(({ name, plan: all }, h) => ({ name, plan: all, pool: poolOf(seniors[h]!), allotment: bySenior[h]! })),
    total,
    schools: table.rows.map((row, i) => placesOf(table, bySenior, i, nameOf(row, table.set))),
    pool,
    allotted,
    share: pool / plan,
    ruralShare: rural / pool,
    byLottery: [...bySenior, ...(total ? [total] : [])].some((a) => a.units.some((u) => u.byLottery)),
  }
}

/** Share of a unit’s eligible leavers that is rural. */
const ruralPart = (unit: AllotmentUnit, schools: readonly AllotmentSchool[]): number =>
  unit.schools.reduce((sum, i) => sum + (schools[i]!.rural ? schools[i]!.eligible : 0), 0) / unit.eligible

function placesOf(table: Table, bySenior: readonly Allotment[], i: number, name: string): SchoolPlaces {
  const units = bySenior.map((a) => (a.unitOf[i]! < 0 ? null : a.units[a.unitOf[i]!]!))
  const places = units.map((u) => (u === null ? 0 : u.schools.length > 1 ? null : u.places))
  const shared = units.find((u) => u !== null && u.schools.length > 1)
  const eligible = numberIn(table.rows[i]!, 'eligible') || 0
  const per100 = units.reduce((sum, u) => sum + (u === null ? 0 : (100 * u.places) / u.eligible), 0)
  return {
    name,
    eligible,
    places,
    total: places.some((n) => n === null) ? null : places.reduce<number>((sum, n) => sum + n!, 0),
    per100,
    sharedWith: shared ? shared.schools.map((k) => nameOf(table.rows[k]!, table.set)) : [],
  }
}
