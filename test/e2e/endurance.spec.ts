import { expect, test, type CDPSession } from '@playwright/test'
import { lever, open, settled } from './app.ts'
import { atShare, beginNotes, listenFrom, watchedBy } from './watch.ts'

/* Bar Q08: half an hour of use, as 600 moves of ten levers. Measured and written down (`npm run measure`). */

const moves = 600
/** Steps of one lever before the hand goes to the next. */
const steps = 6
const megabytes = (bytes: number): number => bytes / 1e6

test.use({ trace: 'off' })

/** What the page holds once all that nobody needs is gone: objects of its scripts, and the numbers of runs it keeps. */
async function held(devtools: CDPSession): Promise<{ readonly heap: number; readonly buffers: number }> {
  for (let k = 0; k < 2; k++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = (await devtools.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number }
  return { heap: megabytes(usedSize), buffers: megabytes(backingStorageSize) }
}

test('Q08 what 600 moves of the levers leave in memory, and how quick the last of them are', async ({ page }) => {
  test.setTimeout(600_000)
  const devtools = await page.context().newCDPSession(page)
  await listenFrom(page)
  await open(page)
  await page.waitForTimeout(2000)
  await beginNotes(page)
  const levers = await page.locator('.rail input[type=range]').count()
  const before = await held(devtools)
  let half = before
  for (let k = 0; k < moves; k++) {
    if (k % steps === 0) await lever(page, (k / steps) % levers).focus()
    await page.keyboard.press(k % (2 * steps) < steps ? 'ArrowRight' : 'ArrowLeft')
    await page.waitForTimeout(100)
    // keys rest, and the move becomes a step to undo; now and then all runs are awaited
    if (k % steps === steps - 1) await page.waitForTimeout(500)
    if (k % 100 === 99) await settled(page)
    if (k === moves / 2 - 1) half = await held(devtools)
  }
  await settled(page)
  const after = await held(devtools)
  const { answers } = await watchedBy(page)
  const [first, last] = [answers.slice(0, 60), answers.slice(-60)]
  const say = (some: readonly number[]) => `${Math.round(atShare(some, 0.5))} and ${Math.round(atShare(some, 0.95))} ms`
  test.info().annotations.push({
    type: 'Q08',
    description: `${moves} moves: heap ${before.heap.toFixed(1)} to ${after.heap.toFixed(1)} MB; numbers of runs kept ${before.buffers.toFixed(0)}, half-way ${half.buffers.toFixed(0)}, at the end ${after.buffers.toFixed(0)} MB; first 60 answers ${say(first)}, last 60 ${say(last)} (median, p95)`,
  })
  expect(after.heap - before.heap).toBeLessThanOrEqual(20)
  // runs are kept up to a number: what is kept does not grow for ever
  expect(after.buffers).toBeLessThanOrEqual(1.5 * half.buffers)
})
