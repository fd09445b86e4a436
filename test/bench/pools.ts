import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { createEngine, resultDigest, type Scenario } from '../../src/engine/index.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { createNodePool } from '../../src/runner/node-pool.ts'
import type { Runner } from '../../src/runner/runner.ts'
import { fastest, median, processorsOf, startWatch, type Spent } from './timing.ts'

/** How runs spread over threads. */
export interface Pools {
  readonly cores: number
  /** Seconds for all pairs on all cores. */
  readonly pairs: number
  readonly pairsSeconds: number
  /** Median over rounds of one thread’s time ÷ all threads’ time for the same work, by the clock. */
  readonly scaling: number
  /** What the asking thread does while one other works, messages and merging, in shares of the processor time of both: median over rounds. */
  readonly asking: number
  /** One thread’s processor time ÷ that of the same work without threads: what a thread of its own costs in all. Median over rounds, and of the fastest rounds. */
  readonly overhead: number
  readonly fastestOverhead: number
  readonly equal: boolean
}

type Way = 'one' | 'all' | 'inline'

async function spentOn(runner: Runner, scenario: Scenario, replicates: number, digests: Set<string>): Promise<Spent & { readonly asking: number }> {
  const spent = startWatch()
  const loop = performance.eventLoopUtilization()
  const outcome = await runner.run({ runId: `bench-${performance.now()}`, scenario, replicates: Array.from({ length: replicates }, (_, i) => i + 1) })
  const took = { ...spent(), asking: performance.eventLoopUtilization(loop).active }
  if (outcome.status !== 'done') throw new Error(outcome.status === 'failed' ? outcome.problem.text.en : outcome.status)
  digests.add(`${replicates} ${resultDigest(outcome.results)}`)
  return took
}

/** Times pairs of arms on Node’s threads: one, all, and none, in turn and then the other way round. */
export async function pools(scenario: Scenario, pairs: number, rounds: number): Promise<Pools> {
  const cores = availableParallelism()
  const runners: Record<Way, Runner> = { one: createNodePool(1), all: createNodePool(cores), inline: createInlineRunner(createEngine()) }
  const ways = Object.keys(runners) as Way[]
  for (const way of ways) await runners[way].warm(scenario)
  const digests = new Set<string>()
  const times: Record<Way, (Spent & { readonly asking: number })[]> = { one: [], all: [], inline: [] }
  // two rounds only compile
  for (let round = -2; round < rounds; round++) {
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      const took = await spentOn(runners[way], scenario, 4 * cores, digests)
      if (round >= 0) times[way].push(took)
    }
  }
  const { clock } = await spentOn(runners.all, scenario, pairs, digests)
  for (const way of ways) runners[way].dispose()
  const [one, inline] = [processorsOf(times.one), processorsOf(times.inline)]
  return {
    cores,
    pairs,
    pairsSeconds: clock / 1000,
    scaling: median(times.one.map((time, i) => time.clock / times.all[i]!.clock)),
    asking: median(times.one.map((time) => time.asking / time.processor)),
    overhead: median(one.map((time, i) => time / inline[i]!)),
    fastestOverhead: fastest(one) / fastest(inline),
    equal: digests.size === 2,
  }
}
