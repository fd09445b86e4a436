import { browserSize, createWorkerPool } from './browser-pool.ts'
import type { Runner } from './runner.ts'

/** A pool of the browser’s module workers. */
export const createBrowserPool = (size = browserSize()): Runner =>
  createWorkerPool(size, () => new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' }))
