import { describe, expect, it, vi } from 'vitest'
import { Digest, policies, type AnyPolicy } from '../../src/engine/index.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { acts, baselineOf, ground, keepingNotes, leverValue, named, scenarioOf, usesOf, withEntered, withLever, withNote, withTiming, type Draft } from '../../src/app/stores/draft/draft.ts'
import { begin, historyDepth, redone, step, undone } from '../../src/app/stores/draft/history.ts'
import { ScenarioDraft } from '../../src/app/stores/draft/scenario-draft.svelte.ts'
import { readView, writeView, type View } from '../../src/app/stores/view/view.ts'
import { fc } from '../support/property.ts'

const county = shippedCounties[0]!
const policy = (id: string): AnyPolicy => policies.find((one) => one.id === id)!
const rotation = policy('teacher-rotation')
const quota = policy('enrolment-quota')
const first = firstDraft(county)
const hashOf = (draft: Draft): string => new Digest().text(JSON.stringify(draft)).hex()

describe('Q27 undo and redo', () => {
  it('any sequence of steps, undone, returns to the first state; redone, to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: historyDepth }), (values) => {
        let history = begin(0)
        for (const value of values) history = step(history, value)
        let back = history
        for (let k = 0; k < values.length; k++) back = undone(back)
        let again = back
        for (let k = 0; k < values.length; k++) again = redone(again)
        return back.present === 0 && again.present === history.present && undone(back) === back && redone(again) === again
      }),
    )
  })
  it('takes back what is still under the hand before anything else, and redo brings it again', () => {
    const draft = new ScenarioDraft(first)
    vi.useFakeTimers({ now: new Date(2026, 10, 27), toFake: ['Date'] })
    const at = (share: number): Draft => ({ ...withLever(first, rotation, 'share', share, county), days: { 'teacher-rotation.share': { day: '2026-11-27' } } })
    draft.commit(at(0.1))
    draft.drag(at(0.3))
    draft.undo()
    expect([draft.committed, draft.dragging, draft.canUndo]).toEqual([at(0.1), false, true])
    draft.redo()
    expect(draft.committed).toEqual(at(0.3))
    // with nothing decided before it too
    const fresh = new ScenarioDraft(first)
    fresh.drag(at(0.2))
    fresh.undo()
    expect(fresh.committed).toEqual(first)
    fresh.redo()
    expect(fresh.committed).toEqual(at(0.2))
    // a hand that is back where it began has done nothing
    fresh.drag(at(0.2))
    fresh.undo()
    expect(fresh.committed).toEqual(first)
    // nor can anything be taken back where things are only looked at
    fresh.drag(at(0.4))
    fresh.locked = true
    fresh.undo()
    expect([fresh.committed, fresh.dragging]).toEqual([first, false])
    vi.useRealTimers()
  })
  it('what is only looked at has nothing to take back', () => {
    const draft = new ScenarioDraft(first)
    draft.commit(withNote(first, 1, 'a'))
    draft.commit(withNote(first, 1, 'b'))
    draft.undo()
    draft.locked = true
    expect([draft.canUndo, draft.canRedo]).toEqual([false, false])
    draft.undo()
    expect(draft.committed.notes).toEqual({ 1: 'a' })
    draft.locked = false
    expect([draft.canUndo, draft.canRedo]).toEqual([true, true])
  })
  it('any walk of a hundred steps over levers, timetables, assumptions, notes, figures entered by hand, names, counties and opened scenarios, undone step by step, gives every state back; redone, too', () => {
    const lever = fc.record({ policy: fc.constantFrom(rotation, quota), share: fc.integer({ min: 1, max: 40 }) })
    const move = fc.oneof(
      lever.map(({ policy: moved, share }) => (draft: Draft) => withLever(draft, moved, 'share', share / 40, county)),
      fc.integer({ min: 2026, max: 2032 }).map((from) => (draft: Draft) => withTiming(draft, rotation.id, { from, ramp: 2 })),
      fc.integer({ min: 1, max: 9 }).map((quit) => (draft: Draft) => ({ ...draft, behaviour: { 'teacher-leaving.quit': quit / 1000 } })),
      fc.tuple(fc.integer({ min: 0, max: 60 }), fc.string({ maxLength: 8 })).map(([school, text]) => (draft: Draft) => withNote(draft, school, text)),
      fc.string({ minLength: 1, maxLength: 8 }).map((title) => (draft: Draft) => named(draft, { title: { zh: title, en: title } })),
      fc.constantFrom(...shippedCounties).map((next) => (draft: Draft) => keepingNotes(draft, firstDraft(next))),
      // what is open and what is cleared, for the county and for one school
      fc.tuple(fc.constantFrom(['G9', 'share'], ['E4', 'share'], ['E3', 'met']), fc.option(fc.oneof(fc.integer({ min: 1, max: 100 }), fc.boolean(), fc.integer({ min: 1, max: 9 }).map((school) => ({ [school]: true }))), { nil: undefined })).map(([[item, part], figure]) => (draft: Draft) => withEntered(draft, item!, part!, figure)),
      // a file opened takes the place of every setting
      lever.map(({ policy: moved, share }) => (draft: Draft) => keepingNotes(draft, named(withLever(firstDraft(shippedCounties[1]!), moved, 'share', share / 40, shippedCounties[1]!), { title: { zh: '打开', en: 'opened' } }))),
    )
    fc.assert(
      fc.property(fc.array(move, { maxLength: historyDepth, size: 'max' }), (moves) => {
        const told: string[] = []
        const draft = new ScenarioDraft(first, (next) => told.push(hashOf(next)))
        // a move that changes nothing is no step
        const states = [hashOf(first)]
        for (const one of moves) {
          draft.commit(one(draft.committed))
          if (hashOf(draft.committed) !== states.at(-1)) states.push(hashOf(draft.committed))
        }
        const back = states.slice().reverse().map((_, k) => (k > 0 && draft.undo(), hashOf(draft.committed)))
        const ends = [draft.canUndo, draft.previous]
        const again = states.map((_, k) => (k > 0 && draft.redo(), hashOf(draft.committed)))
        expect([back, ends, again, draft.canRedo]).toEqual([states.slice().reverse(), [false, null], states, false])
        // whoever keeps the last state is told each of them
        expect(told).toEqual([...states.slice(1), ...states.slice(0, -1).reverse(), ...states.slice(1)])
      }),
    )
  })
  it('keeps a hundred steps', () => {
    let history = begin(0)
    for (let k = 1; k <= 150; k++) history = step(history, k)
    for (let k = 0; k < 200; k++) history = undone(history)
    expect(history.present).toBe(50)
  })
  it('a drag is one step, and a drag back to where it began is none', () => {
    const told: unknown[] = []
    let returned = 0
    const draft = new ScenarioDraft(
      first,
      (next) => told.push(next),
      () => returned++,
    )
    for (const share of [0.02, 0.05, 0.1]) draft.drag(withLever(draft.current, rotation, 'share', share, county))
    draft.commit()
    draft.drag(withLever(draft.current, rotation, 'share', 0.4, county))
    draft.drag(withLever(draft.current, rotation, 'share', 0.1, county))
    draft.commit()
    expect(told.length).toBe(1)
    // the picture shows a single run by then: somebody must ask for the many again
    expect(returned).toBe(1)
    draft.undo()
    expect(draft.current).toEqual(first)
    expect(draft.canUndo).toBe(false)
    draft.redo()
    expect(leverValue(draft.current, rotation, 'share', county)).toBe(0.1)
    // with nowhere to go, what is under the hand is let go and the present one shown again
    draft.drag(withLever(draft.current, rotation, 'share', 0.3, county))
    draft.redo()
    expect(draft.dragging).toBe(false)
    expect(returned).toBe(2)
    expect(leverValue(draft.current, rotation, 'share', county)).toBe(0.1)
  })
})

describe('a draft', () => {
  it('in which nothing is decided uses no policy', () => {
    expect(usesOf(first, policies, county)).toEqual([])
  })
  it('forgets a lever that is back at its baseline', () => {
    const moved = withLever(first, rotation, 'share', 0.1, county)
    expect(withLever(moved, rotation, 'share', 0, county)).toEqual(first)
  })
  it('does not put a policy in force by a lever that only says how', () => {
    expect(acts(withLever(first, rotation, 'length', 5, county), rotation, county)).toBe(false)
  })
  it('starts the quota lever at the county’s own share, and moving it replaces the county’s rule', () => {
    expect(baselineOf(quota, 'share', county)).toBe(county.quota.share)
    const moved = withLever(first, quota, 'share', 0.8, county)
    expect(usesOf(moved, policies, county)).toMatchObject([{ use: 'enrolment-quota', set: { share: 0.8, shareRule: 'set' } }])
    expect(withLever(moved, quota, 'share', county.quota.share, county)).toEqual(first)
  })
  it('writes every value of a policy in force, with its timetable', () => {
    const draft = withTiming(withLever(first, rotation, 'share', 0.2, county), 'teacher-rotation', { from: 2028, ramp: 3, where: { level: 'junior' } })
    const [use] = usesOf(draft, policies, county)
    expect(use).toMatchObject({ use: 'teacher-rotation', from: 2028, ramp: 3, where: { level: 'junior' } })
    expect(Object.keys(use!.set).sort()).toEqual(Object.keys(rotation.parameters as object).sort())
  })
  it('as a scenario has the arms asked for, baseline without policies', () => {
    const scenario = scenarioOf(withLever(first, rotation, 'share', 0.2, county), county, policies, ['baseline', 'plan'])
    expect(scenario.arms.map((arm) => [arm.id, arm.policies.length])).toEqual([
      ['status-quo', 0],
      ['plan', 1],
    ])
  })
})

describe('a note on a school', () => {
  it('is part of the draft and of its file, is one step, and changes nothing that is computed', () => {
    const draft = new ScenarioDraft(first)
    draft.commit(withNote(draft.committed, 12, '缺音乐教师'))
    draft.commit(withNote(draft.committed, 3, '操场'))
    expect(draft.committed.notes).toEqual({ '12': '缺音乐教师', '3': '操场' })
    expect(ground(draft.committed)).toBe(ground(first))
    expect(scenarioOf(draft.committed, county, policies, ['plan']).notes).toEqual(draft.committed.notes)
    draft.commit(withNote(draft.committed, 12, '  '))
    expect(draft.committed.notes).toEqual({ '3': '操场' })
    draft.commit(withNote(draft.committed, 3, ''))
    expect(draft.committed).toEqual(first)
    draft.undo()
    expect(draft.committed.notes).toEqual({ '3': '操场' })
  })
})

describe('Q25 a view', () => {
  const usual = firstView(county)
  const anyView: fc.Arbitrary<View> = fc
    .record({
    screen: fc.constantFrom('explore', 'schools'),
    year: fc.integer({ min: 2020, max: 2060 }),
    level: fc.constantFrom('primary', 'junior'),
    standard: fc.constantFrom('balance-2017', 'balance-2012'),
    edition: fc.constantFrom('strict', 'relaxed'),
    item: fc.constantFrom('1', '5', '3'),
    slotA: fc.constantFrom('cv', 'swarm', 'passing', 'gap', 'chance', 'cost'),
    slotB: fc.constantFrom('map', 'grid', 'flows'),
    pinned: fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 5 }),
    school: fc.integer({ min: -1, max: 200 }),
    language: fc.constantFrom('zh', 'en'),
    place: fc.constantFrom('all', 'rural'),
    status: fc.constantFrom('all', 'below', 'below.Q2'),
    projector: fc.boolean(),
    hideNames: fc.boolean(),
    schools: fc.record({
      tab: fc.constantFrom('table', 'distribution', 'flows', 'admission'),
      sort: fc.uniqueArray(fc.record({ column: fc.constantFrom('name', 'roll', 'met', 'pass', 'Q1', 'B8'), down: fc.boolean() }), { maxLength: 3, selector: ({ column }) => column }),
      hidden: fc.uniqueArray(fc.constantFrom('place', 'roll', 'Q1', 'Q7', 'pass'), { maxLength: 5 }),
      sparks: fc.boolean(),
      who: fc.constantFrom('all', 'backbone'),
      since: fc.constantFrom(0, 2026, 2031),
    }),
  })
    // a standard has its own items
    .map((view) => ({ ...view, item: (view.standard === 'balance-2017' ? 'Q' : 'B') + view.item }) as View)
  it('is written into an address and read back whole', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readView(writeView(view, usual), usual)).toEqual(view)
      }),
    )
  })
  it('leaves as usual what it does not understand', () => {
    expect(readView('n=balance-2012', usual)).toEqual({ ...usual, standard: 'balance-2012', item: 'B1' })
    expect(readView('i=B4', usual)).toEqual(usual)
    // a filter that is none would keep rows by a rule that no picker shows
    expect(readView('w=moon&t=weak', usual)).toEqual(usual)
    expect(readView('w=rural&t=not-passing', usual)).toMatchObject({ place: 'rural', status: 'not-passing' })
    expect(readView('p=1.2.3.4.5.6', usual).pinned).toEqual([1, 2, 3, 4, 5])
    expect(readView('y=soon&l=tertiary&p=1.x.3&s=compare', usual)).toEqual({ ...usual, pinned: [1, 3] })
  })
})
