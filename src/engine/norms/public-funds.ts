import { assumption, cite, type Level } from '../declare.ts'
import { inForce, type Dated } from './dated.ts'

/*
 * Public funds of compulsory schools (生均公用经费): what the state fixes per pupil and year. Counties may add to it, never less.
 */

type PerLevel = Readonly<Record<Level, number>>

/** National base per pupil and year, yuan, in the central and western regions (中西部). */
export const publicFundsCentralWest: readonly Dated<PerLevel>[] = [
  { from: 2016, value: { primary: 600, junior: 800 }, source: cite('public-funds-2016', 'from spring 2016: 600 and 800 yuan in the central and western regions', 'high') },
  {
    from: 2020,
    value: { primary: 650, junior: 850 },
    source: cite('public-funds-bayannur', '650 and 850 yuan in force in Inner Mongolia in April 2023; the year of the rise, 2019 or 2020, is not confirmed', 'medium'),
  },
  { from: 2023, value: { primary: 720, junior: 940 }, source: cite('public-funds-2023', 'from spring 2023: 720 and 940 yuan in all regions', 'medium') },
]

/** National base per pupil and year, yuan, in the eastern region (东部). */
export const publicFundsEast: readonly Dated<PerLevel>[] = [
  { from: 2016, value: { primary: 650, junior: 850 }, source: cite('public-funds-2016', 'from spring 2016: 650 and 850 yuan in the eastern region', 'high') },
  { from: 2023, value: { primary: 720, junior: 940 }, source: cite('public-funds-2023', 'from spring 2023: 720 and 940 yuan in all regions', 'medium') },
]

/** Supplement per boarder and year, yuan. */
export const boardingSupplements: readonly Dated<number>[] = [
  { from: 2016, value: 200, source: cite('public-funds-bayannur', '200 yuan per boarder until 2022', 'medium') },
  { from: 2023, value: 300, source: cite('public-funds-2023', 'raised to 300 yuan from spring 2023', 'medium') },
]

/** Public funds per special-education pupil and year, yuan. */
export const specialEducationFunds: readonly Dated<number>[] = [
  { from: 2016, value: 6000, source: cite('public-funds-2016', '6,000 yuan from 2016', 'high') },
  { from: 2025, value: 7000, source: cite('special-education-2025', '7,000 yuan from spring 2025', 'medium') },
]

/** Schools with fewer pupils are funded as if they had this many. */
export const smallSchoolFloor = 100

/** Where the floor comes from. */
export const smallSchoolFloorSource = cite('balance-form-2017', 'government item 6: village schools and points under 100 pupils are funded as 100', 'high')

/** National base of public funds, yuan per pupil and year, in a calendar year; central and western regions unless told otherwise. */
export const publicFundsBase = (year: number, level: Level, region: 'central-west' | 'east' = 'central-west'): number =>
  inForce('public funds base', region === 'east' ? publicFundsEast : publicFundsCentralWest, year).value[level]

/** Supplement per boarder, yuan a year, in a calendar year. */
export const boardingSupplement = (year: number): number => inForce('boarding supplement', boardingSupplements, year).value

/** Public funds per special-education pupil, yuan a year, in a calendar year. */
export const specialEducationBase = (year: number): number => inForce('special-education public funds', specialEducationFunds, year).value

/** Why the last figures are carried forward. */
export const carriedForward = assumption('no change after 2023 was found; the figures of 2023 stand until a scenario supposes others')
