import { describe, expect, test } from 'vitest'
import { createEngine, resultDigest, seriesDigest, type Arm, type Engine, type Scenario, type Series } from '../../../src/engine/index.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { columnsOf } from '../../../src/engine/county/county.ts'
import { Digest } from '../../../src/engine/kernel/digest.ts'
import type { YearRecord } from '../../../src/engine/record.ts'
import { liveYears, policiesAt } from '../../support/live-years.ts'
import { everythingFrom, runReplicate, useOf } from '../../support/run-engine.ts'
import { tinyCountyScenario } from '../../support/tiny-description.ts'

/* One scenario and one replicate are one result, whatever ran before, beside or after. */

const statusQuo: Arm = { id: 'status-quo', policies: [] }
const rotation: Arm = { id: 'rotation', policies: [useOf('teacher-rotation', 2027, { share: 0.3 })] }
const scenario: Scenario = tinyCountyScenario({ years: { from: 2025, to: 2030 }, arms: [statusQuo, rotation, everythingFrom(2028)] })

const digests = (series: readonly Series[]): string[] => series.map(seriesDigest)
const reference = digests(runReplicate(scenario, 1))

/** Steps a run so many years and leaves it there. */
function abandon(engine: Engine, replicate: number, years: number): void {
  const run = engine.replicate(scenario, replicate)
  for (let i = 0; i < years; i++) run.next()
}

describe('a replicate', () => {
  test('differs from another, and its arms from each other', () => {
    expect(new Set([...reference, ...digests(runReplicate(scenario, 2))]).size).toBe(6)
  })

  test.each([1, 2, 3, 5, 9])('interrupted after %i years and started again is the same', (years) => {
    const engine = createEngine()
    abandon(engine, 1, years)
    expect(digests(runReplicate(scenario, 1, engine))).toEqual(reference)
  })

  test('does not depend on which replicates ran before in the same engine, nor on how often', () => {
    const engine = createEngine()
    for (const before of [7, 2, 1, 9]) runReplicate(scenario, before, engine)
    abandon(engine, 4, 4)
    expect(digests(runReplicate(scenario, 1, engine))).toEqual(reference)
    expect(digests(runReplicate(scenario, 1, engine))).toEqual(reference)
  })

  test.each([
    ['larger', { seed: 'other', villages: 9 }],
    ['smaller', { schools: scenario.county.schools.slice(3), rolls: { primary: 900, junior: 500 } }],
    ['wider', { radius: 40 }],
  ] as const)('does not depend on a %s county having been run in between', (_, other) => {
    const engine = createEngine()
    runReplicate(scenario, 1, engine)
    runReplicate({ ...scenario, county: { ...scenario.county, ...other }, behaviour: { 'teaching.persistence': 0.4 } }, 1, engine)
    expect(digests(runReplicate(scenario, 1, engine))).toEqual(reference)
  })

  test('does not depend on its year having been explained step by step in between', () => {
    const engine = createEngine()
    const explained = engine.explain(scenario, 3, 'everything')
    for (let tick = explained.next(), years = 0; !tick.done && years < 4; years++) tick = explained.next()
    expect(digests(runReplicate(scenario, 1, engine))).toEqual(reference)
  })

  test('is the same from two engines of one process that take turns year by year', () => {
    const runs = [createEngine().replicate(scenario, 1), createEngine().replicate(scenario, 2)]
    const results: (readonly Series[])[] = []
    while (results.filter(Boolean).length < 2)
      runs.forEach((run, i) => {
        if (results[i]) return
        const tick = run.next()
        if (tick.done) results[i] = tick.value
      })
    expect(digests(results[0]!)).toEqual(reference)
    expect(digests(results[1]!)).toEqual(digests(runReplicate(scenario, 2)))
  })

  test('gives the same digest in whatever order replicates arrive', () => {
    const results = [1, 2, 3].map((replicate) => ({ replicate, arms: runReplicate(scenario, replicate) }))
    expect(resultDigest([results[2]!, results[0]!, results[1]!])).toBe(resultDigest(results))
    expect(resultDigest(results.slice(0, 2))).not.toBe(resultDigest(results))
  })
})

describe('an arm', () => {
  test('does not depend on which arms stand beside it, nor on their order', () => {
    const reversed = runReplicate({ ...scenario, arms: [...scenario.arms].reverse() }, 1)
    expect(digests(reversed)).toEqual([...reference].reverse())
    scenario.arms.forEach((arm, i) => expect(digests(runReplicate({ ...scenario, arms: [arm] }, 1)), arm.id).toEqual([reference[i]]))
  })

  test('leaves the years before its first policy as they are without it', () => {
    const [without, , everything] = runReplicate(scenario, 1)
    for (const table of ['sections', 'county', 'ledger'] as const) {
      const year = without![table].length / without!.years.length
      const shared = without!.years.indexOf(2028) * year
      expect([...everything![table].subarray(0, shared)], table).toEqual([...without![table].subarray(0, shared)])
      expect([...everything![table].subarray(shared)], table).not.toEqual([...without![table].subarray(shared)])
    }
  })

  test('shows the same years whichever of them are asked for', () => {
    const [all] = runReplicate(scenario, 1)
    const [late] = runReplicate({ ...scenario, years: { from: 2028, to: 2029 } }, 1)
    const year = all!.county.length / all!.years.length
    expect([...late!.county]).toEqual([...all!.county.subarray(3 * year, 5 * year)])
  })
})

/** Moves every teacher to another row, chosen by a multiplication, and leaves gaps where nobody serves at the end. */
function shuffleTeachers({ teachers }: County): void {
  const n = teachers.count
  const to = Int32Array.from({ length: n }, (_, t) => t).sort((a, b) => (Math.imul(a + 1, 0x9e3779b1) >>> 0) - (Math.imul(b + 1, 0x9e3779b1) >>> 0))
  for (const column of Object.keys(columnsOf.teachers)) {
    const values = (teachers as unknown as Record<string, Float64Array>)[column]!
    const before = values.slice(0, n)
    for (let t = 0; t < n; t++) values[t] = before[to[t]!]!
  }
}

const digestOf = (record: YearRecord): string => new Digest().numbers(record.sections).numbers(record.county).numbers(record.ledger).hex()

test.each([statusQuo, { ...rotation, policies: [useOf('teacher-rotation', 2026, { share: 0.3 })] }, everythingFrom(2026)])('the order in which teachers stand in their table does not matter: $id', (arm) => {
  const straight = liveYears()
  const shuffled = liveYears()
  shuffleTeachers(shuffled.county)
  for (let year = 2026; year < 2034; year++) {
    const [a, b] = [straight, shuffled].map((live) => digestOf(live.year(year, { at: policiesAt(live.built, arm, year) })))
    expect(b, `${year}`).toBe(a)
  }
})
