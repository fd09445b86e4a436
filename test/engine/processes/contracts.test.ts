import { describe, expect, test } from 'vitest'
import type { ChoiceParameter, NumberParameter } from '../../../src/engine/declare.ts'
import { sources } from '../../../src/engine/sources.ts'
import { behaviourGroups } from '../../../src/engine/behaviour.ts'
import type { BuiltCounty } from '../../../src/engine/prepare-county.ts'
import { processes } from '../../../src/engine/year.ts'
import { faultsOf, textsIn } from '../../support/declarations.ts'
import { liveYears, type YearHooks } from '../../support/live-years.ts'
import { columnDigests } from '../policies/policy-year.ts'
import { recordCounty, recordDraws, recordRules, seenNothing } from './recording.ts'

/* What every process promises in its declaration, checked on years of the tiny county in which everything happens. */

/** Decisions that open every branch: money, allowances, pooled zones, merged quota units, postings, options listed anew. */
const decisions = ({ county, rules }: BuiltCounty, year: number): NonNullable<YearHooks['at']> => (moment) => {
  if (moment !== 'budget') return
  rules.county.quotaMerge = 20
  rules.county.zonePooling = 1
  rules.sections.allowance.fill(3000)
  rules.sections.fundsAdded.fill(10_000)
  county.places.listed[0] = 0
  const { section, postedUntil, returnTo } = county.teachers
  for (let t = 0; t < 40; t++) {
    if (section[t]! < 0 || postedUntil[t] !== 0) continue
    postedUntil[t] = year
    returnTo[t] = section[t]!
  }
}

const years = [2026, 2027, 2028, 2029, 2030, 2031]

test('each writes only columns it declares, and every column it declares', () => {
  const live = liveYears()
  const changed = new Map(processes.map((p) => [p.id, new Set<string>()]))
  for (const year of years) {
    live.year(year, {
      at: decisions(live.built, year),
      around: (id, step) => {
        const before = columnDigests(live.county, live.built.rules)
        step()
        for (const [column, digest] of columnDigests(live.county, live.built.rules)) if (before.get(column) !== digest) changed.get(id)!.add(column)
      },
    })
  }
  for (const { id, touches } of processes) {
    for (const column of changed.get(id)!) expect(touches, `${id} writes ${column}`).toContain(column)
  }
})

describe('each, watched column by column,', () => {
  const seen = seenNothing()
  const watched = new Map(processes.map((p) => [p.id, seenNothing()]))
  const live = liveYears({
    standIn: ({ county, rules }) => ({ county: recordCounty(county, seen), rules: recordRules(rules, seen), draws: (draws) => recordDraws(draws, seen) }),
  })
  const note = (id: string): void => {
    const book = watched.get(id)!
    for (const kind of ['reads', 'writes', 'streams'] as const) for (const name of seen[kind]) book[kind].add(name)
    seen.clear()
  }
  // binding is part of what a process may read
  for (const process of processes) {
    seen.clear()
    process.bind(recordCounty(live.county, seen))
    note(process.id)
  }
  for (const year of years) {
    live.year(year, {
      at: decisions(live.built, year),
      around: (id, step) => {
        seen.clear()
        step()
        note(id)
      },
    })
  }

  test.each(processes.map((p) => [p.id, p] as const))('%s: reads what it declares, besides what it touches, and no more or less', (id, { reads, touches }) => {
    const read = [...watched.get(id)!.reads].filter((column) => !touches.includes(column as never))
    expect(read.sort()).toEqual([...reads].filter((column) => !touches.includes(column)).sort())
  })

  test.each(processes.map((p) => [p.id, p] as const))('%s: writes what it declares, no more or less', (id, { touches }) => {
    expect([...watched.get(id)!.writes].sort()).toEqual([...touches].sort())
  })

  test.each(processes.map((p) => [p.id, p] as const))('%s: draws from the streams it declares, no more or less', (id, { streams }) => {
    expect([...watched.get(id)!.streams].sort()).toEqual([...streams].sort())
  })
})

test('declared columns stand once in their list', () => {
  for (const { reads, touches, streams } of processes) for (const list of [reads, touches, streams]) expect(new Set(list).size).toBe(list.length)
})

describe.each(behaviourGroups.map((group) => [group.id, group.parameters] as const))('parameters of %s', (_, parameters) => {
  const all = Object.entries(parameters) as [string, NumberParameter | ChoiceParameter][]

  test('have a default inside their range, and a range that leaves a choice', () => {
    for (const [name, p] of all) {
      if (p.unit === 'choice') expect(Object.keys((p as ChoiceParameter).choices), name).toContain(p.default)
      else {
        const [from, to] = (p as NumberParameter).range
        expect(from, name).toBeLessThan(to)
        expect(p.default, name).toBeGreaterThanOrEqual(from)
        expect(p.default, name).toBeLessThanOrEqual(to)
      }
    }
  })

  test('cite a source that exists and say what it says', () => {
    for (const [name, { source }] of all) {
      expect(Object.keys(sources), name).toContain(source.source)
      expect(source.says.en.length, name).toBeGreaterThan(10)
      expect(source.source === 'assumption', name).toBe(source.confidence === 'judgement')
    }
  })

  test('speak both languages', () => {
    expect(textsIn(parameters).flatMap(faultsOf)).toEqual([])
    for (const [name, { label }] of all) expect(label.zh, name).toMatch(/[\u4e00-\u9fff]/)
  })
})

test('processes and their summaries speak both languages', () => {
  for (const { text } of processes) {
    expect(textsIn(text).length).toBe(2)
    expect(textsIn(text).flatMap(faultsOf)).toEqual([])
  }
})
