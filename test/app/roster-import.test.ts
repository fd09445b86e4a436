import { describe, expect, it } from 'vitest'
import { bounds, type Source } from '../../src/roster/index.ts'
import { RosterImport, type ChosenFile } from '../../src/app/stores/roster.svelte.ts'
import { RosterHistory } from '../../src/app/stores/roster-history.svelte.ts'
import { rosterCsv } from '../roster/example-roster.ts'
import { rosterThreads as threads } from '../support/roster-threads.ts'

const source = (name: string, content = rosterCsv()): Source => ({ name, content: new TextEncoder().encode(content) })
const chosen = (name: string, content = rosterCsv()): ChosenFile => {
  const bytes = new TextEncoder().encode(content)
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer) }
}
const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('an import of a roster', () => {
  it('reads the next file after its thread broke, and says that it did', async () => {
    const { hire, hired } = threads()
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    expect(roster.file?.name).toBe('one.csv')
    hired[0]!.lose(new Error('out of memory'))
    await later()
    // what was open went with the thread that held it
    expect([roster.file, roster.snapshot, roster.step]).toEqual([null, null, 'file'])
    expect(roster.problems[0]).toMatchObject({ path: 'one.csv', text: { en: 'This could not be done: out of memory' } })
    await roster.choose(source('two.csv'))
    expect([hired.length, roster.file?.name, roster.problems.length]).toEqual([2, 'two.csv', 0])
    expect(roster.snapshot?.rows.length).toBeGreaterThan(10)
  })

  it('reads the next file after a thread broke in the middle of one', async () => {
    let holds = true
    const { hire, hired } = threads((name, answer) => (name === 'open' && holds ? new Promise(() => undefined) : answer()))
    const roster = new RosterImport('schools', hire)
    const reading = roster.choose(source('one.csv'))
    await later()
    hired[0]!.lose(new Error('the worker could not be loaded'))
    await reading
    expect(roster.problems).toMatchObject([{ path: 'one.csv' }])
    expect([roster.work, roster.slow]).toEqual([null, false])
    holds = false
    await roster.choose(source('one.csv'))
    expect(roster.file?.name).toBe('one.csv')
  })

  it('answers every question that waits when it is cancelled, not the last one alone', async () => {
    let holds = false
    const { hire, hired } = threads((_, answer) => (holds ? new Promise(() => undefined) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    holds = true
    const asked = [roster.ask('computing', (service) => service.mapping()), roster.ask('writing', (service) => service.baseline())]
    await later()
    roster.cancel()
    expect(await Promise.all(asked)).toEqual([null, null])
    expect([hired[0]!.ended, roster.work, roster.file, roster.problems.length]).toEqual([true, null, null, 0])
  })

  it('is at work until the last of its questions is answered', async () => {
    let release!: () => void
    const held = new Promise<void>((resolve) => (release = resolve))
    let holds = false
    const { hire } = threads(async (name, answer) => (holds && name === 'mapping' ? (await held, answer()) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    holds = true
    const slow = roster.ask('writing', (service) => service.mapping())
    await roster.ask('computing', (service) => service.baseline())
    expect(roster.work).not.toBeNull()
    release()
    await slow
    expect(roster.work).toBeNull()
  })

  it('never shows the rows of one file under the name of another', async () => {
    let breaks = false
    const { hire } = threads((name, answer) => {
      if (breaks && name === 'look') throw new Error('a fault')
      return answer()
    })
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    breaks = true
    await roster.choose(source('two.csv'))
    expect([roster.file, roster.snapshot, roster.step]).toEqual([null, null, 'file'])
    expect(roster.problems[0]!.text.en).toContain('a fault')
  })

  it('refuses a file that is too large without reading it', async () => {
    const { hire, hired } = threads()
    const roster = new RosterImport('schools', hire)
    await roster.take({ name: 'big.xlsx', size: bounds.bytes + 1, arrayBuffer: () => Promise.reject(new Error('it was read')) })
    expect(roster.problems).toMatchObject([{ path: 'big.xlsx', text: { en: 'The file has 20 MB; at most 20 MB are read.' } }])
    expect(hired.length).toBe(0)
    await roster.take({ name: 'gone.csv', size: 9, arrayBuffer: () => Promise.reject(new Error('the file is gone')) })
    expect(roster.problems).toMatchObject([{ path: 'gone.csv', text: { en: 'This could not be done: the file is gone' } }])
  })
})

describe('rosters of several years', () => {
  it('are compared as they stand last, whichever answer comes last', async () => {
    let hold: Promise<void> | null = null
    const { hire } = threads(async (name, answer) => {
      if (name !== 'record' || !hold) return answer()
      const mine = hold
      hold = null
      await mine
      return answer()
    })
    const history = new RosterHistory(() => new RosterImport('schools', hire))
    await history.add(chosen('a2024.csv'))
    await history.add(chosen('b2025.csv', rosterCsv().replace(/^.*第14小学.*\n/m, '')))
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
})
