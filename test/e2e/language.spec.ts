import { expect, type Page } from '@playwright/test'
import { action, fresh, look, panels, share, test, thePage } from './one-page.ts'

/* Bars Q31 to Q35: two whole languages, Chinese type and units, input methods. */

test('Q31 the language changes in place: no reload, same state, same focus', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2033&l=junior&i=Q5')
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  const button = action(page, /Switch to English|切换到中文/)
  await button.focus()
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        new MutationObserver((_, observer) => {
          if (document.documentElement.lang !== 'en') return
          observer.disconnect()
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)))
        }).observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
        ;(document.activeElement as HTMLElement).click()
      }),
  )
  test.info().annotations.push({ type: 'Q31', description: `${Math.round(took)} ms` })
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('output.now')).toHaveText('2033')
  expect(await page.evaluate(() => (window as unknown as { stillHere?: boolean }).stillHere)).toBe(true)
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
})

/** Texts of the page that stand in the wrong language, without what names the other language on purpose. */
const foreign = (page: Page, language: 'zh' | 'en') =>
  page.evaluate((wanted) => {
    const wrong = wanted === 'en' ? /[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]/ : /[A-Za-z]{4,}/
    // file kinds, names of programs, keys of the keyboard, seeds, links, citations and commands are the same in both languages
    const free = wanted === 'en' ? /^$/ : /^[\s\S]*?(json|html|CSV|XLSX|SVG|PNG|Word|Ctrl|Shift|Space|Enter|Home|PageUp|BibTeX|Esc|Excel|https?:|npx|Hengtu)/
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!parent || text === '' || !parent.checkVisibility() || parent.closest('textarea, script, style, option, [lang]:not(html):not(.report), .source-card, .ground')) continue
      if (wrong.test(text) && !free.test(text)) found.push(text.slice(0, 60))
    }
    for (const one of document.querySelectorAll('[aria-label], [title]')) {
      if (one.closest('[lang]:not(html):not(.report)')) continue
      for (const text of [one.getAttribute('aria-label') ?? '', one.getAttribute('title') ?? '']) if (wrong.test(text) && !free.test(text)) found.push(`label ${text.slice(0, 60)}`)
    }
    return [...new Set(found)]
  }, language)

for (const language of ['zh', 'en'] as const) {
  test(`Q32 no word of the other language on any screen or panel: ${language}`, async ({ browser }) => {
    const page = await fresh(await thePage(browser), `y=2031&g=${language}`)
    for (const view of ['a=cv', 'a=swarm', 'a=passing', 'a=gap', 'a=cost', 'b=grid', 's=schools', 's=schools&k=12']) {
      await look(page, `y=2031&g=${language}&${view}`)
      expect({ view, found: await foreign(page, language) }).toEqual({ view, found: [] })
    }
    await look(page, `y=2031&g=${language}`)
    for (const panel of panels) {
      await panel.open(page)
      expect({ panel: panel.name, found: await foreign(page, language) }).toEqual({ panel: panel.name, found: [] })
      await look(page, `y=2031&g=${language}`)
    }
    await look(page, 'y=2031')
  })
}

test('Q33 Chinese type: upright, unspaced, 12 px at least in pictures, lines of prose open', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const bad = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && /[\u4e00-\u9fff]/.test(node.textContent!)))
        .flatMap((one) => {
          const style = getComputedStyle(one)
          const size = parseFloat(style.fontSize)
          const prose = one.matches('p') && one.clientHeight > 3.2 * size && (one.textContent?.length ?? 0) > 60
          const wrong = [
            style.fontStyle !== 'normal' && 'slanted',
            !['normal', '0px'].includes(style.letterSpacing) && 'spaced',
            size < 12 && !one.matches('abbr, .glyph') && `${style.fontSize}`,
            prose && parseFloat(style.lineHeight) / size < 1.34 && `lines ${style.lineHeight} of ${style.fontSize}`,
          ].filter(Boolean)
          return wrong.length > 0 ? [`${one.tagName} ${one.textContent!.trim().slice(0, 20)}: ${wrong.join(', ')}`] : []
        }),
    )
  for (const view of ['y=2031', 'y=2031&s=schools&k=12']) {
    await look(page, view)
    expect({ view, bad: await bad() }).toEqual({ view, bad: [] })
  }
  expect(parseFloat(await page.evaluate(() => getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(14)
  await look(page, 'y=2031')
  for (const panel of panels) {
    await panel.open(page)
    expect({ panel: panel.name, bad: await bad() }).toEqual({ panel: panel.name, bad: [] })
    await look(page, 'y=2031')
  }
})

test('Q34 units: 万元 and 亿元 in Chinese, million yuan in English, half-width digits, full-width marks in prose', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.locator('.rail input[type=range]').nth(5).focus()
  await page.keyboard.press('PageUp')
  await page.waitForTimeout(500)
  await expect(page.locator('.verdict .says')).toContainText('次模拟中有')
  await expect(page.locator('.verdict')).toContainText(/[\d,.]+ ?(万元|亿元)/)
  const text = await page.locator('#main').innerText()
  expect(text.match(/[０-９]/g) ?? []).toEqual([])
  expect(text.match(/[\u4e00-\u9fff][,;!?](?=[\u4e00-\u9fff])/g) ?? []).toEqual([])
  await look(page, 'y=2031&g=en')
  await expect(page.locator('.verdict')).toContainText(/million yuan/)
  expect((await page.locator('#main').innerText()).match(/万|亿/g) ?? []).toEqual([])
  await look(page, 'y=2031')
})

test('Q35 pinyin in a field starts no shortcut', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2031&s=schools')
  const field = page.getByRole('searchbox')
  await field.focus()
  const client = await page.context().newCDPSession(page)
  for (const [key, text] of [
    ['r', 'r'],
    [',', 'r,'],
    ['?', 'r,t'],
  ] as const) {
    await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    // what the browser says of a key the input method took
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: 229 })
  }
  await expect(page.locator('output.now')).toHaveText('2031')
  await expect(page.locator('dialog')).toHaveCount(0)
  await client.send('Input.insertText', { text: '小学' })
  await expect(field).toHaveValue(/小学/)
  await field.fill('')
  await client.detach()
  await look(page, 'y=2031')
})

test('Q31 the report and the dialog speak the language chosen', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2031&g=en')
  const dialog = await share(page)
  await expect(dialog.locator('.report')).toHaveAttribute('lang', 'en')
  await page.keyboard.press('Escape')
  await look(page, 'y=2031')
})
