import { expose, transfer, type Endpoint } from 'comlink'
import { createEngine, type Engine, type Scenario } from '../engine/index.ts'
import { buffersOf, createPause, drive, exhaust } from './drive.ts'
import { engineProblem, ownStamp } from './problems.ts'
import type { Answer, EngineStamp, OnYears, SimulationService } from './protocol.ts'

export interface ServiceOptions {
  readonly pause?: () => Promise<void>
  readonly stamp?: EngineStamp
  /** Milliseconds between two reports of years: often enough for a moving bar. */
  readonly reportEvery?: number
}

/** The object a worker offers over an engine of its own. */
export function createService(engine: Engine, { pause = createPause(), stamp = ownStamp, reportEvery = 30 }: ServiceOptions = {}): SimulationService {
  let open: { readonly runId: string; readonly scenario: Scenario } | undefined
  let onYears: OnYears = () => {}
  let reported = 0
  const cancelled = new Set<string>()

  const answer = <T>(runId: string, scenario: Scenario, ask: () => T, replicate = 0): Answer<T> => {
    try {
      return { status: 'done', value: ask() }
    } catch (error) {
      return { status: 'failed', problem: engineProblem(error, { runId, scenario, replicate }) }
    }
  }

  return {
    stamp: () => stamp,
    report: (callback) => {
      onYears = callback
    },
    open: (runId, scenario) => {
      open = { runId, scenario }
      cancelled.clear()
      return answer(runId, scenario, () => engine.yearsIn(scenario))
    },
    async replicate(runId, replicate) {
      if (open?.runId !== runId || cancelled.has(runId)) return { status: 'cancelled', runId, replicate }
      let years = 0
      const outcome = await drive(engine, runId, open.scenario, replicate, {
        cancelled: () => cancelled.has(runId),
        onYear: () => {
          years++
          if (performance.now() - reported < reportEvery) return
          reported = performance.now()
          onYears(runId, replicate, years)
        },
        pause,
      })
      return outcome.status === 'done' ? transfer(outcome, buffersOf(outcome.arms)) : outcome
    },
    cancel: (runId) => {
      cancelled.add(runId)
    },
    facts: (scenario) => answer('facts', scenario, () => engine.facts(scenario)),
    explain: (scenario, replicate, arm) => answer('explain', scenario, () => exhaust(engine.explain(scenario, replicate, arm)), replicate),
  }
}

/** Serves a fresh engine at the end of a thread’s message channel. */
export function serve(endpoint?: Endpoint): void {
  expose(createService(createEngine()), endpoint)
}
