import { expect, test } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { resultDigest } from '../../src/engine/index.ts'
import { createNodePool } from '../../src/runner/node-pool.ts'
import { launch, missing, type Browser } from '../support/browser-drivers.ts'
import { openScenario } from '../support/open-scenario.ts'
import { serveFolder, type StaticServer } from '../support/static-server.ts'
import type { DigestReport } from './pages/digest.ts'

/*
 * The same scenario file gives the same bits in Node, Chromium, Firefox and WebKit, with 1, 2 and 4 workers.
 */

const page = fileURLToPath(new URL('../../test-results/digest-page', import.meta.url))
const all = openScenario('all-three')
/** Eight years reach well past the first policies; the last arm holds every policy of the others. */
const scenario = { ...all, years: { from: 2025, to: 2032 }, arms: [all.arms[0]!, all.arms.at(-1)!] }
const replicates = [1, 2, 3, 4]
let server: StaticServer
let reference: string

test.describe.configure({ mode: 'default', timeout: 240_000 })

async function nodeDigest(workers: number): Promise<string> {
  const pool = createNodePool(workers)
  const outcome = await pool.run({ runId: `node-${workers}`, scenario, replicates })
  pool.dispose()
  expect(outcome.status).toBe('done')
  return resultDigest(outcome.results)
}

test.beforeAll(async () => {
  const root = fileURLToPath(new URL('./pages', import.meta.url))
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: page, emptyOutDir: true, target: 'es2022' },
  })
  server = await serveFolder(page, { extra: { '/scenario.json': JSON.stringify({ scenario, replicates }) } })
  reference = await nodeDigest(1)
})

test.afterAll(() => server?.close())

test('Q29 Node gives the same digest with 1, 2 and 4 workers', async () => {
  expect(reference).toMatch(/^[0-9a-f]{16}$/)
  expect(await nodeDigest(2)).toBe(reference)
  expect(await nodeDigest(4)).toBe(reference)
})

for (const browser of ['Chromium', 'Firefox', 'WebKit'] satisfies Browser[]) {
  test(`Q29 ${browser} gives Node’s digest with 1, 2 and 4 workers, and stops in the middle of a run when cancelled`, async () => {
    const reason = missing(browser)
    test.skip(reason !== undefined && process.env['CI'] === undefined, `not compared: ${reason}`)
    expect(reason).toBeUndefined()
    const driven = await launch(browser)
    try {
      await driven.open(server.address)
      await expect.poll(() => driven.read<string>("document.querySelector('#report').textContent"), { timeout: 200_000, intervals: [500] }).not.toBe('')
      const report = JSON.parse(await driven.read<string>("document.querySelector('#report').textContent")) as DigestReport
      test.info().annotations.push({ type: 'browser', description: driven.version })
      expect(report.error).toBe('')
      expect(report.digests).toEqual({ 1: reference, 2: reference, 4: reference })
      // a worker that heard of it only after the replicate would have finished that one
      expect(report.cancelled).toEqual({ status: 'cancelled', finished: 0 })
    } finally {
      await driven.close()
    }
  })
}
