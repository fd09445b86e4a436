import { cite, type Bilingual, type Level } from '../declare.ts'
import type { ChecklistItem, Handling } from './checklist.ts'

/*
 * Government guarantees (政府保障程度), 2017: fifteen items, all of which must pass. Source: `balance-form-2017`, table IV.
 */

/** Caps and room standards of items 3 to 6. */
export const caps2017 = {
  /** Pupils of a primary or junior school, and of the compulsory grades of a nine- or twelve-year school. */
  school: 2000,
  combinedSchool: 2500,
  /** Relaxed edition: built in or before 2010, or more than half migrant children. */
  relaxedSchool: 2400,
  relaxedCombinedSchool: 3000,
  /** Pupils of a class. */
  class: { primary: 45, junior: 50 },
  /** One music and one art room for every so many classes, of at least so many m². */
  classesPerSpecialRoom: 12,
  musicRoom: 96,
  artRoom: 90,
  /** Relaxed edition: built in or before 2016; rural small schools whose largest class is under 30, by level. */
  relaxedMusicRoom: 73,
  relaxedArtRoom: 67,
  relaxedRuralRoom: { primary: 54, junior: 61 },
} as const

const both = (limit: number): Readonly<Record<Level, number>> => ({ primary: limit, junior: limit })

function item(
  id: string,
  handling: Handling,
  name: Bilingual,
  requirement: Bilingual,
  rest: { readonly measures?: readonly string[]; readonly limit?: Readonly<Record<Level, number>>; readonly note?: Bilingual; readonly short?: Bilingual } = {},
): ChecklistItem {
  const { measures = [], limit, note, short } = rest
  return {
    id,
    handling,
    text: { name, requirement, ...(note === undefined ? {} : { note }), ...(short === undefined ? {} : { short }) },
    measures,
    ...(limit === undefined ? {} : { limit }),
    source: cite('balance-form-2017', { en: `government guarantees, item ${id.slice(1)}`, zh: `政府保障程度第${id.slice(1)}项` }, 'high'),
  }
}

/** The fifteen items, each with how it is treated here. */
export const governmentItems: readonly ChecklistItem[] = [
  item(
    'G1',
    'entered',
    { en: 'School layout plan', zh: '学校规划布局' },
    { en: 'The county’s plan of schools is reasonable and meets national rules.', zh: '县域内义务教育学校规划布局合理，符合国家规定要求。' },
  ),
  item('G2', 'entered', { en: 'Four unified standards', zh: '城乡“四统一”' }, { en: 'One building standard, staffing standard, per-pupil base and equipment standard for town and country.', zh: '城乡义务教育学校建设标准统一、教师编制标准统一、生均公用经费基准定额统一且不低于省定标准、基本装备配置标准统一。' }, {
    note: { en: 'In the model the base and the staffing norm are one number for all places.', zh: '模型中公用经费基准定额和编制标准城乡相同。' },
  }),
  item(
    'G3',
    'computed',
    { en: 'Music and art rooms', zh: '音乐、美术专用教室' },
    { en: 'For every 12 classes one music room of 96 m² and one art room of 90 m² or more.', zh: '所有小学、初中每12个班级配备音乐、美术专用教室1间以上；每间音乐专用教室面积不小于96平方米，美术专用教室不小于90平方米。' },
    { measures: ['G3-special-rooms'], limit: both(0), short: { en: 'Arts rooms', zh: '音美教室' } },
  ),
  item(
    'G4',
    'computed',
    { en: 'School size', zh: '学校规模' },
    { en: 'Primary and junior schools at most 2,000 pupils, nine- and twelve-year schools at most 2,500 in compulsory grades.', zh: '所有小学、初中规模不超过2000人，九年一贯制学校、十二年一贯制学校义务教育阶段规模不超过2500人。' },
    { measures: ['G4-oversize-schools'], limit: both(0) },
  ),
  item(
    'G5',
    'computed',
    { en: 'Class size', zh: '班级学生数' },
    { en: 'Every primary class at most 45 pupils, every junior class at most 50.', zh: '小学、初中所有班级学生数分别不超过45人、50人。' },
    { measures: ['G5-oversize-classes'], limit: both(0) },
  ),
  item(
    'G6',
    'computed',
    { en: 'Funding of small schools', zh: '小规模学校公用经费' },
    { en: 'Village schools and points under 100 pupils are funded as 100.', zh: '不足100名学生的村小学和教学点按100名学生核定公用经费。' },
    { measures: ['G6-small-school-funding'], limit: both(1), short: { en: 'Small schools', zh: '小校经费' } },
  ),
  item(
    'G7',
    'entered',
    { en: 'Special-education public funds', zh: '特殊教育学校生均公用经费' },
    { en: 'At least 6,000 yuan a pupil; 7,000 from spring 2025.', zh: '特殊教育学校生均公用经费不低于6000元（2025年春季起补助标准为7000元）。' },
  ),
  item(
    'G8',
    'entered',
    { en: 'Teachers’ pay', zh: '教师工资收入' },
    { en: 'Average pay not below that of local civil servants; performance pay fully approved.', zh: '义务教育学校教师平均工资收入水平不低于当地公务员，按规定足额核定教师绩效工资总量。' },
  ),
  item(
    'G9',
    'entered',
    { en: 'Teachers’ training hours', zh: '教师培训学时' },
    { en: 'Every teacher completes 360 hours in five years.', zh: '教师五年360学时培训完成率达到100%。' },
    { limit: both(1) },
  ),
  item(
    'G10',
    'entered',
    { en: 'Allocation of posts by the county', zh: '统筹分配编制和岗位' },
    { en: 'The county’s education office allocates posts among schools within the approved total.', zh: '县级教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制和岗位数量。' },
  ),
  item(
    'G11',
    'computed',
    { en: 'Exchange of teachers', zh: '教师交流轮岗' },
    { en: 'At least 10% of eligible teachers a year, backbone teachers at least 20% of those exchanged.', zh: '全县每年交流轮岗教师的比例不低于符合交流条件教师总数的10%；其中骨干教师不低于交流轮岗教师总数的20%。' },
    { measures: ['G11-rotation-share', 'G11-backbone-share'], limit: both(0.1), short: { en: 'Teacher rotation', zh: '教师轮岗' } },
  ),
  item(
    'G12',
    'entered',
    { en: 'Teacher certificates', zh: '教师资格证上岗率' },
    { en: 'Every full-time teacher holds a certificate.', zh: '专任教师持有教师资格证上岗率达到100%。' },
    { limit: both(1) },
  ),
  item(
    'G13',
    'computed',
    { en: 'Zoned nearby enrolment', zh: '就近划片入学' },
    { en: 'Town and township public schools without boarding: 100% in primary, at least 95% in junior.', zh: '城区和镇区公办小学、初中（均不含寄宿制学校）就近划片入学比例分别达到100%、95%以上。' },
    { measures: ['G13-nearby-enrolment'], limit: { primary: 1, junior: 0.95 }, short: { en: 'Nearby enrolment', zh: '划片入学' } },
  ),
  item(
    'G14',
    'proxy',
    { en: 'Directed senior-high places', zh: '优质高中招生名额分配' },
    { en: 'At least 50% of quality senior-high places, tilted to rural junior schools.', zh: '全县优质高中招生名额分配比例不低于50%，并向农村初中倾斜。' },
    { measures: ['G14-quota-share', 'quota-rural-tilt'], limit: both(0.5), short: { en: 'Directed places', zh: '指标到校' }, note: {
      en: 'Only the 50% is judged; the tilt has no national number and is told beside it.',
      zh: '只判定50%；倾斜程度国家未规定数值，不判定，另列。',
    } },
  ),
  item(
    'G15',
    'proxy',
    { en: 'Left-behind and migrant children', zh: '留守儿童关爱与随迁子女就学' },
    { en: 'A sound care system; at least 85% of eligible migrant children in public or publicly bought places.', zh: '留守儿童关爱体系健全，符合条件的随迁子女在公办学校和政府购买服务的民办学校就读的比例不低于85%。' },
    { measures: ['G15-migrant-places'], limit: both(0.85), short: { en: 'Migrant places', zh: '随迁就学' } },
  ),
]
