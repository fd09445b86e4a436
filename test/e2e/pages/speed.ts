/*
 * Times warm runs of the scenario beside this page through a pool of one worker, and writes down the milliseconds.
 */
import type { Scenario } from '../../../src/engine/index.ts'
import { createBrowserPool } from '../../../src/runner/pool.ts'

const { scenario, rounds } = (await (await fetch('./scenario.json')).json()) as { scenario: Scenario; rounds: number }
const pool = createBrowserPool(1)
for (let i = 0; i < 5; i++) await pool.warm(scenario)
const times: number[] = []
for (let replicate = 1; replicate <= rounds; replicate++) {
  const start = performance.now()
  await pool.run({ runId: `speed-${replicate}`, scenario, replicates: [replicate] })
  times.push(performance.now() - start)
}
document.querySelector('#report')!.textContent = JSON.stringify(times)
