import { test as base, expect, type Browser, type Locator, type Page } from '@playwright/test'
import { open, settled } from './app.ts'

/*
 * One page for all tests of a process, from file to file: a county is simulated once, then looked at from many sides. A test that
 * changes something starts from `fresh`. After a failure the runner starts a new process, so a spoilt page spoils one test.
 */

let page: Page | undefined
const viewport = { width: 1280, height: 720 } as const
/** What the content policy refused, requests to elsewhere, and errors nobody caught, wherever the tests have been. */
const refused: string[] = []

function watch(page: Page): void {
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(`${page.url().slice(0, 60)}: ${message.text()}`)
  })
  page.on('pageerror', (error) => refused.push(`${page.url().slice(0, 60)}: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && !url.startsWith('http://127.0.0.1:')) refused.push(url)
  })
}

/** What was refused or asked for since the last test ended; forgotten once told. */
export const refusals = (): string[] => refused.splice(0)

/** A test that fails if a screen or panel it visits on the one page asks for what the policy forbids (Q48), or throws. */
export const test = base.extend<{ policy: void }>({
  policy: [
    async ({}, use) => {
      await use()
      expect(refusals()).toEqual([])
    },
    { auto: true },
  ],
})

/** Writes down what a bar came to, for the table of bars (`npm run bars`). */
export const measured = (bar: string, value: string): void => void base.info().annotations.push({ type: bar, description: value })

/** In the page, before its own script: adds up how far things jump that nobody has just touched (the measure of layout shift). */
function sumShifts(): void {
  const all = { sum: 0 }
  Object.assign(window, { shifts: all })
  new PerformanceObserver((list) => {
    for (const one of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!one.hadRecentInput) all.sum += one.value
  }).observe({ type: 'layout-shift', buffered: true })
}
let whileOpening = NaN
/** What jumped until all runs of the first county were in, and what has jumped since the page was opened. */
export const shiftsOnLoad = (): number => whileOpening
export const shiftsOf = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)

/** The page, opened with nothing decided, in the usual size. */
export async function thePage(browser: Browser): Promise<Page> {
  if (page && !page.isClosed()) {
    await page.setViewportSize(viewport)
    return page
  }
  const context = await browser.newContext({ viewport })
  page = await context.newPage()
  watch(page)
  await page.addInitScript(sumShifts)
  await open(page)
  whileOpening = await shiftsOf(page)
  return page
}

/** Waits until the page has drawn what it was asked for: two frames, and then one in which nothing changed. */
export const rest = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let changes = 0
        const observer = new MutationObserver(() => (changes += 1))
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
        const until = performance.now() + 2000
        const frame = (left: number) =>
          requestAnimationFrame(() => {
            const isStill = changes === 0
            changes = 0
            if (left > 0) return frame(left - 1)
            if (!isStill && performance.now() < until) return frame(0)
            observer.disconnect()
            resolve()
          })
        frame(2)
      }),
  )

/** Looks at what a fragment says, without loading anything. */
export async function look(page: Page, fragment: string): Promise<void> {
  await page.keyboard.press('Escape')
  const year = /\by=(\d+)/.exec(fragment)?.[1]
  // an address that says what it says already changes nothing: the app has to write its own first
  await expect(async () => {
    await page.evaluate((text) => {
      location.hash = text
    }, fragment)
    await rest(page)
    if (year !== undefined) await expect(page.locator('output.now')).toHaveText(year, { timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  const language = /\bg=en\b/.test(fragment) ? 'en' : 'zh-Hans'
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const screen = /\bs=(\w+)/.exec(fragment)?.[1] ?? 'explore'
  await expect(page.locator(screen === 'data' ? '#main' : screen === 'schools' ? '.schools' : '.explore')).toBeVisible()
}

/** The first county, nothing decided, the first view, every panel closed, what was told before put away: it lies over the screen. */
export async function fresh(page: Page, fragment = 'y=2031'): Promise<Page> {
  await look(page, fragment)
  // a link of another model asks first what to do with it
  const older = page.locator('.older .main')
  if ((await older.count()) > 0) await older.click()
  const county = page.locator('.county select')
  if ((await county.inputValue()) !== 'plain-county') {
    await county.selectOption('plain-county')
    await settled(page)
  }
  const told = page.locator('.notices .quiet-note')
  while ((await told.count()) > 0) await told.last().locator('.button').last().click()
  const reset = page.locator('.rail header button')
  if ((await reset.count()) > 0 && (await reset.isEnabled())) {
    await reset.click()
    await settled(page)
  }
  return page
}

/** Turns a lever of the rail by a number of key presses, and waits for all runs. */
export async function turn(page: Page, lever: number, presses: number, runs = 20): Promise<void> {
  await page.locator('.rail input[type=range]').nth(lever).focus()
  for (let k = 0; k < Math.abs(presses); k++) await page.keyboard.press(presses > 0 ? 'ArrowRight' : 'ArrowLeft')
  // the release comes when the keys rest
  await page.waitForTimeout(500)
  await settled(page, runs)
}

/** A button of the top bar by what it is called in either language. */
export const action = (page: Page, name: RegExp): Locator => page.locator('.actions').getByRole('button', { name })

/** Opens the share dialog and waits for link and report. */
export async function share(page: Page): Promise<Locator> {
  await action(page, /^(分享|Share)$/).click()
  const dialog = page.locator('dialog')
  await expect(dialog.locator('.report')).toBeVisible()
  await expect(dialog.locator('textarea').first()).toHaveValue(/#v1\./)
  return dialog
}

/** What the panels that lie over a screen are called, and how each is opened and closed. */
export const panels: readonly { readonly name: string; readonly open: (page: Page) => Promise<unknown> }[] = [
  { name: 'share', open: share },
  { name: 'help', open: (page) => action(page, /^(快捷键|Shortcuts)$/).click() },
  { name: 'lever sheet', open: (page) => page.locator('.rail .more').first().click() },
  { name: 'why', open: (page) => page.locator('.why').first().click() },
  {
    name: 'official list',
    open: async (page) => {
      await page.locator('button.scope').click()
      await page.locator('.sheet .hand button').nth(1).click()
    },
  },
  { name: 'menu of a picture', open: (page) => page.locator('.wide .menu summary').click() },
  { name: 'formula', open: (page) => page.locator('.verdict [data-value]').first().click() },
  {
    name: 'source',
    open: async (page) => {
      await page.locator('.verdict [data-value]').first().click()
      await page.locator('.verdict [data-value]').first().click()
    },
  },
]
