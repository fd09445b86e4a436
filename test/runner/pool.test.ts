import { afterEach, describe, expect, test } from 'vitest'
import { resultDigest } from '../../src/engine/index.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { createPool } from '../../src/runner/worker-pool.ts'
import type { Plan, Progress, Runner } from '../../src/runner/runner.ts'
import { channelThreads } from '../support/channel-thread.ts'
import { createFakeEngine, fakeValue, type Mischief } from '../support/fake-engine.ts'
import { tinyScenario } from '../support/tiny-scenario.ts'

const scenario = tinyScenario()
const planOf = (replicates: readonly number[], runId = 'a'): Plan => ({ runId, scenario, replicates })
const open: Runner[] = []

function poolOf(size: number, mischief: Mischief = {}, patience?: number) {
  const threads = channelThreads(() => createFakeEngine(mischief))
  const pool = createPool(threads.hire, { size, ...(patience !== undefined && { patience }) })
  open.push(pool)
  return { pool, hired: threads.hired }
}

afterEach(() => open.splice(0).forEach((pool) => pool.dispose()))

describe('a pool', () => {
  test('gives every replicate of every arm, in replicate order, whatever its size', async () => {
    for (const size of [1, 2, 4]) {
      const { pool } = poolOf(size)
      const outcome = await pool.run(planOf([3, 1, 2, 5, 4]))
      expect(outcome.status).toBe('done')
      expect(outcome.results.map((result) => result.replicate)).toEqual([1, 2, 3, 4, 5])
      for (const { replicate, arms } of outcome.results) {
        expect(arms.map((series) => series.arm)).toEqual(['status-quo', 'other'])
        arms.forEach((series, a) =>
          expect([...series.county]).toEqual([2026, 2027, 2028, 2029].map((year) => fakeValue(scenario, replicate, a, year))),
        )
      }
    }
  })

  test('and the inline runner give the same digest', async () => {
    const inline = await createInlineRunner(createFakeEngine()).run(planOf([1, 2, 3]))
    const digests = await Promise.all([1, 2, 4].map(async (size) => resultDigest((await poolOf(size).pool.run(planOf([1, 2, 3]))).results)))
    expect(digests).toEqual(Array(3).fill(resultDigest(inline.results)))
  })

  test('counts progress in simulated years up to all of them, never backwards', async () => {
    const seen: Progress[] = []
    await poolOf(2).pool.run(planOf([1, 2, 3]), { onProgress: (progress) => seen.push(progress) })
    // 2 arms × 4 years × 3 replicates
    expect(seen.every((progress) => progress.yearsInAll === 24)).toBe(true)
    expect(seen.at(-1)?.yearsDone).toBe(24)
    for (let i = 1; i < seen.length; i++) expect(seen[i]!.yearsDone).toBeGreaterThanOrEqual(seen[i - 1]!.yearsDone)
    expect(seen.length).toBeGreaterThan(20)
  })

  test('tells of each replicate once, as it arrives', async () => {
    const seen: number[] = []
    await poolOf(2).pool.run(planOf([1, 2, 3, 4]), { onReplicate: ({ replicate }) => seen.push(replicate) })
    expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 4])
  })

  test('lets somebody else in between two replicates of a long run', async () => {
    const { pool } = poolOf(1)
    const order: string[] = []
    const long = pool.run(planOf([1, 2, 3, 4, 5, 6], 'long')).then(() => order.push('long'))
    const facts = pool.facts(scenario).then(() => order.push('facts'))
    await Promise.all([long, facts])
    expect(order).toEqual(['facts', 'long'])
  })

  test('builds a county in one thread and gives it to the others, once each; alone it has nobody to give it to', async () => {
    const told: string[] = []
    const { pool } = poolOf(3, { onCounty: (how) => told.push(how) })
    await pool.run(planOf([1, 2, 3, 4, 5, 6]))
    expect(told).toEqual(['built', 'given', 'given'])
    await pool.run({ ...planOf([1, 2, 3], 'b'), scenario: { ...scenario, seed: 'another' } })
    expect(told).toHaveLength(3)
    await pool.run({ ...planOf([1, 2, 3], 'c'), scenario: { ...scenario, behaviour: { 'teaching.peers': 0.1 } } })
    expect(told.slice(3)).toEqual(['built', 'given', 'given'])
    told.length = 0
    await poolOf(1, { onCounty: (how) => told.push(how) }).pool.run(planOf([1, 2]))
    expect(told).toEqual([])
  })

  test('moves to another county with a fresh thread, and stays with one thread in the same', async () => {
    const { pool, hired } = poolOf(1)
    const elsewhere = { ...scenario, county: { id: 'elsewhere' } as typeof scenario.county }
    await pool.run(planOf([1]))
    await pool.run({ runId: 'b', scenario: { ...scenario, seed: 'two', county: { ...scenario.county } }, replicates: [1] })
    expect(hired.length).toBe(1)
    expect((await pool.run({ runId: 'c', scenario: elsewhere, replicates: [1] })).status).toBe('done')
    await pool.facts(elsewhere)
    expect(hired.map((thread) => thread.ended)).toEqual([true, false])
  })

  test('hires its threads with their first tasks, or all of them at once', async () => {
    expect(poolOf(3).hired.length).toBe(0)
    const threads = channelThreads(createFakeEngine)
    const early = createPool(threads.hire, { size: 3, early: true })
    open.push(early)
    expect(threads.hired.length).toBe(3)
    expect((await early.run(planOf([1, 2, 3, 4]))).status).toBe('done')
    expect(threads.hired.length).toBe(3)
  })

  test('that cannot hire a thread early says so to whoever asks', async () => {
    const pool = createPool(() => { throw new Error('no threads here') }, { size: 2, early: true })
    const outcome = await pool.run(planOf([1]))
    expect(outcome.status === 'failed' && outcome.problem.text.en).toContain('no threads here')
  })

  test('refuses a thread of another version', async () => {
    const threads = channelThreads(createFakeEngine, { engine: '0.0.9', numbers: 77 })
    const pool = createPool(threads.hire, { size: 1 })
    open.push(pool)
    const outcome = await pool.run(planOf([1]))
    expect(outcome).toMatchObject({ status: 'failed', results: [] })
    if (outcome.status === 'failed') expect(outcome.problem.text.en).toContain('0.0.9 (numbers 77)')
  })
})

describe('an explanation', () => {
  test('comes from a pool as from the same engine inline, failures included', async () => {
    const mischief = { failAt: { replicate: 2, year: 2027 } }
    for (const runner of [poolOf(2, mischief).pool, createInlineRunner(createFakeEngine(mischief))]) {
      expect(await runner.explain(scenario, 1, 'other')).toEqual([])
      await expect(runner.explain(scenario, 2, 'other')).rejects.toMatchObject({ problem: { path: 'run', hint: { en: expect.stringContaining('replicate 2') } } })
    }
  })
})

describe('a cancelled run', () => {
  test('stops at the next year and keeps what was complete', async () => {
    const abort = new AbortController()
    const years: string[] = []
    const { pool } = poolOf(1, {
      onYear(replicate, arm, year) {
        years.push(`${replicate} ${arm} ${year}`)
        if (replicate === 2 && arm === 'status-quo' && year === 2027) abort.abort()
      },
    })
    const outcome = await pool.run(planOf([1, 2, 3]), { signal: abort.signal })
    expect(outcome.status).toBe('cancelled')
    expect(outcome.results.map((result) => result.replicate)).toEqual([1])
    // the year in which it was cancelled may end, and one more may have begun before the message arrived
    expect(years.filter((year) => year.startsWith('2')).length).toBeLessThanOrEqual(3)
    expect(years.some((year) => year.startsWith('3'))).toBe(false)
  })

  test('that was cancelled before it began simulates nothing', async () => {
    const years: number[] = []
    const { pool } = poolOf(2, { onYear: (_, __, year) => years.push(year) })
    const outcome = await pool.run(planOf([1, 2]), { signal: AbortSignal.abort() })
    expect(outcome).toEqual({ status: 'cancelled', runId: 'a', results: [] })
    expect(years).toEqual([])
  })

  test('leaves the pool ready for the next', async () => {
    const { pool } = poolOf(2)
    await pool.run(planOf([1, 2]), { signal: AbortSignal.abort() })
    const outcome = await pool.run(planOf([1, 2], 'b'))
    expect(outcome.results.map((result) => result.replicate)).toEqual([1, 2])
  })
})

describe('a failure', () => {
  test('of the engine is data: where it happened, and a line to report it with', async () => {
    const { pool } = poolOf(1, { failAt: { replicate: 2, year: 2028 } })
    const outcome = await pool.run(planOf([1, 2, 3]))
    expect(outcome.status).toBe('failed')
    if (outcome.status !== 'failed') return
    expect(outcome.problem.text.en).toBe('The simulation stopped after 2027 of arm status-quo: Error: pupils placed: expected 412, got 411')
    expect(outcome.problem.text.zh).toContain('2027')
    expect(outcome.problem.hint?.en).toContain('run a, scenario tiny, seed one, replicate 2, engine')
    expect(outcome.results.map((result) => result.replicate)).toEqual([1])
  })

  test('is the same problem inline', async () => {
    const mischief = { failAt: { replicate: 1, year: 2026 } }
    const inline = await createInlineRunner(createFakeEngine(mischief)).run(planOf([1]))
    expect(inline).toEqual(await poolOf(1, mischief).pool.run(planOf([1])))
  })

  test('of a thread ends the run and the next run hires another', async () => {
    let first = true
    const { pool, hired } = poolOf(1, {
      onYear() {
        if (first) hired[0]!.end(new Error('out of memory'))
        first = false
      },
    })
    const outcome = await pool.run(planOf([1]))
    expect(outcome.status).toBe('failed')
    if (outcome.status === 'failed') expect(outcome.problem.text.en).toContain('out of memory')
    expect(hired[0]!.ended).toBe(true)
    expect((await pool.run(planOf([1], 'b'))).status).toBe('done')
    expect(hired.length).toBe(2)
  })
})

describe('the inline runner', () => {
  test('stops at the year after which it is cancelled', async () => {
    const abort = new AbortController()
    const years: number[] = []
    const engine = createFakeEngine({
      onYear(_, __, year) {
        years.push(year)
        if (year === 2028) abort.abort()
      },
    })
    const outcome = await createInlineRunner(engine).run(planOf([1, 2]), { signal: abort.signal })
    expect(outcome).toEqual({ status: 'cancelled', runId: 'a', results: [] })
    expect(years).toEqual([2026, 2027, 2028])
  })

  test('counts every simulated year', async () => {
    const seen: number[] = []
    await createInlineRunner(createFakeEngine()).run(planOf([1, 2]), { onProgress: ({ yearsDone }) => seen.push(yearsDone) })
    expect(seen).toEqual(Array.from({ length: 16 }, (_, i) => i + 1))
  })
})
