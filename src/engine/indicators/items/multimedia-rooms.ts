import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { campusStock } from '../campus-stock.ts'
import { defineItem } from '../declare.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** Q7: networked multimedia classrooms per 100 pupils. */
export const multimediaRooms = defineItem({
  id: 'Q7',
  regime: 'balance-2017',
  text: {
    short: { en: 'Multimedia', zh: '多媒体教室' },
    name: { en: 'Networked multimedia classrooms per 100 pupils', zh: '每百名学生拥有网络多媒体教室数' },
    reading: readingPer({ en: 'networked multimedia classrooms per 100 pupils', zh: '每百名学生拥有的网络多媒体教室数' }),
  },
  unit: 'per 100 pupils',
  per: 100,
  formula: coefficientFormula({ en: 'networked multimedia classrooms', zh: '网络多媒体教室间数' }, 100),
  source: cite('balance-form-2017', { en: 'resource allocation, item 7; combined schools split 1 : 1.1 : 1.32', zh: '资源配置第7项；一贯制学校按1∶1.1∶1.32拆分' }, 'high'),
  standard: standards2017.Q7,
  ...campusStock('multimedia'),
})
