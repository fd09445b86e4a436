/*
 * The shape of format 1. Values of levers and behaviour are left open here: what they may be stands in the declarations
 * of policies and processes, and is checked against those. Objects are strict: an unknown key is refused.
 */
import * as z from 'zod/mini'
import {
  campusStocks,
  centralShareTiers,
  owners,
  placeKinds,
  schoolForms,
  sectionStaff,
  stockNames,
  type CampusStockName,
  type SectionStaffName,
  type StockName,
} from '../engine/index.ts'
import { between, letters, upTo, whole } from './bounded.ts'
import { mostArms, mostNote, mostUses } from './limits.ts'

/** Format of scenario files written now; older ones are migrated when they are read. */
export const latestFormat = 1

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const id = z.string().check(z.maxLength(80), z.regex(idShape), z.describe('lower-case letters, digits and hyphens · 小写字母、数字、连字符'))
const year = whole(1990, 2100).check(z.describe('calendar year in which a school year starts · 学年起始年份'))
const share = between(0, 1)
const text = letters(1, 4000)

/** A text in both languages. */
export const bilingualSchema = z.strictObject({ en: text, zh: text }).check(z.describe('English and Chinese · 中英文'))

/** What draws are keyed by. */
export const seedSchema = letters(1, 100).check(z.describe('any text; the same text gives the same runs · 任意文本；相同文本得到相同结果'))

/** The years shown. */
export const yearsSchema = z.strictObject({ from: year, to: year }).check(z.describe('first and last school year shown · 起止学年'))

/** Whom a policy covers. */
export const scopeSchema = z
  .strictObject({
    kinds: z.optional(z.array(z.enum(placeKinds)).check(z.minLength(1), z.maxLength(3))).check(z.describe('county town, township, rural · 城区、镇区、乡村')),
    level: z.optional(z.enum(['primary', 'junior'])).check(z.describe('one level only · 只限一个学段')),
    schools: z.optional(z.array(z.int().check(z.gte(0))).check(z.minLength(1), z.maxLength(2000))).check(z.describe('school ids · 学校编号')),
  })
  .check(z.describe('which sections a policy covers; absent = all that are not private · 政策覆盖范围'))

/** One policy in an arm: when, for whom, with which levers. */
export const policyUseSchema = z.strictObject({
  use: upTo(80).check(z.describe('id of a policy · 政策标识')),
  from: year.check(z.describe('first school year in force · 起始学年')),
  to: z.optional(year).check(z.describe('last school year in force; absent = to the end · 终止学年')),
  ramp: z.optional(whole(1, 30)).check(z.describe('school years until the full value is reached · 过渡学年数')),
  where: z.optional(scopeSchema),
  set: z._default(z.record(z.string(), z.unknown()), {}).check(z.describe('values of levers; a value, or a series by school year · 政策参数')),
})

/** One mix of policies. */
export const armSchema = z.strictObject({
  id,
  title: z.optional(bilingualSchema),
  policies: z.array(policyUseSchema).check(z.maxLength(mostUses)),
})

const perKind = <T extends z.ZodMiniType>(value: T) => z.strictObject({ 'county-town': value, township: value, rural: value })
const perLevel = <T extends z.ZodMiniType>(value: T) => z.strictObject({ primary: value, junior: value })
const target = z
  .strictObject({ mean: between(0, 1e7), cv: between(0, 10) })
  .check(z.describe('mean and dispersion coefficient · 均值与差异系数'))
const items = z.strictObject(Object.fromEntries(stockNames.map((name) => [name, target])) as Record<StockName, typeof target>)

const given = z.nullable(between(0, 1e10))
const heads = whole(0, 100_000)
const rosterSection = z.strictObject({
  pupils: heads,
  grades: z.nullable(z.array(heads).check(z.minLength(3), z.maxLength(6))),
  classes: given,
  boarders: given,
  migrants: given,
  leftBehind: given,
  staff: z.strictObject(
    Object.fromEntries(sectionStaff.map((name) => [name, z.nullable(heads)])) as Record<SectionStaffName, z.ZodMiniNullable<typeof heads>>,
  ),
})
const rosterSchool = z.strictObject({
  code: upTo(300),
  name: upTo(300),
  form: z.enum(schoolForms),
  owner: z.enum(owners),
  kind: z.enum(placeKinds),
  township: upTo(300),
  seniorPupils: heads,
  longitude: z.nullable(between(-180, 180)),
  latitude: z.nullable(between(-90, 90)),
  stocks: z.strictObject(Object.fromEntries(campusStocks.map((name) => [name, given])) as Record<CampusStockName, typeof given>),
  primary: z.nullable(rosterSection),
  junior: z.nullable(rosterSection),
})

/** A share, or a series of shares by the school year from which each holds. */
const datedShare = z.union([share, z.record(z.string().check(z.regex(/^\d{4}$/)), share)])
const tiers = (language: 'en' | 'zh'): string => centralShareTiers.map(({ central, text: of }) => `${of[language]} ${central}`).join(language === 'zh' ? '；' : '; ')
const baseSharesNote = (): string =>
  `who pays the national base of public funds, parts of 1; a figure, or a series by school year such as {"2025": 0.6, "2028": 0.8}. Central: ${tiers('en')} (not confirmed) · ` +
  `公用经费基准定额分担比例，合计为1；可为单一数值，也可按学年给出序列，如{"2025": 0.6, "2028": 0.8}。中央：${tiers('zh')}（待核）`

export const countySchema = z.strictObject({
  $schema: z.optional(z.string()),
  id,
  title: bilingualSchema,
  about: bilingualSchema,
  seed: seedSchema,
  year,
  radius: between(1, 500).check(z.describe('km')),
  townships: whole(1, 200),
  neighbourhoods: whole(1, 200),
  villages: whole(0, 3000),
  children: perKind(share),
  growth: perKind(between(0.5, 1.5)),
  migrants: perKind(share),
  leftBehind: perKind(share),
  schools: z
    .array(
      z.strictObject({
        form: z.enum(schoolForms),
        kind: z.enum(placeKinds),
        owner: z.enum(owners),
        count: whole(0, 2000),
        size: z.optional(between(0.01, 100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(2000)),
  roster: z.optional(z.array(rosterSchool).check(z.maxLength(2000))).check(z.describe('the county’s own schools, in the order of “schools” · 本县学校明细')),
  rolls: perLevel(whole(1, 300_000)),
  items: perLevel(items),
  seniors: z.array(z.strictObject({ seatShare: share })).check(z.minLength(1), z.maxLength(50)),
  generalShare: share,
  quota: z.strictObject({
    share,
    order: z.enum(['open-first', 'quota-first']),
    floor: z.nullable(between(-10, 10)),
    residency: whole(0, 9),
    returned: z.boolean(),
  }),
  finance: z.strictObject({
    teacherPay: between(0, 1e7),
    aboveBase: perLevel(between(0, 1e6)),
    baseShares: z
      .strictObject({ central: datedShare, province: datedShare, city: z.optional(datedShare), county: datedShare })
      .check(z.describe(baseSharesNote())),
  }),
  sources: z
    .array(
      z.strictObject({
        path: upTo(200),
        source: upTo(400),
        url: z.optional(upTo(1000)),
        kind: z.enum(['published', 'derived', 'assumption']),
        note: bilingualSchema,
      }),
    )
    .check(z.maxLength(1000)),
})

/** A county that stands in a file of its own. */
export const countyFileSchema = z.strictObject({
  from: letters(1, 300).check(z.describe('path of a county file beside this file · 县数据文件路径')),
  digest: z.optional(upTo(32)).check(z.describe('digest of that county when this file was saved · 保存时的县数据校验码')),
})

/** Who saved a file and what its results said then. */
export const stampSchema = z
  .strictObject({
    engine: upTo(40).check(z.describe('engine version that saved the file · 保存时的模型版本')),
    numbers: z.int().check(z.gte(1), z.describe('counter of changed numbers · 数值版本')),
    result: z.optional(upTo(64)).check(z.describe('digest of the results · 结果校验码')),
    verdict: z
      .optional(
        z.strictObject({
          standard: upTo(40).check(z.describe('which official standard judged · 标准')),
          year: z.nullable(year).check(z.describe('first year by which most runs meet it; null = in none of the years · 达标年份')),
          runs: whole(0, 10_000).check(z.describe('runs that had met it by then, or that never did · 其中几次')),
          of: whole(1, 10_000).check(z.describe('runs in all · 模拟次数')),
        }),
      )
      .check(z.describe('what the results said when the file was saved, to set beside what another model says · 保存时的结论')),
  })
  .check(z.describe('who saved this file; not needed in a file written by hand · 保存信息'))

/** Schools that may have a note. */
const mostNotes = 2000

/** A scenario file of the latest format. */
export const fileSchema = z.strictObject({
  $schema: z.optional(upTo(300)),
  format: z.literal(latestFormat),
  id,
  title: bilingualSchema,
  seed: seedSchema,
  years: yearsSchema,
  replicates: z._default(whole(1, 10_000), 20).check(z.describe('simulated runs per arm · 每个方案的模拟次数')),
  county: z.unknown(),
  behaviour: z._default(z.record(z.string(), z.unknown()), {}).check(z.describe('constants of how the county behaves · 行为参数')),
  arms: z.array(armSchema).check(z.minLength(1), z.maxLength(mostArms), z.describe('the first is the reference · 第一个为基线')),
  notes: z
    .optional(z.record(upTo(8).check(z.regex(/^\d+$/)), letters(1, mostNote)).check(z.refine((notes) => Object.keys(notes).length <= mostNotes)))
    .check(z.describe('what was written down about schools, by school id; no result depends on it · 学校备注，不影响结果')),
  entered: z
    .optional(z.record(upTo(20), z.record(upTo(20), z.unknown())))
    .check(z.describe('official items entered by hand, by item and part: true or false, a number, "none", or one of these per school id; no result depends on them · 人工填报的官方指标，不影响结果')),
  days: z
    .optional(z.record(upTo(100), upTo(20)))
    .check(z.describe('days on which assumptions were set and figures entered, by process.parameter, policy.lever or item.part, such as "2026-11-27"; no result depends on them · 设定假设与填报指标的日期，不影响结果')),
  stamp: z.optional(stampSchema),
})

/** What a saved file tells of the model that saved it. */
export type Stamp = z.infer<typeof stampSchema>
