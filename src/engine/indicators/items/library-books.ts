import { cite } from '../../declare.ts'
import { campusStock } from '../campus-stock.ts'
import { defineItem } from '../declare.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** B5: library books per pupil. */
export const libraryBooks = defineItem({
  id: 'B5',
  regime: 'balance-2012',
  text: {
    short: { en: 'Books', zh: '图书' },
    name: { en: 'Library books per pupil', zh: '生均图书册数' },
    reading: readingPer({ en: 'library books per pupil', zh: '生均图书册数' }),
  },
  unit: 'per pupil',
  per: 1,
  formula: coefficientFormula({ en: 'volumes held', zh: '图书册数' }, 1),
  source: cite('worked-example-cv', { en: 'the item of the worked example', zh: '计算示例所用指标' }, 'high'),
  ...campusStock('books'),
})
