import { cite, type Level } from '../declare.ts'
import { inForce, type Dated } from './dated.ts'

/*
 * Public funds of compulsory schools (生均公用经费): what the state fixes per pupil and year. Counties may add to it, never less.
 * No change after 2023 was found: the figures of 2023 stand until a scenario supposes others.
 */

type PerLevel = Readonly<Record<Level, number>>

/** National base per pupil and year, yuan, in the central and western regions (中西部). */
export const publicFundsCentralWest: readonly Dated<PerLevel>[] = [
  { from: 2016, value: { primary: 600, junior: 800 }, source: cite('public-funds-2016', { en: 'from spring 2016: 600 and 800 yuan in the central and western regions', zh: '2016年春季起，中西部小学600元、初中800元' }, 'high') },
  {
    from: 2020,
    value: { primary: 650, junior: 850 },
    source: cite('public-funds-bayannur', { en: '650 and 850 yuan in force in Inner Mongolia in April 2023; the year of the rise, 2019 or 2020, is not confirmed', zh: '2023年4月内蒙古执行650元和850元；提标年份为2019年或2020年，尚未核实' }, 'medium'),
  },
  { from: 2023, value: { primary: 720, junior: 940 }, source: cite('public-funds-2023', { en: 'from spring 2023: 720 and 940 yuan in all regions', zh: '2023年春季起，各地统一为小学720元、初中940元' }, 'medium') },
]

/** National base per pupil and year, yuan, in the eastern region (东部). */
export const publicFundsEast: readonly Dated<PerLevel>[] = [
  { from: 2016, value: { primary: 650, junior: 850 }, source: cite('public-funds-2016', { en: 'from spring 2016: 650 and 850 yuan in the eastern region', zh: '2016年春季起，东部小学650元、初中850元' }, 'high') },
  { from: 2023, value: { primary: 720, junior: 940 }, source: cite('public-funds-2023', { en: 'from spring 2023: 720 and 940 yuan in all regions', zh: '2023年春季起，各地统一为小学720元、初中940元' }, 'medium') },
]

/** Supplement per boarder and year, yuan. */
export const boardingSupplements: readonly Dated<number>[] = [
  { from: 2016, value: 200, source: cite('public-funds-bayannur', { en: '200 yuan per boarder until 2022', zh: '2022年以前每名寄宿生200元' }, 'medium') },
  { from: 2023, value: 300, source: cite('public-funds-2023', { en: 'raised to 300 yuan from spring 2023', zh: '2023年春季起提高到300元' }, 'medium') },
]

/** Public funds per special-education pupil and year, yuan. */
export const specialEducationFunds: readonly Dated<number>[] = [
  { from: 2016, value: 6000, source: cite('public-funds-2016', { en: '6,000 yuan from 2016', zh: '2016年起6000元' }, 'high') },
  { from: 2025, value: 7000, source: cite('special-education-2025', { en: '7,000 yuan from spring 2025', zh: '2025年春季起7000元' }, 'medium') },
]

/** Schools with fewer pupils are funded as if they had this many: village schools and points, by government item 6 of `balance-form-2017`. */
export const smallSchoolFloor = 100

const tier = (central: number, en: string, zh: string) =>
  ({
    central,
    text: { en, zh },
    source: cite('cost-sharing-2018', { en: 'central and local 8 : 2 in the first tier, 6 : 4 in the second, 5 : 5 elsewhere; from memory, the text was not opened', zh: '中央与地方：第一档8∶2，第二档6∶4，其他5∶5；凭记忆引用，原文待核' }, 'medium'),
  }) as const

/**
 * Central share of the national base of public funds by tier of province; the rest is local, and each province says how its part is
 * divided between province, city and county. The ladder 80/60/50/30/10 of other items does not hold for public funds.
 */
export const centralShareTiers = [
  tier(0.8, 'first tier: the twelve western provinces', '第一档：西部12省份'),
  tier(0.6, 'second tier: the ten central provinces', '第二档：中部10省份'),
  tier(0.5, 'all others', '其他省份'),
] as const

/** National base of public funds, yuan per pupil and year, in a calendar year; central and western regions unless told otherwise. */
export const publicFundsBase = (year: number, level: Level, region: 'central-west' | 'east' = 'central-west'): number =>
  inForce('public funds base', region === 'east' ? publicFundsEast : publicFundsCentralWest, year).value[level]

/** Supplement per boarder, yuan a year, in a calendar year. */
export const boardingSupplement = (year: number): number => inForce('boarding supplement', boardingSupplements, year).value
