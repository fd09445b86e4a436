import { describe, expect, test } from 'vitest'
import { belowTwin, changedTwin, dictionaryTwin, givesTwin, grounds, yearsTwin } from '../../src/app/charts/prepare/report.ts'
import { assumedTwin, changedAssumptions } from '../../src/app/charts/prepare/report-assumed.ts'
import { openText } from '../../src/app/share/open.ts'
import { catalogues } from '../../src/words/index.ts'
import { printed } from '../../src/app/charts/prepare/twin.ts'
import { csvOf, plain } from '../../src/app/charts/prepare/twin-files.ts'
import { passesText } from '../../src/app/charts/prepare/headline-words.ts'
import { firstPasses } from '../../src/app/charts/prepare/verdict.ts'
import { passesTwin, verdictTwin } from '../../src/app/charts/prepare/verdict-words.ts'
import ReportChanges from '../../src/app/screens/share/ReportChanges.svelte'
import ReportTable from '../../src/app/screens/share/ReportTable.svelte'
import { withLever, withTiming } from '../../src/app/stores/draft/draft.ts'
import { servicesOf } from '../../src/app/services.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { policies } from '../../src/engine/index.ts'
import { fill } from '../../src/words/fill.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import type { Frame } from '../../src/app/charts/prepare/frame.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { readFileSync } from 'node:fs'
import { render } from 'svelte/server'
import type { Component } from 'svelte'
import { fixtureRunner } from '../support/fixture-runner.ts'
import InApp from '../support/InApp.svelte'
import { handFrame, handRun } from '../charts/hand-county.ts'

const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const run = handRun(1, [{ cv: 0.6 }, { cv: 0.502 }, { cv: 0.4 }])
const view = handFrame.standards['balance-2017']

describe('the table of all years', () => {
  const twin = yearsTwin(speech, handFrame, view, [run])
  test('has a row for every year, level and item, and its dictionary a meaning for every column', () => {
    expect(twin.rows.length).toBe(handFrame.years.length * 2 * view.items.length)
    expect(twin.rows.every((row) => row.length === twin.heads.length)).toBe(true)
    // 0.502 against 0.50 keeps its third digit
    const row = twin.rows.find((cells) => printed(cells[0]!) === '2027' && cells[1] === '小学')!
    expect(row.slice(5, 7).map(printed)).toEqual(['0.502', '0.50'])
    expect(row.slice(5, 7).map(plain)).toEqual(['0.502', '0.5'])
  })
})

describe('the tables of 2012, which judges the mean of the coefficients', () => {
  // by hand: 0.502 within 0.65 at primary; no junior school, so nothing to judge there
  const mean: Frame = { ...handFrame, countyColumn: (id) => handFrame.countyColumn(id.replace('composite.cv', 'Q2.cv')) }
  const basic = { ...view, id: 'balance-2012', judged: 'mean', limit: { primary: 0.65, junior: 0.55 } } as const
  test('leave with what is judged and its limit, also where only values go', () => {
    const table = verdictTwin(speech, mean, basic, [run], 1)
    expect(table.heads).toEqual(['指标', '小学 全县均值', '小学 差异系数', '小学 状态', '初中 全县均值', '初中 差异系数', '初中 状态'])
    expect(table.rows.map((row) => row.map(plain))).toEqual([
      [expect.stringContaining('骨干教师'), '1', '0.502', '', '', '', ''],
      ['八项平均', '', '0.502', '达标', '', '', '—'],
    ])
    expect(table.means?.[3]).toContain('0.65')
    const years = yearsTwin(speech, mean, basic, [run])
    expect(years.rows.length).toBe(3 * 2 * 2)
    expect(years.rows.slice(4, 6).map((row) => row.map(plain))).toEqual([
      ['2027', '小学', '骨干教师', expect.any(String), '1', '0.502', '', '0'],
      ['2027', '小学', '八项平均', '', '', '0.502', '0.65', ''],
    ])
  })
})

describe('the data dictionary', () => {
  const below = belowTwin(speech, handFrame, view, [run], 0)
  test.each([
    ['the table of all years', yearsTwin(speech, handFrame, view, [run])],
    ['the official table', verdictTwin(speech, handFrame, view, [run], 0)],
    ['schools that do not pass', below],
  ])('is of the table it comes with: %s', (_, twin) => {
    const dictionary = dictionaryTwin(speech, twin)
    expect(dictionary.rows.map((row) => row[0])).toEqual(twin.heads)
    expect(dictionary.rows.every((row) => row[1] !== '')).toBe(true)
  })
  test('stands under a CSV, and no cell of it reads like a date', () => {
    const lines = csvOf(below, 'stamp').replace('\uFEFF', '').split('\n')
    // three schools that reach 1.00 in the one item and yet are said not to pass, then a line for each of the four columns, then the stamp
    expect(lines[0]).toBe('学校,学段,达标项数（共 1 项）,未达标的指标')
    expect(lines.slice(1, 4).map((line) => line.split(',')[2])).toEqual(['1', '1', '1'])
    // whatever is no row of the table begins with the sign by which programs pass over a line
    expect(lines.slice(5, 9).map((line) => line.split(',')[0])).toEqual(below.heads.map((head) => `# ${head}`))
    expect(lines.at(-1)).toBe('# stamp')
    expect(lines.join('\n')).not.toMatch(/(^|,)\d+[/-]\d+(,|$)/m)
  })
})

describe('schools that do not pass', () => {
  test('have their items under standard, or why they do not pass without one, and when they did', () => {
    const lost = handRun(1, [{ cv: 0.6, status: [2, 1, 1] }, { cv: 0.6, values: [0.5, 1, 0.9] }, { cv: 0.6 }])
    const { rows } = belowTwin(speech, handFrame, view, [lost], 1)
    // by township: the town school reaches 1.00 and does not pass, the township’s is at 0.9, the village’s at 0.5 passed the year before
    expect(rows.map((row) => row[3])).toEqual([
      '各项中位数合乎要求，但不少于半数模拟中仍有指标不足',
      '△ 骨干教师；各项中位数合乎要求，但不少于半数模拟中仍有指标不足',
      '✕ 骨干教师；曾于 2026 年达标',
    ])
  })
})

describe('what was changed', () => {
  const county = shippedCounties[0]!
  const rotation = policies.find((one) => one.id === 'teacher-rotation')!
  const usual = firstDraft(county)
  // births of 6 million instead of 7, and a constant that stands beside no lever
  const assumed = { ...usual, behaviour: { 'demography.futureBirths': 600, 'teacher-leaving.quitYoungRural': 0.025, 'teacher-leaving.quit': 0.028 } }
  test('names a lever as the rail does, and says when and where', () => {
    const moved = withTiming(withLever(usual, rotation, 'share', 0.12, county), rotation.id, { from: 2026, to: 2030, ramp: 5, where: { level: 'primary', kinds: ['rural'] } })
    const twin = changedTwin(speech, moved, county, policies)
    expect(twin.heads).toEqual(['政策', '政策项', '基线', '本方案', '时间与范围'])
    expect(twin.rows).toEqual([['教师交流轮岗', '轮岗比例（每年）', '0%', '12%', '2026–2030 年，过渡 5 年，小学，乡村']])
  })
  test('is nothing only where no assumption was changed either: all that were are told, with what their defaults rest on', () => {
    expect(changedAssumptions(speech, usual)).toEqual([])
    // 2.8% is the default of leaving: written out, not changed
    const { rows } = assumedTwin(speech, changedAssumptions(speech, assumed))
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      [catalogues.zh['assumption.births'], '700万人', '600万人'],
      ['乡村35岁以下教师年离职率', '3.1%', '2.5%'],
    ])
    expect(rows.every((row) => /^(官方|文献|假设)/.test(printed(row[3]!)))).toBe(true)
  })
  test.each([
    ['neither', usual, '与基线相同：未启用政策，假设均为默认值。'],
    ['assumptions alone', assumed, '未启用政策，只改了假设。'],
  ])('is said to be nothing only of a county as it came: %s', async (_, draft, says) => {
    await Promise.all([learn('zh'), learn('zh', 'later')])
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county))
    const { body } = render(InApp, { props: { app, part: ReportChanges as Component<Record<string, unknown>>, props: { speech } } })
    expect(body.replace(/<!--.*?-->/g, '').match(/<p>([^<]*)<\/p>/)?.[1]).toBe(says)
    expect(body.includes('与基线相同')).toBe(draft === usual)
  })
  test('stands among the grounds of the result', () => {
    const carried = (draft: typeof usual) => grounds(speech, draft, county, policies, view).flatMap(({ carries }) => carries)
    const births = `${catalogues.zh['assumption.births']}：默认 700万人，本方案设为 600万人`
    expect(carried(assumed)).toContain(`${births}（由本方案设定，未记录日期）`)
    expect(carried({ ...assumed, days: { 'demography.futureBirths': { day: '2026-11-27' } } })).toContain(`${births}（由使用者于 2026-11-27 设定）`)
    const moved = { ...withLever(usual, rotation, 'share', 0.12, county), days: { 'teacher-rotation.share': { came: 'link' } } as const }
    expect(carried(moved)).toContain('教师交流轮岗：轮岗比例（每年）（来自打开的链接，未记录日期）')
    expect(carried(usual).join()).not.toContain('本方案设为')
  })
})

describe('the years in which runs first pass', () => {
  // of five runs one passes in 2027 and again fails, two in 2028, two never
  const runs = [[0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 0], [0, 0, 0]].map((verdicts, k) => handRun(k + 1, verdicts.map((verdict) => ({ cv: 0.6, verdict })) as never))
  test('Q38 are a table: year, runs, and runs so far', () => {
    const twin = passesTwin(speech, handFrame, view, runs)
    expect(twin.heads).toEqual(['首次达标年份', '次数', '累计次数'])
    expect(twin.rows.map((row) => row.map(printed))).toEqual([
      ['2027', '1', '1'],
      ['2028', '2', '3'],
      ['未达标', '2', '—'],
    ])
    expect(csvOf(twin, 's')).toContain('未达标,2,\n')
  })
  test('are a sentence for the dots and for the door of the headline', () => {
    expect(passesText(speech, firstPasses(handFrame, view, runs)).replace(/\s/g, '')).toBe('各次模拟首次达标的年份：2027年：1次，2028年：2次，未达标：2次')
  })
})

describe('a table on paper', () => {
  const html = (twin: ReturnType<typeof verdictTwin>) => render(ReportTable, { props: { twin } }).body.replace(/<!--.*?-->| class="[^"]*"/g, '')
  test('has what columns share above them, once', () => {
    const head = /<thead>(.*)<\/thead>/s.exec(html(verdictTwin(speech, handFrame, view, [run], 0)))![1]!.replace(/>\s+</g, '><')
    expect(head).toBe(
      '<tr><th scope="col" colspan="1" rowspan="2">指标</th><th scope="colgroup" colspan="3" rowspan="1">小学</th><th scope="colgroup" colspan="3" rowspan="1">初中</th><th scope="col" colspan="1" rowspan="2">未达标校数（所）</th></tr>' +
        '<tr>' + '<th scope="col">全县均值</th><th scope="col">差异系数</th><th scope="col">状态</th>'.repeat(2) + '</tr>',
    )
  })
  test('and in files each column has a head of its own', () => {
    const { heads } = verdictTwin(speech, handFrame, view, [run], 0)
    expect(heads).toEqual(['指标', '小学 全县均值', '小学 差异系数', '小学 状态', '初中 全县均值', '初中 差异系数', '初中 状态', '未达标校数（所）'])
    expect(html({ heads: ['甲'], rows: [['乙']] })).toContain('<th scope="col">甲</th>')
  })
})

describe('who gives, who gains', () => {
  test('has one row a kind of place, and net is moved in less moved out', () => {
    // every year school s of the hand-made county takes s teachers: 1 in town, 2 in the township, none in the village
    const { rows } = givesTwin(speech, handFrame, run, handFrame.years.length - 1)
    expect(rows.map((row) => row.map(printed))).toEqual([
      ['县城', '0', '3', '+3', '0'],
      ['镇区', '0', '6', '+6', '0'],
      ['乡村', '0', '0', '0', '0'],
    ])
  })
})

describe('what somebody pastes', () => {
  const published = readFileSync('test/scenario/archive/0.1.0/links.txt', 'utf8').trim().split('\n')
  test('Q26 every published link and code opens', () => {
    expect(published.map((text) => openText(text, shippedCounties).kind)).toEqual(['scenario', 'code', 'code'])
  })
  test('a county file is taken as one', () => {
    const opened = openText(readFileSync('scenarios/counties/mountain-county.json', 'utf8'), [])
    expect(opened).toMatchObject({ kind: 'county', county: { id: 'mountain-county' } })
  })
  test('a link to a county that is not here names it; with its file it opens', () => {
    const link = readFileSync('test/scenario/foreign-link.txt', 'utf8')
    expect(openText(link, shippedCounties)).toMatchObject({ kind: 'refused', problems: [{ path: 'county', text: { zh: expect.stringContaining('far-county') as string } }] })
    const far = { ...shippedCounties.find((county) => county.id === 'mountain-county')!, id: 'far-county' }
    expect(openText(link, [...shippedCounties, far])).toMatchObject({ kind: 'scenario', notes: [] })
  })
  test.each([
    ['https://example.org/#v1.ab!cd', '“!”'],
    [published[0]!.slice(0, -9), '截断'],
    ['#v3.abc', 'v3'],
  ])('a broken link says which part failed: %s', (text, part) => {
    const opened = openText(text, shippedCounties)
    expect(opened.kind === 'refused' && opened.problems[0]!.text.zh).toContain(part)
  })
})
