import * as z from 'zod/mini'
import type { Problem } from '../engine/index.ts'
import { between, letters, upTo, whole } from '../scenario/bounded.ts'
import { problemAt } from '../scenario/problems.ts'
import { readText } from '../scenario/read-text.ts'
import { shapeOf, type FileKind } from '../scenario/shape.ts'
import { usualEligibility } from './eligibility.ts'

/*
 * The rule of an allotment of directed places, as a file: who is eligible, how places go to junior schools, under which line
 * nobody is admitted. Places differ in their rules, so a rule is data. Every key has a description for editors.
 */

const share = between(0, 1)
const tilt = between(0, 10)
const years = z.optional(between(0, 12))
const name = letters(1, 60)
const points = between(0, 10_000)
const text = letters(1, 400)
const bilingual = z.strictObject({ en: text, zh: text })

/** Where a candidate is registered, as rules of eligibility tell them apart. */
export const households = ['local', 'other-district', 'migrant'] as const
export type Household = (typeof households)[number]

const route = z
  .strictObject({
    household: z.optional(z.enum(households)).check(z.describe('only candidates with this registration; absent = any · 适用户籍，未写为不限')),
    enrolledYears: years.check(z.describe('full school years in the same junior school · 同一初中连续就读年数')),
    registeredYears: years.check(z.describe('full school years on its roll · 同一初中连续学籍年数')),
    cityYears: years.check(z.describe('school years in this city · 在本市就读年数')),
  })
  .check(z.describe('all conditions of one route must hold · 同一条途径的各项条件须同时满足'))

const eligibility = z
  .strictObject({
    repeatersOut: z._default(z.boolean(), usualEligibility.repeatersOut).check(z.describe('repeaters are out · 往届生、复读生不享受')),
    transferredOut: z._default(z.boolean(), usualEligibility.transferredOut).check(z.describe('pupils who transferred in are out · 转入学生不享受')),
    selectedOut: z._default(z.boolean(), usualEligibility.selectedOut).check(z.describe('pupils admitted by selection are out · 选择生源招收的学生不享受')),
    routes: z._default(z.array(route).check(z.minLength(1), z.maxLength(10)), [...usualEligibility.routes]).check(z.describe('one of these is enough · 符合其中一条即可')),
  })
  .check(z.describe('who may take a directed place; needs one row per candidate · 享受资格，须用考生名册'))

const line = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('fixed'), points }),
    z.strictObject({ kind: z.literal('below-unified'), points: between(0, 1000) }),
  ])
  .check(z.describe('lowest score of a directed place: none, a fixed one, or points below the open-competition line · 最低录取控制线'))

const senior = z.strictObject({
  name,
  plan: whole(0, 100_000).check(z.describe('all places of the year · 招生计划数')),
  share: share.check(z.describe('directed share of the plan; nationally at least 0.5 · 其中指标比例，国家要求不低于0.5')),
  group: z.optional(name).check(z.describe('education group that it leads · 所属教育集团')),
  district: z.optional(name).check(z.describe('gives places to junior schools of this district only, in one level · 只面向该片区初中，一级分配')),
  unifiedLine: z.optional(points).check(z.describe('its open-competition line, if known · 统招录取线（已知时）')),
})

const groupStep = z
  .strictObject({
    perEligible: whole(1, 1000).check(z.describe('one place per so many eligible candidates · 每多少名符合条件考生给1个')),
    to: z.enum(['rural', 'below-mean', 'rural-or-below-mean', 'all']).check(z.describe('which member schools · 面向哪些成员校')),
    cityMean: z.optional(points).check(z.describe('last year’s mean score of the city · 上年全市平均分')),
  })
  .check(z.describe('first step: places straight to member schools of the groups that senior highs lead · 第一步：集团直接分配'))

/** A rule of allotment as a file: routes, weights, lines, eligibility and steps. */
export const allotmentRuleSchema = z.strictObject({
  $schema: z.optional(upTo(200)),
  format: z.literal(1),
  title: z.optional(bilingual),
  source: z.optional(bilingual),
  seed: z._default(letters(1, 100), 'hengtu').check(z.describe('decides ties and draws; publish it beforehand · 抽签种子，须事先公布')),
  eligibility: z.optional(eligibility),
  tiltRural: z._default(tilt, 0).check(z.describe('extra weight per eligible leaver of a rural school, township or village · 农村初中（镇区、乡村）每名毕业生的加权')),
  tiltWeak: z._default(tilt, 0).check(z.describe('added weight per eligible leaver of an under-resourced school · 薄弱初中每名毕业生的加权')),
  quality: z
    .optional(z.strictObject({ base: between(0, 1000), slope: between(0, 1000) }))
    .check(z.describe('weight = leavers × (base + slope × quality points) instead of tilts; rewards stronger schools · 按办学质量计权，代替倾斜加权')),
  mergeBelow: z._default(whole(0, 10_000), 0).check(z.describe('schools with fewer eligible leavers form one unit · 少于此人数的初中合为一个单元')),
  mergeBelowOnePlace: z._default(z.boolean(), false).check(z.describe('also those whose leavers would not earn one place · 不足1个指标的也合并')),
  twoLevels: z._default(z.boolean(), false).check(z.describe('to districts first, then to their schools · 先分到片区再分到学校')),
  mode: z
    ._default(z.enum(['each', 'packed', 'drawn']), 'each')
    .check(z.describe('each senior high by itself; the total once and dealt in proportion; the total once and drawn by lot · 逐校分配；总数一次分配后按比例分到各高中；总数一次分配后抽签确定高中')),
  groupStep: z.optional(groupStep),
  seniors: z.optional(z.array(senior).check(z.minLength(1), z.maxLength(200))).check(z.describe('key senior highs; without them --seats gives the places of one · 优质高中')),
  line: z._default(line, { kind: 'none' }),
  unfilled: z._default(z.enum(['unified', 'lapse']), 'unified').check(z.describe('unfilled directed places go to open competition, or lapse · 未录满的指标转入统招或作废')),
})

/** The rule as a file. */
export type AllotmentFile = z.infer<typeof allotmentRuleSchema>
/** Who may hold a directed place. */
export type EligibilityRule = NonNullable<AllotmentFile['eligibility']>

/** A rule, or every problem of its file at once. */
export type ReadRule = { readonly rule: AllotmentFile; readonly problems: readonly [] } | { readonly rule: null; readonly problems: readonly Problem[] }

/** What no shape can say: names that must differ, a mean that a step needs, a group nobody leads. */
function acrossKeys(rule: AllotmentFile): Problem[] {
  const { seniors = [], groupStep: step } = rule
  const problems: Problem[] = []
  seniors.forEach((one, k) => {
    if (seniors.findIndex((other) => other.name === one.name) < k)
      problems.push(
        problemAt(
          ['seniors', k, 'name'],
          { en: `“${one.name}” is written twice.`, zh: `“${one.name}”重复。` },
          { en: 'Every senior high needs a name of its own.', zh: '每所高中须用不同的校名。' },
        ),
      )
  })
  if (step && (step.to === 'below-mean' || step.to === 'rural-or-below-mean') && step.cityMean === undefined)
    problems.push(
      problemAt(
        ['groupStep', 'cityMean'],
        { en: `“to”: “${step.to}” compares with the city’s mean, which is missing.`, zh: `“to”取“${step.to}”时须与全市平均分比较，缺少该数。` },
        { en: 'Give last year’s mean score of the city.', zh: '请写明上年全市平均分。' },
      ),
    )
  if (step && seniors.every((one) => one.group === undefined))
    problems.push(
      problemAt(
        ['groupStep'],
        { en: 'No senior high leads a group, so this step would give nothing.', zh: '没有一所高中写明所属集团，这一步不会分出任何指标。' },
        { en: 'Give “group” to the senior highs that lead one, or leave the step out.', zh: '请在相应高中写明“group”，或删去这一步。' },
      ),
    )
  return problems
}

/** Whether a text is a number of directed places: whole, of at most seven digits. Written as anything else it is refused, never rounded. */
export const isSeats = (text: string): boolean => /^\d{1,7}$/.test(text.trim())

const ruleFiles: FileKind = { files: { en: 'rule files', zh: '规则文件' } }

/** The rule in a parsed JSON value, or everything that is wrong with it, each with its path. */
export function parseAllotmentFile(json: unknown): ReadRule {
  const shaped = shapeOf(allotmentRuleSchema, json, ruleFiles)
  if (shaped.value === undefined) return { rule: null, problems: shaped.problems }
  const problems = acrossKeys(shaped.value)
  return problems.length > 0 ? { rule: null, problems } : { rule: shaped.value, problems: [] }
}

/** Reads the text of a rule file: mistakes of the text have a line and column, keys written twice are refused. */
export function readAllotmentRule(text: string): ReadRule {
  const read = readText(text)
  if (!read.readable) return { rule: null, problems: read.problems }
  const parsed = parseAllotmentFile(read.value)
  return read.problems.length > 0 ? { rule: null, problems: [...read.problems, ...parsed.problems] } : parsed
}

/** JSON Schema of rule files, for editors that complete names and show ranges. */
export function allotmentRuleJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'Hengtu rule of directed places, format 1 · 衡图指标到校分配规则，格式1', ...z.toJSONSchema(allotmentRuleSchema, { io: 'input' }) }
}
