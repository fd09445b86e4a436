import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { runProgram } from '../../src/cli/program.ts'
import { slotsOf } from '../../src/words/fill.ts'
import { uncertaintyWords } from '../../src/words/cli-uncertainty.ts'
import { smallCountyDescription } from './small-county.ts'

const file = join(mkdtempSync(join(tmpdir(), 'hengtu-uncertainty-')), 'small.json')

async function hengtu(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' }
  const io: Io = { out: (text) => void (heard.out += text), err: (text) => void (heard.err += text), terminal: false, env: {}, onInterrupt: () => () => undefined }
  const code = await runProgram(['uncertainty', file, ...words, '--workers', '0'], io)
  return { code, ...heard }
}

beforeAll(() => {
  const scenario = {
    format: 1,
    id: 'small',
    title: { en: 'Small', zh: '小县' },
    seed: 'one',
    years: { from: 2025, to: 2027 },
    replicates: 2,
    county: smallCountyDescription(),
    arms: [
      { id: 'status-quo', policies: [] },
      { id: 'neutral', policies: [{ use: 'funding-tilt', from: 2026, set: { size: 0 } }] },
    ],
  }
  writeFileSync(file, JSON.stringify(scenario))
})

describe('hengtu uncertainty', () => {
  it('gives luck and knowledge of every result; a neutral policy differs by nothing at all', async () => {
    const { code, out } = await hengtu('--sets', '3', '--replicates', '2', '--columns', 'score-mean.primary', '--json')
    expect(code).toBe(0)
    const { results } = JSON.parse(out) as { results: { arm: string; spread: { mean: number; luck: number; knowledge: number }; runs: number }[] }
    expect(results.map(({ arm }) => arm)).toEqual(['status-quo', 'neutral'])
    expect(results[0]).toMatchObject({ runs: 6 })
    expect(results[0]!.spread.luck).toBeGreaterThan(0)
    expect(results[1]!.spread).toMatchObject({ mean: 0, luck: 0, knowledge: 0 })
  })

  it('stands beside the results of a run where `run --sets` asks for it, over the same sets', async () => {
    const heard = { out: '' }
    const io: Io = { out: (text) => void (heard.out += text), err: () => undefined, terminal: false, env: {}, onInterrupt: () => () => undefined }
    expect(await runProgram(['run', file, '--sets', '2', '--json', '--workers', '0'], io)).toBe(0)
    const { digest, uncertainty } = JSON.parse(heard.out) as { digest: string; uncertainty: { sets: number; replicates: number; results: object[] } }
    expect(digest).toMatch(/^[0-9a-f]+$/)
    expect(uncertainty).toMatchObject({ sets: 2, replicates: 4, year: 2027 })
    const alone = JSON.parse((await hengtu('--sets', '2', '--json')).out) as { results: object[] }
    expect(uncertainty.results).toEqual(alone.results)
  }, 120_000)

  it('reports all problems of its options at once', async () => {
    const { code, err } = await hengtu('--sets', '1', '--year', '2099', '--columns', 'nothing')
    expect(code).toBe(2)
    for (const option of ['--sets', '--year', '--columns']) expect(err).toContain(option)
  })

  it('says the same in both languages', () => {
    for (const [key, { en, zh }] of Object.entries(uncertaintyWords)) expect(slotsOf(zh).slice().sort(), key).toEqual(slotsOf(en).slice().sort())
  })
})
