import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policies } from '../../src/engine/index.ts'
import { exampleGroups, examples, exampleText } from '../../src/app/examples.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { draftOf } from '../../src/app/share/draft-of.ts'
import { openText } from '../../src/app/share/open.ts'

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
        const { draft, leftOut } = draftOf(opened.scenario, policies)
        expect([example.id, arm.id, leftOut]).toEqual([example.id, arm.id, []])
        expect(Object.keys(draft.levers).length).toBeLessThanOrEqual(arm.policies.length)
        expect(arm.policies.length === 0 || Object.keys(draft.levers).length > 0).toBe(true)
      }
    }
  })
})
