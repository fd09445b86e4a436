import { cite, type Bilingual, type Level } from '../declare.ts'
import type { ChecklistItem, Handling } from './checklist.ts'

/*
 * Education quality (教育质量), 2017: nine items, all of which must pass, and the vetoes. Source: `balance-form-2017`.
 */

function item(id: string, handling: Handling, name: Bilingual, requirement: Bilingual, rest: { readonly measures?: readonly string[]; readonly limit?: number; readonly note?: Bilingual } = {}): ChecklistItem {
  const { measures = [], limit, note } = rest
  const limits: { readonly limit?: Readonly<Record<Level, number>> } = limit === undefined ? {} : { limit: { primary: limit, junior: limit } }
  return {
    id,
    handling,
    text: { name, requirement, ...(note === undefined ? {} : { note }) },
    measures,
    ...limits,
    source: cite('balance-form-2017', { en: `education quality, item ${id.slice(1)}`, zh: `教育质量第${id.slice(1)}项` }, 'high'),
  }
}

/** The nine items, each with how it is treated here. */
export const qualityItems: readonly ChecklistItem[] = [
  item(
    'E1',
    'proxy',
    { en: 'Junior three-year retention', zh: '初中三年巩固率' },
    { en: 'At least 95%.', zh: '全县初中三年巩固率达到95%以上。' },
    { measures: ['E1-retention'], limit: 0.95 },
  ),
  item(
    'E2',
    'entered',
    { en: 'Enrolment of disabled children', zh: '残疾儿童少年入学率' },
    { en: 'At least 95%.', zh: '全县残疾儿童少年入学率达到95%以上。' },
    { limit: 0.95 },
  ),
  item(
    'E3',
    'entered',
    { en: 'Charter and digital management', zh: '学校章程与信息化管理' },
    { en: 'Every school has a charter and manages and teaches with digital means.', zh: '所有学校制定章程，实现学校管理与教学信息化。' },
  ),
  item(
    'E4',
    'entered',
    { en: 'Training money', zh: '教师培训经费' },
    { en: 'At least 5% of every school’s public-fund budget.', zh: '全县所有学校按照不低于学校年度公用经费预算总额的5%安排教师培训经费。' },
    { limit: 0.05 },
  ),
  item(
    'E5',
    'entered',
    { en: 'Use of technology and equipment', zh: '信息技术与设备使用' },
    { en: 'Teachers use technology competently; equipment is used often.', zh: '教师能熟练运用信息化手段组织教学，设施设备利用率达到较高水平。' },
  ),
  item(
    'E6',
    'entered',
    { en: 'Moral education and school culture', zh: '德育工作与校园文化' },
    { en: 'Good or better in every school.', zh: '所有学校德育工作、校园文化建设水平达到良好以上。' },
  ),
  item(
    'E7',
    'entered',
    { en: 'Full curriculum', zh: '开齐开足课程' },
    { en: 'All courses in full hours, regular teaching order, comprehensive practice.', zh: '课程开齐开足，教学秩序规范，综合实践活动有效开展。' },
  ),
  item('E8', 'not-modelled', { en: 'No excessive workload', zh: '无过重课业负担' }, { en: 'No school loads pupils excessively.', zh: '无过重课业负担。' }),
  item('E9', 'proxy', { en: 'Monitored quality', zh: '国家义务教育质量监测' }, { en: 'Achievement at level III or above; inter-school difference rate below 0.15.', zh: '在国家义务教育质量监测中，相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于0.15。' }, {
    measures: ['between-school-share'],
    limit: 0.15,
    note: { en: 'The formula of the rate is not published. The model’s share of variance is a stand-in; a district’s own script takes the pupil-weighted standard deviation of school means out of 100 instead. The limit is strict.', zh: '校际差异率的算法未公布，以模型的校间方差占比替代；也有地方按百分制校均分加权标准差测算。限值为小于，不含等于。' },
  }),
]

/** Any of these ends an application. None is modelled; the user says whether one applies. */
export const vetoes: readonly Bilingual[] = [
  { en: 'Entrance by examination', zh: '以考试方式招生' },
  { en: 'Illegal school choice', zh: '违规择校行为' },
  { en: 'Key schools or key classes', zh: '重点学校或重点班' },
  { en: 'Vacant posts left unfilled, or long-term hiring outside the establishment', zh: '“有编不补”或长期聘用编外教师' },
  { en: 'A major safety accident, a serious discipline case, or falsification', zh: '教育系统存在重大安全责任事故和严重违纪违规事件，或弄虚作假' },
  { en: 'Weak control of off-campus tutoring and after-school burden', zh: '校外培训和课后负担治理不力' },
]
