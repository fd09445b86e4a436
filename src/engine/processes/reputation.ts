import { assumption, cite } from '../declare.ts'
import { keyedHash } from '../kernel/random.ts'
import { normalCell } from '../kernel/variates.ts'
import { defineProcess } from './declare.ts'

/*
 * Reputation. Families believe a little more of what they have just seen; principals serve another year, and some change.
 * Who decides: hearsay; the county’s ordinary turnover of principals.
 * What it ignores: rankings published by force, social media.
 */

const parameters = {
  learning: {
    label: { en: 'How fast belief follows the mean score', zh: '口碑每年跟随成绩的比例' },
    unit: 'share',
    default: 0.35,
    range: [0.2, 0.6],
    source: assumption({ en: 'reputation lags two to three years', zh: '口碑滞后两到三年' }),
  },
  principalSpread: {
    label: { en: 'SD of principals’ effect', zh: '校长效应标准差' },
    unit: 'SD/year',
    default: 0.05,
    range: [0.01, 0.12],
    source: cite('branch-2012', { en: '0.05 is the most conservative published estimate; 0.12 in a Swedish study', zh: '0.05为已发表估计中最保守者；瑞典研究为0.12' }, 'medium'),
  },
  principalTerm: {
    label: { en: 'Years after which a principal is usually replaced', zh: '校长通常任职年限' },
    unit: 'years',
    default: 8,
    range: [4, 15],
    source: assumption({ en: 'two terms of three to four years', zh: '两届，每届三到四年' }),
  },
} as const

export const reputation = defineProcess({
  id: 'reputation',
  text: {
    name: { en: 'Reputation and principals', zh: '口碑与校长更替' },
    summary: { en: 'Families’ belief moves towards this year’s mean score; long-serving principals are replaced.', zh: '家长认知逐步跟随当年成绩；任期较长的校长正常更替。' },
  },
  parameters,
  streams: ['reputation.leaves', 'reputation.successor'],
  reads: ['sections.open', 'sections.roll', 'sections.rawMean', 'schools.id', 'schools.open'],
  touches: ['sections.belief', 'schools.principal', 'schools.principalTerm'],
  bind(county) {
    const { sections, schools } = county
    return (now) => {
      const { set, draws } = now
      for (let s = 0; s < sections.count; s++) {
        if (sections.open[s] === 1 && sections.roll[s] > 0) sections.belief[s] += set.learning * (sections.rawMean[s] - sections.belief[s])
      }
      const leaves = draws.stream('reputation.leaves')
      const k0 = draws.k0('reputation.successor')
      const k1 = draws.k1('reputation.successor')
      for (let k = 0; k < schools.count; k++) {
        if (schools.open[k] === 0) continue
        if (schools.principalTerm[k] < 255) schools.principalTerm[k]++
        const hazard = schools.principalTerm[k] < set.principalTerm / 2 ? 0.02 : 2 / set.principalTerm
        if (leaves(schools.id[k]) >= hazard) continue
        const h = keyedHash(schools.id[k], k0, k1)
        schools.principal[k] = set.principalSpread * (normalCell[h >>> 20] + normalCell[(h >>> 8) & 4095])
        schools.principalTerm[k] = 0
      }
    }
  },
})
