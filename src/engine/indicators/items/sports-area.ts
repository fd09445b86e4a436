import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { campusStock } from '../campus-stock.ts'
import { defineItem } from '../declare.ts'
import { coefficientFormula, readingPer } from './reading.ts'

const text = {
  short: { en: 'Sports', zh: '体育场馆' },
  name: { en: 'Sports ground and hall area per pupil', zh: '生均体育运动场馆面积' },
  reading: readingPer({ en: 'sports area per pupil', zh: '生均体育运动场馆面积' }),
}

/** Q5: sports ground and hall area per pupil. */
export const sportsArea = defineItem({
  id: 'Q5',
  regime: 'balance-2017',
  text,
  unit: 'm2/pupil',
  per: 1,
  formula: coefficientFormula({ en: '(indoor sports hall + outdoor sports ground)', zh: '（室内体育用房面积 + 室外体育场地面积）' }, 1),
  source: cite('balance-form-2017', { en: 'resource allocation, item 5; combined schools split 1 : 1.1 : 1.32', zh: '资源配置第5项；一贯制学校按1∶1.1∶1.32拆分' }, 'high'),
  standard: standards2017.Q5,
  ...campusStock('sports'),
})

/** B2: sports ground and hall area per pupil. */
export const sportsArea2012 = defineItem({
  id: 'B2',
  regime: 'balance-2012',
  text,
  unit: 'm2/pupil',
  per: 1,
  formula: coefficientFormula({ en: 'area of gymnasium and outdoor ground equipped for sport', zh: '体育馆和室外专用运动场地面积' }, 1),
  source: cite('indicator-guide-local', { en: 'definition in a local guide; name and order from three provinces’ result tables', zh: '定义见地方指标说明；名称和次序依三省结果表' }, 'medium'),
  ...campusStock('sports'),
})
