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

/** Waits until an expression is true in the page. */
const until = (page: DrivenPage, expression: string): Promise<void> => expect.poll(() => page.read<boolean>(expression).catch(() => false), { timeout: 60_000, intervals: [250] }).toBe(true)

/** Uses what is fetched after the first picture: a lever with its runs, the Schools screen, the share dialog. */
async function usable(page: DrivenPage): Promise<void> {
  await page.read("(() => { const lever = document.querySelector('.rail input[type=range]'); lever.value = String((Number(lever.min) + Number(lever.max)) / 2); lever.dispatchEvent(new Event('input', { bubbles: true })); lever.dispatchEvent(new Event('change', { bubbles: true })); return true })()")
  await until(page, "!document.querySelector('.actions button').disabled && /1–20/.test(document.querySelector('.status .runs').textContent)")
  await page.read("(document.querySelectorAll('.tab')[1].click(), true)")
  await until(page, "document.querySelectorAll('.schools tbody tr').length > 10")
  await page.read("([...document.querySelectorAll('.actions button')].find((one) => one.textContent.includes('分享')).click(), true)")
  await until(page, "[...document.querySelectorAll('dialog textarea')].some((one) => /#v1\\.|^http.*…/.test(one.value))")
}

test.describe.configure({ timeout: 180_000 })

for (const browser of ['Chromium', 'Firefox'] satisfies Browser[]) {
  test.describe(browser, () => {
    const reason = missing(browser)
    test.skip(reason !== undefined && process.env['CI'] === undefined, `not tested: ${reason}`)

    test('Q46 opens again under a sub-path with the server gone: simulates, follows a lever, shows schools, shares', async () => {
      const server = await serveFolder(dist, { under: '/some/where/' })
      const page = await launch(browser)
      try {
        await page.open(server.address)
        await untilVerdict(page)
        await expect.poll(() => page.read<boolean>('navigator.serviceWorker.controller !== null'), { timeout: 30_000 }).toBe(true)
        await server.close()
        await page.open(`${server.address}?again=1`)
        await untilVerdict(page)
        await usable(page)
      } finally {
        await page.close()
        await server.close()
      }
    })

    test('Q47 the single file has less than 1 MB, opens from a disk, simulates, follows a lever, shows schools, shares', async () => {
      const file = join(dist, 'hengtu.html')
      expect(existsSync(file)).toBe(true)
      const { size } = statSync(file)
      test.info().annotations.push({ type: 'Q47', description: `one file of ${(size / 1000).toFixed(0)} kB` })
      expect(size).toBeLessThan(1_000_000)
      const page = await launch(browser)
      try {
        await page.open(pathToFileURL(file).href)
        await untilVerdict(page)
        await usable(page)
      } finally {
        await page.close()
      }
    })
  })
}

test('Q48 no request leaves the origin, and the policy forbids any', async ({ page, baseURL }) => {
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
  await page.keyboard.press('Escape')
  // what is made to be sent, with its codes and its report
  await page.locator('.actions').getByRole('button', { name: '分享' }).click()
  await expect(page.locator('dialog textarea').first()).toHaveValue(/#v1\./)
  await expect(page.locator('dialog .report')).toBeVisible()
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
