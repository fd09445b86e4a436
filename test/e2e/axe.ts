import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/* axe in the page itself: put in once a page, asked for violations only, styles not fetched again. A wrapper that puts it in anew and opens a second page each time takes twice as long. The size of targets, which axe asks only when told to, is part of Lighthouse's hundred (Q36). */

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run: (
    where: Document | { include: readonly string[] },
    how: { resultTypes: ['violations']; preload: false; rules?: Record<string, { enabled: boolean }>; runOnly?: readonly string[] },
  ) => Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly string[] }[] }[] }>
}

/**
 * Where a place has what no other has, first match first. Contrast is most of the work of axe, on a page of a hundred schools it
 * takes seconds: what lies behind has been asked for before, and the first rows of a table stand for all.
 */
const parts: readonly (readonly string[])[] = [
  ['dialog[open]'],
  ['.door-card'],
  ['.explore .sheet'],
  ['.schools aside'],
  ['.schools thead', '.schools tfoot', '.schools tbody tr:nth-child(-n + 8)', '.schools .under'],
  ['.schools'],
  ['.pictures'],
  ['#main'],
]

/** What is asked, and where. */
export interface Asked {
  /** An element to look inside; else the page, and for contrast the part that only this place has. */
  readonly inside?: string
  /** Not where the same colours are asked for in another look; everywhere where nothing was looked at before. */
  readonly contrast?: 'no' | 'part' | 'page'
}

/** What axe finds wrong on the page, or inside a part of it: the rule and up to three places each. */
export async function violations(page: Page, { inside, contrast = 'page' }: Asked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(
    async ({ inside, contrast, parts }) => {
      const { axe } = window as unknown as { axe: Axe }
      const asked: { resultTypes: ['violations']; preload: false } = { resultTypes: ['violations'], preload: false }
      const whole = inside === undefined ? document : { include: [inside] }
      const here = parts.find(([first]) => document.querySelector(first!))!.filter((one) => document.querySelector(one))
      const found = [
        await axe.run(whole, { ...asked, rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } } }),
        ...(contrast === 'no' ? [] : [await axe.run(contrast === 'part' && inside === undefined ? { include: here } : whole, { ...asked, runOnly: ['color-contrast'] })]),
      ].flatMap((one) => one.violations)
      return found.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)
    },
    { inside, contrast, parts },
  )
}
