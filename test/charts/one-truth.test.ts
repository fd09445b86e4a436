import { describe, expect, it } from 'vitest'
import { dispersionCoefficient, levels, standards2017, stateOf } from '../../src/engine/index.ts'
import { assessed, below, cv, mean, passing, value } from '../../src/app/charts/prepare/columns.ts'
import { columnIn, countyCell, countyMiddle, sectionCell, type Frame } from '../../src/app/charts/prepare/frame.ts'
import { relaxedReading } from '../../src/app/charts/prepare/relaxed.ts'
import { belowCount, swarmDots } from '../../src/app/charts/prepare/swarm.ts'
import { swarmSummary } from '../../src/app/charts/prepare/swarm-words.ts'
import { meets, verdictTable } from '../../src/app/charts/prepare/verdict.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { layout } from '../../src/app/services.ts'
import { itemUnit } from '../../src/app/charts/prepare/amounts.ts'
import { catalogues, languages } from '../../src/words/index.ts'
import { fill } from '../../src/words/fill.ts'
import { createEngine } from '../../src/engine/index.ts'
import { runReplicate, useOf } from '../support/run-engine.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const flat = (cv: number) => handRun(1, [{ cv }, { cv }, { cv }])

describe('schools below standard', () => {
  // in each of three runs another school is below 1, so each run counts one school, yet no school is below in the middle of its runs
  const year = (values: readonly [number, number, number]) => ({ cv: 0.4, values, below: 1 })
  const run = (replicate: number, values: readonly [number, number, number]) => handRun(replicate, [year(values), year(values), year(values)])
  const runs = [run(1, [0.9, 1, 1]), run(2, [1, 0.9, 1]), run(3, [1, 1, 0.9])]
  it('are counted in every run, as the verdict card counts them, whatever the dots say', () => {
    expect(swarmDots(handFrame, handStandard, 'primary', 'Q2', runs, 0).filter((dot) => dot.standing !== 'meets')).toEqual([])
    expect(belowCount(handFrame, handStandard, 'primary', 'Q2', runs, 0)).toBe(1)
    expect(verdictTable(handFrame, handStandard, runs, 0).rows[0]!.cells.primary.below).toBe(1)
    expect(belowCount(handFrame, handStandard, 'primary', 'Q2', runs, 0, (fact) => fact.kind === 'rural')).toBe(0)
  })
  it('and the sentence says when as many dots are not drawn below', () => {
    const speech = { language: 'zh' as const, t: (key: keyof typeof catalogues.zh, slots?: Readonly<Record<string, string | number>>) => fill(catalogues.zh[key], slots ?? {}) }
    const dots = swarmDots(handFrame, handStandard, 'primary', 'Q2', runs, 0)
    expect(swarmSummary(speech, handItem, 'primary', dots, 1, 2026)).toBe('2026 年小学骨干教师：1 所低于标准 1.00（逐校取中位数则为 0 所）')
    expect(swarmSummary(speech, handItem, 'primary', dots, 0, 2026)).toBe('2026 年小学骨干教师：全部达到标准 1.00')
  })
})

describe('a county of few schools', () => {
  const cells: Readonly<Record<string, number>> = { 'schools.assessed.primary': 3, 'verdict.balance-2017': NaN, 'verdict.balance-2017.primary': 1, 'verdict.balance-2017.junior': NaN, 'schools.assessed.junior': 0 }
  const reading = (more: Readonly<Record<string, number>>): Frame => ({ ...handFrame, reread: { section: () => undefined, county: (_, __, column) => ({ ...cells, ...more })[column] } })
  it('without a stage meets the standard when the stage it has does', () => {
    expect(meets(reading({}), handStandard, flat(0.4), 0)).toBe(true)
    expect(meets(reading({ 'verdict.balance-2017.primary': 0 }), handStandard, flat(0.4), 0)).toBe(false)
    expect(meets(reading({ 'schools.assessed.junior': 2 }), handStandard, flat(0.4), 0)).toBe(false)
    expect(meets(reading({ 'schools.assessed.primary': 0 }), handStandard, flat(0.4), 0)).toBe(false)
  })
  it('has its coefficients judged, as the standard knows no fewest number, and says how few it has', () => {
    const table = verdictTable(reading({ 'schools.assessed.primary': 2 }), handStandard, [flat(0.6)], 0)
    expect(table.rows[0]!.cells.primary).toMatchObject({ state: 'few', cv: 0.6, ok: false })
    expect(table.checks).toEqual({ passed: 0, all: 1 })
    expect(table.few).toEqual(['primary'])
  })
})

describe('the working rules, school by school', () => {
  const county = shippedCounties.find((one) => one.id === 'mountain-county')!
  const scenario = { id: 'districts', title: { zh: '学区', en: 'Districts' }, seed: 'relaxed', years: { from: county.year, to: county.year + 2 }, replicates: 1, county, behaviour: {}, arms: [{ id: 'plan', policies: [useOf('school-district', county.year + 1)] }] }
  const engine = createEngine()
  const series = runReplicate(scenario, 1, engine)[0]!
  const strict: Frame = { ...layout, facts: engine.facts(scenario), years: [...series.years] }
  const relaxed: Frame = {
    ...strict,
    sectionColumn: (id) => layout.sectionColumn(columnIn('relaxed', id)),
    countyColumn: (id) => layout.countyColumn(columnIn('relaxed', id)),
    reread: relaxedReading(strict),
  }
  const last = series.years.length - 1
  const here = strict.facts.filter((fact) => sectionCell(strict, series, last, fact.section, 'assessed.balance-2017') === 1)
  const items = Object.keys(standards2017) as (keyof typeof standards2017)[]

  it('change item 3 of some rural schools and of no other', () => {
    const changed = here.filter((fact) => sectionCell(relaxed, series, last, fact.section, value('Q3')) !== sectionCell(strict, series, last, fact.section, value('Q3')))
    expect(changed.length).toBeGreaterThan(0)
    for (const fact of changed) expect(fact.kind).toBe('rural')
  })
  it('give every school the items at standard and the status that follow from its values', () => {
    for (const { section, level } of here) {
      const states = items.map((item) => stateOf(sectionCell(relaxed, series, last, section, value(item)), standards2017[item][level]))
      expect(sectionCell(relaxed, series, last, section, 'met')).toBe(states.filter((state) => state === 'meets').length)
      const passes = states.filter((state) => state === 'meets').length >= 6 && !states.includes('below')
      expect(sectionCell(relaxed, series, last, section, 'status')).toBe(passes ? 2 : 1)
    }
  })
  it('give the coefficient, the schools below and those passing that follow from the same values', () => {
    for (const level of levels) {
      const mine = here.filter((fact) => fact.level === level)
      const pupils = mine.map(({ section }) => sectionCell(relaxed, series, last, section, 'roll'))
      const stock = mine.map(({ section }, k) => (sectionCell(relaxed, series, last, section, value('Q3')) * pupils[k]!) / 100)
      expect(countyCell(relaxed, series, last, cv('Q3', level))).toBeCloseTo(dispersionCoefficient(stock, pupils), 10)
      const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
      expect(countyMiddle(relaxed, [series], last, mean('Q3', level))).toBeCloseTo((100 * sum(stock)) / sum(pupils), 10)
      const short = mine.filter(({ section }) => sectionCell(relaxed, series, last, section, value('Q3')) < standards2017.Q3[level])
      expect(countyMiddle(relaxed, [series], last, below('Q3', level))).toBe(short.length)
      expect(countyMiddle(relaxed, [series], last, passing(level))).toBe(mine.filter(({ section }) => sectionCell(relaxed, series, last, section, 'status') === 2).length)
      expect(countyMiddle(relaxed, [series], last, assessed(level))).toBe(mine.length)
    }
  })
})

describe('the unit of an item', () => {
  // standards.md 1.1 and 2.1: what each item counts, and for how many pupils
  const published: Readonly<Record<string, readonly [zh: string, en: string]>> = {
    Q1: ['人/百名学生', 'teachers per 100 pupils'],
    Q2: ['人/百名学生', 'teachers per 100 pupils'],
    Q3: ['人/百名学生', 'teachers per 100 pupils'],
    Q4: ['平方米/生', 'm² per pupil'],
    Q5: ['平方米/生', 'm² per pupil'],
    Q6: ['元/生', 'yuan per pupil'],
    Q7: ['间/百名学生', 'rooms per 100 pupils'],
    B1: ['平方米/生', 'm² per pupil'],
    B2: ['平方米/生', 'm² per pupil'],
    B3: ['元/生', 'yuan per pupil'],
    B4: ['台/百名学生', 'computers per 100 pupils'],
    B5: ['册/生', 'books per pupil'],
    B6: ['人/生', 'teachers per pupil'],
    B7: ['人/生', 'teachers per pupil'],
    B8: ['人/生', 'teachers per pupil'],
  }
  it('is the published one, here and on the Schools screen, in both languages', () => {
    for (const view of Object.values(layout.standards))
      for (const item of view.items) {
        const units = languages.map((language) => itemUnit(item, language))
        expect([item.id, ...units]).toEqual([item.id, ...published[item.id]!])
        const long = languages.map((language) => catalogues[language][`stock.unit.${item.id}` as 'stock.unit.Q1'])
        expect([item.id, ...long]).toEqual([item.id, ...units])
      }
  })
})
