import { cite } from '../../declare.ts'
import { campusStock } from '../campus-stock.ts'
import { defineItem } from '../declare.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** B4: teaching computers per 100 pupils. */
export const computers = defineItem({
  id: 'B4',
  regime: 'balance-2012',
  text: {
    short: { en: 'Computers', zh: '计算机' },
    name: { en: 'Computers per 100 pupils', zh: '每百名学生拥有计算机台数' },
    reading: readingPer({ en: 'computers per 100 pupils', zh: '每百名学生拥有的计算机台数' }),
  },
  unit: 'per 100 pupils',
  per: 100,
  formula: coefficientFormula({ en: 'teaching computers', zh: '教学用计算机台数' }, 100),
  source: cite('cv-tables-chongqing', { en: 'column of the result table, headed “computers used for teaching”', zh: '结果表所列栏目，栏名为“教学用计算机”' }, 'medium'),
  ...campusStock('computers'),
})
