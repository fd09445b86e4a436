import { cite, type Level } from '../declare.ts'
import { judgeCoefficient, type LevelVerdict, type Regime, type Standing } from './verdict.ts'

/*
 * Basic balance (基本均衡), 2012: eight items, judged by one composite coefficient, the plain mean of the eight.
 * Sources: `balance-2012`; the limits as printed by `jiujiang-2023`; the population by `balance-form-2012`.
 */

const items = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'] as const

/** Ordinary schools of the county government only: no private schools, no other owners, no teaching points. */
function assesses({ form, owner, open, pupils }: Standing): boolean {
  return open && pupils > 0 && owner === 'county' && form !== 'teaching-point'
}

function judge(level: Level, values: readonly ArrayLike<number>[], coefficients: readonly number[]): LevelVerdict {
  let sum = 0
  for (let i = 0; i < items.length; i++) sum += coefficients[i]
  const composite = judgeCoefficient('composite', sum / items.length, balance2012.limits[level])
  const sections = values.length > 0 ? values[0].length : 0
  return { level, outcome: sections === 0 ? 'undecided' : composite.outcome, schools: [], passing: 0, coefficients: [composite] }
}

/** The regime of 2012. */
export const balance2012: Regime = {
  id: 'balance-2012',
  text: {
    name: { en: 'Basic balance (2012): gap between schools', zh: '基本均衡（2012年）：校际差距' },
    covers: {
      en: 'The composite coefficient, the plain mean of the eight items’ coefficients: at most 0.65 in primary and 0.55 in junior.',
      zh: '八项指标差异系数的平均值（综合差异系数）：小学不高于0.65，初中不高于0.55。',
    },
    leavesOut: {
      en: 'The province’s own running standard for every school, the score of the county government’s 17 items and public satisfaction are examined separately. A projection, not an official recognition.',
      zh: '各校达到省定基本办学标准、对县级人民政府工作的17项评估得分和公众满意度须另行核查。本结果为测算推演，不替代督导评估认定。',
    },
  },
  source: cite('jiujiang-2023', { en: 'a district’s monitoring page prints 0.65 and 0.55 as the national limits of the composite coefficient', zh: '某区监测公示将综合差异系数的国家限值列为0.65和0.55' }, 'medium'),
  items,
  limits: { primary: 0.65, junior: 0.55 },
  assesses,
  judge,
}
