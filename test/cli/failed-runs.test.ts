import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runProgram } from '../../src/cli/program.ts'
import { RunnerError } from '../../src/runner/problems.ts'
import type { RunOutcome } from '../../src/runner/runner.ts'
import { rosterCsv } from '../roster/example-roster.ts'
import { smallCountyDescription } from './small-county.ts'

/** What the runner does instead of its work, by the beginning of a run’s id. */
const broken = vi.hoisted(() => ({ runs: '', facts: false, interrupts: false, stop: () => undefined as void }))
const problem = { path: 'run', text: { en: 'A worker ended.', zh: '线程结束。' } }

vi.mock('../../src/runner/inline.ts', async (original) => {
  const { createInlineRunner } = await original<typeof import('../../src/runner/inline.ts')>()
  return {
    createInlineRunner: () => {
      const runner = createInlineRunner()
      return {
        ...runner,
        run: (...[plan, options]: Parameters<typeof runner.run>): Promise<RunOutcome> => {
          if (broken.runs === '' || !plan.runId.startsWith(broken.runs)) return runner.run(plan, options)
          if (!broken.interrupts) return Promise.resolve({ status: 'failed', runId: plan.runId, problem, results: [] })
          broken.stop()
          return runner.run(plan, options)
        },
        facts: (...words: Parameters<typeof runner.facts>) => (broken.facts ? Promise.reject(new RunnerError(problem)) : runner.facts(...words)),
      }
    },
  }
})

const folder = mkdtempSync(join(tmpdir(), 'hengtu-failed-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
async function hengtu(...words: string[]) {
  const heard = { out: '', err: '' }
  const code = await runProgram(words, {
    out: (text) => void (heard.out += text),
    err: (text) => void (heard.err += text),
    terminal: false,
    env: {},
    onInterrupt: (stop) => {
      broken.stop = stop
      return () => undefined
    },
  })
  return { code, ...heard }
}
const rosters = [file('r2024.csv', rosterCsv()), file('r2025.csv', rosterCsv())]
const scenario = file(
  'small.json',
  JSON.stringify({ format: 1, id: 'small', title: { en: 'Small', zh: '小县' }, seed: 'one', years: { from: 2025, to: 2026 }, replicates: 2, county: smallCountyDescription(), arms: [{ id: 'status-quo', policies: [] }] }),
)

beforeEach(() => void Object.assign(broken, { runs: '', facts: false, interrupts: false }))

describe('a backcast whose run fails', () => {
  it('ends with 1 and says why, as text and as an object', async () => {
    broken.runs = 'backcast'
    const asText = await hengtu('backcast', ...rosters, '--replicates', '2')
    expect([asText.code, asText.out]).toEqual([1, ''])
    expect(asText.err).toContain('A worker ended.')
    const asObject = await hengtu('backcast', ...rosters, '--replicates', '2', '--json')
    expect([asObject.code, JSON.parse(asObject.out)]).toEqual([1, { ok: false, status: 'failed', problems: [problem] }])
  })
  it('ends the same where only the schools of the run cannot be told', async () => {
    broken.facts = true
    const { code, err } = await hengtu('backcast', ...rosters, '--replicates', '2')
    expect(code).toBe(1)
    expect(err).toContain('A worker ended.')
  })
})

describe('a run whose parameter sets fail', () => {
  it('has printed its own report, and ends with 1', async () => {
    const alone = await hengtu('run', scenario, '--workers', '0')
    broken.runs = 'uncertainty'
    const { code, out, err } = await hengtu('run', scenario, '--sets', '2', '--workers', '0')
    expect([code, out]).toEqual([1, alone.out])
    expect(err).toContain('A worker ended.')
  })
  it('gives one object with the report and what went wrong', async () => {
    const alone = JSON.parse((await hengtu('run', scenario, '--json', '--workers', '0')).out) as object
    broken.runs = 'uncertainty'
    const { code, out } = await hengtu('run', scenario, '--sets', '2', '--json', '--workers', '0')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({ ...alone, uncertainty: { sets: 2, replicates: 4, year: 2026, problems: [problem] } })
  })
  it('is not lost when they are interrupted', async () => {
    broken.runs = 'uncertainty-1'
    broken.interrupts = true
    const { code, out, err } = await hengtu('run', scenario, '--sets', '2', '--workers', '0')
    expect(code).toBe(1)
    expect(out).toContain('2026')
    expect(err).toContain('Stopped after 1 of 2 parameter sets')
  })
})
