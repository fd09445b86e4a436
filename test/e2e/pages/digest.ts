/*
 * Runs the scenario beside this page on the browser’s pool with 1, 2 and 4 workers, cancels a run, and writes down what came.
 */
import { resultDigest, type Scenario } from '../../../src/engine/index.ts'
import { createBrowserPool } from '../../../src/runner/pool.ts'

/** What the page reports. */
export interface DigestReport {
  readonly state: 'done' | 'failed'
  /** Digest by number of workers. */
  readonly digests: Readonly<Record<string, string>>
  /** How a run of one long replicate ended that was cancelled in its first years, and how many replicates it finished. */
  readonly cancelled: { readonly status: string; readonly finished: number }
  readonly error: string
}

async function digestWith(workers: number, scenario: Scenario, replicates: readonly number[]): Promise<string> {
  const pool = createBrowserPool(workers)
  const outcome = await pool.run({ runId: `digest-${workers}`, scenario, replicates })
  pool.dispose()
  return outcome.status === 'done' ? resultDigest(outcome.results) : `${outcome.status} ${JSON.stringify(outcome)}`
}

async function cancelOne(scenario: Scenario): Promise<DigestReport['cancelled']> {
  const pool = createBrowserPool(1)
  await pool.warm(scenario)
  const abort = new AbortController()
  const outcome = await pool.run({ runId: 'cancel', scenario, replicates: [1] }, { signal: abort.signal, onProgress: () => abort.abort() })
  pool.dispose()
  return { status: outcome.status, finished: outcome.results.length }
}

async function report(): Promise<DigestReport> {
  const { scenario, replicates } = (await (await fetch('./scenario.json')).json()) as { scenario: Scenario; replicates: number[] }
  const digests: Record<string, string> = {}
  for (const workers of [1, 2, 4]) digests[workers] = await digestWith(workers, scenario, replicates)
  return { state: 'done', digests, cancelled: await cancelOne(scenario), error: '' }
}

const write = (what: DigestReport): void => {
  document.querySelector('#report')!.textContent = JSON.stringify(what)
}

report().then(write, (error: unknown) => write({ state: 'failed', digests: {}, cancelled: { status: '', finished: 0 }, error: String(error) }))
