import { wrap } from 'comlink'
import type { RosterSession } from '../../roster/index.ts'

/** An import in another thread: the same calls, each answered later. */
export type RosterService = {
  readonly [K in keyof RosterSession]: (...words: Parameters<RosterSession[K]>) => Promise<Awaited<ReturnType<RosterSession[K]>>>
}

/** A service and how to end it, also in the middle of work. */
export interface RosterThread {
  readonly service: RosterService
  /** Settles only if the thread cannot start or breaks. */
  readonly lost: Promise<never>
  readonly end: () => void
}

export type HireRoster = () => RosterThread

/** Starts the roster’s worker. */
export function hireRoster(create: () => Worker): RosterThread {
  const worker = create()
  const lost = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker could not be loaded')))
  })
  lost.catch(() => undefined)
  return { service: wrap<RosterSession>(worker) as unknown as RosterService, lost, end: () => worker.terminate() }
}
