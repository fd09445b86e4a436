import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { defineItem } from '../declare.ts'
import { teacherStock } from '../teacher-stock.ts'
import { coefficientFormula, readingPer } from './reading.ts'

/** Q3: full-time PE and arts (fine art, music) teachers per 100 pupils. */
export const peArtsTeachers = defineItem({
  id: 'Q3',
  regime: 'balance-2017',
  text: {
    short: { en: 'PE & arts', zh: '体艺教师' },
    name: { en: 'Full-time PE and arts (fine art, music) teachers per 100 pupils', zh: '每百名学生拥有体育、艺术（美术、音乐）专任教师数' },
    reading: readingPer({ en: 'PE and arts teachers per 100 pupils', zh: '每百名学生拥有的体育、艺术专任教师数' }),
  },
  unit: 'per 100 pupils',
  per: 100,
  formula: coefficientFormula({ en: 'full-time PE + music + fine-art + arts teachers', zh: '（体育 + 音乐 + 美术 + 艺术）专任教师数' }, 100),
  source: cite('balance-form-2017', { en: 'resource allocation, item 3; the sheet omits the factor 100, the standard is per 100 pupils', zh: '资源配置第3项；计算表漏写“×100”，标准为每百名学生' }, 'high'),
  standard: standards2017.Q3,
  ...teacherStock('peArts'),
})
