import { describe, expect, it } from 'vitest'
import { engineVersion, numbersCounter } from '../../src/engine/index.ts'
import type { PolicyUse, Scenario } from '../../src/engine/index.ts'
import { notesOf } from '../../src/scenario/notes.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import type { Registry } from '../../src/scenario/registry.ts'
import { file, options, registry } from './fixtures.ts'

const scenario = readScenario(JSON.stringify(file()), options).scenario!
const withPolicies = (...policies: PolicyUse[]): Scenario => ({ ...scenario, arms: [{ id: 'a', policies }] })
const touching: Registry = {
  ...registry,
  policies: registry.policies.map((policy) => ({ ...policy, touches: ['teachers.section', 'rules.effort'] })),
}

describe('notes', () => {
  it('say that two policies change the same table at the same moment', () => {
    const [note, ...more] = notesOf(
      withPolicies({ use: 'teacher-moving', from: 2027, set: {} }, { use: 'zoning', from: 2029, set: { rule: 'many' } }),
      touching,
    )
    expect(more).toEqual([])
    expect(note).toMatchObject({
      path: 'arms[0].policies[1]',
      text: {
        en: expect.stringContaining('(teachers.section)') as string,
        zh: expect.stringContaining('按文件中的先后顺序执行') as string,
      },
    })
  })
  it('are silent when the years do not meet, or nothing is shared', () => {
    const uses: [PolicyUse, PolicyUse] = [
      { use: 'teacher-moving', from: 2027, to: 2028, set: {} },
      { use: 'zoning', from: 2029, set: { rule: 'many' } },
    ]
    expect(notesOf(withPolicies(...uses), touching)).toEqual([])
    expect(notesOf(withPolicies({ ...uses[0], to: 2036 }, uses[1]), registry)).toEqual([])
  })
  it('name a policy that stands at its neutral values', () => {
    expect(notesOf(withPolicies({ use: 'teacher-moving', from: 2027, set: { share: 0 } }), registry)).toMatchObject([
      { path: 'arms[0].policies[0]', text: { zh: '“教师流动”取中性值，不产生任何作用。' } },
    ])
    expect(notesOf(withPolicies({ use: 'zoning', from: 2027, set: {} }), registry)).toHaveLength(1)
    expect(notesOf(withPolicies({ use: 'teacher-moving', from: 2027, set: {} }), registry)).toEqual([])
  })
  it('tell when the numbers have changed since the file was saved', () => {
    expect(notesOf(scenario, registry, { engine: engineVersion, numbers: numbersCounter })).toEqual([])
    expect(notesOf(scenario, registry, { engine: '9.0.0', numbers: 7 })).toMatchObject([{ path: 'stamp.numbers' }])
  })
})
