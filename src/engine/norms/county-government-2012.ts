import { assumption, cite, type Bilingual, type Citation } from '../declare.ts'
import type { ChecklistItem, Handling } from './checklist.ts'

/*
 * The 17 items by which the county government’s work is scored under basic balance (2012). Provinces fix the points; none are
 * known nationally, so the equal weights below are this project’s own. Wording is confirmed only where a local table has it.
 */

const seen = cite('seventeen-items-local', { en: 'the item stands in a local scoring table', zh: '该项见于地方评分表' }, 'medium')
const unseen = assumption({ en: 'wording from general knowledge of the 2012 measures; the text itself was not seen', zh: '表述依对2012年办法的一般了解，未见原文' })

const item = (id: string, handling: Handling, source: Citation, name: Bilingual, measures: readonly string[] = []): ChecklistItem => ({
  id,
  handling,
  text: { name, requirement: name },
  measures,
  source,
})

/** The seventeen items in four areas: access 1–4, guarantees 5–8, teachers 9–12, quality and management 13–17. */
export const countyGovernment2012: readonly ChecklistItem[] = [
  item(
    'C1',
    'proxy',
    unseen,
    { en: 'Migrant workers’ children in the local plan and budget', zh: '将进城务工人员随迁子女就学纳入当地教育发展规划，纳入财政保障体系' },
    ['G15-migrant-places'],
  ),
  item('C2', 'entered', unseen, { en: 'Care system for left-behind children led by the government', zh: '建立以政府为主导、社会各方面广泛参与的留守儿童关爱体系' }),
  item('C3', 'entered', seen, { en: 'Enrolment of children with three kinds of disability, at least 80%', zh: '三类残疾儿童少年入学率不低于80%' }),
  item(
    'C4',
    'proxy',
    seen,
    { en: 'Quality senior-high places allotted to junior schools rise year by year', zh: '优质普通高中招生名额分配到县域内初中的比例逐步提高' },
    ['G14-quota-share'],
  ),
  item('C5', 'entered', unseen, { en: 'Responsibility, supervision and accountability for balance', zh: '建立义务教育均衡发展责任、监督和问责机制' }),
  item(
    'C6',
    'entered',
    seen,
    { en: 'Education listed separately in the budget; three increases over three years', zh: '义务教育经费在财政预算中单列，近三年教育经费做到“三个增长”' },
  ),
  item('C7', 'computed', unseen, { en: 'Standardisation; funds tilted to under-resourced schools', zh: '推进学校标准化建设，制定并有效实施薄弱学校改造计划，财政性教育经费向薄弱学校倾斜' }),
  item(
    'C8',
    'not-modelled',
    seen,
    { en: 'Share of rural tax-and-fee-reform transfers for compulsory education', zh: '农村税费改革固定性转移支付资金用于义务教育的比例达到省级规定要求' },
  ),
  item('C9', 'entered', unseen, { en: 'Performance pay', zh: '全面实施义务教育教师绩效工资制度' }),
  item(
    'C10',
    'computed',
    seen,
    { en: 'Subject staffing and pupil–teacher ratio meet the province’s standard', zh: '义务教育学校学科教师配备合理，生师比达到省定编制标准' },
  ),
  item(
    'C11',
    'computed',
    seen,
    { en: 'Regular exchange of principals and teachers', zh: '建立并有效实施县域内义务教育学校校长和教师定期交流制度' },
    ['G11-rotation-share'],
  ),
  item('C12', 'entered', unseen, { en: 'Training money in place', zh: '落实教师培训经费，加强教师培训' }),
  item('C13', 'entered', seen, { en: 'National curriculum fully offered', zh: '按照国家规定的义务教育课程方案开齐开足课程' }),
  item('C14', 'proxy', seen, { en: 'Retention meets the province’s standard', zh: '小学、初中巩固率达到省级规定标准' }, ['E1-retention']),
  item('C15', 'not-modelled', seen, { en: 'Physical-fitness pass rate', zh: '小学、初中学生体质健康及格率达到省级规定标准' }),
  item(
    'C16',
    'proxy',
    seen,
    { en: 'No key schools or classes; school choice in public schools curbed', zh: '不存在重点学校和重点班，公办义务教育择校现象得到基本遏制' },
    ['G13-nearby-enrolment'],
  ),
  item('C17', 'not-modelled', seen, { en: 'Excessive workload reduced', zh: '中小学生过重的课业负担得到有效减轻' }),
]

/** Points of each item out of 100: equal, because no national division is known. */
export const pointsPerItem = { value: 100 / 17, source: assumption({ en: 'provinces fix the points; equal weights stand in until the user enters them', zh: '分值由各省确定；用户填入之前按等权处理' }) } as const

/** Points needed, out of 100. */
export const pointsToPass = { value: 85, source: assumption({ en: '85 of 100 from general knowledge; the text was not seen', zh: '85分（满分100）系一般了解，未见原文' }) } as const
