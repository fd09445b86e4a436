import { createPool } from './worker-pool.ts'
import type { Runner } from './runner.ts'
import { remoteService, type WorkerThread } from './crew.ts'

/** Makes the browser’s worker. The single-file edition gives one that starts from a Blob. */
export type CreateWorker = () => Worker

const createModuleWorker: CreateWorker = () => new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' })

/** All cores but one for the page; both when there are only two. */
const browserSize = (): number => {
  const cores = navigator.hardwareConcurrency || 2
  return cores > 2 ? cores - 1 : cores
}

/** A pool of the browser’s module workers. */
export function createBrowserPool(size = browserSize(), createWorker: CreateWorker = createModuleWorker): Runner {
  return createPool(() => hire(createWorker()), { size, early: true })
}

function hire(worker: Worker): WorkerThread {
  const ended = new Promise<unknown>((resolve) => {
    worker.addEventListener('error', (event) => resolve(new Error(event.message || 'the worker could not be loaded')))
    worker.addEventListener('messageerror', () => resolve(new Error('a message could not be read')))
  })
  return { service: remoteService(worker), ended, terminate: () => worker.terminate() }
}
