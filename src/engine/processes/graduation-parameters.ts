import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'

/** Parameters of the exam, of applying and of dropout. */
export const graduationParameters = {
  examNoise: {
    label: { en: 'SD of chance in the exam', zh: '中考成绩的偶然波动标准差' },
    unit: 'SD',
    default: 0.3,
    range: [0.1, 0.5],
    source: assumption({ en: 'a composite of six to eight papers is measured well but not perfectly', zh: '六至八科总分测量较准，但仍有误差' }),
  },
  applyGap: {
    label: { en: 'Rural pupils who do not apply to a key school at an equal score', zh: '同分乡村学生不报考优质高中的比例' },
    unit: 'share',
    default: 0.08,
    range: [0, 0.13],
    source: cite('loyalka-access', { en: '−13 percentage points, one region, older figures', zh: '低13个百分点；单一地区，数据较早' }, 'medium'),
  },
  dropout: {
    label: { en: 'Junior pupils far behind who leave school, per year', zh: '学业严重落后初中生年流失率' },
    unit: 'share',
    default: 0.03,
    range: [0, 0.1],
    source: assumption({ en: 'gives a three-year retention near 98%, between the national figure and the 95% standard', zh: '对应三年巩固率约98%，介于全国水平与95%标准之间' }),
  },
  farBehind: {
    label: { en: 'Score below which a junior pupil is far behind', zh: '学业严重落后的分数线' },
    unit: 'SD',
    default: -1.2,
    range: [-2, -0.8],
    source: assumption({ en: 'about one pupil in nine', zh: '约占学生的九分之一' }),
  },
} as const

export type GraduationYear = ProcessYear<typeof graduationParameters>
