import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/* axe in the page itself: put in once a page, asked for violations only, styles not fetched again. A wrapper that puts it in anew and opens a second page each time takes twice as long. */

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run: (where: Document | string, how: { resultTypes: ['violations']; preload: false }) => Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly string[] }[] }[] }>
}

/** What axe finds wrong on the page, or inside one of its elements: the rule and up to three places each. */
export async function violations(page: Page, inside?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (where) => {
    const { axe } = window as unknown as { axe: Axe }
    const found = await axe.run(where ?? document, { resultTypes: ['violations'], preload: false })
    return found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)
  }, inside)
}
