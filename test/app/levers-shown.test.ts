import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { policies, type AnyPolicy, type NumberParameter, type Parameter } from '../../src/engine/index.ts'
import LeverRail from '../../src/app/screens/explore/LeverRail.svelte'
import LeverSheet from '../../src/app/screens/explore/LeverSheet.svelte'
import type { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { languages, type Language } from '../../src/words/index.ts'
import { appWithRuns, drawn, wordsOf } from '../support/app-with-runs.ts'

/*
 * What the official texts ask for. 2017: at least 10% of the teachers due are exchanged in a year, 20% of those are backbone
 * teachers, at least half of the places of good senior high schools are directed to junior schools, a coefficient of primary schools
 * is at most 0.50. 2012 and the rules of provinces: 10% of the principals too.
 */
const official: Readonly<Record<string, number>> = {
  'teacher-rotation.share': 0.1,
  'teacher-rotation.backboneShare': 0.2,
  'enrolment-quota.share': 0.5,
  'principal-rotation.share': 0.1,
  'supervision-incentive.limit': 0.5,
}
const policy = (id: string): AnyPolicy => policies.find((one) => one.id === id)!
/** Rows of levers, each with everything in it. */
const rowsOf = (html: string): readonly string[] => html.split(/<div class="row\b/).slice(1)
/** Where a notch stands on its track, as a share of the way; −1 = no notch. */
const notchOf = (row: string): number => {
  const found = /class="legal\b[^"]*" style="left: ?calc\(9px \+ \(100% - 18px\) \* ([\d.e-]+)\)/.exec(row)
  return found ? Number(found[1]) : /<span class="legal\b/.test(row) ? NaN : -1
}
/** By hand: the way from the lower end of the range. */
function wanted(id: string, lever: string): number {
  const mark = official[`${id}.${lever}`]
  const [low, high] = (policy(id).parameters[lever] as NumberParameter).range
  return mark === undefined ? -1 : (mark - low) / (high - low)
}
/** A number and what it is counted in. */
const withUnit = /\d[\d,.]* ?[^\d\s,.]|×\d/
const grades = { zh: /官方|文献|假设|来源不明/, en: /official|study|assumption|unnamed source/ }
const cost = { zh: '费用', en: 'Cost' }
const apps = new Map<Language, AppState>()
beforeAll(async () => {
  // a slider is made for a page
  vi.stubGlobal('requestAnimationFrame', setTimeout)
  for (const language of languages) apps.set(language, await appWithRuns({ language }))
})
afterAll(() => vi.unstubAllGlobals())

describe.each(languages)('Q20 levers in %s', (language) => {
  it('of the rail: ten, each with its baseline, its value, and the official mark at its place where there is one', () => {
    const app = apps.get(language)!
    const rows = rowsOf(drawn(app, LeverRail))
    expect([rows.length, app.services.rail.length]).toEqual([10, 10])
    for (const { policy: id, lever } of app.services.rail) {
      const mine = rows.filter((row) => isOf(app, row, id, lever))
      expect([id, lever, mine.length, mine[0]?.match(/<span class="baseline\b/g)?.length]).toEqual([id, lever, 1, 1])
      expect([id, lever, notchOf(mine[0]!)]).toEqual([id, lever, expect.closeTo(wanted(id, lever), 9)])
      expect([id, lever, valueOf(mine[0]!)]).toEqual([id, lever, expect.stringMatching(withUnit)])
    }
  })
  it.each(policies.map(({ id }) => id))('of the sheet of %s: each with its mark, its value with a unit and what it rests on; one line of cost', (id) => {
    const html = drawn(apps.get(language)!, LeverSheet, { id })
    const blocks = html.split(/<div class="lever\b/).slice(1)
    const levers = Object.entries(policy(id).parameters as Readonly<Record<string, Parameter>>)
    expect(blocks.length).toBe(levers.length)
    for (const [k, [lever, parameter]] of levers.entries()) {
      const block = blocks[k]!
      expect([lever, wordsOf(block)]).toEqual([lever, expect.stringMatching(grades[language])])
      if (parameter.unit === 'choice') continue
      expect([lever, notchOf(block)]).toEqual([lever, expect.closeTo(wanted(id, lever), 9)])
      // counts of a kind that its name says have none
      const bare = ['utility', 'count'].includes(parameter.unit)
      expect([lever, parameter.unit, valueOf(block)]).toEqual([lever, parameter.unit, expect.stringMatching(bare ? /\d/ : withUnit)])
    }
    expect(html.match(new RegExp(`<h3[^>]*>${cost[language]}</h3>`, 'g'))?.length).toBe(1)
    expect(wordsOf(html.split(new RegExp(`<h3[^>]*>${cost[language]}</h3>`))[1]!.split('<h3')[0]!).trim()).not.toBe('')
  })
})

/** What the button says that a value is typed behind. */
const valueOf = (row: string): string => wordsOf(/<button[^>]*class="value\b[^>]*>(.*?)<\/button>/s.exec(row)?.[1] ?? '').trim()
/** Whether a row is of a lever: its slider is called after policy and parameter. */
const isOf = ({ language: { of, t } }: AppState, row: string, id: string, lever: string): boolean => row.includes(`aria-label="${of(policy(id).text.name)}${t('mark.colon')}${of(policy(id).parameters[lever]!.label)}"`)

it('Q20 no policy of the registry has a mark that no official text gives, and none of those is missing', () => {
  const marks = policies.flatMap((one) => Object.entries((one.marks ?? {}) as Readonly<Record<string, number>>).map(([lever, value]) => [`${one.id}.${lever}`, value] as const))
  expect(Object.fromEntries(marks)).toEqual(official)
})
