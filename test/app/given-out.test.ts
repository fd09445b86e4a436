import { beforeAll, describe, expect, it } from 'vitest'
import CitePart from '../../src/app/screens/share/CitePart.svelte'
import OlderModel from '../../src/app/screens/share/OlderModel.svelte'
import ReportFoot from '../../src/app/screens/share/ReportFoot.svelte'
import OpenBox from '../../src/app/screens/share/OpenBox.svelte'
import SendPanel from '../../src/app/screens/share/SendPanel.svelte'
import TablePart from '../../src/app/screens/share/TablePart.svelte'
import { codeOf, judgedBy, verdictOf, type Shared } from '../../src/app/screens/share/shared.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { allTables } from '../../src/app/share/tables.ts'
import { servicesOf } from '../../src/app/services.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { withLever, withNote, type Draft } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import type { View } from '../../src/app/stores/view/view.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { countyColumn, countySeries, policies, type CountyDescription } from '../../src/engine/index.ts'
import { appWithRuns, drawn, wordsOf } from '../support/app-with-runs.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

/* What is given out says of which results it is, and whoever opens it gets those. */

const county = shippedCounties[0]!
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
const moved = withLever(firstDraft(county), rotation, 'share', 0.12, county)
const made: Shared = { link: '#v1.x', linkQr: null, code: 'A-1', codeQr: { size: 21, path: 'M0 0h1v1h-1z' }, digest: 'd', county: 'c', numbers: 2, result: undefined, settingsFile: '', wholeFile: '' }

beforeAll(async () => void (await Promise.all([learn('zh'), learn('zh', 'later')])))

describe('the code on paper', () => {
  /** Whether the foot of the report has the code, in words and as a picture. */
  function onPaper(draft: Partial<Draft>, view: Partial<View> = {}): readonly [words: boolean, pictures: number] {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), { ...firstDraft(county), ...draft }, { ...firstView(county), ...view })
    const html = drawn(app, ReportFoot, { language: app.language, shared: made, address: 'https://example.org/', day: '2026-11-27' })
    return [html.includes(codeOf(app)) && codeOf(app) !== '', html.match(/class="qr/g)?.length ?? 0]
  }
  it('stands there where it opens what is printed', () => expect(onPaper({ levers: moved.levers })).toEqual([true, 1]))
  it.each([
    ['a later beginning', { levers: moved.levers, timing: { 'teacher-rotation': { from: county.year + 3, ramp: 1 } } }],
    ['an assumption', { levers: moved.levers, behaviour: { 'teacher-leaving.quit': 0.011 } }],
    ['another seed', { levers: moved.levers, seed: 'x' }],
    ['a step between two', { levers: withLever(moved, rotation, 'share', 0.124, county).levers }],
  ] satisfies readonly (readonly [string, Partial<Draft>])[])('is left out where it would open something else: %s', (_, draft) => expect(onPaper(draft)).toEqual([false, 0]))
  it('is left out where it would be judged by another standard or edition', () => {
    expect(onPaper({ levers: moved.levers }, { standard: 'balance-2012', item: 'B1' })).toEqual([false, 0])
    expect(onPaper({ levers: moved.levers }, { edition: 'relaxed' })).toEqual([false, 0])
  })
})

describe('the verdict that is saved with a file', () => {
  it('is of the edition that judged, and is set beside what the same edition says now', async () => {
    const app = await appWithRuns({ edition: 'relaxed' })
    expect(verdictOf(app)?.standard).toBe('balance-2017.relaxed')
    app.selection.edition = 'strict'
    expect(verdictOf(app)?.standard).toBe('balance-2017')
    // in one run of three the working rules are met in the last year, the text itself never
    const [column, strict] = ['verdict.balance-2017.relaxed', 'verdict.balance-2017'].map((id) => countyColumn(id))
    for (const run of app.runs)
      app.frame.years.forEach((_, y) => {
        run.county[y * countySeries.length + strict!] = 0
        run.county[y * countySeries.length + column!] = run.replicate === 1 && y === app.frame.years.length - 1 ? 1 : 0
      })
    const says = (standard: string) => wordsOf(drawn(app, OlderModel, { stamp: { engine: '0.0.1', numbers: 1, verdict: { standard, year: null, runs: 3, of: 3 } } }))
    const now = (standard: string) => says(standard).split('当前模型的结论')[1]!
    expect(now('balance-2017.relaxed')).not.toBe(now('balance-2017'))
    expect(now('balance-2017.relaxed')).toContain('3 次模拟中有 1 次')
    expect(says('balance-2017.relaxed')).toContain('规程口径')
  })
  it('of a standard that is none leaves the panel as it is without one', async () => {
    const app = await appWithRuns()
    for (const standard of ['constructor', 'balance-2031', '.relaxed']) {
      expect(judgedBy(app, { standard, year: null, runs: 0, of: 1 })).toBeNull()
      expect(wordsOf(drawn(app, OlderModel, { stamp: { engine: '0.0.1', numbers: 1, verdict: { standard, year: null, runs: 0, of: 1 } } }))).toContain('按新模型重算')
    }
  })
})

describe('all runs in one archive', () => {
  let app: AppState
  beforeAll(async () => void (app = await appWithRuns()))
  it('have each run under the arm it has in the shared file, also where nothing is decided', () => {
    const [head, ...rows] = allTables(app)['county.csv']!.replace('\uFEFF', '').split('\r\n')
    const at = head!.split(',').indexOf('arm')
    const counts = new Map<string, number>()
    for (const arm of rows.filter((row) => /^\d/.test(row)).map((row) => row.split(',')[at]!)) counts.set(arm, (counts.get(arm) ?? 0) + 1)
    // three runs of fifteen years each
    expect([...counts]).toEqual([['status-quo', 45], ['plan', 45]])
  })
  it('are offered once all are here: an archive of fewer would not be what its line says', () => {
    const offered = () => !/<button[^>]*disabled[^>]*>[^<]*ZIP/.test(drawn(app, TablePart, { file: 'a' }))
    expect(offered()).toBe(true)
    app.draft.commit(withLever(app.draft.committed, rotation, 'share', 0.12, county))
    expect(offered()).toBe(false)
    app.draft.undo()
  })
  it('Q18 say in each file where it comes from, as it may be taken out', () => {
    const tables = allTables(app)
    expect(Object.keys(tables).filter((name) => name.endsWith('.csv')).length).toBeGreaterThan(4)
    for (const [name, text] of Object.entries(tables)) expect([name, text]).toEqual([name, expect.stringContaining(app.stampLine())])
    expect(tables['county.csv']!.trimEnd().split('\r\n').at(-1)).toMatch(/^# .*模型/)
  })
})

describe('the command that computes it again', () => {
  const mine: CountyDescription = { ...county, id: 'roster-ab12', roster: [] }
  const commandOf = (app: AppState, file: string) => /npx hengtu run [^<"]*/.exec(drawn(app, CitePart, { shared: made, file, address: '' }))?.[0].trim()
  it('holds nothing that somebody wrote: the file has its seed and its runs', async () => {
    const app = await appWithRuns({}, { seed: '1; rm -rf "$HOME"' })
    expect(commandOf(app, 'hengtu-plain-county')).toBe('npx hengtu run hengtu-plain-county.json')
  })
  it('of one’s own county takes the file that holds the county, which is the one there is', async () => {
    const app = await appWithRuns()
    app.takeIn(mine, { ...firstDraft(mine), replicates: 1 })
    expect(commandOf(app, 'hengtu-roster-ab12')).toBe('npx hengtu run hengtu-roster-ab12-county.json')
  })
})

describe('a citation of the results on the screen', () => {
  it('holds the digest by which others see that they got the same, once all runs are there', async () => {
    const app = await appWithRuns()
    const says = (result: string | undefined) => wordsOf(drawn(app, CitePart, { shared: { ...made, result }, file: 'a', address: '' }))
    expect(says('0123abcd')).toContain('结果校验码 0123abcd')
    expect(says(undefined)).not.toContain('；结果校验码')
  })
})

describe('the file of one’s own county without the county', () => {
  it('is said to leave out notes on schools, where there are any', async () => {
    const app = await appWithRuns()
    const mine: CountyDescription = { ...county, id: 'roster-ab12', roster: [] }
    const says = () => wordsOf(drawn(app, SendPanel, { shared: made, file: 'a' }))
    app.takeIn(mine, { ...firstDraft(mine), replicates: 1 })
    expect(says()).not.toContain('只写入“县数据＋方案”文件')
    app.draft.commit(withNote(app.draft.committed, 3, '校长2026退休'))
    expect(says()).toContain('学校备注和逐校填报的数值属学校数据，只写入“县数据＋方案”文件')
  })
})

describe('a file in which very much is wrong', () => {
  it('is told in fifty lines, with how many more there are', async () => {
    const app = await appWithRuns()
    app.refused = { text: '{', problems: Array.from({ length: 55 }, (_, k) => ({ path: `arms[${k}]`, text: { zh: '多余', en: 'surplus' } })) }
    const html = drawn(app, OpenBox)
    expect(html.match(/<li/g)).toHaveLength(51)
    expect(wordsOf(html)).toContain('另有 5 处问题未列出')
  })
})
