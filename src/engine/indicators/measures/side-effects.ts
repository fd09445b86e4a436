import { levelCode } from '../../county/county.ts'
import { assumption, cite } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'
import { quotient } from './over-sections.ts'

/*
 * What a policy may cost families and schools besides money: longer ways, boarding, posts without a holder, change of teachers.
 */

/** Mean distance of day pupils. */
export const commute = defineMeasure({
  id: 'commute',
  standing: 'research',
  text: {
    name: { en: 'Way to school of day pupils', zh: '走读生平均上学距离' },
    reading: { en: 'Straight line from the home place to the school, boarders left out.', zh: '居住地到学校的直线距离，不含寄宿生。' },
  },
  unit: 'km',
  better: 'lower',
  formula: { en: 'Σ distance of day pupils ÷ day pupils', zh: 'Σ 走读生上学距离 ÷ 走读生数' },
  source: assumption({ en: 'straight lines; roads in mountains are longer', zh: '按直线距离计；山区实际路程更长' }),
  thresholds: {},
  measure(_, level, { kilometres, dayPupils }) {
    const l = levelCode(level)
    return dayPupils[l] > 0 ? kilometres[l] / dayPupils[l] : NaN
  },
})

/** Share of pupils who board. */
export const boardingShare = defineMeasure({
  id: 'boarding-share',
  standing: 'research',
  text: {
    name: { en: 'Share of boarders', zh: '寄宿生比例' },
    reading: { en: 'Boarders ÷ pupils on roll.', zh: '寄宿生占在校生比例。' },
  },
  unit: 'share',
  better: 'neither',
  formula: { en: 'boarders ÷ pupils', zh: '寄宿生数 ÷ 在校生数' },
  source: cite('boarding-2017', { en: 'nationally 10.6% in primary and 46.7% in junior', zh: '全国小学寄宿率10.6%，初中46.7%' }, 'medium'),
  thresholds: {},
  measure: (county, level) => quotient(county, level, 'boarders', 'roll'),
})

/** Share of posts without a holder. */
export const vacancyShare = defineMeasure({
  id: 'vacancy-share',
  standing: 'research',
  text: {
    name: { en: 'Vacant posts', zh: '空编率' },
    reading: { en: 'Posts granted this year without a holder.', zh: '本年核定编制中空缺的比例。' },
  },
  unit: 'share',
  better: 'lower',
  formula: { en: 'vacant posts ÷ posts', zh: '空编数 ÷ 核定编制数' },
  source: assumption({ en: 'a choice of what to show', zh: '展示口径由本项目选定' }),
  thresholds: {},
  measure: (county, level) => quotient(county, level, 'vacancies', 'posts'),
})

/** Share of teachers new to their school. */
export const newcomerShare = defineMeasure({
  id: 'newcomer-share',
  standing: 'research',
  text: {
    name: { en: 'Teachers new to their school', zh: '新到校教师比例' },
    reading: { en: 'Teachers in their first year in the section: change costs learning.', zh: '在本校任教首年的教师比例；师资变动对教学有短期影响。' },
  },
  unit: 'share',
  better: 'lower',
  formula: { en: 'teachers in their first year here ÷ full-time teachers', zh: '本校任教首年教师数 ÷ 专任教师数' },
  source: cite('ronfeldt-2013', { en: 'turnover harms beyond the change in teacher quality', zh: '人员变动的损害超出教师质量变化本身' }, 'medium'),
  thresholds: {},
  measure: (county, level) => quotient(county, level, 'newcomers', 'staff'),
})
