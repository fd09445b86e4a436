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
    source: cite('nbs-births', 'births fell to 7.92 million in 2025; 6 to 8 million a year is the span used for 2026 and after', 'low'),
  },
  ruralMoves: {
    label: { en: 'Rural families who move townwards', zh: '乡村家庭年进城进镇率' },
    unit: 'share',
    default: 0.03,
    range: [0, 0.08],
    source: cite('nbs-urban-rural', 'rural primary rolls fell 31 % from 2018 to 2023, births and moves together; the part due to moves in the middle of schooling is judged', 'medium'),
  },
  townshipMoves: {
    label: { en: 'Township families who move to the county town', zh: '镇区家庭年进城率' },
    unit: 'share',
    default: 0.012,
    range: [0, 0.05],
    source: assumption('township rolls hold nationally while city rolls grow; no hazard published'),
  },
  toTown: {
    label: { en: 'Rural movers who go straight to the county town', zh: '乡村迁移家庭直接进县城的比例' },
    unit: 'share',
    default: 0.6,
    range: [0.2, 0.9],
    source: assumption('county towns grow faster than townships; no split published'),
  },
  backgroundSpread: {
    label: { en: 'Spread of family background inside a place', zh: '同地家庭背景离散程度' },
    unit: 'SD',
    default: 0.85,
    range: [0.6, 1],
    source: assumption('the rest of the variance lies between places, so that the county’s SD is about 1'),
  },
  earlySpread: {
    label: { en: 'Spread of early skill at entry', zh: '入学时早期能力离散程度' },
    unit: 'SD',
    default: 0.86,
    range: [0.6, 1],
    source: assumption('what is left of a variance of 1 after family background and place'),
  },
  entryGradient: {
    label: { en: 'Early skill per SD of family background', zh: '家庭背景每高一个标准差的早期能力差异' },
    unit: 'SD',
    default: 0.3,
    range: [0.2, 0.4],
    source: cite('ceps-gradient', 'score per SD of family background, 0.20 to 0.40', 'medium'),
  },
  leftBehindCost: {
    label: { en: 'Background disadvantage of left-behind children', zh: '留守儿童家庭背景劣势' },
    unit: 'SD',
    default: 0.15,
    range: [0, 0.4],
    source: assumption('sign agreed in the literature; no county estimate'),
  },
} as const

export type DemographyYear = ProcessYear<typeof demographyParameters>
