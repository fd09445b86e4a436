import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { serveFolder } from '../support/static-server.ts'

/* Every chart once, in a browser: drawn, named, and as many marks as its example says. The page is built for this test only. */

test('every chart of the gallery is drawn, named and whole', async ({ page }) => {
  const folder = fileURLToPath(new URL('../../test-results/gallery-page', import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../charts/gallery', import.meta.url)),
    base: './',
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  })
  const server = await serveFolder(folder)
  const loud: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && loud.push(message.text()))
  page.on('pageerror', (error) => loud.push(error.message))
  try {
    await page.goto(server.address)
    await expect(page.locator('figure[data-chart]').first()).toBeVisible()
    for (const figure of await page.locator('figure[data-chart]').all()) {
      const file = await figure.getAttribute('data-chart')
      for (const [selector, count] of JSON.parse((await figure.getAttribute('data-marks'))!) as (readonly [string, number])[]) {
        expect([file, selector, await figure.locator(selector).count()]).toEqual([file, selector, count])
      }
      const named = figure.locator('svg[role], table, [role=group]')
      if ((await named.count()) > 0) await expect(named.first()).toHaveAttribute('aria-label', /.+/)
      expect(await figure.innerHTML()).not.toMatch(/NaN|Infinity/)
    }
    await test.info().attach('gallery', { body: await page.screenshot(), contentType: 'image/png' })
    expect(loud).toEqual([])
  } finally {
    await server.close()
  }
})
