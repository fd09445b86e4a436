import { describe, expect, it } from 'vitest'
import { engineVersion, numbersCounter } from '../../src/engine/index.ts'
import type { Scenario } from '../../src/engine/index.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { canonicalJson, countyDigest, freeze, prettyJson, scenarioDigest, writeScenario, writeWithoutCounty } from '../../src/scenario/write.ts'
import { fc } from '../support/property.ts'
import { county, countyText, file, options, registry } from './fixtures.ts'

const open = (text: string) => {
  const read = readScenario(text, options)
  expect(read.problems).toEqual([])
  return read as Extract<typeof read, { scenario: Scenario }>
}
const original = () => open(JSON.stringify(file())).scenario

describe('a saved file', () => {
  const saved = writeScenario(original(), registry)
  const raw = JSON.parse(saved) as Record<string, never>

  it('writes every value in force', () => {
    expect(raw).toMatchObject({ format: 1, behaviour: { 'school-choice.distanceDecay': 0.5 } })
    expect(raw['arms']![1]!['policies'][0]['set']).toEqual({ share: { 2027: 0.05, 2029: 0.1 }, allowance: 6000, direction: 'exchange' })
  })

  it('holds its county, so that no other file is needed', () => {
    expect(raw['county']).toEqual(JSON.parse(countyText))
    expect(readScenario(saved, { ...options, loadCounty: () => undefined }).problems).toEqual([])
  })

  it('holds its county even where no reader would take it: who opens the file is told what is wrong', () => {
    const here = original()
    const far = { ...here, county: { ...here.county, radius: 1000 } }
    const text = writeScenario(far, registry)
    expect((JSON.parse(text) as { county: unknown }).county).toEqual(far.county)
    expect(readScenario(text, options).problems.map(({ path }) => path)).toEqual(['county.radius'])
  })

  it('says who saved it', () => expect(raw['stamp']).toEqual({ engine: engineVersion, numbers: numbersCounter }))

  it('means the same when a default changes', () => {
    const [moving, ...others] = registry.policies
    const allowance = { ...moving!.parameters['allowance'], default: 9000 }
    const later = { ...registry, policies: [{ ...moving!, parameters: { ...moving!.parameters, allowance } }, ...others] }
    expect(freeze(open(saved).scenario, later).arms[1]!.policies[0]!.set['allowance']).toBe(6000)
  })

  it('keeps what was written down about schools; no digest of what is computed depends on it', () => {
    const noted = { ...original(), notes: { '12': '操场改造列入 2027 年计划', '3': '=1+1 <b>' } }
    const text = writeScenario(noted, registry)
    expect(open(text).scenario.notes).toEqual(noted.notes)
    expect(writeScenario(open(text).scenario, registry)).toBe(text)
    expect(scenarioDigest(noted, registry)).toBe(scenarioDigest(original(), registry))
  })

  it('keeps what is set for a policy that does not act; the digest is as if it were not there', () => {
    const here = original()
    const [reference, plan] = here.arms
    const quiet = { use: plan!.policies[0]!.use, from: 2028, ramp: 3, set: { share: 0, allowance: 7000 } }
    const resting = { ...here, arms: [reference!, { ...plan!, policies: [...plan!.policies, quiet] }] }
    expect(scenarioDigest(resting, registry)).toBe(scenarioDigest(here, registry))
    expect(JSON.parse(writeScenario(resting, registry)).arms[1].policies[1]).toMatchObject(quiet)
    // one that acts is another scenario
    expect(scenarioDigest({ ...here, arms: [reference!, { ...plan!, policies: [{ ...quiet, set: { ...quiet.set, share: 0.1 } }] }] }, registry)).not.toBe(scenarioDigest({ ...here, arms: [reference!, { ...plan!, policies: [] }] }, registry))
  })

  it('refuses notes that are none: no school id, no text, too long, each with its place', () => {
    const problems = readScenario(JSON.stringify({ ...file(), notes: { '12': 7, '3': 'x'.repeat(2001) } }), options).problems
    expect(problems.map(({ path }) => path)).toEqual(['notes.3', 'notes.12'])
    expect(readScenario(JSON.stringify({ ...file(), notes: { qingshan: 'text' } }), options).problems).not.toEqual([])
  })

  it('keeps the digest of results it was saved with', () => {
    const text = writeScenario(original(), registry, { engine: '0.0.9', numbers: 1, result: 'abc' })
    expect(open(text).stamp).toEqual({ engine: '0.0.9', numbers: 1, result: 'abc' })
  })
})

describe('a file saved without its county', () => {
  const noted = { ...original(), notes: { '12': '操场改造列入 2027 年计划' } }
  const text = writeWithoutCounty(noted, registry)
  const openedOn = (here: object, of = text) => readScenario(of, { ...options, loadCounty: () => JSON.stringify(here) })
  it('names the edition of the county it was saved with, and holds no note on a school', () => {
    expect(JSON.parse(text)).toMatchObject({ county: { from: 'plain-county.json', digest: countyDigest(noted.county) } })
    expect(text).not.toContain('操场')
    expect(openedOn(county())).toMatchObject({ problems: [], notes: [] })
  })
  it('says so where it is opened on another edition: other seats, quota, prices', () => {
    const other = openedOn({ ...county(), radius: 31 })
    expect(other).toMatchObject({ problems: [], notes: [{ path: 'county', text: { zh: expect.stringContaining(countyDigest(noted.county)) as string } }] })
  })
  it('asks nothing of one that came before editions were named', () => {
    const before = text.replace(/, "digest": "[0-9a-f]{16}"/, '')
    expect(before).not.toBe(text)
    expect(openedOn({ ...county(), radius: 31 }, before)).toMatchObject({ problems: [], notes: [] })
  })
})

const set = fc.record(
  {
    share: fc.oneof(
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }).map((v) => ({ 2027: v })),
    ),
    allowance: fc.integer({ min: 0, max: 60000 }),
    direction: fc.constantFrom('to-weaker', 'exchange'),
  },
  { requiredKeys: [] },
)
const use = fc.record(
  {
    set,
    ramp: fc.integer({ min: 1, max: 9 }),
    to: fc.integer({ min: 2027, max: 2036 }),
    from: fc.constant(2027),
    use: fc.constant('teacher-moving'),
    where: fc.constant({ level: 'junior' as const, kinds: ['rural' as const] }),
  },
  { requiredKeys: ['set', 'from', 'use'] },
)
const scenario = fc.record({
  arms: fc
    .array(use, { maxLength: 3 })
    .map((uses) => uses.map((one, u) => ({ policies: [one], id: `arm-${u}`, title: { zh: '方案', en: 'arm' } })))
    .map((arms) => [{ id: 'reference', policies: [] }, ...arms]),
  title: fc.record({ zh: fc.string({ minLength: 1, unit: 'binary' }), en: fc.string({ minLength: 1, unit: 'grapheme' }) }),
  seed: fc.string({ minLength: 1, maxLength: 40 }),
  years: fc.constant({ to: 2036, from: 2026 }),
  replicates: fc.integer({ min: 1, max: 10_000 }),
  behaviour: fc.constantFrom({}, { 'school-choice.distanceDecay': 1 }),
  id: fc.constantFrom('a', 'b-2', 'long-name-of-a-scenario'),
})

describe('for any scenario', () => {
  it('writing, reading and writing gives the same text, meaning and digest', () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const made = { ...drawn, county: county() } as unknown as Scenario
        const first = writeScenario(made, registry)
        const read = open(first).scenario
        expect(writeScenario(read, registry)).toBe(first)
        expect(canonicalJson(read)).toBe(canonicalJson(freeze(made, registry)))
        expect(scenarioDigest(read, registry)).toBe(scenarioDigest(made, registry))
      }),
      { numRuns: 100 },
    )
  })
})

describe('digest', () => {
  it('does not depend on spelling or on defaults written out', () => {
    const short = original()
    expect(scenarioDigest(freeze(short, registry), registry)).toBe(scenarioDigest(short, registry))
    expect(scenarioDigest(open(JSON.stringify(file(), null, 4)).scenario, registry)).toBe(scenarioDigest(short, registry))
  })
  it('changes with any value', () => {
    const short = original()
    expect(scenarioDigest({ ...short, seed: 'other' }, registry)).not.toBe(scenarioDigest(short, registry))
  })
})

describe('prettyJson', () => {
  it('is JSON of the same value, with small objects on one line', () => {
    const value = { a: { b: 1, c: [1, 2] }, list: [{ x: 'ü' }, {}], none: null, long: 'x'.repeat(120) }
    expect(JSON.parse(prettyJson(value))).toEqual(value)
    expect(prettyJson({ a: { b: 1, c: [1, 2] } })).toBe('{\n  "a": { "b": 1, "c": [1, 2] }\n}\n')
  })
})
