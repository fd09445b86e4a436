import { expose, type Endpoint } from 'comlink'
import { createEngine, type Engine, type Scenario } from '../engine/index.ts'
import { createPause, drive, exhaust } from './drive.ts'
import { engineProblem, ownStamp } from './problems.ts'
import type { Answer, EngineStamp, OnYears, SimulationService } from './protocol.ts'

/** What a test may give in place of a worker’s own: how it rests between years, and which engine it says it is. */
export interface ServiceOptions {
  readonly pause?: () => Promise<void>
  readonly stamp?: EngineStamp
  /** Milliseconds between two reports of years: often enough for a moving bar. */
  readonly reportEvery?: number
}

/** The object a worker offers over an engine of its own. */
export function createService(engine: Engine, { pause = createPause(), stamp = ownStamp, reportEvery = 50 }: ServiceOptions = {}): SimulationService {
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
      /*
       * Series are copied to the other thread, not transferred: once a thread has given a buffer away, V8 checks every access to
       * every typed array for having been given away too, and a run takes a sixth longer ever after (measured). A copy takes 1%.
       */
      return drive(engine, runId, open.scenario, replicate, {
        cancelled: () => cancelled.has(runId),
        onYear: () => {
          years++
          if (performance.now() - reported < reportEvery) return
          reported = performance.now()
          onYears(runId, replicate, years)
        },
        pause,
      })
    },
    cancel: (runId) => {
      cancelled.add(runId)
    },
    state: (scenario) => answer('county', scenario, () => engine.state(scenario)),
    adopt: (scenario, state) => engine.adopt(scenario, state),
    facts: (scenario) => answer('facts', scenario, () => engine.facts(scenario)),
    explain: (scenario, replicate, arm) => answer('explain', scenario, () => exhaust(engine.explain(scenario, replicate, arm)), replicate),
  }
}

/**
 * Serves a fresh engine at the end of a thread’s message channel. Results are copied on their way before the next call arrives, so
 * the engine writes the next ones over them: fresh arrays for every replicate kept the collector busy for a tenth of a run (measured).
 */
export function serve(endpoint?: Endpoint): void {
  expose(createService(createEngine(undefined, true)), endpoint)
}
