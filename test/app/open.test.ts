import { describe, expect, it } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { chosenFile } from '../../src/app/share/file-text.ts'
import { openInto } from '../../src/app/share/open-into.ts'
import { fileText, linkOf, openText, ownId, settingsText } from '../../src/app/share/open.ts'
import { scenarioOf, type Draft } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import type { AppState } from '../../src/app/stores/app-state.svelte.ts'
import type { Notice } from '../../src/app/stores/said/notices.svelte.ts'
import { policies, type CountyDescription } from '../../src/engine/index.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues, type Language, type WordKey } from '../../src/words/index.ts'

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

describe('a file that is chosen', () => {
  it('can be chosen again, as it may have been changed', () => {
    const file = { name: 'a.json' } as File
    // a browser says nothing of a choice that changes nothing: what is chosen is let go of
    const input = { files: [file] as File[], set value(text: string) { if (text === '') this.files = [] } }
    expect(chosenFile(input as unknown as HTMLInputElement)).toBe(file)
    expect([input.files, chosenFile(input as unknown as HTMLInputElement)]).toEqual([[], undefined])
  })
})

describe('a file that holds more than the page does', () => {
  let opened: Draft | null = null
  let choice: Notice['choice'] | null = null
  /** What the page says after opening it, in a language that may change afterwards. */
  async function toldOf(file: object) {
    let language: Language = 'zh'
    const told: (() => string)[] = []
    choice = null
    const app = {
      counties: shippedCounties,
      shipped: shippedCounties,
      guests: [],
      fetchCounties: async () => undefined,
      leave: () => undefined,
      county,
      services: { policies },
      draft: { take: (draft: Draft) => (opened = draft), committed: firstDraft(county) },
      scenario: () => scenarioOf(firstDraft(county), county, policies, ['baseline', 'plan']),
      toShare: () => scenarioOf(firstDraft(county), county, policies, ['baseline', 'plan'], 'set'),
      language: { t: (key: WordKey, slots = {}) => fill(catalogues[language][key], slots), of: (text: { zh: string; en: string }) => text[language] },
      notices: { tell: (notice: Notice) => (told.push(notice.text), (choice = notice.choice ?? choice)), dismiss: () => undefined },
    } as unknown as AppState
    expect(await openInto(app, JSON.stringify(file))).toEqual([])
    const zh = told.map((text) => text())
    language = 'en'
    return [zh, told.map((text) => text())]
  }
  it('names levers and arms as people know them, in the language of the moment, and says what to do', async () => {
    const file = {
      format: 1,
      id: 'several',
      title: { zh: '几种', en: 'Several' },
      seed: 's',
      years: { from: 2025, to: 2036 },
      replicates: 2,
      county,
      arms: [
        { id: 'status-quo', policies: [] },
        { id: 'a', policies: [{ use: 'teacher-rotation', from: 2027, set: { share: { 2027: 0.05, 2029: 0.1 } } }, ...(['rural', 'township'] as const).map((kind) => ({ use: 'rural-allowance', from: 2027, where: { kinds: [kind] }, set: {} }))] },
        { id: 'b', title: { zh: '倾斜', en: 'Tilt' }, policies: [{ use: 'funding-tilt', from: 2027, set: {} }] },
        { id: 'c', title: { zh: '补助', en: 'Allowance' }, policies: [{ use: 'rural-allowance', from: 2027, set: {} }] },
      ],
    }
    expect(await toldOf(file)).toEqual([
      [
        '此处不能逐年设值，以下政策项只取最后一年：教师交流轮岗 · 轮岗比例（每年）；按年取值请用命令行。',
        '文件中有政策分列几次（不同年份或学校），此处只取各自的最后一次：乡村教师生活补助；要全部生效请用命令行。',
        '文件含 4 个方案，当前打开：',
      ],
      [
        'Values cannot change by year here, so the last one is taken: Teacher rotation · Rotation share (a year). The command line takes every year.',
        'The file has a policy more than once, for other years or schools; the last one is taken: Rural teacher allowance. The command line takes them all.',
        'The file holds 4 scenarios. Open here:',
      ],
    ])
    // any of them can be opened in its place, as called in the language of the moment
    expect([choice!.chosen(), choice!.options()]).toEqual(['a', [['status-quo', 'status-quo'], ['a', 'a'], ['b', 'Tilt'], ['c', 'Allowance']]])
    choice!.choose('b')
    expect([Object.keys(opened!.levers), opened!.name?.arm]).toEqual([['funding-tilt'], { zh: '倾斜', en: 'Tilt' }])
    choice!.choose('status-quo')
    expect(opened!.levers).toEqual({})
  })
  it('or asks for more runs is opened with as many as the page holds, and it is said', async () => {
    const file = (replicates: number) => ({ format: 1, id: 'many', title: { zh: '多次', en: 'Many' }, seed: 's', years: { from: 2025, to: 2036 }, replicates, county, arms: [{ id: 'status-quo', policies: [] }] })
    expect(await toldOf(file(200))).toEqual([[], []])
    expect(opened!.replicates).toBe(200)
    expect(await toldOf(file(10_000))).toEqual([
      ['方案要求模拟 10000 次，页面最多 200 次；要全部模拟请用命令行。'],
      ['The scenario asks for 10000 runs; this page takes 200 at most. The command line runs them all.'],
    ])
    expect(opened!.replicates).toBe(200)
  })
})

describe('a text of some kind', () => {
  const scenario = scenarioOf({ ...firstDraft(county), notes: { 3: '见 https://example.org/video.html#video，方案#v2' } }, county, policies, ['baseline', 'plan'])
  it('that is a file stays one, though it tells of links', () => {
    expect(openText(fileText(scenario), shippedCounties)).toMatchObject({ kind: 'scenario', linked: false, scenario: { notes: scenario.notes } })
    const source = { ...county.sources[0], url: 'https://example.org/x#v1.abc' }
    expect(openText(JSON.stringify({ ...county, id: 'far', sources: [source] }), [])).toMatchObject({ kind: 'county', county: { id: 'far' } })
  })
  it('of a later edition says so, a code as a link', () => {
    for (const text of ['#c2.A131JRXR3H', 'https://example.org/h/#c2.A131JRXR3H', '#v2.abc']) {
      const opened = openText(text, shippedCounties)
      expect([text, opened.kind === 'refused' && opened.problems[0]!.text.zh]).toEqual([text, expect.stringContaining('更新的版本')])
    }
  })
  it('that breaks its reader ends in a message too', () => {
    const broken = { filter: () => { throw new RangeError('too deep') } } as unknown as readonly CountyDescription[]
    expect(openText(linkOf(scenario, {}), broken)).toMatchObject({ kind: 'refused', problems: [{ text: { zh: '无法读取：RangeError: too deep。' } }] })
  })
})

describe('a settings file of one’s own county', () => {
  const settings = (of: CountyDescription) => settingsText(scenarioOf(firstDraft(of), of, policies, ['baseline', 'plan']))
  const mine = { ...county, id: 'roster-ab12' }
  const text = settings(mine)
  it('opens on the edition it was saved with, also where that goes under an id of its own', () => {
    const other = { ...mine, radius: mine.radius + 1 }
    const opened = openText(text, [other, { ...mine, id: ownId(mine) }])
    expect(opened).toMatchObject({ kind: 'scenario', notes: [], scenario: { county: { radius: mine.radius } } })
  })
  it('opens on another edition with a word about it', () => {
    const other = { ...mine, quota: { ...mine.quota, share: 0.65 } }
    expect(openText(text, [other])).toMatchObject({ kind: 'scenario', notes: [{ path: 'county', text: { zh: expect.stringContaining('roster-ab12') as string } }] })
  })
})
