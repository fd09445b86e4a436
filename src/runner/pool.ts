import { browserSize, createWorkerPool, heardLost } from './browser-pool.ts'
import type { Runner } from './runner.ts'

/** A pool of the browser’s module workers; `lost` is called when their script does not come. */
export const createBrowserPool = (size = browserSize(), lost = (): void => undefined): Runner =>
  createWorkerPool(size, () => heardLost(new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' }), lost))
