import { wrap } from 'comlink'
import type { RosterSession } from '../../../roster/index.ts'

/** An import in another thread: the same calls, each answered later. */
export type RosterService = {
  readonly [K in keyof RosterSession]: (...words: Parameters<RosterSession[K]>) => Promise<Awaited<ReturnType<RosterSession[K]>>>
}

/** A service and how to end it, also in the middle of work. */
export interface RosterThread {
  readonly service: RosterService
  /** Settles when the thread is over: null if it was ended, an error if it could not start or broke. */
  readonly over: Promise<null>
  readonly end: () => void
}

export type HireRoster = () => RosterThread

/** Starts the roster’s worker. One that breaks is ended: it would never answer again. */
export function hireRoster(create: () => Worker): RosterThread {
  const worker = create()
  let end = (): void => undefined
  const over = new Promise<null>((resolve, reject) => {
    end = () => {
      worker.terminate()
      resolve(null)
    }
    const breaks = (message: string) => {
      worker.terminate()
      reject(new Error(message))
    }
    worker.addEventListener('error', (event) => breaks(event.message || 'the worker could not be loaded'))
    // what could not be read is never answered
    worker.addEventListener('messageerror', () => breaks('a message could not be read'))
  })
  over.catch(() => undefined)
  return { service: wrap<RosterSession>(worker) as unknown as RosterService, over, end }
}
