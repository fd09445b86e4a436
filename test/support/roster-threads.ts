import type { HireRoster, RosterService } from '../../src/app/stores/roster/service.ts'
import { RosterSession } from '../../src/roster/index.ts'

type Meddle = (name: string, answer: () => unknown) => unknown

/** Threads that are none: the session itself, each call answered later. `meddle` may hold a call up, count it or break it. */
export function rosterThreads(meddle: Meddle = (_, answer) => answer()) {
  const hired: { readonly lose: (error: Error) => void; ended: boolean }[] = []
  const hire: HireRoster = () => {
    const session = new RosterSession()
    const service = new Proxy(session, {
      get: (target, name: string) => async (...words: unknown[]) => {
        await Promise.resolve()
        return meddle(name, () => (target[name as keyof RosterSession] as (...all: unknown[]) => unknown).apply(target, words))
      },
    }) as unknown as RosterService
    let lose: (error: Error) => void = () => undefined
    let end = (): void => undefined
    const over = new Promise<null>((resolve, reject) => {
      lose = reject
      end = () => resolve(null)
    })
    over.catch(() => undefined)
    const one = { lose, ended: false }
    hired.push(one)
    return {
      service,
      over,
      end: () => {
        one.ended = true
        end()
      },
    }
  }
  return { hire, hired }
}
