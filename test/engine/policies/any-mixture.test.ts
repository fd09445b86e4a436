import { expect, test } from 'vitest'
import type { ChoiceParameter, NumberParameter } from '../../../src/engine/declare.ts'
import { lowbias32 } from '../../../src/engine/kernel/random.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { countyColumn, countySeries, type Series } from '../../../src/engine/record.ts'
import type { PolicyUse } from '../../../src/engine/scenario.ts'
import { runLittle } from './little-county.ts'

/*
 * Any mixture of policies at any setting, with starts, stops, ramps and scopes, runs to the end and keeps everybody: what the
 * engine checks on its way stays true, rolls are those of the status quo as long as nobody drops out, nothing becomes NaN.
 */
let state = 20_260_101
const random = (): number => ((state = (lowbias32(state + 0x9e3779b9) | 0)) >>> 0) / 4294967296
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

function anyUse(): PolicyUse {
  const policy = pick(policies)
  const set: Record<string, number | string> = {}
  for (const [name, parameter] of Object.entries(policy.parameters as Record<string, NumberParameter | ChoiceParameter>)) {
    if (random() < 0.4) continue
    if ('choices' in parameter) set[name] = pick(Object.keys(parameter.choices))
    else {
      const [low, high] = parameter.range
      const value = low + (high - low) * (random() < 0.2 ? Math.round(random()) : random())
      const isWhole = parameter.step !== undefined && Number.isInteger(parameter.step)
      set[name] = isWhole ? Math.round(value) : value
    }
  }
  const from = 2026 + Math.floor(random() * 3)
  return {
    use: policy.id,
    from,
    set,
    ...(random() < 0.3 ? { to: from + 1 } : {}),
    ...(random() < 0.3 ? { ramp: 2 } : {}),
    ...(random() < 0.3 ? { where: random() < 0.5 ? { kinds: ['rural'] } : { level: 'junior' } } : {}),
  }
}

const value = (series: Series, column: string, year: number): number => series.county[(year - 2025) * countySeries.length + countyColumn(column)]!

test.each([1, 2, 3, 4])('twelve mixtures of one to six policies, series %i', () => {
  const arms = Array.from({ length: 12 }, () => Array.from({ length: 1 + Math.floor(random() * 6) }, anyUse))
  const [quo, ...mixed] = runLittle(arms, 2030) as [Series, ...Series[]]
  mixed.forEach((series, i) => {
    const told = JSON.stringify(arms[i])
    for (const year of series.years) {
      expect(value(series, 'roll.primary', year), told).toBe(value(quo, 'roll.primary', year))
      const lost = (s: Series): number => series.years.filter((y) => y < year).reduce((sum, y) => sum + value(s, 'dropouts.junior', y), 0)
      expect(Math.abs(value(series, 'roll.junior', year) - value(quo, 'roll.junior', year)), told).toBeLessThanOrEqual(lost(series) + lost(quo))
      for (const column of ['score-mean.primary', 'score-mean.junior', 'Q2.mean.primary', 'Q6.cv.junior', 'cost', 'teachers.primary'])
        expect(value(series, column, year), `${column} ${year} ${told}`).not.toBeNaN()
    }
  })
})
