import { join } from 'node:path'
import { serveFolder } from '../support/static-server.ts'
import { median } from './timing.ts'

/** How the page answers a lever, milliseconds, and what it holds, megabytes. */
export interface SliderTimes {
  readonly median: number
  readonly p95: number
  readonly steps: number
  readonly pageMegabytes: number
}

/** Measured in the page: from the key to the second frame after a line of the chart has changed. */
function watchSlider(): void {
  const times: number[] = []
  Object.assign(window, { sliderTimes: times })
  addEventListener(
    'keydown',
    (event) => {
      const start = event.timeStamp
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => requestAnimationFrame((now) => times.push(now - start)))
      })
      observer.observe(document.querySelector('main')!, { subtree: true, attributes: true, attributeFilter: ['d'] })
    },
    true,
  )
}

/** Moves the first lever of the built page by keyboard and times every answer. */
export async function slider(steps: number): Promise<SliderTimes> {
  const { chromium: playwright } = await import('@playwright/test')
  const { chromium, chromiumArguments } = await import('../support/browsers.ts')
  const server = await serveFolder(join(process.cwd(), 'dist'))
  const browser = await playwright.launch({ ...(chromium !== undefined && { executablePath: chromium }), args: chromiumArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(server.address)
    await page.locator('#verdict-title', { hasText: /\d{4}/ }).waitFor({ timeout: 60_000 })
    // the fan of further seeds after the first single run
    await page.waitForTimeout(8000)
    await page.evaluate(watchSlider)
    const lever = page.locator('main input[type=range]').first()
    await lever.focus()
    for (let step = 0; step < steps; step++) {
      await page.keyboard.press(step % 20 < 10 ? 'ArrowRight' : 'ArrowLeft')
      await page.waitForFunction((done) => (window as unknown as { sliderTimes: number[] }).sliderTimes.length >= done, step + 1, { timeout: 10_000 })
    }
    const times = (await page.evaluate(() => (window as unknown as { sliderTimes: number[] }).sliderTimes)).sort((a, b) => a - b)
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return { median: median(times), p95: times[Math.ceil(0.95 * times.length) - 1]!, steps, pageMegabytes: usedSize / 1024 / 1024 }
  } finally {
    await browser.close()
    await server.close()
  }
}
