/*
 * The shape of format 1. Values of levers and behaviour are left open here: what they may be stands in the declarations
 * of policies and processes, and is checked against those. Objects are strict: an unknown key is refused.
 */
import * as z from 'zod'
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

// the page runs under a content policy that forbids compiling code from text
z.config({ jitless: true })

export const latestFormat = 1

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const id = z.string().max(80).regex(idShape).describe('lower-case letters, digits and hyphens · 小写字母、数字、连字符')
const year = z.int().min(1990).max(2100).describe('calendar year in which a school year starts · 学年起始年份')
const share = z.number().min(0).max(1)
const text = z.string().min(1).max(4000)

export const bilingualSchema = z.strictObject({ en: text, zh: text }).describe('English and Chinese · 中英文')

export const seedSchema = z
  .string()
  .min(1)
  .max(100)
  .describe('any text; the same text gives the same runs · 任意文本；相同文本得到相同结果')

export const yearsSchema = z.strictObject({ from: year, to: year }).describe('first and last school year shown · 起止学年')

export const scopeSchema = z
  .strictObject({
    kinds: z.array(z.enum(placeKinds)).min(1).max(3).optional().describe('county town, township, rural · 城区、镇区、乡村'),
    level: z.enum(['primary', 'junior']).optional().describe('one level only · 只限一个学段'),
    schools: z.array(z.int().min(0)).min(1).max(2000).optional().describe('school ids · 学校编号'),
  })
  .describe('which sections a policy covers; absent = all that are not private · 政策覆盖范围')

export const policyUseSchema = z.strictObject({
  use: z.string().max(80).describe('id of a policy · 政策标识'),
  from: year.describe('first school year in force · 起始学年'),
  to: year.optional().describe('last school year in force; absent = to the end · 终止学年'),
  ramp: z.int().min(1).max(30).optional().describe('school years until the full value is reached · 过渡学年数'),
  where: scopeSchema.optional(),
  set: z.record(z.string(), z.unknown()).default({}).describe('values of levers; a value, or a series by school year · 政策参数'),
})

export const armSchema = z.strictObject({
  id,
  title: bilingualSchema.optional(),
  policies: z.array(policyUseSchema).max(60),
})

const perKind = <T extends z.ZodType>(value: T) => z.strictObject({ 'county-town': value, township: value, rural: value })
const perLevel = <T extends z.ZodType>(value: T) => z.strictObject({ primary: value, junior: value })
const target = z
  .strictObject({ mean: z.number().min(0).max(1e7), cv: z.number().min(0).max(10) })
  .describe('mean and dispersion coefficient · 均值与差异系数')
const items = z.strictObject(Object.fromEntries(stockNames.map((name) => [name, target])) as Record<StockName, typeof target>)

const given = z.number().min(0).max(1e10).nullable()
const heads = z.int().min(0).max(100_000)
const rosterSection = z.strictObject({
  pupils: heads,
  grades: z.array(heads).min(3).max(6).nullable(),
  classes: given,
  boarders: given,
  migrants: given,
  leftBehind: given,
  staff: z.strictObject(
    Object.fromEntries(sectionStaff.map((name) => [name, heads.nullable()])) as Record<SectionStaffName, z.ZodNullable<typeof heads>>,
  ),
})
const rosterSchool = z.strictObject({
  code: z.string().max(300),
  name: z.string().max(300),
  form: z.enum(schoolForms),
  owner: z.enum(owners),
  kind: z.enum(placeKinds),
  township: z.string().max(300),
  seniorPupils: heads,
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  stocks: z.strictObject(Object.fromEntries(campusStocks.map((name) => [name, given])) as Record<CampusStockName, typeof given>),
  primary: rosterSection.nullable(),
  junior: rosterSection.nullable(),
})

/** A share, or a series of shares by the school year from which each holds. */
const datedShare = z.union([share, z.record(z.string().regex(/^\d{4}$/), share)])
const tiers = (language: 'en' | 'zh'): string => centralShareTiers.map(({ central, text: of }) => `${of[language]} ${central}`).join(language === 'zh' ? '；' : '; ')
const baseSharesNote =
  `who pays the national base of public funds, parts of 1; a figure, or a series by school year such as {"2025": 0.6, "2028": 0.8}. Central: ${tiers('en')} (not confirmed) · ` +
  `公用经费基准定额分担比例，合计为1；可为单一数值，也可按学年给出序列，如{"2025": 0.6, "2028": 0.8}。中央：${tiers('zh')}（待核）`

export const countySchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  title: bilingualSchema,
  about: bilingualSchema,
  seed: seedSchema,
  year,
  radius: z.number().min(1).max(500).describe('km'),
  townships: z.int().min(1).max(200),
  neighbourhoods: z.int().min(1).max(200),
  villages: z.int().min(0).max(3000),
  children: perKind(share),
  growth: perKind(z.number().min(0.5).max(1.5)),
  migrants: perKind(share),
  leftBehind: perKind(share),
  schools: z
    .array(
      z.strictObject({
        form: z.enum(schoolForms),
        kind: z.enum(placeKinds),
        owner: z.enum(owners),
        count: z.int().min(0).max(2000),
        size: z.number().min(0.01).max(100).optional(),
      }),
    )
    .min(1)
    .max(2000),
  roster: z.array(rosterSchool).max(2000).optional().describe('the county’s own schools, in the order of “schools” · 本县学校明细'),
  rolls: perLevel(z.int().min(1).max(300_000)),
  items: perLevel(items),
  seniors: z
    .array(z.strictObject({ seatShare: share }))
    .min(1)
    .max(50),
  generalShare: share,
  quota: z.strictObject({
    share,
    order: z.enum(['open-first', 'quota-first']),
    floor: z.number().min(-10).max(10).nullable(),
    residency: z.int().min(0).max(9),
    returned: z.boolean(),
  }),
  finance: z.strictObject({
    teacherPay: z.number().min(0).max(1e7),
    aboveBase: perLevel(z.number().min(0).max(1e6)),
    baseShares: z
      .strictObject({ central: datedShare, province: datedShare, city: datedShare.optional(), county: datedShare })
      .describe(baseSharesNote),
  }),
  sources: z
    .array(
      z.strictObject({
        path: z.string().max(200),
        source: z.string().max(400),
        url: z.string().max(1000).optional(),
        kind: z.enum(['published', 'derived', 'assumption']),
        note: bilingualSchema,
      }),
    )
    .max(1000),
})

export const countyFileSchema = z.strictObject({
  from: z.string().min(1).max(300).describe('path of a county file beside this file · 县数据文件路径'),
})

export const stampSchema = z
  .strictObject({
    engine: z.string().max(40).describe('engine version that saved the file · 保存时的模型版本'),
    numbers: z.int().min(1).describe('counter of changed numbers · 数值版本'),
    result: z.string().max(64).optional().describe('digest of the results · 结果校验码'),
    verdict: z
      .strictObject({
        standard: z.string().max(40).describe('which official standard judged · 标准'),
        year: year.nullable().describe('first year by which most runs meet it; null = in none of the years · 达标年份'),
        runs: z.int().min(0).max(10_000).describe('runs that had met it by then, or that never did · 其中几次'),
        of: z.int().min(1).max(10_000).describe('runs in all · 模拟次数'),
      })
      .optional()
      .describe('what the results said when the file was saved, to set beside what another model says · 保存时的结论'),
  })
  .describe('who saved this file; not needed in a file written by hand · 保存信息')

/** Characters of a note on a school, and how many schools may have one. */
export const mostNote = 2000
const mostNotes = 2000

export const fileSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  format: z.literal(latestFormat),
  id,
  title: bilingualSchema,
  seed: seedSchema,
  years: yearsSchema,
  replicates: z.int().min(1).max(10_000).default(20).describe('simulated runs per arm · 每个方案的模拟次数'),
  county: z.unknown(),
  behaviour: z.record(z.string(), z.unknown()).default({}).describe('constants of how the county behaves · 行为参数'),
  arms: z.array(armSchema).min(1).max(12).describe('the first is the reference · 第一个为基线'),
  notes: z
    .record(z.string().max(8).regex(/^\d+$/), z.string().min(1).max(mostNote))
    .refine((notes) => Object.keys(notes).length <= mostNotes)
    .optional()
    .describe('what was written down about schools, by school id; no result depends on it · 学校备注，不影响结果'),
  entered: z
    .record(z.string().max(20), z.record(z.string().max(20), z.unknown()))
    .optional()
    .describe('official items entered by hand, by item and part: true or false, a number, "none", or one of these per school id; no result depends on them · 人工填报的官方指标，不影响结果'),
  stamp: stampSchema.optional(),
})

export type Stamp = z.infer<typeof stampSchema>
export type ScenarioFile = z.infer<typeof fileSchema>
