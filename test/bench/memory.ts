import { Worker } from 'node:worker_threads'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { Scenario } from '../../src/engine/index.ts'
import { remoteService } from '../../src/runner/crew.ts'
import { builtWorker } from '../../src/runner/node-pool.ts'

/** Megabytes a worker holds. */
export interface WorkerMemory {
  /** Everything reachable in the thread after runs, program, code and arrays included. */
  readonly all: number
  /** What the engine’s county and its runs add to a thread that has only loaded the program. */
  readonly engine: number
}

const megabyte = 1024 * 1024

/** Everything reachable in a thread: a heap snapshot, which collects first, adds up what every object and every buffer holds. */
async function reachable(worker: Worker): Promise<number> {
  const pieces: Buffer[] = []
  for await (const piece of await worker.getHeapSnapshot()) pieces.push(piece as Buffer)
  const { snapshot, nodes } = JSON.parse(Buffer.concat(pieces).toString()) as { snapshot: { meta: { node_fields: string[] } }; nodes: number[] }
  const fields = snapshot.meta.node_fields
  let bytes = 0
  for (let i = fields.indexOf('self_size'); i < nodes.length; i += fields.length) bytes += nodes[i]!
  return bytes / megabyte
}

/** Weighs a worker as the program hires it, before and after some runs. */
export async function workerMemory(scenario: Scenario): Promise<WorkerMemory> {
  const worker = new Worker(builtWorker())
  try {
    const service = remoteService(nodeEndpoint(worker))
    await service.stamp()
    const before = await reachable(worker)
    await service.open('weighed', scenario)
    for (let replicate = 1; replicate <= 4; replicate++) await service.replicate('weighed', replicate)
    const after = await reachable(worker)
    return { all: after, engine: after - before }
  } finally {
    await worker.terminate()
  }
}
