import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type ConsoleMessage } from '@playwright/test'
import writeWorkbook from 'write-excel-file/universal'
import { launch, missing, type Browser, type DrivenPage } from '../support/browser-drivers.ts'
import { serveFolder } from '../support/static-server.ts'
import { fresh, measured, refusals, test, thePage } from './one-page.ts'
import { ownRoster } from './own-roster.ts'

/*
 * The two editions without a network: the page kept by its service worker, and the one file that opens from a disk. Both must
 * open and simulate. No request may leave the origin.
 */

const dist = join(process.cwd(), 'dist')

/** What the first screen says once runs have come back; empty until then. */
const verdict = "(document.querySelector('#verdict-title')?.textContent ?? '').match(/\\d{4}/) ? document.querySelector('#verdict-title').textContent : ''"

const untilVerdict = (page: DrivenPage): Promise<void> =>
  expect.poll(() => page.read<string>(verdict).catch(() => ''), { timeout: 60_000, intervals: [250] }).not.toBe('')

/** Evaluates an expression in a page. */
type Read = <T>(expression: string) => Promise<T>

/** Waits until an expression is true in the page. */
const until = (read: Read, expression: string, what = expression): Promise<void> => expect.poll(() => read<boolean>(expression).catch(() => false), { message: what, timeout: 60_000, intervals: [50, 100, 250] }).toBe(true)

/** Clicks the first element of a kind that says a text, whether it is seen or heard. */
const press = (read: Read, kind: string, text: string): Promise<boolean> =>
  read(`(() => { const found = [...document.querySelectorAll(${JSON.stringify(kind)})].find((one) => (one.textContent + (one.getAttribute('aria-label') ?? '')).includes(${JSON.stringify(text)})); found?.click(); return found !== undefined })()`)
const there = (selector: string, least = 1): string => `document.querySelectorAll(${JSON.stringify(selector)}).length >= ${least}`

const closed = "document.querySelector('dialog[open]') === null"

/** Everything that is fetched after the first picture, as a script of its own or as a file: what is pressed, and what comes. */
const parts: readonly (readonly [what: string, kind: string, text: string, comes: string])[] = [
  ['sheet of a lever', '.rail .more', '', there('.sheet .lever')],
  ['why the gap changed', '.why', '', there('.sheet td.number', 8)],
  ['official list', 'button.scope', '', there('.sheet tbody tr', 31)],
  ['assumptions', '.rail .assume', '', there('.sheet .assumption', 5)],
  ['card of a number', '.verdict [data-value]', '', there('.door-card .formula')],
  ['document', '.door-card button', '模型说明', `${there('dialog article h3')} && document.querySelector('dialog article [role=alert]') === null`],
  ['no document', 'dialog[open] button', '关闭', closed],
  ['examples', '.top .examples', '', there('dialog section li', 5)],
  ['no examples', 'dialog[open] button', '关闭', closed],
  ['help', '.actions button', '快捷键', there('dialog kbd', 5)],
  ['no help', 'dialog[open] button', '关闭', closed],
  ['about', '.status .model', '', there('dialog tbody tr', 5)],
  ['no about', 'dialog[open] button', '关闭', closed],
  ['table of schools', '.tab', '学校', there('.schools tbody tr', 10)],
  ['a school', '.schools tbody th', '', there('aside .trends figure', 7)],
  ['sheet of a school', 'aside .actions button', '一校一策', there('dialog .a4 tbody tr', 7)],
  ['no sheet', 'dialog[open] button', '关闭', closed],
  ['distribution', '.tabs button', '分布', there('.schools svg[role=img]', 2)],
  ['teacher flows', '.tabs button', '流动', there('.flows [role=option]')],
  ['admission', '.tabs button', '升学', there('.chart li', 10)],
  ['English', '.actions button', 'English', "document.documentElement.lang === 'en' && /^[^\\u4e00-\\u9fff]+$/.test(document.querySelector('.chart h2').textContent)"],
  ['Chinese', '.actions button', '中文', "document.documentElement.lang === 'zh-Hans'"],
  ['data', '.tab', '数据', there('.drop')],
  ['earlier years', '.jobs button', '往年对照', there('.history .drop')],
  ['directed places', '.jobs button', '指标到校', there('.file .drop')],
  ['rosters again', '.jobs button', '学校明细', there('.file .drop')],
  ['share dialog', '.actions button', '分享', "[...document.querySelectorAll('dialog textarea')].some((one) => /#v1\\.|^http.*…/.test(one.value)) && document.querySelector('dialog .report') !== null"],
]

/** Opens every part of the app, one after another. */
async function openParts(read: Read): Promise<void> {
  for (const [what, kind, text, comes] of parts) {
    await expect.poll(() => press(read, kind, text), { message: `${what} can be asked for`, timeout: 20_000 }).toBe(true)
    await until(read, comes, what)
    // Q10, in every browser there is
    await until(read, 'document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth', `${what}: the page does not scroll`)
  }
}

/** Reads a workbook, as if it had been chosen on Data. */
async function readWorkbook(read: Read): Promise<void> {
  const bytes = Buffer.from(await (await writeWorkbook(ownRoster(12)).toBlob()).arrayBuffer()).toString('base64')
  await read(`(() => { const all = new DataTransfer(); all.items.add(new File([Uint8Array.from(atob('${bytes}'), (sign) => sign.charCodeAt(0))], 'schools.xlsx')); const input = document.querySelector('.file input[type=file]'); input.files = all.files; input.dispatchEvent(new Event('change', { bubbles: true })); return true })()`)
  await until(read, "document.querySelectorAll('.step:enabled').length >= 3 && document.querySelector('.data header p').textContent.includes('schools.xlsx')", 'workbook')
}

/** Moves a lever, opens every part of the app while its runs are computed, and waits for those. */
async function usable({ read }: DrivenPage): Promise<void> {
  await read("(() => { const lever = document.querySelector('.rail input[type=range]'); lever.value = String((Number(lever.min) + Number(lever.max)) / 2); lever.dispatchEvent(new Event('input', { bubbles: true })); lever.dispatchEvent(new Event('change', { bubbles: true })); return true })()")
  await until(read, "!document.querySelector('.actions button').disabled")
  await openParts(read)
  await press(read, 'dialog[open] button', '关闭')
  await readWorkbook(read)
  await until(read, "/1–20/.test(document.querySelector('.status .runs').textContent)", 'all runs')
}

test.describe.configure({ timeout: 180_000 })

for (const browser of ['Chromium', 'Firefox'] satisfies Browser[]) {
  test.describe(browser, () => {
    const reason = missing(browser)
    test.skip(reason !== undefined && process.env['CI'] === undefined, `not tested: ${reason}`)

    let page: DrivenPage
    test.beforeAll(async () => void (page = await launch(browser)))
    test.afterAll(() => page?.close())

    test('Q46 opens again under a sub-path with the server gone: simulates, follows a lever, and every screen, panel, document and dialog comes', async () => {
      const server = await serveFolder(dist, { under: '/some/where/' })
      try {
        // on Data nothing is simulated: what is kept is kept soon
        await page.open(`${server.address}#s=data`)
        await expect.poll(() => page.read<boolean>('navigator.serviceWorker.controller !== null'), { timeout: 30_000 }).toBe(true)
        await server.close()
        await page.open(`${server.address}?again=1`)
        await untilVerdict(page)
        await usable(page)
        measured('Q46', `${parts.length} parts of the app opened and a workbook read in ${page.version}`)
      } finally {
        await server.close()
      }
    })

    test('Q47 the single file has less than 1 MB, opens from a disk, simulates, follows a lever, and every screen, panel, document and dialog comes', async () => {
      const file = join(dist, 'hengtu.html')
      expect(existsSync(file)).toBe(true)
      const { size } = statSync(file)
      measured('Q47', `one file of ${(size / 1000).toFixed(0)} kB; ${parts.length} parts of the app opened and a workbook read in ${page.version}`)
      expect(size).toBeLessThan(1_000_000)
      await page.open(pathToFileURL(file).href)
      await untilVerdict(page)
      await usable(page)
    })
  })
}

test('Q48 no request leaves the origin, and the policy forbids any', async ({ browser }) => {
  // opened before anything else is asked of it, and watched since: every test on this page ends with what was refused
  const page = await fresh(await thePage(browser))
  const complaints: string[] = []
  const hear = (message: ConsoleMessage) => void (message.type() === 'error' && complaints.push(message.text()))
  page.on('console', hear)
  await openParts((expression) => page.evaluate(expression))
  await page.keyboard.press('Escape')
  page.off('console', hear)
  expect([complaints, refusals()]).toEqual([[], []])
  measured('Q48', `0 requests elsewhere while ${parts.length} parts of the app were opened`)
  const answer = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(answer).toBe('refused')
  // by the policy of the page, before anything left
  expect(refusals().every((one) => /content security policy|refused to/i.test(one))).toBe(true)
})
