import { createPool } from './worker-pool.ts'
import type { Runner } from './runner.ts'
import { remoteService, type WorkerThread } from './crew.ts'

/** Makes one of the browser’s workers. */
export type CreateWorker = () => Worker

/** All cores but one for the page; both when there are only two. */
export const browserSize = (): number => {
  const cores = navigator.hardwareConcurrency || 2
  return cores > 2 ? cores - 1 : cores
}

/** A worker of which somebody is told if its script does not come: the error then says nothing. */
export function heardLost(worker: Worker, lost: () => void): Worker {
  worker.addEventListener('error', ({ message }) => message || lost())
  return worker
}

/** A pool of `size` workers made by `createWorker`. */
export const createWorkerPool = (size: number, createWorker: CreateWorker): Runner => createPool(() => hire(createWorker()), { size, early: true })

function hire(worker: Worker): WorkerThread {
  const ended = new Promise<unknown>((resolve) => {
    worker.addEventListener('error', (event) => resolve(new Error(event.message || 'the worker could not be loaded')))
    worker.addEventListener('messageerror', () => resolve(new Error('a message could not be read')))
  })
  return { service: remoteService(worker), ended, terminate: () => worker.terminate() }
}
