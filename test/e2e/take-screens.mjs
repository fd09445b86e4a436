import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { preview } from 'vite'
import { smallPng } from './small-png.mjs'

/*
 * Pictures of every screen for docs/screens, from the built page, each after all runs are in: node test/e2e/take-screens.mjs
 * Another address may be given, and the beginning of the names wanted.
 */

const [given, wanted = ''] = process.argv.slice(2)
const folder = 'docs/screens'
const sizes = [
  [1280, 600],
  [1920, 1080],
]
/** A view of a county in which something is decided: rotation, directed hiring and sports grounds. */
const decided = async (page) => {
  for (const [lever, presses] of [
    [0, 12],
    [3, 8],
    [5, 10],
  ]) {
    await page.locator('.rail input[type=range]').nth(lever).focus()
    for (let k = 0; k < presses; k++) await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(500)
  }
}
const press = (name) => (page) => page.locator(name).first().click()
const screens = [
  { name: 'explore', view: 'y=2031', prepare: decided },
  { name: 'why', view: 'y=2031', prepare: decided, then: press('.why') },
  { name: 'lever-sheet', view: 'y=2031', then: press('.rail .more') },
  { name: 'schools', view: 's=schools&y=2031&k=12' },
  { name: 'flows', view: 's=schools&e=flows&y=2031' },
  { name: 'distribution', view: 's=schools&e=distribution&y=2031' },
  { name: 'admission', view: 's=schools&e=admission&y=2031' },
  { name: 'years-and-townships', view: 'y=2031&a=swarm&b=grid', prepare: decided },
  { name: 'share', view: 'y=2031', prepare: decided, then: press('.actions button:nth-of-type(4)') },
  { name: 'projector', view: 'y=2031', prepare: decided, then: press('.actions button:nth-of-type(5)') },
  { name: 'data', view: 's=data' },
]
const jobs = [
  ...sizes.flatMap((size) => ['zh', 'en'].flatMap((language) => screens.map((screen) => ({ ...screen, language, size })))),
  { ...screens[0], language: 'zh', size: [1280, 720] },
]
const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** Waits until all runs are in and no year is being counted. */
const settled = (page) => page.waitForFunction(() => /1–20/.test(document.querySelector('.status .runs')?.textContent ?? ''), null, { timeout: 180_000 })

async function take(browser, address, { name, view, prepare, then, language, size: [width, height] }) {
  // a fresh profile: nothing restored, no notice over the picture
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  try {
    await page.goto(`${address}#${view}&g=${language}`)
    await settled(page)
    await prepare?.(page)
    await settled(page)
    await then?.(page)
    // what is loaded later, or followed run by run, is here
    await page.waitForFunction(() => document.querySelector('.sheet [role=status], dialog [role=status], #main section.card [role=status], #main .skeleton') === null, null, { timeout: 180_000 })
    await page.evaluate(() => document.activeElement?.blur?.())
    await page.mouse.move(0, 0)
    await page.waitForTimeout(600)
    const path = `${folder}/${name}-${language}-${width}x${height}.png`
    writeFileSync(path, await smallPng(page, await page.screenshot()))
    return path
  } finally {
    await context.close()
  }
}

mkdirSync(folder, { recursive: true })
const server = given ? undefined : await preview({ preview: { host: '127.0.0.1', port: 4174 }, logLevel: 'error' })
const address = given ?? 'http://127.0.0.1:4174/'
const browser = await chromium.launch({ ...(known ? { executablePath: known } : {}), args: ['--no-sandbox', '--disable-gpu'] })
let bytes = 0
for (const job of jobs) {
  if (!`${job.name}-${job.language}-${job.size.join('x')}`.startsWith(wanted)) continue
  const path = await take(browser, address, job)
  bytes += statSync(path).size
  console.log(`${path} ${Math.round(statSync(path).size / 1000)} kB`)
}
console.log(`${(bytes / 1e6).toFixed(1)} MB in all`)
await browser.close()
await server?.close()
