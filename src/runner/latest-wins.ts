import type { Plan, RunOptions, RunOutcome, Runner } from './runner.ts'

export interface LatestWinsOptions extends Omit<RunOptions, 'signal'> {
  /**
   * Whether the run in flight is cancelled (at its next simulated year) or may end first. While a lever is dragged, let
   * single runs end: if each new position cancelled the one before, no picture would come until the hand rests.
   */
  readonly interrupt?: boolean
}

/** Edits are latest-wins: at most one run in flight and one waiting. */
export interface LatestWins {
  /** Settles with `cancelled` and no results if a later request takes its place while it waits. */
  request(plan: Plan, options?: LatestWinsOptions): Promise<RunOutcome>
  /** Cancels what is in flight and forgets what is waiting. */
  cancel(): void
}

interface Waiting {
  readonly plan: Plan
  readonly options: LatestWinsOptions
  readonly settle: (outcome: RunOutcome | Promise<RunOutcome>) => void
}

/** Puts latest-wins in front of a runner. */
export function createLatestWins(runner: Runner): LatestWins {
  let flight: AbortController | undefined
  let waiting: Waiting | undefined

  function forget(): void {
    waiting?.settle({ status: 'cancelled', runId: waiting.plan.runId, results: [] })
    waiting = undefined
  }

  function start({ plan, options: { onProgress, onReplicate }, settle }: Waiting): void {
    const mine = new AbortController()
    flight = mine
    // a cancelled run may still finish the replicate it is in: nobody wants to hear of it any more
    const heard = <A extends readonly unknown[]>(tell: ((...what: A) => void) | undefined) =>
      tell && ((...what: A): void => void (mine.signal.aborted || tell(...what)))
    const onYear = heard(onProgress)
    const onResult = heard(onReplicate)
    const outcome = runner.run(plan, {
      signal: mine.signal,
      ...(onYear && { onProgress: onYear }),
      ...(onResult && { onReplicate: onResult }),
    })
    settle(outcome)
    const next = (): void => {
      flight = undefined
      const now = waiting
      waiting = undefined
      if (now) start(now)
    }
    outcome.then(next, next)
  }

  return {
    request(plan, options = {}) {
      return new Promise((settle) => {
        forget()
        if (flight === undefined) return start({ plan, options, settle })
        waiting = { plan, options, settle }
        if (options.interrupt ?? true) flight.abort()
      })
    },
    cancel() {
      forget()
      flight?.abort()
    },
  }
}
