import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Scenario } from '../../src/engine/index.ts'
import { steadyRun, stepCosts } from './by-process.ts'
import { countyRun } from './county-run.ts'
import { hotLoops } from './hot-loops.ts'
import { sideBySide } from './in-c.ts'
import { saveCounty, standingCounty, type SavedCounty } from './live-county.ts'

/*
 * Parts of the bench that measure an engine run in a fresh thread each, as the app’s engines do: what one part compiles or
 * leaves behind cannot help or hurt another.
 */
const parts = {
  steps: ({ scenario, years, rounds }: { scenario: Scenario; years: number; rounds: number }) => stepCosts(scenario, years, rounds),
  steady: ({ scenario, pupils, years, rounds }: { scenario: Scenario; pupils: number; years: number; rounds: number }) => steadyRun(scenario, pupils, years, rounds),
  run: ({ scenario, rounds }: { scenario: Scenario; rounds: number }) => countyRun(scenario, rounds),
  save: ({ scenario }: { scenario: Scenario }) => saveCounty(scenario, 3),
  loops: ({ saved, rounds, passes }: { saved: SavedCounty; rounds: number; passes: number }) => sideBySide(hotLoops(standingCounty(saved)), rounds, passes),
}
type Parts = typeof parts

/** Does a part in a thread of its own. */
export function inThread<K extends keyof Parts>(part: K, words: Parameters<Parts[K]>[0]): Promise<Awaited<ReturnType<Parts[K]>>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(process.argv[1]!, { workerData: { part, words } })
    worker.on('message', resolve)
    worker.on('error', reject)
  })
}

/** Answers `inThread` if this is such a thread; whether it was. */
export async function answered(): Promise<boolean> {
  if (isMainThread) return false
  const { part, words } = workerData as { part: keyof Parts; words: never }
  parentPort!.postMessage(await parts[part](words))
  return true
}
