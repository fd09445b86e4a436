import type { CountyDescription, Scenario } from '../../src/engine/index.ts'

/*
 * A county of 12 schools and about 2,500 pupils, small enough to be run for many seeds. It has one of everything that the
 * engine treats differently: all three kinds of place, teaching points, a nine-year school, a private school, a junior
 * section of a complete secondary, two key senior highs.
 */

/** Description of the tiny county; figures near those of published counties, rounded. */
export const tinyDescription: CountyDescription = {
  id: 'tiny-county',
  title: { en: 'Tiny county', zh: '微型县' },
  about: { en: 'For tests.', zh: '供测试使用。' },
  seed: 'tiny-2025',
  year: 2025,
  radius: 16,
  townships: 3,
  neighbourhoods: 3,
  villages: 6,
  children: { 'county-town': 0.42, township: 0.3, rural: 0.28 },
  growth: { 'county-town': 1.02, township: 1, rural: 0.96 },
  migrants: { 'county-town': 0.06, township: 0.02, rural: 0 },
  leftBehind: { 'county-town': 0.05, township: 0.2, rural: 0.3 },
  schools: [
    { form: 'primary', kind: 'county-town', owner: 'county', count: 2, size: 2 },
    { form: 'primary', kind: 'county-town', owner: 'private', count: 1, size: 1 },
    { form: 'primary', kind: 'township', owner: 'county', count: 2, size: 1 },
    { form: 'primary', kind: 'rural', owner: 'county', count: 1, size: 0.6 },
    { form: 'teaching-point', kind: 'rural', owner: 'county', count: 2, size: 0.15 },
    { form: 'nine-year', kind: 'rural', owner: 'county', count: 1, size: 0.6 },
    { form: 'junior', kind: 'county-town', owner: 'county', count: 1, size: 1.4 },
    { form: 'junior', kind: 'township', owner: 'county', count: 1, size: 1 },
    { form: 'complete-secondary', kind: 'county-town', owner: 'county', count: 1, size: 1 },
  ],
  rolls: { primary: 1650, junior: 850 },
  items: {
    primary: {
      area: { mean: 4.5, cv: 0.3 },
      sports: { mean: 8, cv: 0.35 },
      equipment: { mean: 2500, cv: 0.3 },
      multimedia: { mean: 2.8, cv: 0.35 },
      computers: { mean: 15, cv: 0.35 },
      books: { mean: 20, cv: 0.25 },
      teachers: { mean: 6.2, cv: 0.25 },
      aboveDegree: { mean: 5.5, cv: 0.28 },
      midRank: { mean: 2.8, cv: 0.35 },
      backbone: { mean: 0.9, cv: 0.5 },
      peArts: { mean: 0.9, cv: 0.4 },
    },
    junior: {
      area: { mean: 4.6, cv: 0.3 },
      sports: { mean: 9, cv: 0.3 },
      equipment: { mean: 2900, cv: 0.2 },
      multimedia: { mean: 2.9, cv: 0.25 },
      computers: { mean: 21, cv: 0.25 },
      books: { mean: 28, cv: 0.2 },
      teachers: { mean: 7.9, cv: 0.2 },
      aboveDegree: { mean: 7.2, cv: 0.2 },
      midRank: { mean: 4.3, cv: 0.3 },
      backbone: { mean: 1.1, cv: 0.5 },
      peArts: { mean: 0.9, cv: 0.3 },
    },
  },
  seniors: [{ seatShare: 0.12 }, { seatShare: 0.08 }],
  generalShare: 0.6,
  quota: { share: 0.5, order: 'open-first', floor: 0.45, residency: 3, returned: true },
  finance: {
    teacherPay: 130_000,
    aboveBase: { primary: 40, junior: 60 },
    baseShares: { central: 0.6, province: 0.2, county: 0.2 },
  },
  sources: [],
}

/** A scenario of the tiny county: one arm under the status quo, three years, unless told otherwise. */
export const tinyCountyScenario = (more: Partial<Scenario> = {}): Scenario => ({
  id: 'tiny-county',
  title: { en: 'Tiny county', zh: '微型县' },
  seed: 'tiny',
  years: { from: 2025, to: 2028 },
  replicates: 1,
  county: tinyDescription,
  behaviour: {},
  arms: [{ id: 'status-quo', policies: [] }],
  ...more,
})
