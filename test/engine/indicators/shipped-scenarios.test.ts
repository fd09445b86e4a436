import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actors } from '../../../src/engine/prepare-county.ts'
import { levels } from '../../../src/engine/declare.ts'
import { payers, purposes } from '../../../src/engine/county/ledger.ts'
import { items } from '../../../src/engine/indicators/items/index.ts'
import { mechanismLedger, residual } from '../../../src/engine/indicators/mechanism-ledger.ts'
import { riseAndFall } from '../../../src/engine/indicators/rise-and-fall.ts'
import { countyColumn, countySeries, sectionColumn, sectionSeries, type Series } from '../../../src/engine/record.ts'
import type { Scenario } from '../../../src/engine/scenario.ts'
import { createEngine } from '../../../src/engine/simulate.ts'
import { ownRegistry } from '../../../src/scenario/own-registry.ts'
import { readScenario } from '../../../src/scenario/parse.ts'

/*
 * On every shipped scenario, in every year: terms of the mechanism ledger add up to the change, rise and fall add up to the
 * change, money adds up by payer and by purpose. Four school years of the last arm, one replicate: enough for every step.
 */

const files = readdirSync('scenarios').filter((name) => name.endsWith('.json') && name !== 'scenario.schema.json')
const engine = createEngine()

function open(file: string): Scenario {
  const read = readScenario(readFileSync(`scenarios/${file}`, 'utf8'), { registry: ownRegistry, loadCounty: (from) => readFileSync(`scenarios/${from}`, 'utf8') })
  if (read.scenario === undefined) throw new Error(JSON.stringify(read.problems))
  const { scenario } = read
  const first = Math.min(...scenario.arms.flatMap((arm) => arm.policies.map((use) => use.from)), scenario.years.to - 2)
  return { ...scenario, years: { from: scenario.years.from, to: first + 2 }, arms: scenario.arms.slice(-1) }
}

function run<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const width = sectionSeries.length
const at = (series: Series, year: number, id: string): number => series.county[year * countySeries.length + countyColumn(id)]

/** Values and pupils of the sections in an item’s calculation; the others have no pupils. */
function schools(series: Series, year: number, item: string, regime: string, level: number, levelOf: readonly number[]) {
  const cell = (s: number, id: string): number => series.sections[(year * series.sectionCount + s) * width + sectionColumn(id)]
  const rows = Array.from({ length: series.sectionCount }, (_, s) => s)
  return {
    values: rows.map((s) => cell(s, `${item}.value`)),
    pupils: rows.map((s) => (levelOf[s] === level && cell(s, `assessed.${regime}`) === 1 ? cell(s, 'roll') : 0)),
  }
}

describe.each(files)('%s', (file) => {
  const scenario = open(file)
  const [series] = run(engine.replicate(scenario, 1))
  const levelOf = engine.facts(scenario).map((fact) => levels.indexOf(fact.level))

  test('mechanism ledger: terms add up to the change of the record, for every item, level and year', () => {
    const years = run(engine.explain(scenario, 1, scenario.arms[0].id))
    expect(years.map((year) => year.year)).toEqual(series.years.slice(1))
    years.forEach((year, y) =>
      items.forEach((item, i) =>
        levels.forEach((level, l) => {
          const account = mechanismLedger(year, 2 * i + l)
          const id = `${item.id}.cv.${level}`
          expect(Math.abs(residual(account)), id).toBeLessThan(1e-12)
          expect(account.before, `${id} ${year.year} before`).toBe(at(series, y, id))
          expect(account.after, `${id} ${year.year} after`).toBe(at(series, y + 1, id))
        }),
      ),
    )
  })

  test('rise and fall: four parts add up to the change of the record, for every item, level and year', () => {
    for (let y = 1; y < series.years.length; y++)
      for (const item of items)
        levels.forEach((level, l) => {
          const [before, after] = [y - 1, y].map((year) => schools(series, year, item.id, item.regime, l, levelOf))
          const split = riseAndFall(before, after)
          const id = `${item.id}.cv.${level}`
          expect(Math.abs(split.change - (at(series, y, id) - at(series, y - 1, id))), id).toBeLessThan(1e-12)
          expect(Math.abs(split.lower + split.upper + split.mean + split.pupils - split.change), id).toBeLessThan(1e-12)
        })
  })

  test('money: the sum, the payers, the purposes and the ledger of who acted agree to the yuan', () => {
    const cells = actors.length * purposes.length * payers.length
    series.years.forEach((_, y) => {
      const ledger = series.ledger.subarray(y * cells, (y + 1) * cells).reduce((sum, yuan) => sum + yuan, 0)
      const sum = (ids: readonly string[]): number => ids.reduce((all, id) => all + at(series, y, id), 0)
      expect(at(series, y, 'cost')).toBe(ledger)
      expect(sum(payers.map((payer) => `cost.payer.${payer}`))).toBe(ledger)
      expect(sum(purposes.map((purpose) => `cost.purpose.${purpose}`))).toBe(ledger)
      expect(ledger).toBeGreaterThan(0)
    })
  })
})
