import { describe, expect, it } from 'vitest'
import {
  countyColumn,
  createEngine,
  sectionColumn,
  sectionSeries,
  type CountyDescription,
  type Scenario,
  type Series,
} from '../../src/engine/index.ts'
import { baselineOf, countyFromRoster, redrawn, review, type Draft } from '../../src/roster/index.ts'
import { rosterCsv } from './example-roster.ts'
import { draftOf } from './fixtures.ts'

const openCsv = (text: string): Promise<Draft> => draftOf(new TextEncoder().encode(text), '某县2025.csv')

async function countyOf(draft: Draft): Promise<CountyDescription> {
  const made = countyFromRoster(review(draft).table, { name: '某县2025' })
  if (!('schools' in made)) throw new Error(made[0]!.text.en)
  return made
}

const scenarioOf = (county: CountyDescription, to: number): Scenario => ({
  id: 'own',
  title: county.title,
  seed: 'own',
  years: { from: county.year, to },
  replicates: 1,
  county,
  behaviour: {},
  arms: [{ id: 'status-quo', policies: [] }],
})

function simulate(
  county: CountyDescription,
  to = county.year,
): { series: Series; facts: ReturnType<ReturnType<typeof createEngine>['facts']> } {
  const engine = createEngine()
  const scenario = scenarioOf(county, to)
  const years = engine.replicate(scenario, 1)
  let step = years.next()
  while (!step.done) step = years.next()
  return { series: step.value[0]!, facts: engine.facts(scenario) }
}

describe('a county built on a roster', () => {
  it('has the roster’s indicators, bit for bit, in both regimes and at both levels', async () => {
    const draft = await openCsv(rosterCsv())
    const { series } = simulate(await countyOf(draft))
    let compared = 0
    for (const { regime, levels } of baselineOf(review(draft).table)) {
      for (const level of levels) {
        for (const { item, mean, coefficient } of level.items) {
          if (Number.isNaN(coefficient)) continue
          expect(series.county[countyColumn(`${item.id}.cv.${level.level}`)], `${regime.id} ${item.id} ${level.level} CV`).toBe(coefficient)
          expect(series.county[countyColumn(`${item.id}.mean.${level.level}`)], `${regime.id} ${item.id} ${level.level} mean`).toBe(mean)
          compared++
        }
      }
    }
    // fifteen items at two levels, without library books, which this roster does not have
    expect(compared).toBe(28)
  })

  it('has every roll, teacher and stock of the roster, and its names', async () => {
    const draft = await openCsv(rosterCsv())
    const { table } = review(draft)
    const { series, facts } = simulate(await countyOf(draft))
    const width = sectionSeries.length
    for (const row of table.rows) {
      const s = facts.findIndex((f) => f.schoolName.zh === row.values['school'] && f.level === row.values['level'])
      expect(s).toBeGreaterThanOrEqual(0)
      const at = (id: string): number => series.sections[s * width + sectionColumn(id)]!
      expect([at('roll'), at('staff')], String(row.values['school'])).toEqual([row.values['pupils'], row.values['teachers']])
      expect(facts[s]!.kind).toBe(row.values['kind'])
    }
    expect(facts).toHaveLength(table.rows.length)
  })

  it('lives on for years: pupils, teachers and money stay plausible', async () => {
    const county = await countyOf(await openCsv(rosterCsv()))
    const { series } = simulate(county, county.year + 6)
    expect(series.years).toHaveLength(7)
    const width = sectionSeries.length
    const roll = (y: number): number =>
      Array.from(
        { length: series.sectionCount },
        (_, s) => series.sections[(y * series.sectionCount + s) * width + sectionColumn('roll')]!,
      ).reduce((a, b) => a + b, 0)
    expect(roll(0)).toBe(county.rolls.primary + county.rolls.junior)
    for (let y = 1; y < 7; y++) expect(roll(y)).toBeGreaterThan(0.5 * roll(0))
  })

  it('does not move pupils in its first year: schools keep the size that the roster gives them', async () => {
    const county = await countyOf(await openCsv(rosterCsv()))
    const { series } = simulate(county, county.year + 1)
    const width = sectionSeries.length
    const roll = (y: number, s: number): number => series.sections[(y * series.sectionCount + s) * width + sectionColumn('roll')]!
    for (let s = 0; s < series.sectionCount; s++) {
      // one grade of six or three is replaced: no school can change by half
      expect(roll(1, s) / roll(0, s), `section ${s} of ${roll(0, s)} pupils`).toBeGreaterThan(0.5)
      expect(roll(1, s) / roll(0, s), `section ${s} of ${roll(0, s)} pupils`).toBeLessThan(1.5)
    }
  })

  it('draws anew what the roster does not give, and nothing else, from another seed', async () => {
    const county = await countyOf(await openCsv(rosterCsv()))
    const one = simulate(county).series
    const other = simulate(redrawn(county, 2)).series
    const at = (series: Series, id: string): number => series.county[countyColumn(id)]!
    expect(at(other, 'Q1.cv.primary')).toBe(at(one, 'Q1.cv.primary'))
    expect(at(other, 'B5.cv.primary')).not.toBe(at(one, 'B5.cv.primary'))
  })

  it('is the same county whenever it is built', async () => {
    const county = await countyOf(await openCsv(rosterCsv()))
    expect(simulate(county).series.sections).toEqual(simulate(county).series.sections)
  })
})
