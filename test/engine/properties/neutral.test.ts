import { describe, expect, test } from 'vitest'
import { policies, seriesDigest, type AnyPolicy, type Arm, type Parameter, type PolicyUse } from '../../../src/engine/index.ts'
import { runReplicate, useOf } from '../../support/run-engine.ts'
import { tinyCountyScenario } from '../../support/tiny-description.ts'

/* A policy at its neutral setting is as if it were not there, bit for bit, on the real engine; whatever its other levers say. */

type Set = Record<string, number | string>

/** The neutral setting with every other lever at each end of its range, or at each of its choices. */
function neutralSettings(policy: AnyPolicy): Set[] {
  const neutral = policy.neutral as Set
  const settings: Set[] = [neutral]
  for (const [name, parameter] of Object.entries(policy.parameters as Record<string, Parameter>)) {
    if (name in neutral) continue
    const values = 'choices' in parameter ? Object.keys(parameter.choices) : parameter.range
    for (const value of values) settings.push({ ...neutral, [name]: value })
  }
  return settings
}

const years = { from: 2025, to: 2028 }
const beside: PolicyUse[] = [useOf('teacher-rotation', 2026, { share: 0.2 }), useOf('funding-tilt', 2026), useOf('school-group', 2026)]
const runArms = (arms: readonly Arm[]): string[] => runReplicate(tinyCountyScenario({ years, arms })).map((series) => seriesDigest({ ...series, arm: '' }))

const [without, withOthers] = runArms([{ id: 'without', policies: [] }, { id: 'with-others', policies: beside }])

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (id, policy) => {
  const settings = neutralSettings(policy)

  test(`neutral is absent, in ${settings.length} settings of its other levers`, () => {
    const digests = runArms(settings.map((set, i) => ({ id: `${i}`, policies: [useOf(id, 2026, set)] })))
    settings.forEach((set, i) => expect(digests[i], JSON.stringify(set)).toBe(without))
  })

  test('neutral is absent beside other policies, before and after them in the list', () => {
    const neutral = useOf(id, 2026, policy.neutral as Set)
    const others = beside.filter(({ use }) => use !== id)
    const expected = others.length === beside.length ? withOthers : runArms([{ id: 'others', policies: others }])[0]
    expect(runArms([{ id: 'first', policies: [neutral, ...others] }, { id: 'last', policies: [...others, neutral] }])).toEqual([expected, expected])
  })

  test('is absent while its timetable has not begun or is over, and where it covers nothing', () => {
    const set = {}
    const [late, nowhere] = runArms([
      { id: 'late', policies: [useOf(id, 2029, set)] },
      { id: 'nowhere', policies: [{ ...useOf(id, 2026, policy.neutral as Set), where: { schools: [999] } }] },
    ])
    expect(late).toBe(without)
    expect(nowhere).toBe(without)
  })
})

test('the comparison can fail: rotation at its defaults is not absent', () => {
  expect(withOthers).not.toBe(without)
})
