import { describe, expect, it } from 'vitest'
import { cvPicture, staysUnder } from '../../src/app/charts/prepare/cv-lines.ts'
import { lorenz, shareOfWeakest } from '../../src/app/charts/prepare/lorenz.ts'
import { middle, quantile } from '../../src/app/charts/prepare/frame.ts'
import { levelCheck, mainCause } from '../../src/app/charts/prepare/level-check.ts'
import { floorObstacles, obstacles } from '../../src/app/charts/prepare/obstacles.ts'
import { ruralOverTown } from '../../src/app/charts/prepare/over-years.ts'
import { firstParting } from '../../src/app/charts/prepare/school-life.ts'
import { mapMarks } from '../../src/app/charts/prepare/school-map.ts'
import { keepRows, schoolFirstPass, schoolRows, sortRows } from '../../src/app/charts/prepare/schools-table.ts'
import { standingOf } from '../../src/app/charts/prepare/standing.ts'
import { swarmDots } from '../../src/app/charts/prepare/swarm.ts'
import { firstPasses, headline, verdictChanges, verdictTable } from '../../src/app/charts/prepare/verdict.ts'
import { headlineWords } from '../../src/app/charts/prepare/headline-words.ts'
import type { Frame } from '../../src/app/charts/prepare/frame.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues } from '../../src/words/index.ts'
import { handFrame, handItem, handRun, handStandard, type HandYear } from './hand-county.ts'

const falling = handRun(1, [{ cv: 0.7 }, { cv: 0.5 }, { cv: 0.4, verdict: 1 }])
const late = handRun(2, [{ cv: 0.8 }, { cv: 0.6 }, { cv: 0.5, verdict: 1 }])
const never = handRun(3, [{ cv: 0.9 }, { cv: 0.9 }, { cv: 0.9 }])

describe('the middle of some runs', () => {
  it('is the value of one of them, the lower of two, whatever their order', () => {
    expect(middle([5, 1, 3])).toBe(3)
    expect(middle([4, 1])).toBe(1)
    expect(middle([NaN, 2])).toBe(2)
    expect(middle([])).toBeNaN()
  })
  it('quantiles are linear between neighbours', () => {
    expect(quantile([10, 0], 0.25)).toBe(2.5)
    expect(quantile([NaN, 3], 0.9)).toBe(3)
  })
})

describe('the gap over the years', () => {
  const picture = cvPicture(handFrame, handStandard, 'primary', 'Q2', [falling, late, never], [], [never])
  it('draws the middle of the runs and the baseline', () => {
    expect(picture.chosen.values).toEqual([0.8, 0.6, 0.5])
    expect(picture.baseline).toEqual([0.9, 0.9, 0.9])
  })
  it('counts from when the limit is kept: two of three runs from 2028', () => {
    expect(picture.from).toEqual({ year: 2028, runs: 2 })
  })
  it('half of the runs are enough', () => {
    // one of two keeps it from 2028, the other never
    expect(cvPicture(handFrame, handStandard, 'primary', 'Q2', [late, never], [], []).from).toEqual({ year: 2028, runs: 1 })
  })
  it('has no bands for fewer than five runs', () => {
    expect(picture.bands).toEqual([])
  })
  it('a limit met and lost again is not kept', () => {
    expect(staysUnder([0.4, 0.6, 0.5], 0.5)).toBe(2)
    expect(staysUnder([0.4, 0.4, 0.51], 0.5)).toBeNull()
    expect(staysUnder([0.5, 0.5], 0.5)).toBe(0)
  })
})

describe('the verdict', () => {
  it('counts runs by the first year they pass; those that never do come last', () => {
    expect(firstPasses(handFrame, handStandard, [falling, late, never])).toEqual([
      { year: 2028, runs: 2 },
      { year: null, runs: 1 },
    ])
  })
  it('changes for the room where most runs change, and in the year of the headline', () => {
    const run = (...[first, second, third]: readonly [number, number, number]) => handRun(1, [{ cv: 0.5, verdict: first }, { cv: 0.5, verdict: second }, { cv: 0.5, verdict: third }])
    // two of three pass from 2027 on, whatever the first run says
    expect(verdictChanges(handFrame, handStandard, [run(0, 0, 0), run(0, 1, 1), run(0, 1, 1)])).toEqual([2027])
    // each passes for one year: never most at once, yet half have passed by 2027
    expect(verdictChanges(handFrame, handStandard, [run(1, 0, 0), run(0, 1, 0), run(0, 0, 0), run(0, 0, 0)])).toEqual([2027])
    expect(verdictChanges(handFrame, handStandard, [run(1, 0, 0)])).toEqual([2027])
    expect(verdictChanges(handFrame, handStandard, [])).toEqual([])
  })
  it('the headline is the first year by which half of the runs have passed', () => {
    const passes = [
      { year: 2031, runs: 2 },
      { year: 2032, runs: 5 },
      { year: 2033, runs: 10 },
      { year: 2034, runs: 2 },
      { year: null, runs: 1 },
    ]
    expect(headline(passes)).toEqual({ year: 2033, runs: 17, of: 20 })
    expect(headline([{ year: 2031, runs: 9 }, { year: null, runs: 11 }])).toEqual({ year: null, runs: 11, of: 20 })
  })
  it('compares unrounded values with the limit, and marks a thin margin', () => {
    const at = (cv: number) => verdictTable(handFrame, handStandard, [handRun(1, [{ cv }, { cv }, { cv }])], 0).rows[0]!.cells.primary
    expect(at(0.5)).toMatchObject({ ok: true, thin: true })
    expect(at(0.5000001)).toMatchObject({ ok: false, thin: false })
    expect(at(0.47)).toMatchObject({ ok: true, thin: false })
  })
  it('a level without schools is no check', () => {
    expect(verdictTable(handFrame, handStandard, [falling], 0).checks).toEqual({ passed: 0, all: 1 })
    expect(verdictTable(handFrame, handStandard, [falling], 2).checks).toEqual({ passed: 1, all: 1 })
  })
})

describe('schools', () => {
  const run = handRun(1, [
    { cv: 0.6, values: [0.5, 2, 0.9], rolls: [100, 300, 100] },
    { cv: 0.5, values: [0.8, 2, 0.95], rolls: [100, 300, 100], status: [1, 2, 2] },
    { cv: 0.4, values: [1, 2, 1], rolls: [100, 300, 100], status: [2, 2, 2] },
  ])
  it('stand at, near or below their standard by the official floor', () => {
    expect([1, 0.999999, 0.85, 0.8499999, NaN].map((x) => standingOf(x, 1))).toEqual(['meets', 'near', 'near', 'fails', 'none'])
    // 85 % of 0.9 is 0.765 on paper, although 0.9 × 0.85 is less in binary
    expect(standingOf(0.765, 0.9)).toBe('near')
  })
  it('are listed by township, then id, in swarm, map and table alike', () => {
    const order = [1, 2, 0]
    expect(swarmDots(handFrame, handStandard, 'primary', 'Q2', [run], 0).map((dot) => dot.section)).toEqual(order)
    expect(mapMarks(handFrame, handStandard, 'primary', 'Q2', [run], 0).map((mark) => mark.section)).toEqual(order)
    expect(schoolRows(handFrame, handStandard, 'primary', [run], 0).map((row) => row.fact.section)).toEqual(order)
  })
  it('pass for the first time when half of the runs say so', () => {
    expect(schoolFirstPass(handFrame, [run], 0)).toEqual({ year: 2028, runs: 1 })
    expect(schoolFirstPass(handFrame, [never], 0)).toBeNull()
  })
  it('pass in a year in which most runs say so, as the middle of them does; one that had passed by an earlier year and does not now has lost it', () => {
    const of = (k: number, statuses: readonly [number, number, number]) => handRun(k, statuses.map((status) => ({ cv: 0.4, status: [status, 1, 1] })) as never)
    const at = (runs: readonly ReturnType<typeof of>[], year: number) => schoolRows(handFrame, handStandard, 'primary', runs, year).find((row) => row.fact.section === 0)!
    // one of two is half, and half do not
    expect(at([of(1, [1, 2, 2]), of(2, [1, 1, 1])], 1)).toMatchObject({ passing: 1, passes: false, firstPass: { year: 2027, runs: 1 }, lost: false })
    // three runs: two pass in 2027, one of them keeps it
    const three = [of(1, [1, 2, 1]), of(2, [1, 2, 2]), of(3, [1, 1, 1])]
    expect([0, 1, 2].map((year) => [at(three, year).passes, at(three, year).lost])).toEqual([[false, false], [true, false], [false, true]])
    expect(at(three, 2)).toMatchObject({ passing: 1, firstPass: { year: 2027, runs: 2 } })
    // each passes in a year of its own: half have by 2027, and never half at once
    const apart = [of(1, [2, 1, 1]), of(2, [1, 2, 1]), of(3, [1, 1, 1]), of(4, [1, 1, 1])]
    expect([1, 2].map((year) => [at(apart, year).passing, at(apart, year).lost])).toEqual([[1, false], [0, true]])
  })
  it('of one item under 85% are those of that item, however its filter is named before', () => {
    const rows = schoolRows(handFrame, handStandard, 'primary', [run], 0)
    expect(keepRows(rows, { place: 'all', status: 'below.Q2', find: '' }).map((row) => row.fact.section)).toEqual([0])
    expect(keepRows(rows, { place: 'all', status: 'below.Q1', find: '' })).toEqual([])
  })
  it('can be filtered and sorted; unknown values come last either way', () => {
    const rows = schoolRows(handFrame, handStandard, 'primary', [run], 0)
    expect(keepRows(rows, { place: 'rural', status: 'all', find: '' }).map((row) => row.fact.section)).toEqual([0])
    expect(keepRows(rows, { place: 'all', status: 'below', find: '' }).map((row) => row.fact.section)).toEqual([0])
    expect(keepRows(rows, { place: 'all', status: 'all', find: '第2' }).map((row) => row.fact.section)).toEqual([1])
    const holed = rows.map((row, k) => (k === 0 ? { ...row, cells: row.cells.map((cell) => ({ ...cell, value: NaN })) } : row))
    expect(sortRows(holed, [{ column: 'Q2', down: true }], 'zh').map((row) => row.fact.section)).toEqual([2, 0, 1])
    expect(sortRows(holed, [{ column: 'Q2', down: false }], 'zh').map((row) => row.fact.section)).toEqual([0, 2, 1])
  })
  it('part in the first year in which anything recorded differs', () => {
    const twin = handRun(1, [
      { cv: 0.6, values: [0.5, 2, 0.9], rolls: [100, 300, 100] },
      { cv: 0.5, values: [0.8, 2, 0.95], rolls: [100, 300, 100], status: [1, 2, 2] },
      { cv: 0.4, values: [1, 2.1, 1], rolls: [100, 300, 100], status: [2, 2, 2] },
    ])
    expect(firstParting(handFrame, run, twin, 1)).toBe(2028)
    expect(firstParting(handFrame, run, twin, 0)).toBeNull()
  })
  it('rural over town: 0.5 over 2', () => {
    expect(ruralOverTown(handFrame, run, 0, 'primary', 'Q2')).toBe(0.25)
  })
  it('those under 85 % and coefficients over the limit stand in the way, in turn', () => {
    const table = verdictTable(handFrame, handStandard, [run], 0)
    expect(obstacles(handStandard, table, floorObstacles(handFrame, handStandard, [run], 0))).toMatchObject([
      { kind: 'cv', level: 'primary', cv: 0.6, limit: 0.5 },
      { kind: 'floor', level: 'primary', count: 1 },
      { kind: 'overall', level: 'primary', count: 2 },
    ])
  })
})

describe('what stands in the way', () => {
  const inTheWay = (year: HandYear) => {
    const run = handRun(1, [year, year, year])
    return obstacles(handStandard, verdictTable(handFrame, handStandard, [run], 0), floorObstacles(handFrame, handStandard, [run], 0))
  }
  it('is nothing only where every coefficient is kept and every school passes overall', () => {
    expect(inTheWay({ cv: 0.5, values: [1, 1, 1], status: [2, 2, 2] })).toEqual([])
  })
  it('is a school that does not pass though nothing of it is under 85 %', () => {
    expect(inTheWay({ cv: 0.5, values: [0.9, 1, 1], status: [1, 2, 2] })).toMatchObject([{ kind: 'overall', level: 'primary', count: 1 }])
  })
  it('is a coefficient that nobody can compute; a stage without schools is nothing', () => {
    expect(inTheWay({ cv: NaN, values: [1, 1, 1], status: [2, 2, 2] })).toMatchObject([{ kind: 'missing', level: 'primary', item: { id: 'Q2' } }])
  })
  it('is counted in every run, as the column of the table is: never more schools under 85% than below the standard', () => {
    // in each of three runs another school is at half of its standard: one school a run, though no school is so in the middle of its runs
    const year = (values: readonly [number, number, number]) => ({ cv: 0.4, values, below: 1, status: values.map((value) => (value < 1 ? 1 : 2)) as [number, number, number] })
    const runs = ([[0.5, 1, 1], [1, 0.5, 1], [1, 1, 0.5]] as const).map((values, k) => handRun(k + 1, [year(values), year(values), year(values)]))
    expect(verdictTable(handFrame, handStandard, runs, 0).rows[0]!.below).toBe(1)
    expect(floorObstacles(handFrame, handStandard, runs, 0)).toMatchObject([{ kind: 'floor', item: { id: 'Q2' }, level: 'primary', count: 1 }])
  })
  it('is the mean of 2012 over its limit, or unknown, and no school', () => {
    const view = { ...handStandard, id: 'balance-2012' as const, judged: 'mean' as const, items: [{ ...handItem, standard: undefined as never }] }
    const composite = (value: number): Frame => ({ ...handFrame, reread: { section: () => undefined, county: (_, __, column) => (column === 'composite.cv.primary' ? value : column === 'schools.assessed.balance-2012.primary' ? 3 : column === 'schools.assessed.balance-2012.junior' ? 0 : undefined) } })
    const found = (value: number) => {
      const run = handRun(1, [{ cv: 0.9 }, { cv: 0.9 }, { cv: 0.9 }])
      return obstacles(view, verdictTable(composite(value), view, [run], 0), floorObstacles(composite(value), view, [run], 0)).map((one) => [one.kind, one.level])
    }
    expect(found(0.51)).toEqual([['cv', 'primary']])
    expect(found(0.49)).toEqual([])
    expect(found(NaN)).toEqual([['missing', 'primary']])
  })
})

describe('the largest words of the card', () => {
  const speech = (language: 'zh' | 'en') => ({ t: (key: keyof typeof catalogues.zh, slots?: Readonly<Record<string, string | number>>) => fill(catalogues[language][key], slots ?? {}) })
  const say = (head: Parameters<typeof headlineWords>[1]) => headlineWords(speech('zh'), head, 2039)
  it('never call a year the first of all, and never deny what some runs reach', () => {
    expect(say({ year: 2033, runs: 17, of: 20 })).toEqual({ title: '到 2033 年半数模拟达标', runs: '20 次模拟中有 17 次到 2033 年已达标' })
    expect(say({ year: 2033, runs: 20, of: 20 }).title).toBe('到 2033 年达标')
    expect(say({ year: null, runs: 11, of: 20 })).toEqual({ title: '到 2039 年少数模拟达标', runs: '20 次模拟中有 9 次到 2039 年已达标' })
    expect(say({ year: null, runs: 20, of: 20 })).toEqual({ title: '到 2039 年未达标', runs: '20 次模拟中有 0 次到 2039 年已达标' })
    expect(headlineWords(speech('en'), { year: 2033, runs: 17, of: 20 }, 2039)).toEqual({ title: 'Half the runs by 2033', runs: '17 of 20 runs have passed by 2033' })
  })
})

describe('Q16c the level check', () => {
  const before = { cv: 0, values: [1, 3, 2] as const, rolls: [100, 100, 100] as const }
  it('is the change, in parts that add up', () => {
    // from 1, 2, 3 to 1.5, 2, 2.5 around the same mean of 2: both halves came nearer by as much
    const run = handRun(1, [before, before, { cv: 0, values: [1.5, 2.5, 2], rolls: [100, 100, 100] }])
    const split = levelCheck(handFrame, handStandard, 'primary', 'Q2', run, 2)
    expect(split.change).toBeCloseTo((Math.sqrt(0.5 / 3) - Math.sqrt(2 / 3)) / 2, 12)
    expect(split.lower + split.upper + split.mean + split.pupils).toBeCloseTo(split.change, 12)
    expect(split.lower).toBeCloseTo(split.upper, 12)
    expect(split.lowerRose).toBeCloseTo(0.5, 12)
  })
  it('names the part that did most; nothing if nothing changed', () => {
    const run = handRun(1, [before, before, { cv: 0, values: [1, 2.2, 2], rolls: [100, 100, 100] }])
    expect(mainCause(levelCheck(handFrame, handStandard, 'primary', 'Q2', run, 2))).toBe('upper')
    expect(mainCause(levelCheck(handFrame, handStandard, 'primary', 'Q2', run, 1))).toBeNull()
  })
})


describe('the Lorenz curve', () => {
  // pupils 100, 300, 100 with 0.5, 2 and 0.9 each: resources 50, 90 and 600 of 740, weakest first
  const run = handRun(1, [{ cv: 0, values: [0.5, 2, 0.9], rolls: [100, 300, 100] }, { cv: 0 }, { cv: 0 }])
  const curve = lorenz(handFrame, handStandard, 'primary', 'Q2', run, 0)
  it('cumulates pupils and resource from the weakest school', () => {
    expect(curve.pupils).toEqual([0, 0.2, 0.4, 1])
    expect(curve.resource.map((share) => share * 740)).toEqual([0, 50, 140, 740].map((x) => expect.closeTo(x, 9)))
  })
  it('says what the weakest part have, linear inside a school', () => {
    expect(shareOfWeakest(curve, 0.2)).toBeCloseTo(50 / 740, 12)
    expect(shareOfWeakest(curve, 0.7)).toBeCloseTo((140 + 300) / 740, 12)
  })
  it('is empty where nobody is on roll', () => {
    expect(lorenz(handFrame, handStandard, 'junior', 'Q2', run, 0).pupils).toEqual([])
  })
})
