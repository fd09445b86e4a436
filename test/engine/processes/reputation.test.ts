import { expect, test } from 'vitest'
import { smallCounty } from '../../support/small-county.ts'
import { runProcess } from './small-year.ts'

test('belief closes 35 % of its distance to what was seen every year: half in 1.6 years, nearly three quarters in three', () => {
  const county = smallCounty()
  county.sections.rawMean.fill(1)
  for (const expected of [0.35, 0.5775, 0.725375]) {
    runProcess('reputation', county, { set: { learning: 0.35 } })
    expect(county.sections.belief[0]).toBeCloseTo(expected, 12)
  }
})

test('nobody learns anything new about a school that is closed or empty', () => {
  const county = smallCounty()
  county.sections.rawMean.fill(1)
  county.sections.open[4] = 0
  county.sections.roll[3] = 0
  runProcess('reputation', county)
  expect([county.sections.belief[3], county.sections.belief[4]]).toEqual([0, 0])
})

test('principals serve on: one in fifty goes in the first half of a term, a quarter a year after it', () => {
  let early = 0
  let late = 0
  const effects: number[] = []
  for (let seed = 1; seed <= 600; seed++) {
    const county = smallCounty()
    county.schools.principal.fill(9)
    county.schools.principalTerm.set([0, 2, 3, 9, 200])
    runProcess('reputation', county, { seed, set: { principalTerm: 8, principalSpread: 0.05 } })
    const { principal, principalTerm } = county.schools
    for (let k = 0; k < 5; k++) {
      const isNew = principal[k] !== 9
      expect(principalTerm[k]).toBe(isNew ? 0 : [1, 3, 4, 10, 201][k])
      if (isNew) effects.push(principal[k]!)
      if (k < 2) early += isNew ? 1 : 0
      else late += isNew ? 1 : 0
    }
  }
  // 1,200 and 1,800 principals: standard errors 0.004 and 0.010
  expect(Math.abs(early / 1200 - 0.02)).toBeLessThan(0.017)
  expect(Math.abs(late / 1800 - 0.25)).toBeLessThan(0.045)
  const sd = Math.sqrt(effects.reduce((sum, x) => sum + x * x, 0) / effects.length)
  expect(Math.abs(sd / 0.05 - 1)).toBeLessThan(0.15)
})
