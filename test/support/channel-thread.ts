import { expose } from 'comlink'
import type { Engine } from '../../src/engine/index.ts'
import { remoteService, type Hire } from '../../src/runner/crew.ts'
import { createService } from '../../src/runner/serve.ts'
import type { EngineStamp } from '../../src/runner/protocol.ts'

/** Threads that are none: a service at the other end of a message channel, with everything cloned and transferred as between threads. */
export function channelThreads(engine: () => Engine, stamp?: EngineStamp) {
  const hired: { ended: boolean; end: (error: Error) => void }[] = []
  const hire: Hire = () => {
    const { port1, port2 } = new MessageChannel()
    expose(createService(engine(), { reportEvery: 0, ...(stamp && { stamp }) }), port1)
    let end: (error: Error) => void = () => {}
    const ended = new Promise<unknown>((resolve) => (end = resolve))
    const thread = { ended: false, end }
    hired.push(thread)
    return {
      service: remoteService(port2),
      ended,
      terminate() {
        thread.ended = true
        port1.close()
        port2.close()
      },
    }
  }
  return { hire, hired }
}
