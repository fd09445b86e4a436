import { availableParallelism } from 'node:os'
import { createEngine, resultDigest, type Scenario } from '../../src/engine/index.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { createNodePool } from '../../src/runner/node-pool.ts'
import type { Runner } from '../../src/runner/runner.ts'
import { median } from './timing.ts'

/** How runs spread over threads. */
export interface Pools {
  readonly cores: number
  /** Seconds for all pairs on all cores. */
  readonly pairs: number
  readonly pairsSeconds: number
  /** Median over rounds of one thread’s time ÷ all threads’ time for the same work. */
  readonly scaling: number
  /** Median over rounds of one thread’s processor time ÷ that of the same work without threads: what crossing the boundary costs. */
  readonly overhead: number
  readonly equal: boolean
}

/** Seconds that a run takes, and seconds of processor it uses. */
interface Spent {
  readonly seconds: number
  readonly processor: number
}

async function spentOn(runner: Runner, scenario: Scenario, replicates: number, digests: Set<string>): Promise<Spent> {
  const used = process.cpuUsage()
  const start = performance.now()
  const outcome = await runner.run({ runId: `bench-${start}`, scenario, replicates: Array.from({ length: replicates }, (_, i) => i + 1) })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(used)
  if (outcome.status !== 'done') throw new Error(outcome.status === 'failed' ? outcome.problem.text.en : outcome.status)
  digests.add(`${replicates} ${resultDigest(outcome.results)}`)
  return { seconds, processor: (user + system) / 1e6 }
}

/** Times pairs of arms on Node’s threads: one, all, and none. */
export async function pools(scenario: Scenario, pairs: number, rounds: number): Promise<Pools> {
  const cores = availableParallelism()
  const [one, all, inline] = [createNodePool(1), createNodePool(cores), createInlineRunner(createEngine())]
  await Promise.all([one.warm(scenario), all.warm(scenario), inline.warm(scenario)])
  const digests = new Set<string>()
  const few = 4 * cores
  const times = { one: [] as Spent[], all: [] as Spent[], inline: [] as Spent[] }
  for (let round = -1; round < rounds; round++) {
    const now = {
      one: await spentOn(one, scenario, few, digests),
      all: await spentOn(all, scenario, few, digests),
      inline: await spentOn(inline, scenario, few, digests),
    }
    if (round < 0) continue
    times.one.push(now.one)
    times.all.push(now.all)
    times.inline.push(now.inline)
  }
  const { seconds: pairsSeconds } = await spentOn(all, scenario, pairs, digests)
  one.dispose()
  all.dispose()
  return {
    cores,
    pairs,
    pairsSeconds,
    scaling: median(times.one.map((time, i) => time.seconds / times.all[i]!.seconds)),
    overhead: median(times.one.map((time, i) => time.processor / times.inline[i]!.processor)),
    equal: digests.size === 2,
  }
}
