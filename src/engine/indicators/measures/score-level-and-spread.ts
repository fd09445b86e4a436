import { assumption, cite } from '../../declare.ts'
import { levelCode } from '../../county/county.ts'
import { defineMeasure } from '../declare.ts'

/*
 * The level beside every gap: mean score, spread among pupils, and how much of the spread lies between schools.
 */

/** Mean score of all pupils of a level. */
export const scoreMean = defineMeasure({
  id: 'score-mean',
  standing: 'research',
  text: {
    name: { en: 'Mean score', zh: '平均成绩' },
    reading: { en: 'In standard deviations of the county’s pupils in the base year; 0 is the base year’s mean.', zh: '以基年全县学生标准差为单位，0为基年平均水平。' },
  },
  unit: 'SD',
  better: 'higher',
  formula: { en: 'Σ score ÷ pupils on roll', zh: 'Σ 成绩 ÷ 在校生数' },
  source: assumption({ en: 'scores are in standard deviations of the base year by construction', zh: '成绩按基年标准差计量，系设定' }),
  thresholds: {},
  measure: (_, level, { sum, count }) => sum[levelCode(level)] / count[levelCode(level)],
})

/** Standard deviation of pupils’ scores. */
export const scoreSpread = defineMeasure({
  id: 'score-spread',
  standing: 'research',
  text: {
    name: { en: 'Spread of scores among pupils', zh: '学生成绩标准差' },
    reading: { en: 'Standard deviation over all pupils; 1 in the base year.', zh: '全体学生成绩的标准差，基年为1。' },
  },
  unit: 'SD',
  better: 'neither',
  formula: { en: '√( Σ score² ÷ n − mean² )', zh: '√（Σ 成绩² ÷ 人数 − 均值²）' },
  source: assumption({ en: 'scores are in standard deviations of the base year by construction', zh: '成绩按基年标准差计量，系设定' }),
  thresholds: {},
  measure(_, level, { sum, squares, count }) {
    const l = levelCode(level)
    const mean = sum[l] / count[l]
    return Math.sqrt(Math.max(0, squares[l] / count[l] - mean * mean))
  },
})

/** Between-school share of score variance: the stand-in for the official between-school difference rate. */
export const betweenSchoolShare = defineMeasure({
  id: 'between-school-share',
  standing: 'proxy',
  text: {
    name: { en: 'Between-school share of score variance', zh: '学校间成绩方差占比（校际差异率的替代测算）' },
    reading: {
      en: 'Stands in for the official inter-school difference rate (below 0.15), whose formula is not published and which is reported per subject by national monitoring.',
      zh: '用以替代国家质量监测的校际差异率（应小于0.15）；其计算方法未公布，由国家监测分学科给出，本数为模型测算。',
    },
  },
  unit: 'share',
  better: 'lower',
  formula: { en: 'Σₛ nₛ (mₛ − m)² ÷ Σ (score − m)²', zh: 'Σₛ nₛ (mₛ − m)² ÷ Σ（成绩 − m）²' },
  source: cite('jx-county', { en: 'over 18% of score variance lay between schools of one county', zh: '某县校际差异占成绩方差的18%以上' }, 'medium'),
  thresholds: { primary: { atMost: 0.15 }, junior: { atMost: 0.15 } },
  measure({ sections }, level, { sum, squares, count, sectionSum, sectionCount }) {
    const l = levelCode(level)
    const mean = sum[l] / count[l]
    const n = sections.count
    let between = 0
    for (let s = 0; s < n; s++) {
      if (sections.level[s] !== l || sectionCount[s] === 0) continue
      const away = sectionSum[s] / sectionCount[s] - mean
      between += sectionCount[s] * away * away
    }
    const total = squares[l] - count[l] * mean * mean
    return total > 0 ? between / total : NaN
  },
})
