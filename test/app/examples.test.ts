import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policies, type Parameters, type PolicyUse } from '../../src/engine/index.ts'
import { exampleGroups, examples, exampleText } from '../../src/app/examples.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { draftOf } from '../../src/app/share/draft-of.ts'
import { openText } from '../../src/app/share/open.ts'
import { usesOf } from '../../src/app/stores/draft/draft.ts'

const defaultsOf = (policy: string) => Object.fromEntries(Object.entries(policies.find((one) => one.id === policy)!.parameters as Parameters).map(([lever, parameter]) => [lever, parameter.default]))
const byName = (uses: readonly PolicyUse[]) => Object.fromEntries(uses.map((use) => [use.use, use]))
const all = exampleGroups.flatMap((group) => examples[group])

describe('the shipped scenarios in the app', () => {
  it('are all of them, each once', () => {
    const files = readdirSync('scenarios').filter((file) => file.endsWith('.json') && file !== 'scenario.schema.json').map((file) => file.replace(/\.json$/, ''))
    expect(all.map(({ id }) => id).sort()).toEqual(files.sort())
  })
  it('open future by future: the one chosen, with nothing left out of it', () => {
    for (const example of all) {
      for (const arm of example.arms) {
        const opened = openText(exampleText(example, arm), shippedCounties)
        expect([example.id, arm.id, opened.kind]).toEqual([example.id, arm.id, 'scenario'])
        if (opened.kind !== 'scenario') continue
        const { draft, reduced, repeated, leftOut } = draftOf(opened.scenario, policies)
        expect([example.id, arm.id, leftOut, repeated]).toEqual([example.id, arm.id, [], []])
        // what the page runs is what the command line runs of the same file, defaults it leaves out included
        const uses = usesOf(draft, policies, opened.scenario.county)
        const meant = opened.scenario.arms.find((one) => one.policies.length > 0)?.policies ?? []
        if (reduced.length === 0) expect([example.id, arm.id, byName(uses)]).toEqual([example.id, arm.id, byName(meant.map((use) => ({ ...use, set: { ...defaultsOf(use.use), ...use.set } })))])
        expect(Object.keys(draft.levers).length).toBeLessThanOrEqual(arm.policies.length)
        expect(arm.policies.length === 0 || Object.keys(draft.levers).length > 0).toBe(true)
      }
    }
  })
})
