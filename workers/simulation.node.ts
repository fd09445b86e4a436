import { parentPort } from 'node:worker_threads'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { serve } from '../src/runner/serve.ts'

if (parentPort === null) throw new Error('simulation.node.js is a worker of the command line, not a program.')
serve(nodeEndpoint(parentPort))
