import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'

/** Parameters of births, moves and of children at entry. */
export const demographyParameters = {
  futureBirths: {
    label: { en: 'National births a year from 2026', zh: '2026年起全国年出生人口' },
    unit: 'ten thousand births',
    default: 700,
    range: [500, 1000],
    step: 10,
    source: cite('nbs-births', { en: 'births fell to 7.92 million in 2025; 6 to 8 million a year is the span used for 2026 and after', zh: '2025年出生人口降至792万；2026年以后按每年600万—800万取值' }, 'low'),
  },
  ruralMoves: {
    label: { en: 'Rural families who move townwards', zh: '乡村家庭年进城进镇率' },
    unit: 'share',
    default: 0.03,
    range: [0, 0.08],
    source: cite('nbs-urban-rural', { en: 'rural primary rolls fell 31% from 2018 to 2023, births and moves together; the part due to moves in the middle of schooling is judged', zh: '2018—2023年乡村小学生减少31%，含出生和迁移因素；就学期间迁移所占部分为估计' }, 'low'),
  },
  townshipMoves: {
    label: { en: 'Township families who move to the county town', zh: '镇区家庭年进城率' },
    unit: 'share',
    default: 0.012,
    range: [0, 0.05],
    source: assumption({ en: 'township rolls hold nationally while city rolls grow; no hazard published', zh: '全国镇区在校生基本稳定、城区增加；未见迁移率数据' }),
  },
  toTown: {
    label: { en: 'Rural movers who go straight to the county town', zh: '乡村迁移家庭直接进县城的比例' },
    unit: 'share',
    default: 0.6,
    range: [0.2, 0.9],
    source: assumption({ en: 'county towns grow faster than townships; no split published', zh: '县城增长快于镇区；未见分项数据' }),
  },
  backgroundSpread: {
    label: { en: 'Spread of family background inside a place', zh: '同地家庭背景离散程度' },
    unit: 'background SD',
    default: 0.85,
    range: [0.6, 1],
    source: assumption({ en: 'the rest of the variance lies between places, so that the county’s SD is about 1', zh: '其余方差在地区之间，使全县标准差约为1' }),
  },
  earlySpread: {
    label: { en: 'Spread of early skill at entry', zh: '入学时早期能力离散程度' },
    unit: 'SD',
    default: 0.86,
    range: [0.6, 1],
    source: assumption({ en: 'what is left of a variance of 1 after family background and place', zh: '总方差为1，扣除家庭背景和地区后的部分' }),
  },
  entryGradient: {
    label: { en: 'Early skill per SD of family background', zh: '家庭背景每高一个标准差的早期能力差异' },
    unit: 'SD',
    default: 0.3,
    range: [0.2, 0.4],
    source: cite('ceps-gradient', { en: 'score per SD of family background, 0.20 to 0.40', zh: '家庭背景每提高1个标准差，成绩提高0.20—0.40' }, 'medium'),
  },
  leftBehindCost: {
    label: { en: 'Background disadvantage of left-behind children', zh: '留守儿童家庭背景劣势' },
    unit: 'background SD',
    default: 0.15,
    range: [0, 0.4],
    source: assumption({ en: 'sign agreed in the literature; no county estimate', zh: '文献方向一致；无县级估计' }),
  },
} as const

export type DemographyYear = ProcessYear<typeof demographyParameters>
