import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scenario } from '../../src/engine/index.ts'
import { createNodePool } from '../../src/runner/node-pool.ts'
import type { Browser } from '../support/browser-drivers.ts'
import { serveFolder } from '../support/static-server.ts'
import { median } from './timing.ts'

/** Milliseconds of a warm county run through a pool of one worker, message and merge included. */
export interface EngineTime {
  readonly engine: string
  readonly milliseconds: number | undefined
  readonly note: string
}

async function inNode(scenario: Scenario, rounds: number): Promise<EngineTime> {
  const pool = createNodePool(1)
  for (let i = 0; i < 5; i++) await pool.warm(scenario)
  const times: number[] = []
  for (let replicate = 1; replicate <= rounds; replicate++) {
    const start = performance.now()
    await pool.run({ runId: `node-${replicate}`, scenario, replicates: [replicate] })
    times.push(performance.now() - start)
  }
  pool.dispose()
  return { engine: `Node ${process.versions.node}`, milliseconds: median(times), note: '' }
}

async function inBrowser(browser: Browser, address: string): Promise<EngineTime> {
  // the drivers are heavy; a thread whose memory is weighed must not load them
  const { launch, missing } = await import('../support/browser-drivers.ts')
  const reason = missing(browser)
  if (reason !== undefined) return { engine: browser, milliseconds: undefined, note: `not measured: ${reason}` }
  const page = await launch(browser)
  try {
    await page.open(`${address}speed.html`)
    for (;;) {
      const text = await page.read<string>("document.querySelector('#report').textContent")
      if (text !== '') return { engine: page.version, milliseconds: median(JSON.parse(text) as number[]), note: '' }
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  } finally {
    await page.close()
  }
}

/** The same run in Node and in each installed browser. */
export async function browsers(scenario: Scenario, rounds: number): Promise<EngineTime[]> {
  const { build } = await import('vite')
  const folder = mkdtempSync(join(tmpdir(), 'hengtu-bench-'))
  const root = join(process.cwd(), 'test', 'e2e', 'pages')
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, target: 'es2022', rolldownOptions: { input: join(root, 'speed.html') } },
  })
  const server = await serveFolder(folder, { extra: { '/scenario.json': JSON.stringify({ scenario, rounds }) } })
  const times = [await inNode(scenario, rounds)]
  for (const browser of ['Chromium', 'Firefox', 'WebKit'] satisfies Browser[]) times.push(await inBrowser(browser, server.address))
  await server.close()
  rmSync(folder, { recursive: true })
  return times
}
