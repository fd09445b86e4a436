import { browserSize, createWorkerPool } from '../../runner/browser-pool.ts'
import { firstCounty, otherCounties } from '../counties.ts'
import { servicesOf } from '../services.ts'
import { start } from '../start.svelte.ts'

/** Opens the single-file edition. `code` is the text of its script, which is its workers too; `page` is the whole file, to hand on. */
export async function open(code: string, page: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  // a page opened from a disk may start classic workers only; the name tells the script what to be
  const worker = (name: string) => () => new Worker(address, { name })
  const app = await start(
    document.getElementById('app')!,
    servicesOf(createWorkerPool(browserSize(), worker('simulation')), [firstCounty], {
      otherCounties,
      rosterWorker: worker('roster'),
      background: () => createWorkerPool(browserSize(), worker('simulation')),
      wholeApp: async () => new Blob([page], { type: 'text/html' }),
    }),
  )
  app.offline = true
}
