import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { defineItem } from '../declare.ts'
import { teacherStock } from '../teacher-stock.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** Q2: backbone teachers of county level or above per 100 pupils; the county supplies the list that defines them. */
export const backboneTeachers = defineItem({
  id: 'Q2',
  regime: 'balance-2017',
  text: {
    short: { en: 'Backbone', zh: '骨干教师' },
    name: { en: 'County-level-or-above backbone teachers per 100 pupils', zh: '每百名学生拥有县级以上骨干教师数' },
    reading: readingPer({ en: 'backbone teachers per 100 pupils', zh: '每百名学生拥有的县级以上骨干教师数' }),
  },
  unit: 'per 100 pupils',
  per: 100,
  formula: coefficientFormula({ en: 'backbone teachers of county level or above', zh: '县级以上骨干教师数' }, 100),
  source: cite('balance-form-2017', { en: 'resource allocation, item 2', zh: '资源配置第2项' }, 'high'),
  standard: standards2017.Q2,
  ...teacherStock('backbone'),
})
