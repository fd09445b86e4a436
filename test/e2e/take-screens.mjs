import { existsSync, mkdirSync } from 'node:fs'
import { chromium } from 'playwright'

/* Pictures of every screen for docs/screens, from a served build: node test/e2e/take-screens.mjs http://127.0.0.1:4173/ */

const address = process.argv[2] ?? 'http://127.0.0.1:4173/'
const folder = 'docs/screens'
const sizes = [
  [1280, 600],
  [1920, 1080],
]
const screens = { explore: 'y=2031', schools: 's=schools&y=2031&k=12' }
const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ ...(known ? { executablePath: known } : {}), args: ['--no-sandbox', '--disable-gpu'] })
for (const [width, height] of sizes) {
  for (const language of ['zh', 'en']) {
    for (const [name, view] of Object.entries(screens)) {
      const page = await browser.newPage({ viewport: { width, height } })
      await page.goto(`${address}#${view}&g=${language}`)
      await page.waitForFunction(() => /1–20/.test(document.querySelector('.status .runs')?.textContent ?? ''), null, { timeout: 120_000 })
      await page.waitForTimeout(800)
      await page.screenshot({ path: `${folder}/${name}-${language}-${width}x${height}.png` })
      await page.close()
    }
  }
}
await browser.close()
