import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { servicesOf } from '../../src/app/services.ts'
import { beyondCode, bookOf, books, countyOf, settingsOfDraft } from '../../src/app/share/books.ts'
import { openRead } from '../../src/app/share/open-read.ts'
import { openText } from '../../src/app/share/open.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { scenarioOf, withLever, withTiming, type Draft } from '../../src/app/stores/draft/draft.ts'
import { policies, type AnyPolicy } from '../../src/engine/index.ts'
import type { Runner } from '../../src/runner/runner.ts'
import { positionsFor, readCode, settingsOf, writeCode, type Settings } from '../../src/scenario/code.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'
import { fc } from '../support/property.ts'

const { rail } = servicesOf({} as Runner, shippedCounties)
const of = (entries: Readonly<Record<string, Readonly<Record<string, number>>>>): Settings => new Map(Object.entries(entries))

describe('scenario codes of the app', () => {
  it('that are out keep opening, with the levers they were made of', () => {
    expect(openText('A-131JR-XR-3H', shippedCounties)).toEqual({ kind: 'code', county: 'plain-county', levers: { 'teacher-rotation': { share: 0.12 }, 'directed-hiring': { share: 0.4 } } })
    expect(openText('B-0XMJ9-VE-X0', shippedCounties)).toEqual({ kind: 'code', county: 'mountain-county', levers: { 'teacher-rotation': { share: 0.1 }, 'directed-hiring': { share: 0.2 }, 'funding-tilt': { size: 20 }, 'enrolment-quota': { tiltRural: 0.05 } } })
    expect(openText('C-02YGQ-0G-JN', shippedCounties)).toMatchObject({ kind: 'code', county: 'city-county', levers: { 'teacher-rotation': { share: 0, backboneShare: 0.05 } } })
  })
  it('carry all ten levers of the rail, each exactly', () => {
    const longest = books.find(({ letter }) => letter === 'D')!
    expect(longest.fields.map(({ policy, lever }) => `${policy}.${lever}`).sort()).toEqual(rail.map(({ policy, lever }) => `${policy}.${lever}`).sort())
    const plan = of({ 'teacher-rotation': { share: 0.12 }, 'rural-allowance': { village: 650 }, 'school-standardisation': { money: 12_500_000 }, 'school-group': { coverage: 0.35 }, 'network-adjustment': { closeBelow: 45 } })
    const book = bookOf('plain-county', plan)!
    const { positions, moved } = positionsFor(book, plan)
    expect(moved).toEqual([])
    const read = readCode(books, writeCode(book, positions))
    expect(read).toMatchObject({ book: { letter: 'D' }, positions })
    expect(settingsOf(book, positions)).toEqual(plan)
  })
  it('are short where six levers are enough, whatever no code carries', () => {
    const six = of({ 'teacher-rotation': { share: 0.12, length: 3 }, mentoring: { pairs: 5 } })
    expect(bookOf('plain-county', six)!.letter).toBe('A')
    expect(bookOf('city-county', of({ 'school-group': { coverage: 0.5 } }))!.letter).toBe('F')
    expect(bookOf('my-county', six)).toBeUndefined()
    for (const { letter } of books) expect(countyOf(letter)).toMatch(/-county$/)
  })
  it('Q30 of ten levers show every wrong sign and every swap of neighbours', () => {
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const book = books.find(({ letter }) => letter === 'E')!
    const code = writeCode(book, book.fields.map(({ values }, f) => (7 * f + 3) % values.length)).replaceAll('-', '')
    const wrong = [...code].flatMap((own, at) => [...signs].filter((sign) => sign !== own).map((sign) => code.slice(0, at) + sign + code.slice(at + 1)))
    const swapped = [...code].flatMap((own, at) => (at > 0 && code[at - 1] !== own ? [code.slice(0, at - 1) + own + code[at - 1]! + code.slice(at + 1)] : []))
    for (const text of [...wrong, ...swapped]) expect([text, readCode(books, text).problems.length > 0]).toEqual([text, true])
  })
})

describe('what a code leaves behind', () => {
  const county = shippedCounties[0]!
  const first = firstDraft(county)
  const policy = (id: string): AnyPolicy => policies.find((one) => one.id === id)!
  const rotation = policy('teacher-rotation')
  const kinds = (draft: Draft) => beyondCode(draft, county).kinds
  it('is nothing where only levers of the rail were moved by their steps', () => {
    const plan = withLever(withLever(first, rotation, 'share', 0.12, county), policy('enrolment-quota'), 'share', 0.7, county)
    expect(beyondCode(plan, county)).toEqual({ kinds: [], rounded: [], idle: false })
    // a timetable that says what holds anyway, as one that came with a link does
    expect(kinds(withTiming(plan, rotation.id, { from: first.years.from + 1, ramp: 1 }))).toEqual([])
  })
  it('of a policy that does not act is told apart, as no result hangs on it: a timetable of a lever that was put back, a lever that only says how, a step between two', () => {
    const resting = { kinds: [], rounded: [], idle: true }
    expect(beyondCode(withLever(withTiming(first, rotation.id, { from: 2030, ramp: 3 }), rotation, 'share', 0, county), county)).toEqual(resting)
    expect(beyondCode(withLever(first, rotation, 'length', 5, county), county)).toEqual(resting)
    expect(beyondCode(withLever(first, rotation, 'backboneShare', 0.123, county), county)).toEqual(resting)
    // on a step the code carries it
    expect(beyondCode(withLever(first, rotation, 'backboneShare', 0.1, county), county)).toEqual({ ...resting, idle: false })
  })
  it('is named: other levers, timetables, assumptions, what runs hang on', () => {
    const moved = withLever(first, rotation, 'share', 0.12, county)
    expect(kinds(withLever(moved, policy('mentoring'), 'share', 0.5, county))).toEqual(['levers'])
    for (const timing of [{ from: first.years.from + 2, ramp: 1 }, { from: first.years.from + 1, ramp: 3 }, { from: first.years.from + 1, ramp: 1, to: 2030 }, { from: first.years.from + 1, ramp: 1, where: { level: 'junior' as const } }])
      expect([timing, kinds(withTiming(moved, rotation.id, timing))]).toEqual([timing, ['timing']])
    expect(kinds({ ...moved, behaviour: { 'teacher-leaving.quit': 0.011 } })).toEqual(['assumptions'])
    expect(kinds({ ...moved, seed: 'another' })).toEqual(['runs'])
    expect(kinds({ ...moved, replicates: 5 })).toEqual(['runs'])
    expect(kinds({ ...moved, years: { from: 2026, to: 2030 } })).toEqual(['runs'])
    // a name and notes change no result
    expect(kinds({ ...moved, notes: { 3: 'a note' } })).toEqual([])
  })
  it('is what lies between two steps, with the step that the code has: 12.4% is sent as 12%', () => {
    const { kinds: none, rounded } = beyondCode(withLever(first, rotation, 'share', 0.124, county), county)
    expect([none, rounded]).toEqual([[], [{ policy: 'teacher-rotation', lever: 'share', from: 0.124, to: 0.12 }]])
  })
  it('is said of every plan that opens as another, and of no other', () => {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), first, firstView(county))
    const lever = fc.constantFrom(...rail.map(({ policy: id, lever: of }) => [id, of] as const), ['mentoring', 'share'] as const, ['teacher-rotation', 'allowance'] as const)
    const move = fc.oneof(
      fc.tuple(lever, fc.integer({ min: 0, max: 80 })).map(([[id, of], part]) => (draft: Draft) => {
        const { range } = policy(id).parameters[of] as { readonly range: readonly [number, number] }
        return withLever(draft, policy(id), of, Number((range[0] + ((range[1] - range[0]) * part) / 80).toPrecision(9)), county)
      }),
      fc.tuple(fc.constantFrom('teacher-rotation', 'enrolment-quota'), fc.integer({ min: 2026, max: 2028 }), fc.integer({ min: 1, max: 2 })).map(([id, from, ramp]) => (draft: Draft) => withTiming(draft, id, { from, ramp })),
      fc.constantFrom({}, { 'teacher-leaving.quit': 0.011 }).map((behaviour) => (draft: Draft) => ({ ...draft, behaviour })),
      fc.constantFrom('2026', 'x').map((seed) => (draft: Draft) => ({ ...draft, seed })),
    )
    let exact = 0
    fc.assert(
      fc.property(fc.array(move, { maxLength: 4 }), (moves) => {
        const draft = moves.reduce((so, one) => one(so), first)
        const settings = settingsOfDraft(draft)
        const book = bookOf(county.id, settings)!
        expect(openRead(app, writeCode(book, positionsFor(book, settings).positions))).toEqual([])
        const [sent, opened] = [draft, app.draft.committed].map((one) => scenarioOf(one, county, policies, ['plan']))
        const { kinds: left, rounded } = beyondCode(draft, county)
        const told = left.length + rounded.length > 0
        if (!told) exact++
        expect([draft, isDeepStrictEqual(opened, sent)]).toEqual([draft, !told])
      }),
    )
    expect(exact).toBeGreaterThan(5)
  })
})
