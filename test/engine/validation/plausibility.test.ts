import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CountyDescription } from '../../../src/engine/county/description.ts'
import { purposes, payers } from '../../../src/engine/county/ledger.ts'
import { countyColumn, countySeries, type Series } from '../../../src/engine/record.ts'
import type { Arm } from '../../../src/engine/scenario.ts'
import { createEngine } from '../../../src/engine/simulate.ts'

/** Pupils per class, on average of a level, beyond which a result would not be believed. */
const crowded = 90

const hardest: Arm = {
  id: 'hardest',
  policies: [
    { use: 'teacher-rotation', from: 2026, set: { share: 0.5, picks: 'county', length: 1, minimumTenure: 1 } },
    { use: 'funding-tilt', from: 2026, set: { size: 2000, pot: 'fixed', rural: 3, weak: 3, small: 3 } },
    { use: 'enrolment-quota', from: 2026, set: { share: 1, order: 'quota-first', floorRule: 'none', tiltRural: 2 } },
    { use: 'network-adjustment', from: 2026, set: { closeBelow: 200, within: 40 } },
  ],
}

function simulate(id: string): readonly Series[] {
  const county = JSON.parse(readFileSync(`scenarios/counties/${id}.json`, 'utf8')) as CountyDescription
  const run = createEngine().replicate(
    { id, title: { en: id, zh: id }, seed: 'plausible', years: { from: 2025, to: 2040 }, replicates: 1, county, behaviour: {}, arms: [{ id: 'status-quo', policies: [] }, hardest] },
    1,
  )
  let step = run.next()
  while (step.done !== true) step = run.next()
  return step.value
}

const at = (series: Series, id: string): number[] => {
  const column = countyColumn(id)
  expect(column, id).toBeGreaterThanOrEqual(0)
  return series.years.map((_, y) => series.county[y * countySeries.length + column])
}

describe.each(['plain-county', 'mountain-county', 'city-county'])('%s to 2040, left alone and under extreme levers', (id) => {
  const arms = simulate(id)

  it.each(arms.map((series) => [series.arm, series] as const))('%s: dispersion coefficients lie between 0 and 3', (_, series) => {
    for (const { id: column } of countySeries.filter(({ id: name }) => /^[QB]\d\.cv\./.test(name))) {
      for (const value of at(series, column)) {
        expect(value, column).toBeGreaterThanOrEqual(0)
        expect(value, column).toBeLessThan(3)
      }
    }
  })

  it.each(arms.map((series) => [series.arm, series] as const))('%s: pupils per teacher lie between 4 and 25, classes below 90 on average', (_, series) => {
    for (const level of ['primary', 'junior']) {
      const rolls = at(series, `roll.${level}`)
      const staff = at(series, `teachers.${level}`)
      const classes = at(series, `classes.${level}`)
      rolls.forEach((roll, y) => {
        expect(roll / staff[y], `${level} ${series.years[y]}`).toBeGreaterThan(4)
        expect(roll / staff[y], `${level} ${series.years[y]}`).toBeLessThan(25)
        expect(roll / classes[y], `${level} ${series.years[y]}`).toBeLessThan(crowded)
      })
    }
  })

  it.each(arms.map((series) => [series.arm, series] as const))('%s: key seats are a fixed share of leavers, admissions never exceed them', (_, series) => {
    const leavers = at(series, 'leavers.junior')
    at(series, 'keyAdmitted.junior').forEach((admitted, y) => expect(admitted / leavers[y]).toBeLessThan(0.205))
  })

  it.each(arms.map((series) => [series.arm, series] as const))('%s: the bill by payer equals the bill by purpose, to the yuan', (_, series) => {
    const sum = (ids: readonly string[]): number[] => ids.map((one) => at(series, one)).reduce((total, column) => total.map((x, y) => x + column[y]))
    const bill = at(series, 'cost')
    expect(sum(payers.map((payer) => `cost.payer.${payer}`))).toEqual(bill)
    expect(sum(purposes.map((purpose) => `cost.purpose.${purpose}`))).toEqual(bill)
  })

  it('no number of the county is infinite, and mean scores stay within a third of an SD of where they began', () => {
    for (const series of arms) {
      expect(series.county.some((value) => value === Infinity || value === -Infinity)).toBe(false)
      for (const level of ['primary', 'junior']) {
        const means = at(series, `score-mean.${level}`)
        if (series.arm === 'status-quo') for (const mean of means) expect(Math.abs(mean - means[0])).toBeLessThan(0.34)
      }
    }
  })
})
