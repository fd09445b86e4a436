import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { createPool } from './worker-pool.ts'
import type { Runner } from './runner.ts'
import { remoteService, type WorkerThread } from './crew.ts'

/** Where the built worker lies: beside the built program, above its chunks, or in the build when run from source. */
const places = ['./simulation.node.js', '../simulation.node.js', '../../dist-cli/simulation.node.js']

/** The built `workers/simulation.node.ts`. */
export function builtWorker(): URL {
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url))
  if (found === undefined) throw new Error('simulation.node.js is missing; build the program with: npm run build')
  return found
}

/**
 * A pool of Node’s worker threads.
 *
 * @param size   threads at most; one per core unless given
 * @param worker the built `workers/simulation.node.ts`; found by itself unless given
 */
export function createNodePool(size = availableParallelism(), worker: URL = builtWorker()): Runner {
  return createPool(() => hire(worker), { size })
}

function hire(script: URL): WorkerThread {
  const worker = new Worker(script)
  const ended = new Promise<unknown>((resolve) => {
    worker.on('error', resolve)
    worker.on('messageerror', resolve)
    worker.on('exit', (code) => resolve(new Error(`exit code ${code}`)))
  })
  return { service: remoteService(nodeEndpoint(worker)), ended, terminate: () => void worker.terminate() }
}
