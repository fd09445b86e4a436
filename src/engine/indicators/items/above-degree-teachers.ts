import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { defineItem } from '../declare.ts'
import { teacherStock } from '../teacher-stock.ts'
import { coefficientFormula, readingPer } from './reading.ts'

const text = {
  short: { en: 'Degree', zh: '高学历教师' },
}

/** Q1: above-required-degree teachers per 100 pupils. Required: a college diploma in primary, a bachelor’s degree in junior. */
export const aboveDegreeTeachers = defineItem({
  id: 'Q1',
  regime: 'balance-2017',
  text: {
    ...text,
    name: { en: 'Teachers above the required degree per 100 pupils', zh: '每百名学生拥有高于规定学历教师数' },
    reading: readingPer({ en: 'above-degree teachers per 100 pupils', zh: '每百名学生拥有的高于规定学历教师数' }),
  },
  unit: 'per 100 pupils',
  per: 100,
  formula: coefficientFormula({ en: 'full-time teachers with a diploma or above (primary), a bachelor’s degree or above (junior)', zh: '大专及以上学历（小学）、本科及以上学历（初中）专任教师数' }, 100),
  source: cite('balance-form-2017', { en: 'resource allocation, item 1; full-time teachers per stage, part-time and substitute teachers not counted', zh: '资源配置第1项；按学段统计专任教师，兼职和代课教师不计' }, 'high'),
  standard: standards2017.Q1,
  ...teacherStock('aboveDegree'),
})

/** B7: above-required-degree teachers per pupil. */
export const aboveDegreeRatio = defineItem({
  id: 'B7',
  regime: 'balance-2012',
  text: {
    ...text,
    name: { en: 'Teachers above the required degree per pupil', zh: '生均高于规定学历教师数' },
    reading: readingPer({ en: 'above-degree teachers per pupil', zh: '生均高于规定学历教师数' }),
  },
  unit: 'per pupil',
  per: 1,
  formula: coefficientFormula({ en: 'full-time teachers above the required degree', zh: '高于规定学历的专任教师数' }, 1),
  source: cite('cv-tables-jilin', { en: 'column of the result table; the degree that counts is that of the 2017 form', zh: '结果表所列栏目；学历口径与2017年表一致' }, 'medium'),
  ...teacherStock('aboveDegree'),
})
