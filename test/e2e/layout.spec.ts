import { expect, type Page } from '@playwright/test'
import { fresh, look, panels, test, thePage } from './one-page.ts'

/* Bars Q10, Q12 and Q13: everything fits, nothing is cut, on the sizes of offices, meeting rooms and phones. */

const sizes = [
  [1280, 600],
  [1280, 720],
  [1920, 1080],
] as const
const screens = ['', 's=schools', 's=schools&k=12'] as const

/** Controls cut by the window or by a box that does not scroll, words that stand out of their button, text cut without a full form, and how far the page itself scrolls. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const seen = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getBoundingClientRect().width > 1
    const scrolls = (style: CSSStyleDeclaration) => /auto|scroll/.test(style.overflowY) || /auto|scroll/.test(style.overflowX)
    const say = (one: Element) => `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30)}`
    const cutBy = (one: Element): boolean => {
      const box = one.getBoundingClientRect()
      for (let up = one.parentElement; up; up = up.parentElement) {
        const style = getComputedStyle(up)
        if (scrolls(style)) return false
        const frame = up.getBoundingClientRect()
        if (style.overflow !== 'visible' && (box.right > frame.right + 2 || box.bottom > frame.bottom + 2 || box.left < frame.left - 2 || box.top < frame.top - 2)) return true
      }
      return box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1
    }
    const controls = [...document.querySelectorAll('button, select, summary, input:not(.unseen):not([type=file])')].filter((one) => seen(one) && !one.closest('.unseen, .skip'))
    const texts = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, button, label, th, td, dt, dd, li, span, figcaption, summary')].filter(
      (one) => seen(one) && !one.title && !one.closest('[title], .unseen') && getComputedStyle(one).overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1,
    )
    return {
      scroll: document.documentElement.scrollHeight - innerHeight + document.documentElement.scrollWidth - innerWidth,
      controls: controls.filter(cutBy).map(say),
      spilt: controls.filter((one) => one.matches('button, summary') && one.scrollWidth > one.clientWidth + 2).map(say),
      texts: texts.map(say),
    }
  })
const whole = { scroll: 0, controls: [], spilt: [], texts: [] }

for (const language of ['zh', 'en']) {
  test(`Q10 Q13 every screen fits without page scroll, no control or text cut: ${language}`, async ({ browser }) => {
    const page = await fresh(await thePage(browser))
    for (const screen of screens) {
      await look(page, `y=2031&g=${language}&${screen}`)
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        await page.waitForTimeout(150)
        expect({ screen, width, height, ...(await cut(page)) }).toEqual({ screen, width, height, ...whole })
      }
    }
  })

  test(`Q10 Q13 every panel fits at the smallest size: ${language}`, async ({ browser }) => {
    const page = await fresh(await thePage(browser), `y=2031&g=${language}`)
    await page.setViewportSize({ width: 1280, height: 600 })
    for (const panel of panels) {
      await panel.open(page)
      await page.waitForTimeout(150)
      expect({ panel: panel.name, ...(await cut(page)) }).toEqual({ panel: panel.name, ...whole })
      await look(page, `y=2031&g=${language}`)
    }
  })
}

test('Q12 on an old projector of 1024 by 768 every control is there', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.setViewportSize({ width: 1024, height: 768 })
  for (const screen of screens) {
    await look(page, `y=2031&${screen}`)
    await page.waitForTimeout(150)
    expect({ screen, ...(await cut(page)) }).toEqual({ screen, ...whole })
  }
  await look(page, 'y=2031')
  // their words are hidden here, their names are not
  for (const name of [/^重放上一步/, '分享', '投影']) await expect(page.getByRole('button', { name })).toBeVisible()
  expect(await page.locator('.rail input[type=range]').count()).toBeGreaterThanOrEqual(6)
})

test('Q12 a phone gets verdict, table and pictures to read, with nothing to the right of the page', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.setViewportSize({ width: 390, height: 844 })
  await page.waitForTimeout(150)
  await expect(page.locator('.verdict h2')).toBeVisible()
  await expect(page.locator('.verdict tbody tr').first()).toBeVisible()
  await expect(page.locator('.pictures .card svg[role]').first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  // nothing to decide: no levers, no other county, no undo
  for (const control of ['.rail input', '.county select', '.actions .icon', '.examples']) await expect(page.locator(control).first()).toBeHidden()
  await look(page, 'y=2031&s=schools&k=12')
  await expect(page.locator('aside textarea')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await look(page, 'y=2031&s=data')
  await expect(page.locator('.data h2')).toHaveText('数据：请在电脑上操作')
  await expect(page.locator('.data :is(input, textarea, select)')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await page.getByRole('button', { name: '查看结论和图' }).click()
  await expect(page.locator('.verdict h2')).toBeVisible()
})
