import { parentPort } from 'node:worker_threads'
import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { createService } from '../../src/runner/serve.ts'
import { createFakeEngine } from './fake-engine.ts'

/* A real thread with a fake engine: it hangs for ever in replicate 7 and ends its thread in replicate 8. */
const onYear = (replicate: number): void => {
  if (replicate === 8) process.exit(3)
}
expose(createService(createFakeEngine({ hangIn: 7, onYear })), nodeEndpoint(parentPort!))
