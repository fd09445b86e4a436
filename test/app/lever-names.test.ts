import { describe, expect, it } from 'vitest'
import { servicesOf } from '../../src/app/services.ts'
import { policies, type Parameter } from '../../src/engine/index.ts'
import { catalogues, languages } from '../../src/words/index.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

/* A planner who sets a lever on the rail finds it again by its name: in the sheet, the report, the files and aloud, all of which use its label. */

const { rail } = servicesOf(fixtureRunner(0), [])
const parameterOf = (policy: string, lever: string) => (policies.find((one) => one.id === policy)!.parameters as Readonly<Record<string, Parameter>>)[lever]!

describe('Q32 a lever of the rail', () => {
  it('has a short name', () => {
    expect(rail).toHaveLength(10)
    expect(rail.every(({ name }) => name !== undefined)).toBe(true)
  })
  it.each(rail.map((one) => [`${one.policy}.${one.lever}`, one] as const))('is called by it everywhere: %s', (_, { policy, lever, name }) => {
    for (const language of languages) expect(parameterOf(policy, lever).label[language].startsWith(catalogues[language][name!])).toBe(true)
  })
  it('has it alone: no other parameter of its policy has the same label', () => {
    for (const { policy, lever } of rail) {
      const mine = policies.find((one) => one.id === policy)!.parameters as Readonly<Record<string, Parameter>>
      for (const language of languages) expect(Object.entries(mine).filter(([, { label }]) => label[language] === mine[lever]!.label[language]).map(([id]) => id)).toEqual([lever])
    }
  })
})
