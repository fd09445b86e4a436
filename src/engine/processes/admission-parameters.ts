import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'

/** How classes are formed and who boards. */
export const admissionParameters = {
  classSizeSlack: {
    label: { en: 'Classes are planned below the official size by', zh: '编班时低于班额标准的余量' },
    unit: 'pupils',
    default: 2,
    range: [0, 10],
    source: assumption({ en: 'leaves room for children who arrive later', zh: '为后续转入学生留有余地' }),
  },
  boardPrimary: {
    label: { en: 'Primary pupils who board beyond 4 km', zh: '小学生离校4公里以上寄宿比例' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    source: cite('boarding-2017', { en: 'national share of primary boarders 0.106; conditional share judged', zh: '全国小学寄宿生占10.6%；远距离条件下的比例为估计' }, 'low'),
  },
  boardJunior: {
    label: { en: 'Junior pupils who board beyond 4 km', zh: '初中生离校4公里以上寄宿比例' },
    unit: 'share',
    default: 0.85,
    range: [0.3, 1],
    source: cite('boarding-2017', { en: 'national share of junior boarders 0.467; conditional share judged', zh: '全国初中寄宿生占46.7%；远距离条件下的比例为估计' }, 'low'),
  },
} as const

export type AdmissionYear = ProcessYear<typeof admissionParameters>
