import { cite } from '../../declare.ts'
import { defineItem } from '../declare.ts'
import { teacherStock } from '../teacher-stock.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** B6: full-time teachers per pupil. */
export const teacherPupilRatio = defineItem({
  id: 'B6',
  regime: 'balance-2012',
  text: {
    short: { en: 'Teachers', zh: '师生比' },
    name: { en: 'Teacher–pupil ratio', zh: '师生比' },
    reading: readingPer({ en: 'number of full-time teachers per pupil', zh: '师生比' }),
  },
  unit: 'per pupil',
  per: 1,
  formula: coefficientFormula({ en: 'full-time teachers', zh: '专任教师数' }, 1),
  source: cite('cv-tables-jilin', { en: 'column of the result table; full-time teachers follows from its size beside the above-degree column', zh: '结果表所列栏目；与高于规定学历教师数比对，口径应为专任教师' }, 'medium'),
  ...teacherStock('staff'),
})
