import { beforeAll, describe, expect, it } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { draftOf } from '../../src/app/share/draft-of.ts'
import { digestOf, fileText, linkOf, openText } from '../../src/app/share/open.ts'
import { ground, named, scenarioOf, unnamed, withLever, type Draft } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { ScenarioDraft } from '../../src/app/stores/draft/scenario-draft.svelte.ts'
import { policies } from '../../src/engine/index.ts'
import { galleryApp } from '../charts/gallery/app.ts'

const county = shippedCounties[0]!
const rotation = policies.find((one) => one.id === 'teacher-rotation')!
const moved = withLever(firstDraft(county), rotation, 'share', 0.1, county)
const title = { zh: '城关镇三年规划', en: 'Three years of Chengguan' }
const arm = { zh: '只交流', en: 'Rotation only' }
const scenarioIn = (draft: Draft) => scenarioOf(draft, county, policies, ['baseline', 'plan'])

/** What a text opens as. */
function opened(text: string): Draft {
  const read = openText(text, shippedCounties)
  if (read.kind !== 'scenario') throw new Error(read.kind)
  return draftOf(read.scenario, policies).draft
}

beforeAll(() => learn('zh'))

describe('the name of a scenario', () => {
  it('comes from its file and goes back into it', () => {
    const draft = opened(fileText(scenarioIn(named(moved, { title }))))
    expect(draft.name).toEqual({ title, of: ground(draft) })
    const saved = JSON.parse(fileText(scenarioIn(draft))) as { readonly title: unknown; readonly arms: readonly { readonly title?: unknown }[] }
    expect([saved.title, saved.arms[1]!.title]).toEqual([title, title])
  })
  it('is kept with that of the future opened, and the file saved again has the digest of the one opened', () => {
    const scenario = scenarioIn(named(moved, { title, arm }))
    const draft = opened(fileText(scenario))
    expect(draft.name).toMatchObject({ title, arm })
    expect(digestOf(scenarioIn(draft))).toBe(digestOf(scenario))
  })
  it('goes with a link', () => expect(opened(linkOf(scenarioIn(named(moved, { title })), {})).name?.title).toEqual(title))
  it('of a scenario that was changed since does not pass for it: link and file say what it was changed from', () => {
    const changed = withLever(named(moved, { title, arm }), rotation, 'share', 0.2, county)
    const says = { zh: '改自“城关镇三年规划 · 只交流”', en: 'changed from “Three years of Chengguan · Rotation only”' }
    for (const text of [linkOf(scenarioIn(changed), {}), fileText(scenarioIn(changed))]) {
      const draft = opened(text)
      expect(draft.name).toEqual({ title: says, of: ground(draft) })
    }
    // as often as it may be sent on
    const long = withLever(named(moved, { title: { zh: '长'.repeat(4000), en: 'x'.repeat(4000) } }), rotation, 'share', 0.2, county)
    expect(opened(fileText(scenarioIn(long))).name?.title.zh).toBe(`改自“${'长'.repeat(200)}…”`)
  })
  it('is none while nobody has given one', () => expect(opened(fileText(scenarioIn(moved)))).not.toHaveProperty('name'))
  it('decides no result, and giving it is one step', () => {
    expect(ground(named(moved, { title }))).toBe(ground(moved))
    const draft = new ScenarioDraft(moved)
    draft.commit(named(moved, { title }))
    draft.undo()
    expect(draft.current).toEqual(moved)
    expect(unnamed(named(moved, { title }))).toEqual(moved)
  })
  it('is cut between signs: a rare one of two halves goes whole or not at all', () => {
    const app = galleryApp()
    app.draft.commit(named(moved, { title: { zh: '𠮷'.repeat(81), en: 'x' } }))
    expect(app.nameIn()).toBe(`${'𠮷'.repeat(80)}…`)
  })
  it('stands in what leaves the app, and says when the settings are others', () => {
    const app = galleryApp()
    expect([app.nameIn(), app.stampLine()]).toEqual(['', expect.not.stringContaining('城关镇')])
    app.draft.commit(named(moved, { title, arm }))
    expect(app.nameIn()).toBe('城关镇三年规划 · 只交流')
    expect(app.stampLine()).toContain(' · 城关镇三年规划 · 只交流 · ')
    // nothing about assumptions while none was changed; then how many
    expect(app.stampLine()).not.toContain('假设')
    app.draft.commit({ ...app.draft.current, behaviour: { 'demography.futureBirths': 600, 'teacher-leaving.quit': 0.02 } })
    expect(app.stampLine()).toContain(' · 改过的假设 2 项 · ')
    app.draft.commit(withLever(app.draft.current, rotation, 'share', 0.2, county))
    // Q16b: what the verdict is about, and by which edition
    expect(app.stampLine()).toContain('优质均衡 2017（只就七项资源配置而言）')
    app.selection.standard = 'balance-2012'
    expect(app.stampLine()).toContain('基本均衡 2012（只就八项差异系数而言）')
    app.selection.standard = 'balance-2017'
    expect(app.nameIn()).toBe('改自“城关镇三年规划 · 只交流”')
    app.draft.commit(named(moved, { title: { zh: '长'.repeat(300), en: 'x' } }))
    expect(app.nameIn()).toBe(`${'长'.repeat(80)}…`)
  })
})
