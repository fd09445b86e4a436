import { describe, expect, it } from 'vitest'
import { bounds, type Edit, type Source } from '../../src/roster/index.ts'
import { RosterImport, type ChosenFile } from '../../src/app/stores/roster/import.svelte.ts'
import { rosterCsv } from '../roster/example-roster.ts'
import { rosterThreads as threads } from '../support/roster-threads.ts'

const source = (name: string, content = rosterCsv()): Source => ({ name, content: new TextEncoder().encode(content) })
const chosen = (name: string, content = rosterCsv()): ChosenFile => {
  const bytes = new TextEncoder().encode(content)
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer) }
}
const why = { zh: '改', en: 'changed' }
const pupils = (row: number, text: string): Edit => ({ kind: 'write', row, field: 'pupils', text })
const written = (roster: RosterImport, row: number) => roster.snapshot?.rows.find((one) => one.row === row)?.written['pupils']
const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('an import of a roster', () => {
  it('goes on with what was open after its thread broke, and says that it did', async () => {
    const { hire, hired } = threads()
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    await roster.change([pupils(1, '777')], why)
    hired[0]!.lose(new Error('out of memory'))
    await later()
    expect([roster.file?.name, written(roster, 1)]).toEqual(['one.csv', '777'])
    expect(roster.problems[0]).toMatchObject({ path: 'one.csv', text: { en: 'This could not be done: out of memory' } })
    await roster.change([pupils(2, '888')], why)
    expect([hired.length, written(roster, 1), written(roster, 2), roster.snapshot?.steps.done.length]).toEqual([2, '777', '888', 2])
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
    expect([hired[0]!.ended, roster.work, roster.file?.name, roster.problems.length]).toEqual([true, null, 'one.csv', 0])
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
    expect([roster.file?.name, roster.snapshot?.sheet]).toEqual(['one.csv', 'one'])
    expect(roster.problems[0]!.text.en).toContain('a fault')
    // and what is asked next is asked of the one on the screen
    breaks = false
    await roster.change([pupils(1, '777')], why)
    expect([roster.snapshot?.sheet, written(roster, 1)]).toEqual(['one', '777'])
  })

  it('loses no change when a step that takes long is cancelled', async () => {
    let holds = ''
    const { hire, hired } = threads((name, answer) => (name === holds ? new Promise(() => undefined) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    for (const [row, text] of [[1, '777'], [2, '888']] as const) await roster.change([pupils(row, text)], why)
    await roster.undo()
    holds = 'change'
    const waits = roster.change([pupils(3, '999')], why)
    await later()
    roster.cancel()
    await waits
    holds = ''
    // the cancelled change is not made; those before it stand, and what was undone can be done again
    expect([written(roster, 1), written(roster, 3) === '999']).toEqual(['777', false])
    await roster.redo()
    expect([hired.length, written(roster, 1), written(roster, 2), written(roster, 3) === '999']).toEqual([2, '777', '888', false])
    await roster.undo()
    await roster.undo()
    expect([roster.snapshot?.canUndo, written(roster, 1)]).toEqual([false, '1180'])
  })

  it('keeps the table that is open when the reading of another is cancelled, with its sheet, columns and changes', async () => {
    let holds = false
    const { hire } = threads((name, answer) => (holds && name === 'open' ? new Promise(() => undefined) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    await roster.change([pupils(1, '777')], why)
    await roster.change([{ kind: 'unit', field: 'equipment', unit: 'wan-yuan' }], why)
    holds = true
    const reading = roster.choose(source('two.csv'))
    await later()
    roster.cancel()
    await reading
    holds = false
    expect([roster.file?.name, written(roster, 1), roster.unsaved]).toEqual(['one.csv', '777', true])
    await roster.undo()
    expect(roster.snapshot?.mapping.columns.find((use) => use.field === 'equipment')?.unit).toBe('yuan')
    expect(written(roster, 1)).toBe('777')
  })

  it('puts no change meant for one table into another that is being read', async () => {
    let release!: () => void
    const held = new Promise<void>((resolve) => (release = resolve))
    let holds = false
    const { hire } = threads(async (name, answer) => (holds && name === 'open' ? (await held, answer()) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    holds = true
    const reading = roster.choose(source('two.csv'))
    await later()
    const change = roster.change([pupils(1, '777')], why)
    release()
    await Promise.all([reading, change])
    expect([roster.file?.name, written(roster, 1), roster.snapshot?.steps.done.length]).toEqual(['two.csv', '1180', 0])
  })

  it('does not show figures that nobody waited for: they are computed when somebody goes to them', async () => {
    let holds = false
    const { hire } = threads((name, answer) => (holds && name === 'baseline' ? new Promise(() => undefined) : answer()))
    const roster = new RosterImport('schools', hire)
    await roster.choose(source('one.csv'))
    roster.step = 'result'
    expect(roster.baseline.length).toBe(2)
    holds = true
    const waits = roster.change([pupils(1, '777')], why)
    await later()
    roster.cancel()
    await waits
    holds = false
    expect([roster.step, roster.baseline.length, written(roster, 1)]).toEqual(['check', 0, '777'])
    await roster.measure()
    expect(roster.baseline.length).toBe(2)
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
