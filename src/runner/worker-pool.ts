import type { Scenario } from '../engine/index.ts'
import { createPost, type Hire, type Post } from './crew.ts'
import { createLending } from './lending.ts'
import { RunnerError, workerProblem } from './problems.ts'
import type { Answer, TaskOutcome } from './protocol.ts'
import type { Plan, RunOptions, RunOutcome, Runner } from './runner.ts'
import { Running } from './running.ts'
import { createSharedCounty } from './shared-county.ts'

/** How many threads there are, and how long one is waited for. */
export interface PoolOptions {
  /** How many threads at most. Results never depend on it. */
  readonly size: number
  /** Milliseconds a thread may take to honour a cancel before it is ended and replaced. */
  readonly patience?: number
  /** Hires all threads now, not each with its first task, so that their programs load while the page does. */
  readonly early?: boolean
}

/**
 * A pool of threads. The unit of work is one replicate of all arms, handed to whichever thread is free; results are
 * stored by replicate, so neither arrival order nor the number of threads can matter.
 */
export function createPool(hire: Hire, { size, patience = 1000, early = false }: PoolOptions): Runner {
  const runs = new Map<string, Running>()
  const posts: Post[] = Array.from({ length: Math.max(1, size) }, () => createPost(hire, (runId, replicate, years) => runs.get(runId)?.heard(replicate, years)))
  const lending = createLending(posts)
  const homes = new WeakMap<Post, string>()
  const shared = createSharedCounty()
  // one that cannot start is told to whoever asks next, and hired again
  if (early) for (const post of posts) post.ask(() => Promise.resolve()).catch(() => {})

  /**
   * Gives a post a fresh thread if it has lived in another county. An engine serves a changed county in the tables it has, but
   * one that needs larger tables binds its loops a second time, and these then run 1.6 times slower ever after (measured).
   */
  function settle(post: Post, scenario: Scenario): Promise<void> | undefined {
    const { id } = scenario.county
    if ((homes.get(post) ?? id) !== id) replace(post, 'moved to another county')
    homes.set(post, id)
    // one thread alone has nobody to share with
    return posts.length > 1 ? shared.enter(post, scenario) : undefined
  }

  function replace(post: Post, why: string): void {
    shared.forget(post)
    post.replace(new RunnerError(workerProblem(why)))
  }

  const inCounty = <T>(scenario: Scenario, work: (post: Post) => Promise<T>): Promise<T> =>
    lending.lend(async (post) => {
      await settle(post, scenario)
      return work(post)
    })

  /**
   * Works through a run’s replicates on one post until none is left, the run ends early, or somebody else wants the post. The first
   * replicate is asked for in one breath with the opening: a single run, as while a lever is dragged, costs no round trip more.
   */
  async function workThrough(run: Running, post: Post): Promise<void> {
    const { runId, scenario } = run.plan
    if (!run.hasWork) return
    const settled = settle(post, scenario)
    if (settled) await settled
    // while this thread came to the county, the others may have done all there was
    if (!run.hasWork) return
    const opened = post.ask((service) => service.open(runId, scenario))
    let asked = askNext(run, post)
    run.yearsEach = valueOf(await opened)
    for (;;) {
      const outcome = await asked
      run.back(outcome.replicate)
      if (outcome.status === 'failed') throw new RunnerError(outcome.problem)
      if (outcome.status === 'cancelled') return
      run.keep({ replicate: outcome.replicate, arms: outcome.arms })
      if (lending.wanted || !run.hasWork) return
      asked = askNext(run, post)
    }
  }

  /** Hands the next replicate of a run to a post. */
  function askNext(run: Running, post: Post): Promise<TaskOutcome> {
    const mine = run.take()
    const outcome = post.ask((service) => service.replicate(run.plan.runId, mine))
    // nobody is left to hear of it when the run could not be opened
    outcome.catch(() => {})
    return outcome
  }

  /** Asks every thread of a run to stop at its next year; one that does not answer in time is replaced. Returns how not to wait any longer. */
  function stop(run: Running, busy: ReadonlySet<Post>): () => void {
    for (const post of busy) post.ask((service) => service.cancel(run.plan.runId)).catch(() => {})
    const deadline = setTimeout(() => {
      for (const post of busy) replace(post, 'did not answer')
    }, patience)
    return () => clearTimeout(deadline)
  }

  async function run(plan: Plan, options: RunOptions = {}): Promise<RunOutcome> {
    if (runs.has(plan.runId)) throw new RangeError(`run ${plan.runId} is under way already`)
    const now = new Running(plan, options)
    const busy = new Set<Post>()
    let waitNoMore = (): void => {}
    const end = (why: 'cancelled' | RunnerError): void => {
      if (now.end(why)) waitNoMore = stop(now, busy)
    }
    const cancel = (): void => end('cancelled')
    runs.set(plan.runId, now)
    options.signal?.addEventListener('abort', cancel)
    if (options.signal?.aborted) cancel()
    const share = async (post: Post): Promise<void> => {
      busy.add(post)
      try {
        await workThrough(now, post)
      } catch (error) {
        end(error instanceof RunnerError ? error : new RunnerError(workerProblem(error)))
      } finally {
        busy.delete(post)
      }
    }
    const shares = posts.slice(0, plan.replicates.length).map(async () => {
      while (now.hasWork) await lending.lend(share)
    })
    await Promise.all(shares)
    waitNoMore()
    options.signal?.removeEventListener('abort', cancel)
    runs.delete(plan.runId)
    return now.outcome
  }

  return {
    size: posts.length,
    run,
    explain: (scenario, replicate, arm) => inCounty(scenario, async (post) => valueOf(await post.ask((service) => service.explain(scenario, replicate, arm)))),
    facts: (scenario) => inCounty(scenario, async (post) => valueOf(await post.ask((service) => service.facts(scenario)))),
    async warm(scenario) {
      // one run per thread, so that each has compiled the engine and built the county
      const warmed = posts.map((_, i) =>
        inCounty(scenario, async (post) => {
          const runId = `warm-${i}`
          valueOf(await post.ask((service) => service.open(runId, scenario)))
          await post.ask((service) => service.replicate(runId, 0))
        }),
      )
      await Promise.all(warmed)
    },
    dispose() {
      for (const post of posts) replace(post, 'the pool was closed')
    },
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.status === 'failed') throw new RunnerError(answer.problem)
  return answer.value
}
