import { createEngine, inReplicateOrder, type Engine, type Scenario } from '../engine/index.ts'
import { createPause, drive, exhaust } from './drive.ts'
import { engineProblem, RunnerError } from './problems.ts'
import type { Plan, ReplicateResult, RunOptions, RunOutcome, Runner } from './runner.ts'

/** Runs in the calling thread: for tests and for runs too small to be worth a worker. */
export function createInlineRunner(engine: Engine = createEngine()): Runner {
  const pause = createPause()
  let last: Promise<unknown> = Promise.resolve()

  /** One thing at a time: the engine has one set of tables, and a run lets others in between its years. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }

  async function run({ runId, scenario, replicates }: Plan, { signal, onProgress, onReplicate }: RunOptions = {}): Promise<RunOutcome> {
    const results: ReplicateResult[] = []
    const finish = <R extends object>(rest: R) => ({ ...rest, runId, results: inReplicateOrder(results) })
    let yearsEach
    try {
      yearsEach = engine.yearsIn(scenario)
    } catch (error) {
      return finish({ status: 'failed' as const, problem: engineProblem(error, { runId, scenario, replicate: 0 }) })
    }
    const yearsInAll = yearsEach * replicates.length
    for (const replicate of replicates) {
      if (signal?.aborted) return finish({ status: 'cancelled' as const })
      let years = results.length * yearsEach
      const outcome = await drive(engine, runId, scenario, replicate, {
        cancelled: () => signal?.aborted ?? false,
        onYear: () => onProgress?.({ runId, yearsDone: ++years, yearsInAll }),
        // nobody can cancel or look on: run through
        pause: signal || onProgress ? pause : undefined,
      })
      if (outcome.status === 'cancelled') return finish({ status: 'cancelled' as const })
      if (outcome.status === 'failed') return finish({ status: 'failed' as const, problem: outcome.problem })
      const result = { replicate, arms: outcome.arms }
      results.push(result)
      onReplicate?.(result)
    }
    return finish({ status: 'done' as const })
  }

  /** Asks the engine; whatever it throws becomes a problem, as it does in a worker. */
  async function ask<T>(runId: string, scenario: Scenario, replicate: number, question: () => T): Promise<T> {
    try {
      return question()
    } catch (error) {
      throw new RunnerError(engineProblem(error, { runId, scenario, replicate }))
    }
  }

  return {
    size: 1,
    run: (plan, options) => inTurn(() => run(plan, options)),
    facts: (scenario) => inTurn(() => ask('facts', scenario, 0, () => engine.facts(scenario))),
    explain: (scenario, replicate, arm) => inTurn(() => ask('explain', scenario, replicate, () => exhaust(engine.explain(scenario, replicate, arm)))),
    async warm(scenario) {
      await inTurn(() => run({ runId: 'warm', scenario, replicates: [0] }))
    },
    dispose() {},
  }
}
