import { describe, expect, test } from 'vitest'
import { countyColumn, countySeries, sectionColumn, sectionSeries, type Series } from '../../../src/engine/record.ts'
import type { PolicyUse } from '../../../src/engine/scenario.ts'
import { runLittle } from './little-county.ts'

/*
 * What policies do inside the whole year, on the real engine, each against the status quo of the same replicate: identities
 * that hold exactly in the first year, before anything else has had time to follow, and signs that must come out.
 */
const first = 2026
const on = (use: string, set: Record<string, number | string> = {}, more: Partial<PolicyUse> = {}): PolicyUse => ({ use, from: first, set, ...more })
const county = (series: Series, column: string, year = first): number => {
  const at = countyColumn(column)
  if (at < 0) throw new RangeError(`no column ${column}`)
  return series.county[(year - 2025) * countySeries.length + at]!
}
/** Sum of a section column over all sections and the years from the first. */
const total = (series: Series, column: string): number => {
  const width = sectionSeries.length
  const at = sectionColumn(column)
  if (at < 0) throw new RangeError(`no column ${column}`)
  let sum = 0
  for (let row = series.sectionCount; row < series.sectionCount * series.years.length; row++) sum += series.sections[row * width + at]!
  return sum
}
const replicates = [1, 2, 3, 4, 5, 6]

describe('identities of the first year', () => {
  test('a tilt inside a fixed pot costs nothing; an added one costs its pot', () => {
    const [quo, fixed, added] = runLittle([[on('funding-tilt', { pot: 'fixed', size: 300 })], [on('funding-tilt', { pot: 'added', size: 300 })]], first) as [Series, Series, Series]
    expect(county(fixed, 'cost')).toBe(county(quo, 'cost'))
    // public schools’ pupils of last October, 300 yuan each
    const width = sectionSeries.length
    let pupils = 0
    for (let s = 0; s < quo.sectionCount; s++) pupils += quo.sections[s * width + sectionColumn('roll')]!
    const spent = county(added, 'cost') - county(quo, 'cost')
    expect(spent % 300).toBe(0)
    expect(spent / 300).toBeLessThanOrEqual(pupils)
    expect(spent / 300).toBeGreaterThan(0.8 * pupils)
  })

  test('directed places move admissions between schools, never their sum', () => {
    const [quo, more] = runLittle([[on('enrolment-quota', { share: 0.9, floorRule: 'none', tiltRural: 0 })]], first) as [Series, Series]
    expect(county(more, 'keyAdmitted.junior')).toBe(county(quo, 'keyAdmitted.junior'))
    expect(county(more, 'key-chance-range.junior')).toBeLessThan(county(quo, 'key-chance-range.junior'))
  })

  test('training of the national kind costs money and moves nothing at all', () => {
    const [quo, trained] = runLittle([[on('teacher-training', { kind: 'lectures' })]]) as [Series, Series]
    const moved = countySeries.filter(({ id }) => !id.startsWith('cost') && quo.years.some((year) => !Object.is(county(quo, id, year), county(trained, id, year))))
    expect(moved.map(({ id }) => id)).toEqual([])
    expect(county(trained, 'cost')).toBeGreaterThan(county(quo, 'cost'))
  })

  test('closures lose no pupil', () => {
    const [quo, closed] = runLittle([[on('network-adjustment', { closeBelow: 80, within: 20 })]], first) as [Series, Series]
    expect(county(closed, 'schools.open.primary')).toBeLessThan(county(quo, 'schools.open.primary'))
    expect(county(closed, 'roll.primary')).toBe(county(quo, 'roll.primary'))
    expect(county(closed, 'teachers.primary')).toBeLessThanOrEqual(county(quo, 'teachers.primary'))
  })

  test('exchange one for one keeps the number of teachers of both levels', () => {
    const [quo, exchanged] = runLittle([[on('teacher-rotation', { direction: 'pairwise', share: 0.5, exits: 0 })]], first) as [Series, Series]
    expect(county(exchanged, 'movedIn.primary')).toBeGreaterThan(0)
    for (const level of ['primary', 'junior']) expect(county(exchanged, `teachers.${level}`)).toBe(county(quo, `teachers.${level}`))
  })
})

describe('signs over six paired replicates', () => {
  const differences = (use: PolicyUse, measure: (series: Series) => number, to = 2031): number[] =>
    replicates.map((replicate) => {
      const [quo, other] = runLittle([[use]], to, replicate) as [Series, Series]
      return measure(other) - measure(quo)
    })
  const below = (values: readonly number[]): number => values.filter((d) => d < 0).length

  test('rotation of backbone teachers to schools that lack them closes their gap at once and hardly moves scores', () => {
    const use = on('teacher-rotation', { share: 0.3, backboneShare: 0.7, sameLevel: 0, minimumTenure: 3 })
    expect(below(differences(use, (s) => county(s, 'Q2.cv.primary') + county(s, 'Q2.cv.junior'), first))).toBeGreaterThanOrEqual(5)
    for (const d of differences(use, (s) => county(s, 'score-mean.primary'), first)) expect(Math.abs(d)).toBeLessThan(0.02)
  })

  test('an allowance far above the threshold keeps rural teachers; half the national mean hardly does', () => {
    const left = (s: Series): number => total(s, 'transfersOut')
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
    const much = sum(differences(on('rural-allowance', { village: 3000, township: 2000, remoteness: 0, rank: 0 }), left))
    const little = sum(differences(on('rural-allowance', { village: 200, township: 100, remoteness: 0, rank: 0 }), left))
    expect(much).toBeLessThan(0)
    expect(much).toBeLessThan(little)
  })

  test('nine-year schools may lose or gain: the sign follows the study one believes', () => {
    const merged = { pairs: 3, within: 15 }
    const junior = (s: Series): number => county(s, 'score-mean.junior', 2031)
    expect(below(differences(on('nine-year-school', { ...merged, quality: -0.1, transition: 0 }), junior))).toBeGreaterThanOrEqual(5)
    expect(below(differences(on('nine-year-school', { ...merged, quality: 0, transition: -0.15 }), junior))).toBeLessThanOrEqual(1)
  })

  test('closing loses with young children and gains with older ones only as far as the move itself does', () => {
    const score = (s: Series): number => county(s, 'score-mean.primary', first)
    const closing = { closeBelow: 100, within: 20, build: 0, transport: 0, dormitories: 'no' }
    const bad = differences(on('network-adjustment', { ...closing, shockYoung: -0.1, shockOlder: -0.1 }), score, first)
    const good = differences(on('network-adjustment', { ...closing, shockYoung: 0.1, shockOlder: 0.1 }), score, first)
    bad.forEach((d, i) => expect(d).toBeLessThan(good[i]!))
  })

  test('mentoring matched by skill raises the mean, and so do standing in for missing teachers and groups', () => {
    for (const use of [on('mentoring', { share: 1 }), on('shared-classroom', { lessons: 0.3, facilitator: 9 }), on('school-group', { coverage: 1 })])
      expect(below(differences(use, (s) => county(s, 'score-mean.primary'), first)), use.use).toBe(0)
  })

  test('after-school service loosens the tie to the family: the spread of scores falls', () => {
    expect(below(differences(on('burden-reduction', { hours: 15, curb: 1 }), (s) => county(s, 'score-spread.junior', 2031)))).toBeGreaterThanOrEqual(4)
  })

  test('support keeps juniors in school', () => {
    const dropouts = differences(on('pupil-support', { boarders: 3000, leftBehind: 1000, migrantPlaces: 0, retention: 0.5, poorShare: 1 }), (s) => total(s, 'dropouts'))
    expect(below(dropouts)).toBeGreaterThanOrEqual(5)
  })
})
