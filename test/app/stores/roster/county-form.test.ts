import { describe, expect, it, vi } from 'vitest'
import { policies, type CountyDescription } from '../../../../src/engine/index.ts'
import { CountyForm } from '../../../../src/app/stores/roster/county-form.svelte.ts'
import { assumedNumbers } from '../../../../src/app/stores/roster/county-assumptions.ts'
import { DrawnEffects } from '../../../../src/app/stores/roster/drawn-effects.svelte.ts'
import { RosterImport } from '../../../../src/app/stores/roster/import.svelte.ts'
import type { RunOutcome, Runner } from '../../../../src/runner/runner.ts'
import { readCountyValue } from '../../../../src/scenario/read-county.ts'
import { layout } from '../../../../src/app/services.ts'
import { rosterCsv } from '../../../roster/example-roster.ts'
import { rosterThreads } from '../../../support/roster-threads.ts'

async function opened(name = '青山县学校明细2024.csv') {
  const asked: string[] = []
  const { hire } = rosterThreads((call, answer) => (asked.push(call), answer()))
  const roster = new RosterImport('schools', hire)
  await roster.choose({ name, content: new TextEncoder().encode(rosterCsv()) })
  return { roster, times: (call: string) => asked.filter((one) => one === call).length }
}
const county = (form: CountyForm): CountyDescription => form.county('本县')!
const growth = (form: CountyForm) => assumedNumbers(county(form)).find((one) => one.path === 'growth.rural')!

describe('the school year of a roster', () => {
  it('can be set to the years that a county may be of, and to no other', async () => {
    const { roster } = await opened('青山县.csv')
    const form = new CountyForm()
    form.open(roster.file)
    await form.follow(roster)
    const { low, high } = assumedNumbers(county(form)).find((one) => one.path === 'year')!
    const problemsIn = (year: number) => readCountyValue({ ...county(form), year }).problems.map((one) => one.path)
    expect([low - 1, low, high, high + 1].map(problemsIn)).toEqual([['year'], [], [], ['year']])
  })
})

describe('the county of a roster, as entered', () => {
  it('keeps every assumption while its name is typed, and is asked for once', async () => {
    const { roster, times } = await opened()
    const form = new CountyForm()
    form.open(roster.file)
    await form.follow(roster)
    expect([form.name, county(form).title.zh, county(form).year]).toEqual(['青山县学校明细2024', '青山县学校明细2024', 2024])
    form.entered = { 'growth.rural': 0.87 }
    form.model = { 'demography.futureBirths': 900 }
    for (const typed of ['青', '青山', '青山县']) {
      form.name = typed
      await form.follow(roster)
    }
    expect([times('county'), growth(form).value, growth(form).source.source, form.model]).toEqual([1, 0.87, 'user', { 'demography.futureBirths': 900 }])
    // the name is the county’s everywhere: what it is called, what it says of itself, what seeds its drawings, where its schools come from
    expect(county(form)).toMatchObject({ title: { zh: '青山县', en: '青山县' }, about: { zh: expect.stringContaining('“青山县”') as string }, seed: 'roster 青山县', year: 2024 })
    expect(county(form).sources.find((one) => one.path === 'roster')!.source).toBe('青山县')
    form.name = ' '
    expect(county(form).title.zh).toBe('本县')
  })

  it('keeps them over a step back and over a change of the table, and forgets them with the file', async () => {
    const { roster } = await opened()
    const form = new CountyForm()
    form.open(roster.file)
    await form.follow(roster)
    form.entered = { 'growth.rural': 0.87 }
    form.name = '青山县'
    // another step and back: the screen is made anew
    form.open(roster.file)
    expect([form.name, growth(form).value]).toEqual(['青山县', 0.87])
    const before = county(form).rolls.primary
    const { rows, mapping } = roster.snapshot!
    const pupils = mapping.columns.find((use) => use.field === 'pupils')!.field
    const school = rows.find((row) => row.aside === null)!
    await roster.change([{ kind: 'write', row: school.row, field: pupils, text: String(Number(school.written[pupils]) + 7) }], { zh: '', en: '' })
    await form.follow(roster)
    expect([county(form).rolls.primary - before, growth(form).value, form.name]).toEqual([7, 0.87, '青山县'])
    await roster.choose({ name: '柳树县2025.csv', content: new TextEncoder().encode(rosterCsv()) })
    form.open(roster.file)
    await form.follow(roster)
    expect([form.name, form.entered, county(form).year]).toEqual(['柳树县2025', {}, 2025])
  })

  it('takes no answer about the file before', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const { hire } = rosterThreads((call, answer) => (call === 'county' ? held.then(answer) : answer()))
    const roster = new RosterImport('schools', hire)
    const choose = (name: string) => roster.choose({ name, content: new TextEncoder().encode(rosterCsv()) })
    await choose('青山县2024.csv')
    const form = new CountyForm()
    form.open(roster.file)
    const late = form.follow(roster)
    await choose('柳树县2025.csv')
    form.open(roster.file)
    release()
    await late
    expect([form.name, form.county('本县')]).toEqual(['柳树县2025', null])
    await form.follow(roster)
    expect(county(form)).toMatchObject({ title: { zh: '柳树县2025' }, year: 2025 })
  })

  it('is not that of the table before, while another is computed and when that was stopped; it can be asked for again', async () => {
    let counties = 0
    const held: (() => void)[] = []
    const { hire } = rosterThreads((call, answer) => (call === 'county' && ++counties > 1 ? new Promise((resolve) => held.push(() => resolve(answer()))) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose({ name: '青山县2024.csv', content: new TextEncoder().encode(rosterCsv()) })
    const form = new CountyForm()
    form.open(roster.file)
    await form.follow(roster)
    const before = county(form).rolls.primary
    const { rows, mapping } = roster.snapshot!
    const pupils = mapping.columns.find((use) => use.field === 'pupils')!.field
    const school = rows.find((row) => row.aside === null)!
    await roster.change([{ kind: 'write', row: school.row, field: pupils, text: String(Number(school.written[pupils]) + 7) }], { zh: '', en: '' })
    const asked = form.follow(roster)
    expect([form.county('本县'), form.stopped]).toEqual([null, false])
    await vi.waitFor(() => expect(held.length).toBe(1))
    roster.cancel()
    await asked
    expect([form.county('本县'), form.stopped]).toEqual([null, true])
    const again = form.follow(roster)
    expect(form.stopped).toBe(false)
    await vi.waitFor(() => expect(held.length).toBe(2))
    held[1]!()
    await again
    expect([county(form).rolls.primary - before, form.stopped]).toEqual([7, false])
  })

  it('takes the year from the name where the name has one', async () => {
    const { roster, times } = await opened('schools.csv')
    const form = new CountyForm()
    form.open(roster.file)
    await form.follow(roster)
    expect(assumedNumbers(county(form)).some((one) => one.path === 'year')).toBe(true)
    form.name = 'Qingshan 2023'
    await form.follow(roster)
    expect([times('county'), county(form).year]).toEqual([2, 2023])
    expect(assumedNumbers(county(form)).some((one) => one.path === 'year')).toBe(false)
  })
})

describe('what drawing a county anew does', () => {
  const standard = layout.standards['balance-2017']
  async function subject(name: string) {
    const { roster } = await opened()
    const form = new CountyForm()
    form.open(roster.file)
    await form.follow(roster)
    form.name = name
    return county(form)
  }
  /** A runner that answers when told, with the seed of the county that it was asked to run. */
  function waiting() {
    const asked: { readonly seed: string; readonly answer: (outcome: Partial<RunOutcome>) => void }[] = []
    // as the pool does, it refuses a second run of one name, also while the first is still ending
    const under = new Set<string>()
    const run: Runner['run'] = ({ runId, scenario }) => {
      if (under.has(runId)) return Promise.reject(new RangeError(`run ${runId} is under way already`))
      under.add(runId)
      return new Promise((resolve) => asked.push({ seed: scenario.county.seed, answer: (outcome) => (under.delete(runId), resolve({ runId, results: [], ...outcome } as unknown as RunOutcome)) }))
    }
    const runner = { run } as unknown as Runner
    return { asked, means: { redrawn: (one: CountyDescription, draw: number) => Promise.resolve({ ...one, seed: `${one.seed} ${draw}` }), runner, policies, layout, items: standard.items } }
  }
  const later = () => new Promise((resolve) => setTimeout(resolve, 5))
  const done = (cv: number): Partial<RunOutcome> => {
    const width = 5000
    return { status: 'done', results: [{ replicate: 1, arms: [{ years: [2024, 2029], county: new Float64Array(2 * width).fill(cv), sections: new Float64Array(), sectionCount: 0 }] }] } as unknown as Partial<RunOutcome>
  }

  it('is of one county: one that was edited meanwhile is not mixed in', async () => {
    const { asked, means } = waiting()
    const effects = new DrawnEffects()
    const first = effects.draw({ county: await subject('甲县'), model: {} }, means)
    await later()
    expect([asked.map(({ seed }) => seed), effects.busy]).toEqual([['roster 甲县 1'], true])
    // an assumption is changed: what was begun is of no use, and another drawing can be asked for
    effects.forget()
    expect(effects.busy).toBe(false)
    const second = effects.draw({ county: await subject('乙县'), model: {} }, means)
    asked[0]!.answer(done(9))
    await first
    for (let k = 1; k <= 5; k++) {
      await later()
      asked[k]!.answer(done(k / 10))
    }
    await second
    expect(asked.map(({ seed }) => seed)).toEqual(['roster 甲县 1', ...[1, 2, 3, 4, 5].map((k) => `roster 乙县 ${k}`)])
    expect(effects.found!.length).toBe(2 * standard.items.length)
    expect(effects.found!.every(({ low, high }) => low === 0.1 && high === 0.5)).toBe(true)
    expect([effects.busy, effects.failed]).toEqual([false, null])
  })

  it('can be asked for again after it failed, and says why it did', async () => {
    const { asked, means } = waiting()
    const effects = new DrawnEffects()
    const failing = effects.draw({ county: await subject('甲县'), model: {} }, { ...means, redrawn: () => Promise.reject(new Error('no memory')) })
    await failing
    expect([effects.busy, effects.failed?.en, effects.found]).toEqual([false, 'no memory', null])
    const again = effects.draw({ county: await subject('甲县'), model: {} }, means)
    await later()
    asked[0]!.answer({ status: 'failed', problem: { path: 'run', text: { en: 'A worker ended.', zh: '线程结束。' } } })
    await again
    expect([effects.busy, effects.failed?.zh, effects.found]).toEqual([false, '线程结束。', null])
  })
})
