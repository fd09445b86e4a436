import { levelCode } from '../../county/county.ts'
import { cite } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'
import { counts } from './over-sections.ts'

/** E1: three-year retention, from this year’s dropouts. */
export const retention = defineMeasure({
  id: 'E1-retention',
  standing: 'proxy',
  only: 'junior',
  text: {
    name: { en: 'Junior three-year retention', zh: '初中三年巩固率（测算）' },
    reading: {
      en: 'At least 95%. Worked out from this year’s dropouts as if all three years were like it; the official figure follows one cohort with its transfers.',
      zh: '应不低于95%。按本年辍学率推算三年；官方口径为同一届学生并计入转入转出。',
    },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: '(1 − dropouts ÷ (pupils + dropouts))³', zh: '（1 − 辍学人数 ÷（在校生数 + 辍学人数））³' },
  source: cite('balance-form-2017', { en: 'quality item 1: at least 95%', zh: '教育质量第1项：不低于95%' }, 'high'),
  thresholds: { junior: { atLeast: 0.95 } },
  measure(county, level) {
    const { sections } = county
    const code = levelCode(level)
    let left = 0
    let stayed = 0
    for (let s = 0; s < sections.count; s++) {
      if (!counts(county, s, code)) continue
      left += sections.dropouts[s]
      stayed += sections.roll[s]
    }
    if (stayed === 0) return NaN
    const year = stayed / (stayed + left)
    return year * year * year
  },
})
