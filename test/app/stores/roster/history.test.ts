import { describe, expect, it, vi } from 'vitest'
import type { Source } from '../../../../src/roster/index.ts'
import { RosterHistory } from '../../../../src/app/stores/roster/history.svelte.ts'
import { RosterImport, type ChosenFile } from '../../../../src/app/stores/roster/import.svelte.ts'
import { createInlineRunner } from '../../../../src/runner/inline.ts'
import type { Plan, Runner } from '../../../../src/runner/runner.ts'
import { rosterCsv } from '../../../roster/example-roster.ts'
import { rosterThreads } from '../../../support/roster-threads.ts'

/* Rosters of several years: which year each is of, and that a comparison is of what stood on the screen when it was begun. */

const source = (name: string, content = rosterCsv()): Source => ({ name, content: new TextEncoder().encode(content) })
const chosen = (name: string, content = rosterCsv()): ChosenFile => {
  const bytes = new TextEncoder().encode(content)
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer) }
}
const yearsOf = (history: RosterHistory) => history.ordered.map(({ year }) => year)
const made = (...words: Parameters<typeof rosterThreads>) => {
  const { hire, hired } = rosterThreads(...words)
  return { history: new RosterHistory(() => new RosterImport('schools', hire)), hire, hired }
}

describe('rosters of several years', () => {
  it('are compared as they stand last, whichever answer comes last', async () => {
    let hold: Promise<void> | null = null
    const { history } = made(async (name, answer) => {
      if (name !== 'record' || !hold) return answer()
      const mine = hold
      hold = null
      await mine
      return answer()
    })
    await history.add(chosen('a2024.csv'))
    await history.add(chosen('b2025.csv', rosterCsv().replace(/^.*第14小学.*\n/m, '')))
    await history.match()
    expect(history.changes?.closed).toEqual(['第14小学'])
    let release!: () => void
    hold = new Promise<void>((resolve) => (release = resolve))
    const [first, second] = history.years
    // the years are entered the other way round while the comparison before still waits
    const before = history.match()
    first!.year = 2026
    await history.match()
    expect([history.changes?.opened, history.changes?.closed]).toEqual([['第14小学'], []])
    release()
    await before
    expect([second!.year, history.changes?.opened, history.changes?.closed]).toEqual([2025, ['第14小学'], []])
  })

  it('are of the year that the name says until somebody types one, and of another file’s when another is opened', async () => {
    const { history, hire } = made()
    const schools = new RosterImport('schools', hire)
    await schools.choose(source('县2022.csv'))
    history.adopt(schools)
    await history.add(chosen('县.csv'))
    expect(yearsOf(history)).toEqual([2022, null])
    history.ordered[1]!.year = 2024
    expect(yearsOf(history)).toEqual([2022, 2024])
    // the other job opens another file in the same import
    await schools.choose(source('县2025.csv'))
    expect(yearsOf(history)).toEqual([2024, 2025])
    history.ordered[1]!.year = 2020
    expect(yearsOf(history)).toEqual([2020, 2024])
    // read anew in another encoding it is the same file
    await schools.again({ encoding: 'gb18030' })
    expect([schools.file?.encoding, yearsOf(history)]).toEqual(['gb18030', [2020, 2024]])
    await schools.choose(source('县2025.csv', rosterCsv().replace('1180', '1181')))
    expect(yearsOf(history)).toEqual([2024, 2025])
    // typed while the file is still being read, it is that file's
    const reading = history.add(chosen('县.csv'))
    history.years.at(-1)!.year = 2019
    await reading
    expect(yearsOf(history)).toEqual([2019, 2024, 2025])
  })
})

describe('a comparison under way', () => {
  /** Two years, and a runner that waits before its last word. */
  async function running(words: Parameters<typeof rosterThreads> = []) {
    const one = made(...words)
    await one.history.add(chosen('a2024.csv'))
    await one.history.add(chosen('b2025.csv'))
    const inner = createInlineRunner()
    const plans: Plan[] = []
    let go!: () => void
    const waits = new Promise<void>((resolve) => (go = resolve))
    const runner: Runner = { ...inner, run: async (plan, options) => (plans.push(plan), await waits, inner.run(plan, options)) }
    return { ...one, runner, plans, go }
  }

  it('is of the runs and years that stood there when it began; what was changed since makes it old', async () => {
    const { history, runner, plans, go } = await running()
    history.runs = 2
    const run = history.run(runner)
    await vi.waitFor(() => expect(plans.length).toBe(1))
    history.runs = 50
    history.years[1]!.year = 2026
    go()
    await run
    expect([history.result!.runs, history.result!.years, history.result!.records.map(({ year }) => year)]).toEqual([2, [2024, 2025], [2024, 2025]])
    expect([plans[0]!.replicates.length, history.stale]).toEqual([2, true])
    history.years[1]!.year = 2025
    expect(history.stale).toBe(false)
  })

  it('is not made of the other years where one could not be asked, and says so', async () => {
    let breaks = false
    const { history, hired, runner, plans, go } = await running([(name, answer) => (name === 'record' && breaks ? new Promise(() => undefined) : answer())])
    go()
    await history.match()
    expect(history.changes).not.toBeNull()
    breaks = true
    const run = history.run(runner)
    await vi.waitFor(() => expect(history.years[0]!.roster.work).toBe('computing'))
    hired[0]!.lose(new Error('out of memory'))
    await run
    expect([history.result, plans.length, history.progress, history.problems.map(({ text }) => text.en)]).toEqual([null, 0, null, ['The table of one year could not be read: nothing was compared.']])
    expect(history.years[0]!.roster.problems[0]!.text.en).toContain('out of memory')
  })
})
