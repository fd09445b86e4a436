import { cite, type Bilingual } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'
import { weightedMean } from './over-sections.ts'

/*
 * Town schools minus rural schools, in three readings that must never be confused: what pupils score, what they score given
 * their families, and what their schools added this year.
 */

const gap = (id: string, column: 'rawMean' | 'adjustedMean' | 'valueAdded', name: Bilingual, reading: Bilingual, says: Bilingual) =>
  defineMeasure({
    id,
    standing: 'research',
    text: { name, reading },
    unit: column === 'valueAdded' ? 'SD/year' : 'SD',
    better: 'lower',
    formula: { en: 'pupil-weighted mean of county-town sections − pupil-weighted mean of rural sections', zh: '城区学校按学生加权的均值 − 乡村学校按学生加权的均值' },
    source: cite('zhao-2017', says, 'medium'),
    thresholds: {},
    measure: (county, level) => weightedMean(county, level, column, 0) - weightedMean(county, level, column, 2),
  })

/** Mean score, county town minus rural. */
export const scoreGap = gap(
  'score-gap',
  'rawMean',
  { en: 'Score gap, county town minus rural schools', zh: '城乡成绩差距（城区减乡村）' },
  { en: 'In standard deviations of pupils’ scores; mostly intake, so it is not the schools’ doing alone.', zh: '以学生成绩标准差为单位；主要反映生源差异，不全是学校所致。' },
  { en: 'urban–rural cognitive gap of 37 to 41% of a standard deviation', zh: '城乡认知能力差距为0.37—0.41个标准差' },
)

/** Mean score given family background, county town minus rural. */
export const adjustedGap = gap(
  'score-gap-adjusted',
  'adjustedMean',
  { en: 'Score gap given family background', zh: '扣除家庭背景后的城乡成绩差距' },
  { en: 'The same gap with the part due to family background taken off.', zh: '扣除家庭背景影响后的城区与乡村成绩差距。' },
  { en: 'nearly one half of the gap goes with family and contact', zh: '差距近一半与家庭和交往有关' },
)

/** Value added this year, county town minus rural. */
export const valueAddedGap = gap(
  'value-added-gap',
  'valueAdded',
  { en: 'Value-added gap', zh: '城乡增值差距' },
  { en: 'What schools added to each pupil this year, county town minus rural.', zh: '本年学校给学生带来的增值，城区减乡村。' },
  { en: 'teachers explain part of the gap; the share differs between studies', zh: '教师可解释部分差距，各研究所得份额不一' },
)
