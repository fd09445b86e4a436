import { expect } from '@playwright/test'
import { settled } from './app.ts'
import { fresh, test, thePage } from './one-page.ts'

/* Bars Q02, Q04 and Q05: measured and written down, never asserted: a busy machine says nothing about the app. */

const note = (type: string, description: string): void => void test.info().annotations.push({ type, description })

test('Q02 Q04 a drag of two seconds: longest gap between frames, pictures a second, longest task', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.evaluate(() => {
    const log = { frames: [] as number[], pictures: 0, tasks: [] as number[] }
    Object.assign(window, { log })
    const tick = (now: number) => {
      log.frames.push(now)
      if (log.frames.length < 2000) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    new MutationObserver(() => log.pictures++).observe(document.querySelectorAll('.wide path.mark')[document.querySelectorAll('.wide path.mark').length - 1]!, { attributes: true, attributeFilter: ['d'] })
    new PerformanceObserver((list) => log.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })
  })
  const box = (await page.locator('.rail input[type=range]').nth(3).boundingBox())!
  await page.mouse.move(box.x + 12, box.y + box.height / 2)
  await page.mouse.down()
  const from = Date.now()
  for (let k = 0; Date.now() - from < 2000; k++) {
    await page.mouse.move(box.x + 12 + ((k * 3) % (box.width - 24)), box.y + box.height / 2)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  const log = await page.evaluate(() => {
    const { log } = window as unknown as { log: { frames: number[]; pictures: number; tasks: number[] } }
    const gaps = log.frames.slice(1).map((at, k) => at - log.frames[k]!)
    return { gap: Math.max(...gaps), pictures: log.pictures, task: Math.max(0, ...log.tasks) }
  })
  note('Q02', `longest gap ${Math.round(log.gap)} ms, ${(log.pictures / 2).toFixed(0)} pictures a second`)
  note('Q04', log.task === 0 ? 'no task over 50 ms' : `longest task ${Math.round(log.task)} ms`)
  expect(log.pictures).toBeGreaterThan(0)
  await settled(page)
})

test('Q05 first picture and first verdict on a slow network, nothing kept from before', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 })
  await page.addInitScript(() => {
    const times = { largest: 0 }
    Object.assign(window, { times })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) times.largest = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  const from = Date.now()
  await page.goto(baseURL!)
  await expect(page.locator('.verdict h2')).toHaveText(/\d{4}/, { timeout: 60_000 })
  const verdict = Date.now() - from
  const largest = await page.evaluate(() => (window as unknown as { times: { largest: number } }).times.largest)
  note('Q05', `largest paint ${Math.round(largest)} ms, first verdict ${verdict} ms at 1.6 Mbit/s`)
  await context.close()
})
