import { expect, test, type Page } from '@playwright/test'
import { settled } from './app.ts'
import { awkwardCounty } from './awkward-county.ts'
import { violations } from './axe.ts'
import { cut, overlaid } from './faults.ts'
import { action, rest, share } from './one-page.ts'

/* A county that lacks what others have: an item without figures, a stage of one school, no villages, no coordinates. No screen may show a hole in the program instead of a hole in the data. */

/** Words, hints and drawings that are none: what a program says where it has no value. */
const holes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong = /NaN|undefined|Infinity|\bnull\b|\{\w+\}/
    const told = [...document.querySelectorAll('[aria-label], [title], [aria-valuetext]')].flatMap((one) => ['aria-label', 'title', 'aria-valuetext'].map((name) => one.getAttribute(name) ?? ''))
    const drawn = [...document.querySelectorAll('svg, svg *')].flatMap((one) => [...one.attributes].map(({ name, value }) => `${one.tagName} ${name}=${value.slice(0, 60)}`))
    return [...document.body.innerText.split('\n'), ...told, ...drawn].filter((text) => wrong.test(text))
  })

const views = ['i=Q7', 'l=junior&i=Q7&a=swarm&b=grid', 'a=passing&b=flows', 'a=gap&i=Q2', 'a=chance', 'n=balance-2012&i=B3', 's=schools', 's=schools&l=junior', 's=schools&e=distribution&l=junior', 's=schools&e=flows&k=1', 's=schools&e=admission', 's=schools&k=1', 's=data']

test('Q57 a county without figures of an item, with one junior school, without villages and coordinates: every screen says what it lacks', async ({ page }, info) => {
  test.setTimeout(240_000)
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('./')
  await action(page, /^分享$/).click()
  await page.locator('dialog .send input[type=file]').last().setInputFiles(awkwardCounty((name) => info.outputPath(name)))
  await expect(page.locator('dialog')).toHaveCount(0)
  await settled(page)
  await page.locator('.notice').getByRole('button', { name: '知道了' }).click()
  const found: Record<string, unknown> = {}
  const note = async (where: string) => {
    const faults = [...(await holes(page)), ...(await violations(page, { contrast: 'part' })), ...(await overlaid(page)), ...(await cut(page))]
    if (faults.length > 0) found[where] = faults
  }
  for (const language of ['zh', 'en']) {
    for (const view of views) {
      await page.evaluate((text) => void (location.hash = text), `y=2031&g=${language}&${view}`)
      await rest(page)
      await note(`${language} ${view}`)
      await page.setViewportSize({ width: 1280, height: 600 })
      await rest(page)
      const low = await cut(page)
      if (low.length > 0) found[`${language} ${view} 600`] = low
      await page.setViewportSize({ width: 1280, height: 720 })
    }
  }
  await page.evaluate((text) => void (location.hash = text), `y=2031&g=zh&i=Q7`)
  await rest(page)
  // the two coefficients that rest on nobody’s figures are hatched; the others are judged as ever
  await expect(page.locator('.verdict tbody td.none')).toHaveCount(2)
  await expect(page.locator('.verdict')).toContainText('学校明细表缺数据，由模型按假设补齐：多媒体教室（小学、初中）。')
  await expect(page.locator('.verdict')).toContainText('初中参评学校仅 1 所：没有学校可比')
  const dialog = await share(page)
  await note('share')
  await expect(dialog.locator('.report')).toContainText('由模型按假设补齐：多媒体教室（小学、初中）')
  // who has the table alone is told by its last line
  await expect(dialog.locator('.report')).toContainText('少校县2025（明细表缺数据，由模型补齐）')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await rest(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await expect(page.locator('.verdict .drawn')).toBeVisible()
  await note('phone')
  expect({ found, errors }).toEqual({ found: {}, errors: [] })
})
