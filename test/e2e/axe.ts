import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/* axe in the page itself: put in once a page, asked for violations only, styles not fetched again. A wrapper that puts it in anew and opens a second page each time takes twice as long. */

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run: (
    where: { include: readonly string[] | Document; exclude: readonly string[] },
    how: { resultTypes: ['violations']; preload: false; rules: Record<string, { enabled: boolean }> },
  ) => Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly string[] }[] }[] }>
}

/** Rows of a table and marks of a picture are alike: the first ten stand for all, which take seconds on a page of a hundred schools. */
const alike = ['tbody tr:nth-child(n + 11)', '[role=listbox] [role=option]:nth-child(n + 11)']

/** What is asked, and where. */
export interface Asked {
  /** An element to look inside; else the dialog that lies over everything, behind which nothing can be reached; else the page. */
  readonly inside?: string
  /** Not where the same colours have been asked for in another look: contrast is most of the work. */
  readonly contrast?: boolean
}

/** What axe finds wrong on the page, or inside a part of it: the rule and up to three places each. */
export async function violations(page: Page, { inside, contrast = true }: Asked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(
    async ({ inside, contrast, alike }) => {
      const { axe } = window as unknown as { axe: Axe }
      const within = inside ?? (document.querySelector('dialog[open]') ? 'dialog[open]' : undefined)
      const found = await axe.run(
        { include: within === undefined ? document : [within], exclude: alike },
        { resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: contrast } } },
      )
      return found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)
    },
    { inside, contrast, alike },
  )
}
