import { describe, expect, it } from 'vitest'
import { policies, type CountyDescription } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { fileText, openText } from '../../../../src/app/share/open.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { ground, scenarioOf, withLever, withNote, withTiming, type Draft, type Timing } from '../../../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { movedTo } from '../../../../src/app/stores/draft/moved.ts'
import { learn } from '../../../../src/app/stores/said/spoken.svelte.ts'
import { toCounty } from '../../../../src/app/stores/kept/to-county.ts'
import { simulateCounty } from '../../../../src/app/stores/roster/simulate-county.ts'
import { tellMoved } from '../../../../src/app/stores/said/tell-moved.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

/* A scenario goes along when the county on the screen changes, or its figures are of another year. */

const county = shippedCounties[0]!
const rotation = policies.find((one) => one.id === 'teacher-rotation')!
const of = (year: number, id = 'roster-1a2b3c4d'): CountyDescription => ({ ...county, id, year, title: { zh: '青山县', en: 'Qingshan' } })
const acting = (where: CountyDescription, timing: Timing, to = where.year + 2): Draft => ({
  ...withTiming(withLever(firstDraft(where), rotation, 'share', 0.1, where), rotation.id, timing),
  years: { from: where.year, to },
})
const timing = (draft: Draft) => draft.timing[rotation.id]
/** What its file is refused for. */
const refused = (draft: Draft, where: CountyDescription) => {
  const opened = openText(fileText(scenarioOf(draft, where, policies, ['baseline', 'plan'])), [])
  return opened.kind === 'refused' ? opened.problems.map(({ path }) => path) : []
}

describe('a draft on another county', () => {
  it('keeps every year as far from the figures as it was', () => {
    const draft = acting(county, { from: 2027, to: 2030, ramp: 2 }, 2039)
    expect(county.year).toBe(2025)
    const later = movedTo(draft, of(2027), county.year)
    expect([later.county, later.years, timing(later)]).toEqual(['roster-1a2b3c4d', { from: 2027, to: 2041 }, { from: 2029, to: 2032, ramp: 2 }])
    const earlier = movedTo(draft, of(2022), county.year)
    expect([earlier.years, timing(earlier)]).toEqual([{ from: 2022, to: 2036 }, { from: 2024, to: 2027, ramp: 2 }])
    for (const [made, at] of [[later, 2027], [earlier, 2022]] as const) expect(refused(made, of(at))).toEqual([])
    // a scenario that begins after the figures still does
    expect(movedTo({ ...draft, years: { from: 2026, to: 2039 } }, of(2026), county.year).years).toEqual({ from: 2027, to: 2040 })
  })
  it('acts in no year that its scenario has not: an earlier edition left timetables behind', () => {
    // from 2025 to a county of 2026, by the years alone
    const left = { ...acting(county, { from: 2026, to: 2026, ramp: 1 }), county: 'roster-1a2b3c4d', years: { from: 2026, to: 2028 } }
    expect(refused(left, of(2026)).length).toBeGreaterThan(0)
    const mended = movedTo(left, of(2026))
    expect(timing(mended)).toEqual({ from: 2027, to: 2027, ramp: 1 })
    expect(refused(mended, of(2026))).toEqual([])
  })
  it('is narrowed to no schools of the one before; kinds of place and the stage stay', () => {
    const scope = (where: Timing['where']) => timing(movedTo(acting(county, { from: 2027, ramp: 1, ...(where ? { where } : {}) }), of(2025), county.year))!.where
    expect(scope({ schools: [1, 2] })).toBeUndefined()
    expect(scope({ schools: [1, 2], kinds: ['rural'], level: 'junior' })).toEqual({ kinds: ['rural'], level: 'junior' })
    expect(scope({ kinds: ['rural'] })).toEqual({ kinds: ['rural'] })
  })
})

describe('a draft on its own county of another year', () => {
  it('keeps its schools: they are the same', () => {
    expect(timing(movedTo(acting(of(2025), { from: 2026, ramp: 1, where: { schools: [3] } }), of(2027), 2025))).toEqual({ from: 2028, ramp: 1, where: { schools: [3] } })
  })
  it('whose year before nobody knows goes along where it would begin before the figures, and else is what it was', () => {
    const draft = acting(of(2025), { ramp: 1, where: { schools: [3] }, from: 2026 })
    expect([movedTo(draft, of(2027)).years, refused(movedTo(draft, of(2027)), of(2027))]).toEqual([{ from: 2027, to: 2029 }, []])
    // to the letter: a name is of settings as they are written
    expect(ground(movedTo(draft, of(2024)))).toBe(ground(draft))
    expect(ground(movedTo(draft, of(2025)))).toBe(ground(draft))
  })
})

describe('a county built anew under its id', () => {
  const app = (draft: Draft) => new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county))
  it('takes every step of its scenario along: what undo brings back can be run, and saved', async () => {
    const page = app(firstDraft(county))
    await simulateCounty(page, of(2025), {})
    page.draft.commit(acting(of(2025), { from: 2026, ramp: 1, where: { schools: [3] } }))
    await simulateCounty(page, of(2027), {})
    expect(page.draft.committed).toEqual(firstDraft(of(2027)))
    page.draft.undo()
    expect([page.county.year, page.draft.committed.years, timing(page.draft.committed)]).toEqual([2027, { from: 2027, to: 2029 }, { from: 2028, ramp: 1, where: { schools: [3] } }])
    expect(refused(page.draft.committed, page.county)).toEqual([])
    page.draft.undo()
    expect(page.draft.committed).toEqual(firstDraft(of(2027)))
    page.draft.undo()
    // what was of another county is what it was
    expect(page.draft.committed).toEqual(firstDraft(county))
    for (let k = 0; k < 3; k++) page.draft.redo()
    expect(page.draft.committed).toEqual(firstDraft(of(2027)))
  })
})

describe('another county chosen', () => {
  it('takes the scenario along, and what is written down about schools stays with theirs', () => {
    const other = of(2027)
    const page = new AppState(servicesOf(fixtureRunner(0), shippedCounties), withNote(acting(county, { from: 2027, ramp: 2, where: { schools: [1] } }), 3, '操场'), firstView(county), () => undefined, { guests: [other] })
    toCounty(page, other.id)
    const { committed } = page.draft
    expect([page.county, committed.years, timing(committed), committed.notes, committed.elsewhere]).toEqual([other, { from: 2027, to: 2029 }, { from: 2029, ramp: 2 }, undefined, { [county.id]: { notes: { '3': '操场' } } }])
    expect(refused(committed, other)).toEqual([])
    toCounty(page, county.id)
    expect([page.draft.committed.years, page.draft.committed.notes]).toEqual([{ from: 2025, to: 2027 }, { '3': '操场' }])
  })
})

describe('what is said of a move', () => {
  async function said(before: Draft, to: CountyDescription) {
    const page = new AppState(servicesOf(fixtureRunner(0), shippedCounties), before, firstView(county), () => undefined, { guests: [to] })
    page.draft.commit(movedTo(before, to, county.year))
    await tellMoved(page, before)
    return page
  }
  it('names the policies in force that act in other years or for other schools, and undo takes it back', async () => {
    await learn('zh')
    const before = acting(county, { from: 2027, ramp: 1, where: { schools: [1, 2] } })
    const page = await said(before, of(2027))
    expect(page.notices.list.map(({ text }) => text())).toEqual([`本县数据为 2027 学年，以下政策的起止学年已随之移动：${rotation.text.name.zh}。 学校编号各县不同，以下政策原来只限部分学校，现已不限学校：${rotation.text.name.zh}。`])
    expect(page.notices.list[0]!.holds!()).toBe(true)
    page.notices.list[0]!.action!.run()
    expect([page.draft.committed, page.notices.list[0]!.holds!()]).toEqual([before, false])
  })
  it('is nothing where nothing of a policy in force moved', async () => {
    expect((await said(acting(county, { from: 2027, ramp: 1 }), of(2025))).notices.list).toEqual([])
    // a timetable of a policy that does not act
    expect((await said(withTiming(firstDraft(county), rotation.id, { from: 2027, ramp: 1 }), of(2027))).notices.list).toEqual([])
  })
})
