import v8 from 'node:v8'
import vm from 'node:vm'
import { createEngine, type Scenario } from '../../src/engine/index.ts'
import { runThrough } from './county-run.ts'

/** Megabytes a worker holds. */
export interface WorkerMemory {
  /** Everything reachable in the thread after runs, code and arrays included. */
  readonly all: number
  /** What the engine, its county and one run’s results add to a thread that has only loaded the program. */
  readonly engine: number
}

const megabyte = 1024 * 1024

function reachable(): number {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  collect()
  collect()
  const { used_heap_size, external_memory } = v8.getHeapStatistics()
  return (used_heap_size + external_memory) / megabyte
}

/** Measures the thread it is called in, before and after some runs. */
export function workerMemory(scenario: Scenario): WorkerMemory {
  const before = reachable()
  const engine = createEngine()
  for (let replicate = 1; replicate <= 4; replicate++) runThrough(engine, scenario, replicate)
  const after = reachable()
  // keeps the engine alive until it has been weighed
  engine.yearsIn(scenario)
  return { all: after, engine: after - before }
}
