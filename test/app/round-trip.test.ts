import { describe, expect, it } from 'vitest'
import { inflateSync } from 'fflate'
import { enteredItems, policies, type AnyPolicy, type EnteredPart, type Parameter } from '../../src/engine/index.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { draftOf } from '../../src/app/share/draft-of.ts'
import { digestOf, fileText, linkOf, openText, settingsText } from '../../src/app/share/open.ts'
import { besides, isNumber, isTimed, named, scenarioOf, withEntered, withLever, withNote, withTiming, type Draft } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { readView, writeView, type View } from '../../src/app/stores/view/view.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { behaviourOf } from '../../src/scenario/registry.ts'
import { fc } from '../support/property.ts'

/* Whatever somebody has composed comes back whole from a file, and from a link without what must not be in one. */

const constants = [...behaviourOf(ownRegistry)]
const parameters = (policy: AnyPolicy) => Object.entries(policy.parameters as Readonly<Record<string, Parameter>>)

/** A value a parameter may have, away from round numbers. */
const valueOf = (parameter: Parameter): fc.Arbitrary<number | string> =>
  isNumber(parameter) ? fc.double({ min: parameter.range[0], max: parameter.range[1], noNaN: true }) : fc.constantFrom(...Object.keys(parameter.choices))

type Step = (draft: Draft) => Draft
const county = (draft: Draft) => shippedCounties.find((one) => one.id === draft.county)!

const moved: fc.Arbitrary<Step> = fc
  .constantFrom(...policies.flatMap((policy) => parameters(policy).map(([lever, parameter]) => ({ policy, lever, parameter }))))
  .chain(({ policy, lever, parameter }) => valueOf(parameter).map((value): Step => (draft) => withLever(draft, policy, lever, value, county(draft))))
const timed: fc.Arbitrary<Step> = fc
  .record({ policy: fc.constantFrom(...policies), from: fc.integer({ min: 2026, max: 2032 }), lasts: fc.option(fc.integer({ min: 1, max: 6 })), ramp: fc.integer({ min: 1, max: 5 }), level: fc.option(fc.constantFrom('primary' as const, 'junior' as const)) })
  .map(({ policy, from, lasts, ramp, level }): Step => (draft) => withTiming(draft, policy.id, { from, ramp, ...(lasts === null ? {} : { to: from + lasts }), ...(level === null ? {} : { where: { level } }) }))
const assumed: fc.Arbitrary<Step> = fc
  .constantFrom(...constants)
  .chain(([name, parameter]) => valueOf(parameter).map((value): Step => (draft) => (value === parameter.default ? draft : { ...draft, behaviour: { ...draft.behaviour, [name]: value } })))

const secret = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(...'缺音乐教师操场柳树小学') })
const noted: fc.Arbitrary<Step> = fc.tuple(fc.integer({ min: 1, max: 60 }), secret).map(([school, text]): Step => (draft) => withNote(draft, school, text))
const figureOf = ({ number, perSchool }: EnteredPart) => {
  const one: fc.Arbitrary<number | boolean> = number ? fc.double({ min: number.range[0], max: number.range[1], noNaN: true }) : fc.boolean()
  return perSchool ? fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), one, { minKeys: 1, maxKeys: 4 }) : one
}
const filled: fc.Arbitrary<Step> = fc
  .constantFrom(...Object.entries(enteredItems).flatMap(([item, parts]) => parts.map((part) => ({ item, part }))))
  .chain(({ item, part }) => figureOf(part).map((figure): Step => (draft) => withEntered(draft, item, part.id, figure)))
const called: fc.Arbitrary<Step> = secret.map((title): Step => (draft) => named(draft, { title: { zh: title, en: `Plan ${title.length}` } }))

const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(fc.constantFrom(...shippedCounties), fc.array(fc.oneof(moved, moved, timed, assumed, noted, filled), { maxLength: 14 }), fc.option(called))
  .map(([start, steps, name]) => [...steps, ...(name ? [name] : [])].reduce<Draft>((draft, step) => step(draft), firstDraft(start)))

const scenario = (draft: Draft) => scenarioOf(draft, county(draft), policies, ['plan'], 'set')

/** What comes back of a text, as a draft; the problems if it is refused. */
function reopened(text: string) {
  const opened = openText(text, shippedCounties)
  return opened.kind === 'scenario' ? { draft: draftOf(opened.scenario, policies).draft, view: opened.view } : opened
}
/** Everything a draft is made of: what acts, and apart from it what is set for policies that do not act. */
const meaning = (draft: Draft) => ({ levers: draft.levers, timed: policies.filter(({ id }) => isTimed(draft, id)).map(({ id }) => [id, draft.timing[id]]), uses: scenario(draft).arms[0]!.policies, behaviour: draft.behaviour, seed: draft.seed, years: draft.years, replicates: draft.replicates, county: draft.county, digest: digestOf(scenario(draft)), title: scenario(draft).title, ...besides(draft) })

/** The draft without what is of single schools: notes, and figures by school, as those of the county are no records. */
function ofCountyOnly({ entered, notes: _, ...rest }: Draft): Draft {
  const kept = Object.entries(entered ?? {})
    .map(([item, figures]) => [item, Object.fromEntries(Object.entries(figures).filter(([, figure]) => typeof figure !== 'object'))] as const)
    .filter(([, figures]) => Object.keys(figures).length > 0)
  return kept.length > 0 ? { ...rest, entered: Object.fromEntries(kept) } : rest
}

describe('any draft: levers, timetables, assumptions, notes, figures entered by hand, a name', () => {
  it('comes back whole from its file; from one without the county, without notes on its schools and their figures', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const whole = reopened(fileText(scenario(draft)))
        expect('draft' in whole ? meaning(whole.draft) : whole).toEqual(meaning(draft))
        const apart = reopened(settingsText(scenario(draft)))
        expect('draft' in apart ? meaning(apart.draft) : apart).toEqual(meaning(ofCountyOnly(draft)))
      }),
      { numRuns: 60 },
    )
  })
  it('comes back from its link, without a word or a figure about schools', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const link = linkOf(scenario(draft), {})
        const back = reopened(link)
        const { notes: _, entered: __, ...rest } = draft
        expect('draft' in back ? meaning(back.draft) : back).toEqual(meaning(rest))
        const inside = new TextDecoder().decode(inflateSync(Buffer.from(link.slice(link.indexOf('#v1.') + 4), 'base64url')))
        for (const note of Object.values(draft.notes ?? {})) expect([note, inside.includes(note)]).toEqual([note, draft.name?.title.zh.includes(note) ?? false])
        expect(inside).not.toContain('"entered"')
      }),
      { numRuns: 60 },
    )
  })
  it('a view comes back with its link: what is hidden stays hidden', () => {
    const usual = firstView(shippedCounties[0]!)
    const anyView = fc.record({ hideNames: fc.boolean(), projector: fc.boolean(), language: fc.constantFrom('zh' as const, 'en' as const), pinned: fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 5 }), school: fc.integer({ min: -1, max: 80 }), year: fc.integer({ min: 2025, max: 2039 }) })
    fc.assert(
      fc.property(anyView, (parts) => {
        const view: View = { ...usual, ...parts }
        const link = linkOf(scenario(firstDraft(shippedCounties[0]!)), Object.fromEntries(new URLSearchParams(writeView(view, usual))))
        const back = reopened(link)
        expect('view' in back ? readView(new URLSearchParams(Object.entries(back.view).map(([key, value]) => [key, String(value)])).toString(), usual) : back).toEqual(view)
      }),
    )
  })
})

describe('a scenario of which a draft can hold a part only', () => {
  const plain = shippedCounties[0]!
  const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
  const base = scenario(withLever(firstDraft(plain), rotation, 'share', 0.1, plain))
  const use = base.arms[0]!.policies[0]!
  it('a lever given year by year stands where it ends, and is named', () => {
    const { draft, reduced } = draftOf({ ...base, arms: [{ id: 'a', policies: [{ ...use, set: { ...use.set, share: { 2026: 0.05, 2029: 0.2, 2027: 0.3 } } }] }] }, policies)
    expect(draft.levers['teacher-rotation']).toEqual({ share: 0.2 })
    expect(reduced).toEqual([{ policy: rotation.text.name, lever: parameters(rotation).find(([id]) => id === 'share')![1].label }])
  })
  it('what a file written by hand leaves out stands at its default, not at the baseline', () => {
    // 10% move a year and half of the places are directed where nothing is said: the defaults of the declarations
    const quota = policies.find((policy) => policy.id === 'enrolment-quota')!
    const uses = [{ use: 'teacher-rotation', from: 2026, set: { backboneShare: 0.4 } }, { use: quota.id, from: 2026, set: {} }]
    const { draft } = draftOf({ ...base, arms: [{ id: 'a', policies: uses }] }, policies)
    expect(draft.levers['teacher-rotation']).toEqual({ backboneShare: 0.4, share: 0.1 })
    expect(digestOf({ ...scenario(draft), arms: [{ id: 'a', policies: scenario(draft).arms[0]!.policies }] })).toBe(digestOf({ ...scenario(draft), arms: [{ id: 'a', policies: uses }] }))
  })
  it('of several futures the first that decides something is opened, the others with decisions are named', () => {
    const title = { zh: '另一个', en: 'Another' }
    const arms = [{ id: 'nothing', policies: [] }, base.arms[0]!, { id: 'other', title, policies: [use] }, { id: 'unnamed', policies: [use] }, { id: 'nothing-else', policies: [] }]
    const { draft, arm, leftOut } = draftOf({ ...base, arms }, policies)
    expect(draft.levers['teacher-rotation']).toEqual({ share: 0.1 })
    expect([arm, leftOut]).toEqual([base.arms[0]!.id, ['other', 'unnamed']])
  })
})
