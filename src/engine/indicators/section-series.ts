import type { SeenCounty } from '../county/county.ts'
import { purposes, type Purpose } from '../county/ledger.ts'
import type { sectionColumns } from '../county/sections.ts'
import type { Bilingual, Unit } from '../declare.ts'
import { items } from './items/index.ts'
import type { SeriesColumn } from './series.ts'

/*
 * What is recorded about every section every year. Columns copied from the county’s table come first, in the order below; then
 * assessment, the values of the fifteen items, and spending.
 */

type Plain = readonly [column: keyof typeof sectionColumns, unit: Unit, en: string, zh: string]

const plain: readonly Plain[] = [
  ['roll', 'pupils', 'Pupils on roll', '在校生数'],
  ['intake', 'pupils', 'Admitted to the first grade', '起始年级招生数'],
  ['boarders', 'pupils', 'Boarders', '寄宿生数'],
  ['migrants', 'pupils', 'Migrant children', '随迁子女数'],
  ['leftBehind', 'pupils', 'Left-behind children', '留守儿童数'],
  ['zoned', 'pupils', 'Pupils who live in the zone', '本片区学生数'],
  ['dropouts', 'pupils', 'Dropouts this year', '本年辍学人数'],
  ['classes', 'count', 'Classes', '班级数'],
  ['oversize', 'count', 'Oversized classes', '大班额班数'],
  ['largestClass', 'pupils', 'Largest class', '最大班额'],
  ['posts', 'teachers', 'Posts granted', '核定编制数'],
  ['staff', 'teachers', 'Full-time teachers', '专任教师数'],
  ['aboveDegree', 'teachers', 'Teachers above the required degree', '高于规定学历教师数'],
  ['midRank', 'teachers', 'Teachers of middle rank or above', '中级及以上职称教师数'],
  ['backbone', 'teachers', 'Backbone teachers', '县级以上骨干教师数'],
  ['peArts', 'teachers', 'PE and arts teachers', '体育、艺术专任教师数'],
  ['itinerant', 'teachers', 'Itinerant PE and arts teachers, full-time equivalents', '体艺走教教师数（折合）'],
  ['newcomers', 'teachers', 'Teachers in their first year here', '本校任教首年教师数'],
  ['novices', 'teachers', 'Teachers in their first three years', '从教三年内教师数'],
  ['vacancies', 'teachers', 'Vacant posts', '空编数'],
  ['movedIn', 'teachers', 'Arrived by exchange', '交流轮岗调入'],
  ['movedOut', 'teachers', 'Left by exchange', '交流轮岗调出'],
  ['transfersIn', 'teachers', 'Arrived by own transfer', '自主调入'],
  ['transfersOut', 'teachers', 'Left by own transfer', '自主调出'],
  ['hired', 'teachers', 'Newly hired', '新聘教师'],
  ['retired', 'teachers', 'Retired', '退休'],
  ['quit', 'teachers', 'Left teaching', '离职'],
  ['teaching', 'SD', 'Mean yearly effect of its teachers', '教师年均教学效应'],
  ['rawMean', 'SD', 'Mean score', '平均成绩（标准分）'],
  ['adjustedMean', 'SD', 'Mean score given family background', '扣除家庭背景后的平均成绩'],
  ['valueAdded', 'SD/year', 'Value added this year', '本年增值'],
  ['belief', 'SD', 'What families believe of it', '家长认为的水平'],
  ['keyChance', 'share', 'Leavers admitted to key senior highs', '优质高中录取率'],
  ['leavers', 'pupils', 'Junior leavers', '初中毕业生数'],
  ['eligible', 'pupils', 'Leavers eligible for directed places', '符合指标到校条件人数'],
  ['generalAdmitted', 'pupils', 'Admitted to general senior highs', '普通高中录取人数'],
  ['keyAdmitted', 'pupils', 'Admitted to key senior highs', '优质高中录取人数'],
  ['keyByQuota', 'pupils', 'Of these by directed place', '其中指标到校录取人数'],
  ['displaced', 'pupils', 'Leavers displaced by directed places', '因指标到校未被录取的人数'],
  ['quotaPlaces', 'count', 'Directed places allotted', '分配到校指标数'],
  ['quotaCut', 'SD', 'Lowest score admitted by directed place', '指标到校最低录取分（标准分）'],
]

const spendingNames: Readonly<Record<Purpose, Bilingual>> = {
  'public-funds': { en: 'public funds', zh: '公用经费' },
  staff: { en: 'staff pay', zh: '人员经费' },
  allowance: { en: 'allowances', zh: '教师补助' },
  equipment: { en: 'equipment', zh: '设备购置' },
  capital: { en: 'building', zh: '基本建设' },
  transport: { en: 'transport', zh: '交通' },
  boarding: { en: 'boarding', zh: '寄宿' },
  training: { en: 'training', zh: '教师培训' },
  management: { en: 'management', zh: '管理' },
  support: { en: 'pupil support', zh: '学生资助' },
  reward: { en: 'rewards', zh: '奖补' },
}

/** Name of a purpose of spending. */
export const purposeName = (purpose: Purpose): Bilingual => spendingNames[purpose]

const assessment: readonly SeriesColumn[] = [
  { id: 'assessed.balance-2017', unit: 'code', text: { en: 'In the calculation of 2017 (1 yes)', zh: '纳入优质均衡测算（1为是）' } },
  { id: 'assessed.balance-2012', unit: 'code', text: { en: 'In the calculation of 2012 (1 yes)', zh: '纳入基本均衡测算（1为是）' } },
  { id: 'met', unit: 'count', text: { en: 'Items at standard, of seven', zh: '七项指标中达标项数' } },
  { id: 'near', unit: 'count', text: { en: 'Items below standard but at 85% or more', zh: '未达标但不低于标准85%的项数' } },
  { id: 'status', unit: 'code', text: { en: '0 not assessed, 1 does not pass, 2 passes overall', zh: '0未纳入，1未综合达标，2综合达标' } },
  { id: 'status.relaxed', unit: 'code', text: { en: 'Status in the relaxed edition of the working rules', zh: '按工作规程放宽口径的状态' } },
]

/** Where the parts of a section row begin. */
export const sectionStart = {
  assessment: plain.length,
  values: plain.length + assessment.length,
  spending: plain.length + assessment.length + items.length,
} as const

/** The columns recorded about every section, in order. */
export const sectionSeries: readonly SeriesColumn[] = [
  ...plain.map(([id, unit, en, zh]): SeriesColumn => ({ id, unit, text: { en, zh } })),
  ...assessment,
  ...items.map((item): SeriesColumn => ({ id: `${item.id}.value`, unit: item.unit, text: item.text.name })),
  ...purposes.map((purpose): SeriesColumn => ({
    id: `spent.${purpose}`,
    unit: 'yuan',
    text: { en: `Spent this year: ${spendingNames[purpose].en}`, zh: `本年支出：${spendingNames[purpose].zh}` },
  })),
]

/** Copies the plain columns of every section into a year’s table, [section][column of `sectionSeries`]. */
export function copyPlainColumns({ sections }: SeenCounty, out: Float64Array): void {
  const width = sectionSeries.length
  const n = sections.count
  for (let c = 0; c < plain.length; c++) {
    const column = sections[plain[c][0]]
    for (let s = 0, at = c; s < n; s++, at += width) out[at] = column[s]
  }
}
