import type { Engine, Scenario, YearTick } from '../engine/index.ts'
import { engineProblem } from './problems.ts'
import type { TaskOutcome } from './protocol.ts'

/** How one replicate is driven: between two years the driver may report, pause and stop. */
export interface DriveOptions {
  readonly cancelled: () => boolean
  readonly onYear: () => void
  /** Lets messages in; without it the replicate runs through in one go. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** Runs the engine’s generator for one replicate of all arms. Whatever it throws becomes a problem. */
export async function drive(
  engine: Engine,
  runId: string,
  scenario: Scenario,
  replicate: number,
  { cancelled, onYear, pause }: DriveOptions,
): Promise<TaskOutcome> {
  let after: YearTick | undefined
  try {
    const years = engine.replicate(scenario, replicate)
    for (let step = years.next(); ; step = years.next()) {
      if (step.done) return { status: 'done', runId, replicate, arms: step.value }
      after = step.value
      onYear()
      if (pause) await pause()
      if (cancelled()) {
        years.return([])
        return { status: 'cancelled', runId, replicate }
      }
    }
  } catch (error) {
    return { status: 'failed', runId, replicate, problem: engineProblem(error, { runId, scenario, replicate, after }) }
  }
}

/** Runs a generator to its end in one go. */
export function exhaust<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** A pause as short as the platform knows, in which messages from outside are delivered. */
export function createPause(): () => Promise<void> {
  // Node: an open message channel would keep the process alive, and this lets messages in just as well
  if (typeof setImmediate === 'function') return () => new Promise((resolve) => setImmediate(resolve))
  const channel = new MessageChannel()
  const waiting: (() => void)[] = []
  channel.port1.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      channel.port2.postMessage(null)
    })
}
