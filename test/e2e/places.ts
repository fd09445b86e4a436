import type { Page } from '@playwright/test'
import { action, look, panels } from './one-page.ts'

/* Every place of the app a person can look at: each screen with each of its views, and each panel, sheet, card and dialog over it. */

export interface Place {
  readonly name: string
  /** What the address says. */
  readonly view: string
  readonly open?: (page: Page) => Promise<unknown>
  /** Not there on a projector: the trainer does it before. */
  readonly desk?: boolean
}

const press = (selector: string) => (page: Page) => page.locator(selector).first().click()
const about = press('.status .model')

/** Turns every picture of Explore that is (or is not) a table: the first button of its tools that can be pressed in. */
const turn = (page: Page, isTable: boolean) =>
  page.evaluate((pressed) => document.querySelectorAll<HTMLElement>(`.pictures .card .tools > button[aria-pressed=${pressed}]`).forEach((one) => one.click()), isTable)

export const places: readonly Place[] = [
  { name: 'Explore', view: '' },
  { name: 'swarm, grid', view: 'a=swarm&b=grid' },
  { name: 'passing, flows', view: 'a=passing&b=flows' },
  { name: 'gap, junior', view: 'a=gap&l=junior' },
  { name: 'chance, schools pinned', view: 'a=chance&p=3.12.20' },
  { name: 'cost', view: 'a=cost' },
  { name: 'Explore by 2012', view: 'n=balance-2012&i=B3' },
  { name: 'a school of the map under the pointer', view: 'l=junior&i=Q6', open: (page) => page.locator('.map [role=option]').nth(3).hover({ force: true }), desk: true },
  { name: 'tables of pictures', view: 'a=swarm&l=junior', open: (page) => turn(page, false), desk: true },
  // each beside another item’s picture
  ...panels.map((panel, k) => ({ name: panel.name, view: `i=Q${1 + (k % 7)}`, open: panel.open, desk: ['menu of a picture', 'why'].includes(panel.name) })),
  { name: 'assumptions', view: '', open: press('.rail .assume') },
  { name: 'official list of 2012', view: 'n=balance-2012&i=B7', open: press('button.scope') },
  { name: 'examples', view: '', open: press('.top .examples') },
  { name: 'about', view: '', open: about },
  {
    name: 'reader',
    view: '',
    open: async (page) => {
      await about(page)
      await press('dialog .ways button')(page)
      await page.locator('dialog article h3').first().waitFor()
    },
  },
  { name: 'Schools', view: 's=schools' },
  { name: 'Schools by 2012, junior', view: 's=schools&n=balance-2012&l=junior&w=township' },
  { name: 'distribution', view: 's=schools&e=distribution' },
  { name: 'flows', view: 's=schools&e=flows&k=12' },
  { name: 'admission', view: 's=schools&e=admission' },
  // rows are alike: a few behind the drawer are enough
  { name: 'a school', view: 's=schools&k=12&w=county-town' },
  { name: 'sheet of a school', view: 's=schools&k=12&w=county-town', open: (page) => page.locator('aside .actions button').nth(1).click() },
  { name: 'Data', view: 's=data' },
]

/** Goes to a place: nothing is loaded anew, everything that lay over the last one is closed. */
export async function go(page: Page, { view, open }: Place, language: 'zh' | 'en'): Promise<void> {
  while ((await page.locator('dialog[open]').count()) > 0) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(30)
  }
  await page.mouse.move(0, 0)
  // views that differ from the usual by nothing but a table shown begin with pictures again
  await turn(page, true)
  await look(page, `y=2031&g=${language}&${view}`)
  await open?.(page)
  await page.waitForFunction(() => document.querySelector('.sheet [role=status], dialog [role=status], aside [role=status], .two [role=status]:not(.unseen)') === null, null, { timeout: 20_000 }).catch(() => undefined)
}

/** Light, dark or for a projector, by the buttons of the top bar. */
export async function wear(page: Page, want: 'light' | 'dark' | 'projector'): Promise<void> {
  const is = async (name: string) => page.evaluate((key) => document.documentElement.dataset[key], name)
  if (((await is('theme')) === 'dark') !== (want === 'dark')) await action(page, /^(深色|Dark)$/).click()
  if (((await is('projector')) === 'on') !== (want === 'projector')) await action(page, /^(投影|Projector|退出投影|Leave projector)/).click()
}
