import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { open, settled } from './app.ts'

const sizes = [
  [1280, 600],
  [1280, 720],
  [1920, 1080],
] as const

for (const language of ['zh', 'en']) {
  for (const screen of ['explore', 'schools']) {
    test(`Q36 axe finds nothing: ${screen}, ${language}, light and dark`, async ({ page }) => {
      await open(page, `s=${screen}&g=${language}`)
      for (const theme of ['light', 'dark']) {
        const found = await new AxeBuilder({ page }).analyze()
        expect(found.violations.map((one) => `${theme} ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
        await page.locator('.actions button').nth(5).click()
      }
    })

    test(`Q10 Q13 no page scroll and nothing cut: ${screen}, ${language}`, async ({ page }) => {
      await open(page, `s=${screen}&g=${language}`)
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        await page.waitForTimeout(200)
        const seen = await page.evaluate(() => ({
          scroll: document.documentElement.scrollHeight - innerHeight + (document.documentElement.scrollWidth - innerWidth),
          cut: [...document.querySelectorAll<HTMLElement>('h1,h2,h3,p,button,label,th,td,figcaption,span')]
            .filter((one) => one.offsetParent !== null && !one.title && !one.closest('[title]') && !one.closest('.unseen,.scroll,.levers') && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden')
            .map((one) => one.textContent?.slice(0, 30)),
          hidden: [...document.querySelectorAll<HTMLElement>('.top button, .top select, .foot button, .foot input')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
        }))
        expect({ width, height, ...seen }).toEqual({ width, height, scroll: 0, cut: [], hidden: 0 })
      }
    })
  }
}

test('Q31 the language switches without reload, keeping state and focus', async ({ page }) => {
  await open(page, 'y=2031')
  const button = page.locator('.actions button', { hasText: 'EN' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('output.now')).toHaveText('2031')
  await expect(page.locator('.actions button', { hasText: '中文' })).toBeFocused()
  await expect(page.locator('.verdict h2')).toHaveText(/(passes|met)/i)
})

test('Q40 targets are at least 24 by 24', async ({ page }) => {
  await open(page)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input:not(.unseen), summary')]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
      .map(({ one, box }) => `${one.className} ${one.textContent?.slice(0, 20)} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )
  expect(small).toEqual([])
})

test('Q33 type: no slant, no letter spacing, chart text at least 12 px', async ({ page }) => {
  await open(page)
  const bad = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.childNodes.length > 0 && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''))
      .map((one) => ({ one, style: getComputedStyle(one) }))
      .filter(({ one, style }) => style.fontStyle !== 'normal' || !['normal', '0px'].includes(style.letterSpacing) || (parseFloat(style.fontSize) < 12 && !one.matches('.glyph, abbr') && one.closest('svg[role=img]') === null))
      .map(({ one, style }) => `${one.tagName} ${one.textContent?.slice(0, 16)} ${style.fontSize} ${style.fontStyle} ${style.letterSpacing}`),
  )
  expect(bad).toEqual([])
})

test('Q43 reduced motion: nothing tweens and everything is there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const moving = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((one) => [getComputedStyle(one).animationDuration, getComputedStyle(one).transitionDuration].some((text) => text.split(',').some((part) => parseFloat(part) > 0))).length)
  expect(moving).toBe(0)
  await expect(page.locator('.fan')).toHaveCount(1)
})

test('Q45 twice the text size loses nothing', async ({ page }) => {
  await open(page)
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.locator('.verdict h2')).toBeVisible()
  await page.setViewportSize({ width: 640, height: 360 })
  await settled(page)
  await expect(page.locator('.verdict h2')).toBeVisible()
})

test('Q12 a phone gets a page to read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  await expect(page.locator('.verdict h2')).toBeVisible()
  await expect(page.locator('.wide svg')).toBeVisible()
  await expect(page.locator('section.rail')).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

test('Q48 no request leaves the origin, and the console stays quiet', async ({ page, baseURL }) => {
  const away: string[] = []
  const loud: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(baseURL!)) away.push(request.url())
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) loud.push(message.text())
  })
  page.on('pageerror', (error) => loud.push(error.message))
  await open(page)
  await page.locator('.actions button', { hasText: '分享' }).click()
  await expect(page.locator('dialog .report')).toBeVisible()
  expect({ away, loud }).toEqual({ away: [], loud: [] })
})
