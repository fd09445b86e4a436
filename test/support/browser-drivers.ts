import { spawn } from 'node:child_process'
import { chromium as playwright } from '@playwright/test'
import puppeteer from 'puppeteer-core'
import { chromiumArguments, chromiumShell, firefox, webkitBrowser, webkitDriver } from './browsers.ts'

/** A browser with one page, driven as far as the tests need it. */
export interface DrivenPage {
  readonly version: string
  open(url: string): Promise<void>
  /** The value of an expression in the page; it must be JSON. */
  read<T>(expression: string): Promise<T>
  close(): Promise<void>
}

export type Browser = 'Chromium' | 'Firefox' | 'WebKit'

/** Why a browser cannot be driven here; undefined if it can. */
export function missing(browser: Browser): string | undefined {
  if (browser === 'Firefox' && firefox === undefined) return 'no firefox-esr installed'
  if (browser === 'WebKit' && (webkitDriver === undefined || webkitBrowser === undefined)) return 'no webkit2gtk-driver installed'
  return undefined
}

export const launch = (browser: Browser): Promise<DrivenPage> => ({ Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit })[browser]()

async function openChromium(): Promise<DrivenPage> {
  const browser = await playwright.launch({ ...(chromiumShell !== undefined && { executablePath: chromiumShell }), args: chromiumArguments })
  const page = await browser.newPage()
  return {
    version: `Chromium ${browser.version()}`,
    open: async (url) => void (await page.goto(url)),
    read: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  }
}

/** Playwright cannot drive Debian’s Firefox; puppeteer does, over WebDriver BiDi. */
async function openFirefox(): Promise<DrivenPage> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox!, headless: true, defaultViewport: { width: 1280, height: 720 }, args: ['--no-remote'] })
  const page = await browser.newPage()
  return {
    version: (await browser.version()).replace('/', ' '),
    open: async (url) => void (await page.goto(url)),
    read: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    close: () => browser.close(),
  }
}

/** WebKitGTK speaks plain WebDriver and needs a display, which xvfb-run lends it. */
async function openWebKit(): Promise<DrivenPage> {
  const port = 4400 + (process.pid % 500)
  const driver = spawn('xvfb-run', ['-a', webkitDriver!, '--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore', detached: true })
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`)
    return value
  }
  const end = (): void => {
    // the whole group: xvfb-run, its display and the driver
    if (driver.pid !== undefined && driver.exitCode === null) process.kill(-driver.pid, 'SIGTERM')
  }
  try {
    await untilReady(() => call('GET', '/status'))
    const browserOptions = { binary: webkitBrowser!, args: ['--automation'] }
    const session = await call<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
    })
    const at = `/session/${session.sessionId}`
    return {
      version: `WebKitGTK ${session.capabilities.browserVersion}`,
      open: async (url) => void (await call('POST', `${at}/url`, { url })),
      read: (expression) => call('POST', `${at}/execute/sync`, { script: `return (${expression})`, args: [] }),
      async close() {
        await call('DELETE', at).catch(() => {})
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

async function untilReady(ask: () => Promise<unknown>, tries = 100): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      return void (await ask())
    } catch (error) {
      if (i === tries) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
