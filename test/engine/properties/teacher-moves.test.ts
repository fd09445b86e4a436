import { describe, expect, test } from 'vitest'
import { createEngine, movesOf, sectionColumn, sectionSeries, type Arm, type Engine, type MoveCause, type Scenario, type Series, type TeacherMove, type TraceYear } from '../../../src/engine/index.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { everythingFrom, runReplicate, useOf } from '../../support/run-engine.ts'
import { tinyCountyScenario } from '../../support/tiny-description.ts'

/* The moves of teachers are an account that balances: with the sections’ own counts, which are kept elsewhere, and with staff. */

const movers: readonly string[] = ['teacher-rotation', 'directed-hiring', 'network-adjustment', 'rural-allowance', 'school-group']
const arms: readonly Arm[] = [
  { id: 'status-quo', policies: [] },
  everythingFrom(2026),
  ...policies.filter(({ id }) => movers.includes(id)).map((policy): Arm => ({ id: policy.id, policies: [useOf(policy.id, 2026)] })),
]
const scenario: Scenario = tinyCountyScenario({ years: { from: 2025, to: 2032 }, arms })
const engine = createEngine()

function explain(arm: string, replicate: number, by: Engine = engine): readonly TraceYear[] {
  const run = by.explain(scenario, replicate, arm)
  for (;;) {
    const tick = run.next()
    if (tick.done) return tick.value
  }
}

const at = (series: Series, year: number, section: number, column: string): number =>
  series.sections[((year - series.years[0]!) * series.sectionCount + section) * sectionSeries.length + sectionColumn(column)]!

const count = (moves: readonly TeacherMove[], side: 'from' | 'to', section: number, ...causes: readonly MoveCause[]): number =>
  moves.filter((move) => move[side] === section && (causes.length === 0 || causes.includes(move.cause))).length

describe.each([1, 2, 3, 4])('replicate %i', (replicate) => {
  const all = runReplicate(scenario, replicate)
  test.each(arms.map((arm, k) => [arm.id, k] as const))('%s: arrivals minus departures are the change of staff, and every cause agrees with the section’s own count', (id, k) => {
    const series = all[k]!
    const years = explain(id, replicate)
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032])
    for (const { year, moves: columns } of years) {
      const moves = movesOf(columns)
      for (let s = 0; s < series.sectionCount; s++) {
        const where = `${id} ${year} section ${s}`
        expect(count(moves, 'to', s) - count(moves, 'from', s), where).toBe(at(series, year, s, 'staff') - at(series, year - 1, s, 'staff'))
        expect(count(moves, 'to', s, 'hired'), `${where} hired`).toBe(at(series, year, s, 'hired'))
        expect(count(moves, 'from', s, 'retired'), `${where} retired`).toBe(at(series, year, s, 'retired'))
        expect(count(moves, 'from', s, 'quit'), `${where} quit`).toBe(at(series, year, s, 'quit'))
        for (const [side, transfers] of [['to', 'transfersIn'], ['from', 'transfersOut']] as const)
          expect(count(moves, side, s, 'redeployed', 'upwards'), `${where} ${transfers}`).toBe(at(series, year, s, transfers))
        // who is exchanged twice within the step passes through a section: counted there in and out, here neither
        const passed = at(series, year, s, 'movedIn') - count(moves, 'to', s, 'posting', 'directed')
        expect(passed, where).toBeGreaterThanOrEqual(0)
        expect(at(series, year, s, 'movedOut') - count(moves, 'from', s, 'posting', 'directed'), where).toBe(passed)
      }
      expect(moves.filter(({ cause }) => cause === 'other')).toEqual([])
    }
  })
})

test('a teacher is in one place at a time: each move starts where the last one ended, and nobody comes back who has left', () => {
  const where = new Map<number, number>()
  for (const { moves } of explain('everything', 1)) {
    for (const { teacher, from, to } of movesOf(moves)) {
      if (where.has(teacher)) expect(from, `teacher ${teacher}`).toBe(where.get(teacher))
      expect(from === -1 && to === -1).toBe(false)
      where.set(teacher, to)
    }
  }
  expect(where.size).toBeGreaterThan(50)
})

test('looking changes nothing: a run after an explanation has the bytes of a run before it', () => {
  const fresh = runReplicate(scenario, 2, createEngine())
  explain('everything', 2)
  expect(runReplicate(scenario, 2, engine).map(({ sections }) => sections)).toEqual(fresh.map(({ sections }) => sections))
})

test('a year’s account is bounded: no teacher moves more than three times in it, and nobody stands in it without moving', () => {
  for (const { year, moves } of explain('everything', 3)) {
    const times = new Map<number, number>()
    for (const { teacher, from, to } of movesOf(moves)) {
      expect(from, `${year} teacher ${teacher}`).not.toBe(to)
      times.set(teacher, (times.get(teacher) ?? 0) + 1)
    }
    expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(3)
  }
})
