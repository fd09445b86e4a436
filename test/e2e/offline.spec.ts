import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { launch, missing, type Browser, type DrivenPage } from '../support/browser-drivers.ts'
import { serveFolder } from '../support/static-server.ts'

/*
 * The two editions without a network: the page kept by its service worker, and the one file that opens from a disk. Both must
 * open and simulate. No request may leave the origin.
 */

const dist = join(process.cwd(), 'dist')

/** What the first screen says once runs have come back; empty until then. */
const verdict = "(document.querySelector('#verdict-title')?.textContent ?? '').match(/\\d{4}/) ? document.querySelector('#verdict-title').textContent : ''"

const untilVerdict = (page: DrivenPage): Promise<void> =>
  expect.poll(() => page.read<string>(verdict).catch(() => ''), { timeout: 60_000, intervals: [250] }).not.toBe('')

test.describe.configure({ timeout: 180_000 })

for (const browser of ['Chromium', 'Firefox'] satisfies Browser[]) {
  test.describe(browser, () => {
    const reason = missing(browser)
    test.skip(reason !== undefined && process.env['CI'] === undefined, `not tested: ${reason}`)

    test('opens again under a sub-path with the server gone, and simulates', async () => {
      const server = await serveFolder(dist, { under: '/some/where/' })
      const page = await launch(browser)
      try {
        await page.open(server.address)
        await untilVerdict(page)
        await expect.poll(() => page.read<boolean>('navigator.serviceWorker.controller !== null'), { timeout: 30_000 }).toBe(true)
        await server.close()
        await page.open(`${server.address}?again=1`)
        await untilVerdict(page)
      } finally {
        await page.close()
        await server.close()
      }
    })

    test('Q47 the single file has less than 1 MB, opens from a disk and simulates', async () => {
      const file = join(dist, 'hengtu.html')
      expect(existsSync(file)).toBe(true)
      const { size } = statSync(file)
      test.info().annotations.push({ type: 'Q47', description: `one file of ${(size / 1000).toFixed(0)} kB` })
      expect(size).toBeLessThan(1_000_000)
      const page = await launch(browser)
      try {
        await page.open(pathToFileURL(file).href)
        await untilVerdict(page)
      } finally {
        await page.close()
      }
    })
  })
}

test('no request leaves the origin, and the policy forbids any', async ({ page, baseURL }) => {
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL!) && !/^(data|blob):/.test(url)) elsewhere.push(url)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto('/')
  await expect(page.locator('#verdict-title')).toContainText(/\d{4}/, { timeout: 60_000 })
  // the other screens and what describes the model, each with its own parts
  await page.locator('.top').getByRole('button', { name: '学校' }).click()
  await expect(page.locator('.schools tbody tr').first()).toBeVisible()
  await page.locator('.top').getByRole('button', { name: '数据' }).click()
  await expect(page.locator('.drop')).toBeVisible()
  await page.locator('.status').getByRole('button', { name: /模型/ }).click()
  await expect(page.locator('dialog h2').first()).toBeVisible()
  expect(elsewhere).toEqual([])
  expect(complaints).toEqual([])
  const refused = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(refused).toBe('refused')
})
