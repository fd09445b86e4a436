import { expect, test } from 'vitest'
import { dispersionCount } from '../../../src/engine/indicators/item-gauge.ts'
import { items } from '../../../src/engine/indicators/items/index.ts'
import { mechanismLedger, residual } from '../../../src/engine/indicators/mechanism-ledger.ts'
import { followSteps, lookAtDispersions, type TraceStep } from '../../../src/engine/trace.ts'
import { smallCounty } from '../../support/small-county.ts'
import { runProcess } from '../processes/small-year.ts'

/** Two schools buy: 182,400 yuan of Town Primary’s funds at a half, 76,000 of the teaching point’s at a tenth. */
function fundedCounty() {
  const county = smallCounty()
  county.sections.upkeep.fill(0)
  county.sections.upkeep[0] = 0.5
  county.sections.upkeep[4] = 0.1
  return county
}

test('funding and depreciation are two terms: what is bought, then what is written off of the old stock', () => {
  const county = fundedCounty()
  const before = lookAtDispersions(county)
  const steps: TraceStep[] = []
  const follow = followSteps(county, 0.1, steps)
  follow('demography')
  runProcess('funding', county, { set: { wear: 0.1 } })
  follow('funding')
  expect(steps.map(({ step }) => step)).toEqual(['funding', 'depreciation'])

  const bought = fundedCounty()
  // on paper: 91,200 yuan to the first campus, 7,600 to the point; computers and books in the same proportion
  for (const [school, yuan] of [[0, 91_200], [3, 7_600]] as const) {
    const grown = (bought.schools.equipment[school] + yuan) / bought.schools.equipment[school]
    for (const stock of ['equipment', 'computers', 'books'] as const) bought.schools[stock][school] *= grown
  }
  const expected = lookAtDispersions(bought)
  const column = 2 * items.findIndex(({ id }) => id === 'Q6')
  for (let i = 0; i < dispersionCount; i++) {
    expect(steps[0].after[i]).toBeCloseTo(expected[i], 12)
    expect(Math.abs(residual(mechanismLedger({ before, steps }, i)))).toBeLessThan(1e-12)
  }
  const [funding, depreciation] = mechanismLedger({ before, steps }, column).terms
  expect(funding.change).toBe(steps[0].after[column] - before[column])
  expect(depreciation.change).toBe(steps[1].after[column] - steps[0].after[column])
  // the town school is above the mean: what it buys widens the gap, and writing off old stock leaves the new one more weight
  expect(funding.change).not.toBe(0)
  expect(depreciation.change).not.toBe(0)
})

test('looking changes nothing, and items without wear have no depreciation', () => {
  const county = fundedCounty()
  const saved = county.save()
  const steps: TraceStep[] = []
  const follow = followSteps(county, 0.1, steps)
  follow('funding')
  expect(county.save()).toEqual(saved)
  const area = 2 * items.findIndex(({ id }) => id === 'Q4')
  expect(steps[1].after[area]).toBe(steps[0].after[area])
})

test('admission is told as where children live and where they go', () => {
  const steps: TraceStep[] = []
  const follow = followSteps(smallCounty(), 0.1, steps)
  for (const step of ['demography', 'school-choice', 'admission', 'teaching']) follow(step)
  expect(steps.map(({ step }) => step)).toEqual(['intake', 'choice', 'teaching'])
})
