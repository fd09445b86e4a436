import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'

/** Parameters of the exam, of applying and of dropout. */
export const graduationParameters = {
  examNoise: {
    label: { en: 'SD of chance in the exam', zh: '中考成绩的偶然波动标准差' },
    unit: 'SD',
    default: 0.3,
    range: [0.1, 0.5],
    source: assumption('a composite of six to eight papers is measured well but not perfectly'),
  },
  applyGap: {
    label: { en: 'Rural pupils who do not apply to a key school at an equal score', zh: '同分乡村学生不报考优质高中的比例' },
    unit: 'share',
    default: 0.08,
    range: [0, 0.15],
    source: cite('loyalka-access', '−13 percentage points, one region, older figures', 'medium'),
  },
  dropout: {
    label: { en: 'Junior pupils far behind who leave school, per year', zh: '学业严重落后初中生年流失率' },
    unit: 'share',
    default: 0.03,
    range: [0, 0.1],
    source: assumption('gives a three-year retention near 98 %, between the national figure and the 95 % standard'),
  },
  farBehind: {
    label: { en: 'Score below which a junior pupil is far behind', zh: '学业严重落后的分数线' },
    unit: 'SD',
    default: -1.2,
    range: [-2, -0.8],
    source: assumption('about one pupil in nine'),
  },
} as const

export type GraduationYear = ProcessYear<typeof graduationParameters>
