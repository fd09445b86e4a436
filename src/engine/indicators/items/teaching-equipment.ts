import { cite } from '../../declare.ts'
import { standards2017 } from '../../norms/balance-2017.ts'
import { campusStock } from '../campus-stock.ts'
import { defineItem } from '../declare.ts'
import { coefficientFormula, readingPer } from './reading.ts'

const text = {
  short: { en: 'Equipment', zh: '教学设备' },
  name: { en: 'Teaching equipment value per pupil', zh: '生均教学仪器设备值' },
  reading: readingPer({ en: 'teaching equipment value per pupil', zh: '生均教学仪器设备值' }),
}

/** Q6: teaching equipment at original book value per pupil. */
export const teachingEquipment = defineItem({
  id: 'Q6',
  regime: 'balance-2017',
  text,
  unit: 'yuan/pupil',
  per: 1,
  formula: coefficientFormula({ en: 'teaching equipment at original book value, yuan', zh: '教学仪器设备原值（元）' }, 1),
  source: cite('balance-form-2017', { en: 'resource allocation, item 6; reported in ten thousand yuan', zh: '资源配置第6项；填报单位为万元' }, 'high'),
  standard: standards2017.Q6,
  ...campusStock('equipment'),
})

/** B3: teaching equipment value per pupil. */
export const teachingEquipment2012 = defineItem({
  id: 'B3',
  regime: 'balance-2012',
  text,
  unit: 'yuan/pupil',
  per: 1,
  formula: coefficientFormula({ en: 'teaching equipment at book value, yuan', zh: '教学仪器设备值（元）' }, 1),
  source: cite('cv-tables-jilin', { en: 'column of the result table', zh: '结果表所列栏目' }, 'medium'),
  ...campusStock('equipment'),
})
