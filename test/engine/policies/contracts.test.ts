import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Bilingual, ChoiceParameter, NumberParameter } from '../../../src/engine/declare.ts'
import type { County } from '../../../src/engine/county/county.ts'
import { teacherColumns } from '../../../src/engine/county/teachers.ts'
import { drawsOf } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import type { AnyPolicy } from '../../../src/engine/policies/declare.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { sources } from '../../../src/engine/sources.ts'
import { processes } from '../../../src/engine/year.ts'
import { smallCounty } from '../../support/small-county.ts'
import { actOnce, valuesOf } from './policy-year.ts'

const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).sort()
const numbersOf = (policy: AnyPolicy): [string, NumberParameter][] =>
  Object.entries(policy.parameters as Record<string, NumberParameter | ChoiceParameter>).filter((e): e is [string, NumberParameter] => e[1].unit !== 'choice')
const choicesOf = (policy: AnyPolicy): [string, ChoiceParameter][] =>
  Object.entries(policy.parameters as Record<string, NumberParameter | ChoiceParameter>).filter((e): e is [string, ChoiceParameter] => e[1].unit === 'choice')

/** A county with something for every policy to work on. */
function variedCounty() {
  const county = smallCounty()
  county.sections.rawMean.set([2, 1.5, -0.5, -2, -2, 0.5])
  county.sections.belief.set([0.6, 0.1, -0.3, -0.5, -0.8, 0.3])
  county.sections.roll[4] = 29
  county.sections.boarders.set([0, 20, 40, 0, 0, 30])
  county.sections.leftBehind.set([5, 30, 30, 20, 12, 10])
  county.sections.migrants.set([30, 2, 2, 0, 0, 25])
  for (let k = 0; k < county.schools.count; k++) {
    county.schools.principal[k] = [0.05, 0, -0.02, -0.05, 0.03][k]!
    county.schools.principalTerm[k] = 8
  }
  for (let s = 0; s < 6; s++) county.sections.posts[s]! += 3
  for (let t = 0; t < county.teachers.count; t++) county.teachers.effect[t] = ((t * 7) % 13) / 100
  county.teachers.experience.fill(0, 0, 3)
  county.teachers.tenure.fill(0, 0, 3)
  return county
}

const sumOf = (column: ArrayLike<number>): number => Array.from(column).reduce((sum, x) => sum + x, 0)

/** Who is there, and what the classes say of them. */
function census({ teachers, pupils, blocks, classes, capacity, slots }: County) {
  const counted = { teachers: 0, pupils: 0, scores: 0, inClasses: sumOf(classes.size), classScores: sumOf(classes.scores) }
  for (let t = 0; t < teachers.count; t++) if (teachers.section[t]! >= 0) counted.teachers++
  for (let b = 0; b < 9; b++)
    for (let i = b * capacity.cohort; i < b * capacity.cohort + blocks.size[b]!; i++) {
      if (slots.section[pupils.slot[i]!]! < 0) continue
      counted.pupils++
      counted.scores += pupils.durable[i]! + pupils.input[i]!
    }
  return counted
}

/** Turns the order of the teachers’ rows round. */
function reverseTeachers({ teachers }: County): void {
  for (const name of Object.keys(teacherColumns) as (keyof typeof teacherColumns)[]) teachers[name].subarray(0, teachers.count).reverse()
}

test('ids are kebab-case and unique', () => {
  expect(new Set(policies.map((p) => p.id)).size).toBe(policies.length)
  for (const { id } of policies) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (id, policy) => {
  test('has a test and a scenario of its own', () => {
    expect(existsSync(`test/engine/policies/${id}.test.ts`)).toBe(true)
    const scenario = JSON.parse(readFileSync(`scenarios/${id}.json`, 'utf8')) as { id: string; arms: { policies: { use: string }[] }[] }
    expect(scenario.arms[0]!.policies).toEqual([])
    expect(scenario.arms.some((arm) => arm.policies.some((p) => p.use === id))).toBe(true)
  })

  test('at its neutral setting it writes nothing and spends nothing', () => {
    const { changed, ledger } = actOnce(policy, variedCounty(), policy.neutral as Record<string, number | string>)
    expect(changed).toEqual([])
    expect([...ledger.entries].every((yuan) => yuan === 0)).toBe(true)
  })

  test('at its defaults it writes or spends something, and only columns it declares', () => {
    let does = 0
    for (let year = 2026; year < 2036; year++) {
      const { changed, ledger } = actOnce(policy, variedCounty(), {}, { year, published: () => 0.3 })
      for (const column of changed) expect(policy.touches).toContain(column)
      if (changed.length > 0 || ledger.entries.some((yuan) => yuan !== 0)) does++
    }
    expect(does).toBeGreaterThan(0)
  })

  test('whatever its levers, it writes only columns it declares', () => {
    for (const [name, parameter] of numbersOf(policy))
      for (const value of parameter.range)
        for (const column of actOnce(policy, variedCounty(), { [name]: value }).changed) expect(policy.touches).toContain(column)
    for (const [name, parameter] of choicesOf(policy))
      for (const value of Object.keys(parameter.choices))
        for (const column of actOnce(policy, variedCounty(), { [name]: value }).changed) expect(policy.touches).toContain(column)
  })

  test('where it covers nothing it moves nobody and spends nothing on a section', () => {
    const { changed, ledger } = actOnce(policy, variedCounty(), {}, { covers: () => false })
    expect(changed.filter((column) => /^(teachers|pupils|schools|sections)\./.test(column))).toEqual([])
    expect([...ledger.bySection].every((yuan) => yuan === 0)).toBe(true)
  })

  test('acting twice on equal counties gives equal counties', () => {
    const a = variedCounty()
    const b = variedCounty()
    actOnce(policy, a)
    actOnce(policy, b)
    expect(Buffer.compare(a.save(), b.save())).toBe(0)
  })

  test('loses no pupil and no teacher, and keeps the sums of classes true', () => {
    const county = variedCounty()
    const before = census(county)
    const quitsBefore = sumOf(county.sections.quit)
    actOnce(policy, county, policy.id === 'network-adjustment' ? { closeBelow: 100 } : {})
    const after = census(county)
    expect(after.teachers + sumOf(county.sections.quit) - quitsBefore).toBe(before.teachers)
    expect(after.pupils).toBe(before.pupils)
    expect(after.inClasses).toBe(before.inClasses)
    expect(after.classScores).toBeCloseTo(after.scores, 9)
  })

  test('does the same whatever the order of the teachers’ rows', () => {
    for (let year = 2026; year < 2030; year++) {
      const a = variedCounty()
      const b = variedCounty()
      reverseTeachers(b)
      actOnce(policy, a, {}, { year })
      actOnce(policy, b, {}, { year })
      reverseTeachers(b)
      expect(Buffer.compare(b.save(), a.save())).toBe(0)
    }
  })

  test('draws only from streams it declares', () => {
    const used = new Set<string>()
    const real = drawsOf(seedWords('streams', 1), 2026)
    const note = <T>(get: (stream: string) => T) => (stream: string) => (used.add(stream), get(stream))
    const draws = { k0: note(real.k0), k1: note(real.k1), stream: note(real.stream), normal: note(real.normal), gumbel: note(real.gumbel), lottery: note(real.lottery) }
    actOnce(policy, variedCounty(), {}, { draws })
    for (const [name, parameter] of choicesOf(policy)) for (const value of Object.keys(parameter.choices)) actOnce(policy, variedCounty(), { [name]: value }, { draws })
    for (const stream of used) expect(policy.streams).toContain(stream)
  })

  test('speaks both languages with the same slots, which name its levers', () => {
    for (const text of Object.values(policy.text) as Bilingual[]) {
      expect(text.en.length).toBeGreaterThan(1)
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(slots(text.zh)).toEqual(slots(text.en))
      for (const slot of slots(text.en)) expect(Object.keys(policy.parameters)).toContain(slot)
    }
  })

  test('every lever has labels, a unit, a range with its default inside, and a source that exists', () => {
    for (const [name, parameter] of numbersOf(policy)) {
      const [low, high] = parameter.range
      expect(low, name).toBeLessThan(high)
      expect(parameter.default, name).toBeGreaterThanOrEqual(low)
      expect(parameter.default, name).toBeLessThanOrEqual(high)
    }
    for (const [name, parameter] of choicesOf(policy)) {
      expect(Object.keys(parameter.choices), name).toContain(parameter.default)
      for (const choice of Object.values(parameter.choices)) expect(choice.zh, name).toMatch(/[\u4e00-\u9fff]/)
    }
    for (const [name, parameter] of [...numbersOf(policy), ...choicesOf(policy)]) {
      expect(parameter.label.zh, name).toMatch(/[\u4e00-\u9fff]/)
      expect(Object.keys(sources), name).toContain(parameter.source.source)
      expect(parameter.source.says.en.length, name).toBeGreaterThan(5)
      expect(parameter.source.says.zh, name).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('what its effect rests on are parameters of processes that exist', () => {
    for (const name of policy.restsOn ?? []) {
      const [process, parameter] = name.split('.')
      expect(processes.find(({ id }) => id === process)?.parameters[parameter!], name).toBeDefined()
    }
  })

  test('neutral values, marks and rail levers are levers it has, inside their ranges', () => {
    const values = valuesOf(policy)
    for (const [name, value] of Object.entries({ ...policy.neutral, ...policy.marks } as Record<string, number | string>)) {
      expect(Object.keys(values)).toContain(name)
      const number = numbersOf(policy).find(([n]) => n === name)
      const choice = choicesOf(policy).find(([n]) => n === name)
      if (number) expect(Number(value) >= number[1].range[0] && Number(value) <= number[1].range[1], name).toBe(true)
      if (choice) expect(Object.keys(choice[1].choices), name).toContain(value)
    }
    expect(Object.keys(policy.neutral).length).toBeGreaterThan(0)
    expect(policy.levers.length).toBeGreaterThan(0)
    for (const lever of policy.levers) expect(Object.keys(values)).toContain(lever)
  })

  test('levers on the rail are actions in people, money, time or rules, with short Chinese names', () => {
    for (const lever of policy.levers) {
      const parameter = (policy.parameters as Record<string, NumberParameter | ChoiceParameter>)[lever]!
      expect(['SD', 'SD/year', 'SD/pupil/year', 'utility', 'utility/km', 'utility/SD'], lever).not.toContain(parameter.unit)
      // what it counts stands behind its name, in brackets
      const name = parameter.label.zh.replace(/（.*）$/, '')
      expect([...name].length, `${lever}: ${name}`).toBeLessThanOrEqual(8)
      expect(parameter.label.en).not.toMatch(/\b(gap|CV|dispersion|score|equality)\b/i)
    }
  })
})
