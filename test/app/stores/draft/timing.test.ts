import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { timingText } from '../../../../src/app/charts/prepare/timing-words.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import LeverSheet from '../../../../src/app/screens/explore/LeverSheet.svelte'
import SheetTiming from '../../../../src/app/screens/explore/SheetTiming.svelte'
import { servicesOf } from '../../../../src/app/services.ts'
import { draftOf } from '../../../../src/app/share/draft-of.ts'
import { fileText, linkOf, openText } from '../../../../src/app/share/open.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { scenarioOf, timingOf, withLever, withTiming, type Draft, type Timing } from '../../../../src/app/stores/draft/draft.ts'
import { learn } from '../../../../src/app/stores/said/spoken.svelte.ts'
import { withInForce, withPlace, withStage, withStart, withStop } from '../../../../src/app/stores/draft/timing.ts'
import { policies } from '../../../../src/engine/index.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'
import InApp from '../../../support/InApp.svelte'
import { speechIn } from '../../../support/speech.ts'

/* A file may set more of a timetable than a lever sheet offers: what the sheet does not speak of stays, and what it shows is true. */

const county = shippedCounties[0]!
const rotation = policies.find((one) => one.id === 'teacher-rotation')!
const wide: Timing = { from: 2027, to: 2032, ramp: 4, where: { kinds: ['township', 'rural'], schools: [12, 13] } }
const draft = withTiming(withLever(firstDraft(county), rotation, 'share', 0.1, county), rotation.id, wide)

beforeAll(async () => void (await Promise.all([learn('zh'), learn('zh', 'later')])))
afterEach(() => vi.unstubAllGlobals())

describe('a choice of a timetable', () => {
  it('of a stage keeps which schools are covered, back and forth', () => {
    expect(withStage(wide, 'junior').where).toEqual({ kinds: ['township', 'rural'], schools: [12, 13], level: 'junior' })
    expect(withStage(withStage(wide, 'junior'), undefined)).toEqual(wide)
    expect(withStage({ from: 2027, ramp: 1, where: { level: 'junior' } }, undefined)).toEqual({ from: 2027, ramp: 1 })
  })
  it('of a kind of place takes the place of kinds and schools, and keeps the stage', () => {
    expect(withPlace(withStage(wide, 'junior'), 'rural').where).toEqual({ level: 'junior', kinds: ['rural'] })
    expect(withPlace(wide, undefined)).toEqual({ from: 2027, to: 2032, ramp: 4 })
  })
  it('of years keeps the rest, and never stops before it starts', () => {
    expect(withStart(wide, 2034)).toEqual({ ...wide, from: 2034, to: 2034 })
    expect(withStop(wide, undefined)).toEqual({ from: 2027, ramp: 4, where: wide.where })
    expect(withStop(wide, 2030)).toEqual({ ...wide, to: 2030 })
  })
  it('offers what is in force, though it be none of the usual', () => {
    expect(withInForce([1, 2, 3, 5], 4)).toEqual([1, 2, 3, 4, 5])
    expect(withInForce([1, 2, 3, 5], 5)).toEqual([1, 2, 3, 5])
  })
})

describe('a timetable that a file brings', () => {
  const opened = (text: string): Draft => {
    const read = openText(text, shippedCounties)
    if (read.kind !== 'scenario') throw new Error(JSON.stringify(read))
    return draftOf(read.scenario, policies).draft
  }
  it('outlives choices in the sheet, undoing them, and going out by file and by link', () => {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county))
    const choose = (next: (timing: Timing) => Timing) => app.draft.commit(withTiming(app.draft.current, rotation.id, next(timingOf(app.draft.current, rotation.id))))
    choose((timing) => withStage(timing, 'junior'))
    choose((timing) => ({ ...timing, ramp: 2 }))
    const both = { ...wide, ramp: 2, where: { ...wide.where, level: 'junior' as const } }
    expect(timingOf(app.draft.current, rotation.id)).toEqual(both)
    const scenario = scenarioOf(app.draft.current, county, policies, ['baseline', 'plan'])
    for (const text of [fileText(scenario), linkOf(scenario, {})]) expect(timingOf(opened(text), rotation.id)).toEqual(both)
    app.draft.undo()
    app.draft.undo()
    expect(timingOf(app.draft.current, rotation.id)).toEqual(wide)
  })

  /** What is chosen in each field of the sheet, by its label. */
  function shown(timing: Timing): Record<string, string | undefined> {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), withTiming(draft, rotation.id, timing), firstView(county))
    const { body } = render(InApp, { props: { app, part: SheetTiming as Component<Record<string, unknown>>, props: { id: rotation.id } } })
    const fields = [...body.replace(/<!--.*?-->/g, '').matchAll(/<label[^>]*>([^<]*)<select[^>]*>(.*?)<\/select>/g)]
    return Object.fromEntries(fields.map(([, label, options]) => [label, /<option[^>]*selected[^>]*>([^<]*)</.exec(options!)?.[1]]))
  }
  it('is shown as it is', () => {
    expect(shown(wide)).toEqual({ 生效年份: '2027', 过渡期: '4 年', 截止年份: '2032', 学段: '小学和初中', 覆盖范围: '2 所学校（镇区、乡村）' })
    expect(shown({ ...wide, where: { kinds: ['township', 'rural'] } })).toMatchObject({ 覆盖范围: '镇区、乡村' })
    expect(shown({ from: 2027, ramp: 1, where: { kinds: ['rural'], level: 'primary' } })).toEqual({ 生效年份: '2027', 过渡期: '当年到位', 截止年份: '不截止', 学段: '小学', 覆盖范围: '乡村' })
    expect(shown({ from: 2027, ramp: 1 })).toMatchObject({ 学段: '小学和初中', 覆盖范围: '全县公办学校' })
  })
  it('is told in a line', () => {
    expect(timingText(speechIn('zh'), wide)).toBe('2027–2032 年，过渡 4 年，2 所学校（镇区、乡村）')
    expect(timingText(speechIn('en'), { from: 2026, ramp: 1, where: { level: 'primary', kinds: ['rural'] } })).toBe('from 2026, Primary, Rural')
    expect(timingText(speechIn('zh'), { from: 2026, ramp: 1 })).toBe('2026 年起')
  })
})

describe('a lever in its sheet', () => {
  it('has no button that opens the sheet it stands in', () => {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county))
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const { body } = render(InApp, { props: { app, part: LeverSheet as Component<Record<string, unknown>>, props: { id: rotation.id } } })
    expect(body).toContain('轮岗比例（每年）')
    expect(body).not.toContain('：详情')
  })
})
