import { cite } from '../../declare.ts'
import { defineItem } from '../declare.ts'
import { teacherStock } from '../teacher-stock.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** B8: teachers of middle professional rank or above per pupil. */
export const midRankTeachers = defineItem({
  id: 'B8',
  regime: 'balance-2012',
  text: {
    short: { en: 'Mid-rank', zh: '中级职称' },
    name: { en: 'Teachers of middle professional rank or above per pupil', zh: '生均中级及以上专业技术职务教师数' },
    reading: readingPer({ en: 'number of teachers of middle rank or above per pupil', zh: '生均中级及以上专业技术职务教师数' }),
  },
  unit: 'per pupil',
  per: 1,
  formula: coefficientFormula({ en: 'full-time teachers of middle professional rank or above', zh: '中级及以上专业技术职务专任教师数' }, 1),
  source: cite('cv-tables-jilin', { en: 'column of the result table', zh: '结果表所列栏目' }, 'medium'),
  ...teacherStock('midRank'),
})
