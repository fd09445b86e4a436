import { cite } from '../declare.ts'

/*
 * National births and the rule that turns them into grade-1 intakes. The series as first published before the 2020 census is
 * too low: it misses actual intakes by 7 to 15%. The revised one fits them to a few per cent.
 */

/** Births by calendar year, ten thousand; revised after the 2020 census. */
export const nationalBirths: Readonly<Record<number, number>> = {
  2011: 1785,
  2012: 1973,
  2013: 1776,
  2014: 1897,
  2015: 1654,
  2016: 1883,
  2017: 1765,
  2018: 1523,
  2019: 1465,
  2020: 1202,
  2021: 1062,
  2022: 956,
  2023: 902,
  2024: 954,
  2025: 792,
}

/** Where the births of a year come from: those up to 2018 and of 2020 have not been seen on the issuer’s page. */
export const birthsSource = (year: number) =>
  year === 2019 || year > 2020
    ? cite('nbs-births', { en: 'births of the year as published', zh: '当年公布的出生人口' }, 'high')
    : cite('nbs-births-revised', { en: 'births of the year, revised after the 2020 census', zh: '第七次人口普查后修订的当年出生人口' }, 'medium')

/**
 * Grade-1 intake of a school year, ten thousand: one third of the births seven years earlier and two thirds of those six years
 * earlier, because children enter at six by the end of August.
 *
 * @returns NaN where the births of one of the two years are unknown
 */
export function intakeOf(year: number, births: Readonly<Record<number, number>> = nationalBirths): number {
  return ((births[year - 7] ?? NaN) + 2 * (births[year - 6] ?? NaN)) / 3
}
