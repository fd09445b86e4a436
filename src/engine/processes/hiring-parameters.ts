import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'
import { leavingParameters } from './teacher-leaving.ts'

/** Parameters of posts, transfers, titles and hiring. */
export const hiringParameters = {
  ruralApply: {
    label: { en: 'Rural teachers who apply upwards, per year', zh: '乡村教师年申请调动率' },
    unit: 'share',
    default: 0.16,
    range: [0.05, 0.35],
    source: cite('ma-2020', 'mean stay at a rural school 76 months, Gansu', 'medium'),
  },
  townshipApply: {
    label: { en: 'Township teachers who apply to the county town, per year', zh: '镇区教师年申请进城率' },
    unit: 'share',
    default: 0.08,
    range: [0.02, 0.2],
    source: assumption('half the rural rate: same motive, shorter way'),
  },
  awayFactor: {
    label: { en: 'Factor on applying for teachers far from home', zh: '离家远教师申请调动倍数' },
    unit: 'ratio',
    default: 1.4,
    range: [1, 2],
    source: cite('wei-zhou-2019', 'away-from-home and higher-rank teachers leave more; size judged', 'medium'),
  },
  rankFactor: {
    label: { en: 'Factor on applying for middle and higher rank', zh: '中级及以上职称教师申请调动倍数' },
    unit: 'ratio',
    default: 1.2,
    range: [1, 1.6],
    source: cite('wei-zhou-2019', 'away-from-home and higher-rank teachers leave more; size judged', 'medium'),
  },
  retention: leavingParameters.retention,
  threshold: leavingParameters.threshold,
  transferShare: {
    label: { en: 'Share of town vacancies open to serving teachers', zh: '城镇空缺岗位面向在职教师选调的比例' },
    unit: 'share',
    default: 0.7,
    range: [0.3, 1],
    source: assumption('counties fill town posts by selection examinations first'),
  },
  redeploy: {
    label: { en: 'Share of surplus teachers redeployed a year', zh: '超编教师年调剂率' },
    unit: 'share',
    default: 0.3,
    range: [0, 0.8],
    source: assumption('county management of posts makes it possible; pace judged'),
  },
  crossLevel: {
    label: { en: 'Redeployed primary teachers who may teach juniors', zh: '小学超编教师可转任初中的比例' },
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    source: assumption('needs a certificate for the higher level; counties retrain some'),
  },
  minimumHiring: {
    label: { en: 'New hires a year even with surplus, share of leavers', zh: '超编时仍保持的招聘量（占离岗比例）' },
    unit: 'share',
    default: 0.25,
    range: [0, 0.6],
    source: assumption('counties keep hiring a few for missing subjects'),
  },
  effectSpread: {
    label: { en: 'SD of teachers’ true effect', zh: '教师真实效应标准差' },
    unit: 'SD/year',
    default: 0.13,
    range: [0.08, 0.2],
    source: cite('hanushek-rivkin-2010', 'about 0.13 reading, 0.17 mathematics; about 0.15 in Pakistan', 'medium'),
  },
  evenness: {
    label: { en: 'Attention to schools short of backbone teachers', zh: '评选骨干教师时照顾缺额学校的程度' },
    unit: 'SD',
    default: 0.6,
    range: [0, 2],
    source: assumption('schools get numbers to propose; without it the status quo concentrates titles year after year'),
  },
  townFavour: {
    label: { en: 'Advantage of town candidates for backbone titles', zh: '城镇教师评选骨干的优势' },
    unit: 'SD',
    default: 0.25,
    range: [0, 1],
    source: assumption('competitions and open lessons are held in town'),
  },
  degreeShare: {
    label: { en: 'New teachers above the required degree', zh: '新聘教师高于规定学历比例' },
    unit: 'share',
    default: 0.98,
    range: [0.8, 1],
    source: assumption('nearly saturated among recruits'),
  },
} as const

export type HiringYear = ProcessYear<typeof hiringParameters>
