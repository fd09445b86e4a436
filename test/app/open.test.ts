import { describe, expect, it } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { fileText, openText } from '../../src/app/share/open.ts'
import { scenarioOf } from '../../src/app/stores/draft.ts'
import { firstDraft } from '../../src/app/stores/first.ts'
import { policies } from '../../src/engine/index.ts'

const county = shippedCounties[0]!

/** What is decided about behaviour after a draft was saved and its file opened again. */
function reopened(behaviour: Readonly<Record<string, number | string>>) {
  const scenario = scenarioOf({ ...firstDraft(county), behaviour }, county, policies, ['baseline', 'plan'])
  const text = fileText(scenario)
  expect(JSON.parse(text).behaviour).toMatchObject({ 'teacher-leaving.quitYoungRural': expect.any(Number) })
  const opened = openText(text, shippedCounties)
  return opened.kind === 'scenario' ? opened.scenario.behaviour : opened
}

describe('a saved file, which writes every constant out', () => {
  it('opens with nothing decided that was not', () => expect(reopened({})).toEqual({}))
  it('keeps what was decided', () => expect(reopened({ 'teacher-leaving.quit': 0.011 })).toEqual({ 'teacher-leaving.quit': 0.011 }))
})
