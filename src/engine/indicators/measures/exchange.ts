import { levelCode } from '../../county/county.ts'
import { cite } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'

/*
 * Government item 11: teachers exchanged in the year, against those who met the conditions, and backbone teachers among them.
 */

/** Exchanged ÷ eligible before the exchange. */
function movedShare(moved: number, settled: number): number {
  const eligible = settled + moved
  return eligible > 0 ? moved / eligible : NaN
}

const backboneShare = (posted: number, backbonePosted: number): number => (posted > 0 ? backbonePosted / posted : NaN)

/** Both levels together. */
const both = (column: Float64Array): number => column[0] + column[1]

/** G11, first half: exchange ÷ eligible. */
export const rotationShare = defineMeasure({
  id: 'G11-rotation-share',
  standing: 'official',
  text: {
    name: { en: 'Teachers exchanged, of those eligible', zh: '交流轮岗教师占符合交流条件教师的比例' },
    reading: {
      en: 'At least 10% a year. Eligible here: six school years or more in one school, women under 50 and men under 55, as is common; teachers who return from a posting count as exchanged.',
      zh: '每年不低于10%。此处以同校任教满6年、女50周岁以下、男55周岁以下为符合交流条件（各地规定不一）；期满返校的教师计入交流人数。',
    },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: 'teachers exchanged this year ÷ teachers with six years or more in one school and below the age limit before the exchange', zh: '本年交流教师数 ÷ 交流前在同一学校任教满六年且未到年龄上限的教师数' },
  source: cite('balance-form-2017', { en: 'government item 11: at least 10% of those eligible', zh: '政府保障程度第11项：不低于符合交流条件教师的10%' }, 'high'),
  thresholds: { primary: { atLeast: 0.1 }, junior: { atLeast: 0.1 } },
  measure: (_county, level, _pupils, { moved, settled }) => movedShare(moved[levelCode(level)], settled[levelCode(level)]),
  wholeCounty: (_county, { moved, settled }) => movedShare(both(moved), both(settled)),
})

/** G11, second half: backbone teachers ÷ exchanged. */
export const rotationBackboneShare = defineMeasure({
  id: 'G11-backbone-share',
  standing: 'official',
  text: {
    name: { en: 'Backbone teachers among those exchanged', zh: '交流轮岗教师中骨干教师的比例' },
    reading: {
      en: 'At least 20% of those exchanged; undefined if nobody was. Counted among postings that began this year; permanent transfers are not told apart.',
      zh: '占交流轮岗教师的比例不低于20%；当年无交流则不计算。按本年开始的交流任期统计，不含直接调动。',
    },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: 'backbone teachers whose posting began this year ÷ teachers whose posting began this year', zh: '本年开始交流任教的骨干教师数 ÷ 本年开始交流任教的教师数' },
  source: cite('balance-form-2017', { en: 'government item 11: backbone teachers at least 20% of those exchanged', zh: '政府保障程度第11项：骨干教师不低于交流轮岗教师的20%' }, 'high'),
  thresholds: { primary: { atLeast: 0.2 }, junior: { atLeast: 0.2 } },
  measure: (_county, level, _pupils, { posted, backbonePosted }) => backboneShare(posted[levelCode(level)], backbonePosted[levelCode(level)]),
  wholeCounty: (_county, { posted, backbonePosted }) => backboneShare(both(posted), both(backbonePosted)),
})
