import { describe, expect, test } from 'vitest'
import type { ChoiceParameter, NumberParameter } from '../../../src/engine/declare.ts'
import { Digest } from '../../../src/engine/kernel/digest.ts'
import type { AnyPolicy } from '../../../src/engine/policies/declare.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import type { Series } from '../../../src/engine/record.ts'
import type { PolicyUse } from '../../../src/engine/scenario.ts'
import { runLittle } from './little-county.ts'

/*
 * On the real engine, in a county of eighteen schools: every policy at its neutral setting is bit for bit the status quo, every
 * lever moves something, and setting it back gives the same numbers again.
 */
type Levers = Record<string, number | string>

/** Where a lever needs others to stand somewhere before it can matter. */
const context: Record<string, Levers> = {
  'teacher-rotation': { share: 0.4, minimumTenure: 2, exits: 0.1, sameLevel: 0.3, backboneShare: 0.4, reserve: 0.3 },
  'principal-rotation': { share: 1, minimumTerm: 3 },
  'directed-hiring': { share: 0.8, reserve: 0.2 },
  'funding-tilt': {},
  'enrolment-quota': { share: 0.7, floorRule: 'line', floor: 0.1, residency: 'three-years', tiltRural: 0.2, merge: 0 },
  'nearby-enrolment': { curb: 'tight', zones: 'pooled' },
  'school-district': { size: 6 },
  'school-group': { coverage: 0.8 },
  'nine-year-school': { pairs: 2, within: 6 },
  'network-adjustment': { closeBelow: 60, within: 8, build: 2 },
  'school-standardisation': { money: 2_000_000, margin: 0.1 },
  'supervision-incentive': { item: 'Q2', limit: 0.55, steps: 5, level: 'primary' },
}

/** Levers that matter only under another choice than the one in the context. */
const under: Record<string, Record<string, Levers>> = {
  'teacher-rotation': { selectionByCounty: { picks: 'county' }, effort: { picks: 'county' } },
  'funding-tilt': { payer: { pot: 'added' } },
  'nearby-enrolment': { closedCost: { curb: 'closed' } },
  mentoring: { plainGain: { match: 'any' } },
  'teacher-training': { practiceEffect: { kind: 'practice' } },
  'supervision-incentive': { reward: { limit: 1.5 } },
}

/** What else must be in force. */
const beside: Record<string, readonly PolicyUse[]> = {
  'supervision-incentive': [
    { use: 'teacher-rotation', from: 2026, set: { share: 0.1 } },
    { use: 'directed-hiring', from: 2026, set: { share: 0.1 } },
  ],
}

const digest = (series: Series): string => new Digest().numbers(series.county).numbers(series.sections).numbers(series.ledger).hex()

/** Values to try instead of the one in force: both ends of a range, or every other choice. */
function otherValues(parameter: NumberParameter | ChoiceParameter, now: number | string): (number | string)[] {
  if ('choices' in parameter) return Object.keys(parameter.choices).filter((choice) => choice !== now)
  return parameter.range.filter((end) => end !== now)
}

const useOf = (policy: AnyPolicy, set: Levers): readonly PolicyUse[] => [{ use: policy.id, from: 2026, set }, ...(beside[policy.id] ?? [])]

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (id, policy) => {
  test('at its neutral setting a run equals the status quo bit for bit, also beside another policy', () => {
    const other: PolicyUse = { use: id === 'funding-tilt' ? 'rural-allowance' : 'funding-tilt', from: 2026, set: {} }
    const neutral: PolicyUse = { use: id, from: 2026, set: policy.neutral as Levers }
    const [quo, off, alone, beside] = runLittle([[neutral], [other], [neutral, other]], 2029).map(digest)
    expect(off).toBe(quo)
    expect(beside).toBe(alone)
  })

  test('in force it moves something, and the same setting gives the same numbers', () => {
    const set = context[id] ?? {}
    const [quo, once, twice] = runLittle([useOf(policy, set), useOf(policy, set)]).map(digest)
    expect(once).not.toBe(quo)
    expect(twice).toBe(once)
  })

  test('every lever moves something', () => {
    const base = context[id] ?? {}
    const arms: { readonly name: string; readonly from: Levers; readonly set: Levers }[] = []
    for (const [name, parameter] of Object.entries(policy.parameters as Record<string, NumberParameter | ChoiceParameter>)) {
      const from = { ...base, ...under[id]?.[name] }
      for (const value of otherValues(parameter, from[name] ?? parameter.default)) arms.push({ name, from, set: { ...from, [name]: value } })
    }
    const runs = runLittle(arms.flatMap(({ from, set }) => [useOf(policy, from), useOf(policy, set)])).slice(1).map(digest)
    const alive = new Set(arms.filter((_, i) => runs[2 * i] !== runs[2 * i + 1]).map(({ name }) => name))
    // a choice may name what the county does anyway, and a range may end where it no longer binds: one other value must count
    expect(Object.keys(policy.parameters as object).filter((name) => !alive.has(name))).toEqual([])
  })
})
