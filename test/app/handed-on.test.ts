import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { draftOf } from '../../src/app/share/draft-of.ts'
import { digestOf, fileText, linkOf, openText, settingsText } from '../../src/app/share/open.ts'
import { scenarioOf, withLever, withTiming, type Draft } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { policies } from '../../src/engine/index.ts'

/* What is handed on in a file or a link is all that was prepared, also what does not act yet. */

const county = shippedCounties[0]!
const standardisation = policies.find(({ id }) => id === 'school-standardisation')!
const first = firstDraft(county)
const priced = withTiming(withLever(first, standardisation, 'roomPrice', 2600, county), 'mentoring', { from: 2029, ramp: 3 })
const handedOn = (draft: Draft) => scenarioOf(draft, county, policies, ['baseline', 'plan'], 'set')

function reopened(text: string): Draft {
  const opened = openText(text, shippedCounties)
  if (opened.kind !== 'scenario') throw new Error(JSON.stringify(opened))
  return draftOf(opened.scenario, policies).draft
}

describe('a price of a policy that does not act, and a timetable of another', () => {
  it('are run as if they were not there', () => {
    expect(scenarioOf(priced, county, policies, ['plan']).arms[0]!.policies).toEqual([])
    expect(digestOf(handedOn(priced))).toBe(digestOf(handedOn(first)))
  })
  it.each([
    ['a file', (draft: Draft) => fileText(handedOn(draft))],
    ['a file without the county', (draft: Draft) => settingsText(handedOn(draft))],
    ['a link', (draft: Draft) => linkOf(handedOn(draft), {})],
  ])('come back from %s', (_, textOf) => {
    const { levers, timing } = reopened(textOf(priced))
    expect(levers).toEqual({ 'school-standardisation': { roomPrice: 2600 } })
    expect(timing['mentoring']).toEqual({ from: 2029, ramp: 3 })
    expect(Object.keys(reopened(textOf(first)).timing)).toEqual([])
  })
  it('are in a file as policies at their neutral values, which the schema of every edition takes', () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0])
    const file = JSON.parse(fileText(handedOn(priced))) as { readonly arms: readonly { readonly policies: readonly { readonly use: string; readonly set: object }[] }[] }
    expect(schema.safeParse(file).success).toBe(true)
    expect(file.arms.map((arm) => arm.policies.map(({ use }) => use))).toEqual([[], ['school-standardisation', 'mentoring']])
    expect(file.arms[1]!.policies[0]!.set).toMatchObject({ money: 0, roomPrice: 2600 })
  })
})
