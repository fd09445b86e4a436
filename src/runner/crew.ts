import { proxy, releaseProxy, wrap, type Endpoint } from 'comlink'
import { stampProblem, workerProblem, ownStamp, RunnerError } from './problems.ts'
import type { OnYears, SimulationService } from './protocol.ts'

/** A service in another thread: the same calls, each answered later. (comlink’s own type splits unions into several promises.) */
export type RemoteService = {
  readonly [K in keyof SimulationService]: (
    ...words: Parameters<SimulationService[K]>
  ) => Promise<Awaited<ReturnType<SimulationService[K]>>>
} & { readonly [releaseProxy]: () => void }

/** The service at the other end of a thread’s channel. */
export const remoteService = (endpoint: Endpoint): RemoteService => wrap<SimulationService>(endpoint) as unknown as RemoteService

/** A thread that serves a `SimulationService`, however the platform makes it. */
export interface WorkerThread {
  readonly service: RemoteService
  /** Settles only if the thread ends by itself or cannot start. */
  readonly ended: Promise<unknown>
  terminate(): void
}

/** Starts one more thread. */
export type Hire = () => WorkerThread

/** One place in the pool: a thread, hired when first needed and replaced when it ends or does not answer. */
export interface Post {
  /** Calls the service; rejects with a `RunnerError` if the thread ends before it answers. */
  ask<T>(question: (service: RemoteService) => Promise<T>): Promise<T>
  /** Ends the thread; whoever is waiting for it is told so, and the next question hires another. */
  replace(reason: Error): void
}

/** A post whose thread reports its years to `onYears`. */
export function createPost(hire: Hire, onYears: OnYears): Post {
  let thread: { readonly ready: Promise<RemoteService>; service?: RemoteService; readonly lost: Promise<never>; lose: (error: Error) => void } | undefined

  function engage(): WorkerThread {
    try {
      return hire()
    } catch (error) {
      throw new RunnerError(workerProblem(error))
    }
  }

  function start() {
    const hired = engage()
    let lose: (error: Error) => void = () => {}
    const lost = new Promise<never>((_, reject) => (lose = reject))
    // nobody may be waiting when a thread is let go
    lost.catch(() => {})
    const ready = (async () => {
      const stamp = await hired.service.stamp()
      if (stamp.engine !== ownStamp.engine || stamp.numbers !== ownStamp.numbers) throw new RunnerError(stampProblem(stamp))
      await hired.service.report(proxy(onYears))
      return hired.service
    })()
    const started: NonNullable<typeof thread> = {
      ready,
      lost,
      lose(error: Error) {
        if (thread !== started) return
        thread = undefined
        hired.service[releaseProxy]()
        hired.terminate()
        lose(error)
      },
    }
    ready.then(
      (service) => (started.service = service),
      () => {},
    )
    hired.ended.then((error) => started.lose(new RunnerError(workerProblem(error))))
    return started
  }

  return {
    async ask(question) {
      thread ??= start()
      const { ready, service, lost } = thread
      // a thread at work is asked at once, not a microtask later: behind a lever the page would redraw its rail first
      return Promise.race([service ? question(service) : ready.then(question), lost])
    },
    replace(reason) {
      thread?.lose(reason)
    },
  }
}
