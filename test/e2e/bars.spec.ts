import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { fresh, test, thePage } from './one-page.ts'

/* Bars that are numbers. They are measured and written down (`npm run bars`); a busy machine says nothing about the app, so only what does not depend on it is asserted. */

const note = (type: string, description: string): void => void test.info().annotations.push({ type, description })
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

test('Q06 scripts of the first screen, and all that is loaded later', () => {
  const page = readFileSync('dist/index.html', 'utf8')
  const scripts = readdirSync('dist/assets').filter((name) => name.endsWith('.js'))
  const size = (name: string) => gzipSync(readFileSync(`dist/assets/${name}`), { level: 9 }).length
  const entry = new Set<string>()
  const follow = (name: string) => {
    if (entry.has(name)) return
    entry.add(name)
    const source = readFileSync(`dist/assets/${name}`, 'utf8')
    for (const [, next] of source.matchAll(/(?:from|^import|;import)\s*"\.\/([\w.-]+\.js)"/g)) follow(next!)
  }
  const script = /<script type="module"[^>]*assets\/([\w.-]+\.js)/.exec(page)![1]!
  follow(script)
  // the words of the first screen in the default language come by themselves, at once
  const words = scripts.filter((name) => /^zh-(?!later)/.test(name))
  const first = [...entry, ...words].reduce((sum, name) => sum + size(name), 0)
  // workers share the page’s files: what they alone run is no part of the page
  const loads = (name: string) => [...readFileSync(`dist/assets/${name}`, 'utf8').matchAll(/["'`](?:\.\/|assets\/)?([\w.-]+\.js)["'`]/g)].map(([, next]) => next!)
  const reached = new Set<string>()
  const reach = (name: string) => {
    if (reached.has(name) || !scripts.includes(name) || /\.worker-/.test(name)) return
    reached.add(name)
    loads(name).forEach(reach)
  }
  entry.forEach(reach)
  const later = [...reached].filter((name) => !entry.has(name) && !words.includes(name)).reduce((sum, name) => sum + size(name), 0)
  const documents = readdirSync('dist/assets').filter((name) => name.startsWith('documents.')).reduce((sum, name) => sum + size(name), 0)
  const worker = scripts.filter((name) => /^simulation\.worker-/.test(name)).reduce((sum, name) => sum + size(name), 0)
  note('Q06', `first ${kilobytes(first)} with its words, later ${kilobytes(later)}, documents ${kilobytes(documents)}; the engine in its worker ${kilobytes(worker)} (gzip)`)
  // the gates are 150 and 350 kB; what is reached below them is written down, and the first screen may not grow by itself
  expect(first).toBeLessThan(130_000)
  expect(later).toBeLessThan(350_000)
})

test('no worker waits for what only the page draws with', () => {
  const files = readdirSync('dist/assets').filter((name) => name.endsWith('.js'))
  for (const worker of files.filter((name) => name.includes('.worker-'))) {
    const reached = new Set([worker])
    for (const name of reached) for (const [, next] of readFileSync(`dist/assets/${name}`, 'utf8').matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) reached.add(next!)
    expect([worker, [...reached].filter((name) => name.startsWith('first-'))]).toEqual([worker, []])
  }
})

test('Q11 the first screen uses a large display', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect(page.locator('.strip .small')).toHaveCount(16)
  await page.locator('.strip .small').nth(9).click()
  await expect(page.locator('.wide h2')).toHaveText(/初中体育场馆/)
})
