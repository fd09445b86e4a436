import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resultDigest } from '../../src/engine/index.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { createNodePool } from '../../src/runner/node-pool.ts'
import { createFakeEngine } from '../support/fake-engine.ts'
import { root } from '../support/source-files.ts'
import { tinyScenario } from '../support/tiny-scenario.ts'

/* Real threads, built as the command line’s are, around an engine that can misbehave. */

const scenario = tinyScenario()
let folder: string
let worker: URL

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengtu-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: 'test/support/mischief.node.ts', outDir: folder, rolldownOptions: { output: { entryFileNames: 'worker.mjs' } } },
  })
  worker = pathToFileURL(join(folder, 'worker.mjs'))
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

describe('threads of Node', () => {
  test('give what the same engine gives inline, 1, 2 and 4 of them', async () => {
    const plan = { runId: 'a', scenario, replicates: [1, 2, 3, 4, 5] }
    const inline = await createInlineRunner(createFakeEngine()).run(plan)
    for (const size of [1, 2, 4]) {
      const pool = createNodePool(size, worker)
      expect(resultDigest((await pool.run(plan)).results)).toBe(resultDigest(inline.results))
      pool.dispose()
    }
  })

  test('that do not answer a cancel are ended and replaced', async () => {
    const pool = createNodePool(1, worker)
    const abort = new AbortController()
    // replicate 7 never comes back, so no message of ours can be heard
    const outcome = await pool.run({ runId: 'hang', scenario, replicates: [1, 7] }, { signal: abort.signal, onReplicate: () => setTimeout(() => abort.abort(), 50) })
    expect(outcome.status).toBe('cancelled')
    expect(outcome.results.map((result) => result.replicate)).toEqual([1])
    expect((await pool.run({ runId: 'next', scenario, replicates: [2] })).status).toBe('done')
    pool.dispose()
  })

  test('that end by themselves are a failure of the run, not of the program', async () => {
    const pool = createNodePool(1, worker)
    const outcome = await pool.run({ runId: 'exit', scenario, replicates: [8] })
    expect(outcome.status).toBe('failed')
    if (outcome.status === 'failed') expect(outcome.problem.text.en).toContain('exit code 3')
    expect((await pool.run({ runId: 'next', scenario, replicates: [2] })).status).toBe('done')
    pool.dispose()
  })

  test('whose file does not exist are a failure of the run', async () => {
    const pool = createNodePool(1, pathToFileURL(join(folder, 'nowhere.mjs')))
    const outcome = await pool.run({ runId: 'a', scenario, replicates: [1] })
    expect(outcome.status).toBe('failed')
    if (outcome.status === 'failed') expect(outcome.problem.text.en).toContain('nowhere.mjs')
    pool.dispose()
  })
})
