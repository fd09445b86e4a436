import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'
import { leavingParameters } from './teacher-leaving.ts'

/** Parameters of posts, transfers, titles and hiring. */
export const hiringParameters = {
  ruralApply: {
    label: { en: 'Rural teachers who apply upwards, per year', zh: '乡村教师年申请调动率' },
    unit: 'share',
    default: 0.19,
    range: [0.05, 0.35],
    source: cite('ma-2020', { en: 'mean stay at a rural school 76 months, Gansu; the rate at which stays come out so is matched', zh: '甘肃乡村教师平均在校任教76个月；申请率由历史匹配得出' }, 'medium'),
  },
  townshipApply: {
    label: { en: 'Township teachers who apply to the county town, per year', zh: '镇区教师年申请进城率' },
    unit: 'share',
    default: 0.1,
    range: [0.02, 0.2],
    source: assumption({ en: 'half the rural rate: same motive, shorter way', zh: '约为乡村的一半：动机相同，距离较近' }),
  },
  awayFactor: {
    label: { en: 'Factor on applying for teachers far from home', zh: '离家远教师申请调动倍数' },
    unit: 'ratio',
    default: 1.4,
    range: [1, 2],
    source: cite('wei-zhou-2019', { en: 'away-from-home and higher-rank teachers leave more; size judged', zh: '离家远、职称高的教师更易流出；幅度为估计' }, 'low'),
  },
  rankFactor: {
    label: { en: 'Factor on applying for middle and higher rank', zh: '中级及以上职称教师申请调动倍数' },
    unit: 'ratio',
    default: 1.2,
    range: [1, 1.6],
    source: cite('wei-zhou-2019', { en: 'away-from-home and higher-rank teachers leave more; size judged', zh: '离家远、职称高的教师更易流出；幅度为估计' }, 'low'),
  },
  retention: leavingParameters.retention,
  threshold: leavingParameters.threshold,
  attraction: {
    label: { en: 'Test score of applicants per 27.5% more pay', zh: '待遇每高27.5%应聘者测评成绩提高' },
    unit: 'test SD',
    default: 0.2,
    range: [0, 0.45],
    source: cite('bobba-peru', { en: '+0.45 SD of competency in Peru, no effect on scores in the Gambia; both inside', zh: '秘鲁为0.45个标准差，冈比亚对成绩无效应；区间兼含两者' }, 'low'),
  },
  transferShare: {
    label: { en: 'Share of town vacancies open to serving teachers', zh: '城镇空缺岗位面向在职教师选调的比例' },
    unit: 'share',
    default: 0.8,
    range: [0.3, 1],
    source: assumption({ en: 'counties fill town posts by selection examinations first; matched on how long teachers stay in villages', zh: '各县城镇空缺一般先行选调；按乡村任教年限匹配' }),
  },
  redeploy: {
    label: { en: 'Share of surplus teachers redeployed a year', zh: '超编教师年调剂率' },
    unit: 'share',
    default: 0.45,
    range: [0, 0.8],
    source: assumption({ en: 'county management of posts makes it possible; pace matched together with stays in villages', zh: '县管校聘使之可行；进度与乡村任教年限一并匹配' }),
  },
  crossLevel: {
    label: { en: 'Redeployed primary teachers who may teach juniors', zh: '小学超编教师可转任初中的比例' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    source: assumption({ en: 'needs a certificate for the higher stage; counties retrain some', zh: '须具备相应教师资格；部分县组织转岗培训' }),
  },
  minimumHiring: {
    label: { en: 'New hires a year even with surplus, share of leavers', zh: '超编时仍保持的招聘量（占离岗比例）' },
    unit: 'share',
    default: 0.25,
    range: [0, 0.6],
    source: assumption({ en: 'counties keep hiring a few for missing subjects', zh: '各县仍少量招聘紧缺学科教师' }),
  },
  effectSpread: {
    label: { en: 'SD of teachers’ true effect', zh: '教师真实效应标准差' },
    unit: 'SD/year',
    default: 0.13,
    range: [0.08, 0.2],
    source: cite('hanushek-rivkin-2010', { en: 'about 0.13 reading, 0.17 mathematics; about 0.15 in Pakistan', zh: '阅读约0.13，数学约0.17；巴基斯坦约0.15' }, 'medium'),
  },
  evenness: {
    label: { en: 'Attention to schools short of backbone teachers', zh: '评选骨干教师时照顾缺额学校的程度' },
    unit: 'merit SD',
    default: 0.6,
    range: [0, 2],
    source: assumption({ en: 'schools get numbers to propose; without it the status quo concentrates titles year after year', zh: '评选名额分配到校；否则现状下骨干称号会逐年集中' }),
  },
  townFavour: {
    label: { en: 'Advantage of town candidates for backbone titles', zh: '城镇教师评选骨干的优势' },
    unit: 'merit SD',
    default: 0.25,
    range: [0, 1],
    source: assumption({ en: 'competitions and open lessons are held in town', zh: '赛课和公开课多在城镇举行' }),
  },
  degreeShare: {
    label: { en: 'New teachers above the required degree', zh: '新聘教师高于规定学历比例' },
    unit: 'share',
    default: 0.98,
    range: [0.8, 1],
    source: assumption({ en: 'nearly saturated among recruits', zh: '新聘教师中已接近饱和' }),
  },
} as const

export type HiringYear = ProcessYear<typeof hiringParameters>
