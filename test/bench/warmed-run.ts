/*
 * Runs a scenario until everything is compiled, calls a marker that the engine’s optimiser must deoptimise, and runs on. With
 * `node --trace-deopt`, what is deoptimised after the marker is the engine’s own.
 */
import { readFileSync } from 'node:fs'
import { createEngine, type Scenario } from '../../src/engine/index.ts'
import { runThrough } from './county-run.ts'

const { scenario, warmUp, runs } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as { scenario: Scenario; warmUp: number; runs: number }

/** Optimised for numbers, then given a text: the one deoptimisation that must be in the trace. */
const warmedUpMarker = (value: number | string): number | string => (value as number) + 1

const engine = createEngine()
for (let i = 1; i <= warmUp; i++) runThrough(engine, scenario, i)
let sum = 0
for (let i = 0; i < 2_000_000; i++) sum += warmedUpMarker(i & 1023) as number
const marked = warmedUpMarker(`${sum}`)
for (let i = 1; i <= runs; i++) runThrough(engine, scenario, i)
process.stderr.write(`${String(marked).length > 0 ? 'done' : ''}\n`)
