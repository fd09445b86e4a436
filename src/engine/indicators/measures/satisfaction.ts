import { logistic } from '../../kernel/math.ts'
import { levelCode } from '../../county/county.ts'
import { assumption } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'
import { counts, weightedMean } from './over-sections.ts'

/** Kilometres at which the way to school halves this part of satisfaction. */
const halfWay = 5

/**
 * A stand-in for public satisfaction: the mean of four parts between 0 and 1. It is a model’s proxy and never a survey; only its
 * direction is meant.
 */
export const satisfaction = defineMeasure({
  id: 'satisfaction',
  standing: 'proxy',
  text: {
    name: { en: 'Satisfaction, model proxy', zh: '满意度（模型替代测算）' },
    reading: {
      en: 'Not a survey. Mean of four parts: way to school, classes within size, what families believe of their school, and closeness of those beliefs between schools.',
      zh: '并非问卷调查结果。由上学距离、班额、家长对学校水平的认可和各校认可度的接近程度四部分平均得出，仅供观察变化方向。',
    },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: '¼ [ 5 ÷ (5 + km) + share of classes within size + logistic(mean belief) + 1 ÷ (1 + SD of beliefs) ]', zh: '¼［5 ÷（5 + 公里数）+ 未超班额班级比例 + logistic（平均口碑）+ 1 ÷（1 + 口碑标准差）］' },
  source: assumption({ en: 'equal weights; official surveys of satisfaction and recognition cannot be simulated', zh: '等权合成；官方满意度和社会认可度调查无法模拟' }),
  thresholds: {},
  measure(county, level, { kilometres, dayPupils }) {
    const { sections } = county
    const code = levelCode(level)
    const belief = weightedMean(county, level, 'belief')
    let classes = 0
    let oversize = 0
    let pupils = 0
    let squares = 0
    for (let s = 0; s < sections.count; s++) {
      if (!counts(county, s, code)) continue
      classes += sections.classes[s]
      oversize += sections.oversize[s]
      pupils += sections.roll[s]
      squares += sections.roll[s] * (sections.belief[s] - belief) * (sections.belief[s] - belief)
    }
    if (pupils === 0 || classes === 0) return NaN
    const km = dayPupils[code] > 0 ? kilometres[code] / dayPupils[code] : 0
    const fair = 1 / (1 + Math.sqrt(squares / pupils))
    return (halfWay / (halfWay + km) + 1 - oversize / classes + logistic(belief) + fair) / 4
  },
})
