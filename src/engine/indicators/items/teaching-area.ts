import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { campusStock } from '../campus-stock.ts'
import { defineItem } from '../declare.ts'
import { coefficientFormula, readingPer } from './reading.ts'

const text = {
  short: { en: 'Classrooms', zh: '教学用房' },
  name: { en: 'Teaching and auxiliary floor area per pupil', zh: '生均教学及辅助用房面积' },
  reading: readingPer({ en: 'teaching and auxiliary floor area per pupil', zh: '生均教学及辅助用房面积' }),
}

/** Q4: teaching and auxiliary floor area per pupil, indoor sports rooms taken off. */
export const teachingArea = defineItem({
  id: 'Q4',
  regime: 'balance-2017',
  text,
  unit: 'm2/pupil',
  per: 1,
  formula: coefficientFormula({ en: '(teaching and auxiliary area − indoor sports rooms)', zh: '（教学及辅助用房面积 − 室内体育用房面积）' }, 1),
  source: cite('balance-form-2017', { en: 'resource allocation, item 4; combined schools split 1 : 1.1 : 1.32', zh: '资源配置第4项；一贯制学校按1∶1.1∶1.32拆分' }, 'high'),
  standard: standards2017.Q4,
  ...campusStock('area'),
})

/** B1: teaching and auxiliary floor area per pupil. */
export const teachingArea2012 = defineItem({
  id: 'B1',
  regime: 'balance-2012',
  text,
  unit: 'm2/pupil',
  per: 1,
  formula: coefficientFormula({ en: 'area of classrooms, laboratories, library, computer and language rooms', zh: '普通教室、实验室、图书室、微机室和语音室面积' }, 1),
  source: cite('indicator-guide-local', { en: 'definition in a local guide; name and order from three provinces’ result tables', zh: '定义见地方指标说明；名称和次序依三省结果表' }, 'medium'),
  ...campusStock('area'),
})
