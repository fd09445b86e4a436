import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { readQr } from '../support/read-qr.ts'
import { fresh, look, test, thePage } from './one-page.ts'

/* The Schools screen, on one page: each test says what it looks at. */

test('filters, sorting, columns and tab stand in the address; chips take filters away; all is announced', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 's=schools&y=2030')
  const all = await page.locator('tbody tr').count()
  // no ranking unless somebody asks for one: township, then school
  await expect(page.locator('th[aria-sort]')).toHaveCount(0)
  await page.locator('.tools select').nth(2).selectOption('rural')
  expect(await page.locator('tbody tr').count()).toBeLessThan(all)
  // rows slide to their places in a fifth of a second
  const slides = (head: string) =>
    page.locator('thead th button', { hasText: head }).evaluate(async (button: HTMLElement) => {
      button.click()
      for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame)
      return [...new Set(document.getAnimations().filter(({ effect }) => effect instanceof KeyframeEffect && effect.target?.closest('tbody')).map(({ effect }) => effect!.getComputedTiming().duration))]
    })
  expect(await slides('达标项')).toEqual([200])
  await page.locator('thead th button', { hasText: '学生数' }).click({ modifiers: ['Shift'] })
  await page.locator('details summary', { hasText: '列' }).click()
  await page.locator('.sheet label', { hasText: '教学设备' }).locator('input').uncheck()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/w=rural.*o=met\.roll&c=Q6/)
  await expect(page.locator('thead th[aria-sort=ascending]')).toHaveCount(1)
  await expect(page.locator('.tools [role=status]')).toHaveText(/按达标项升序、学生数升序排列/)
  await expect(page.locator('thead th', { hasText: '教学设备' })).toHaveCount(0)
  const order = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('[data-value]')]).map((cells) => [parseInt(cells.at(-2)?.textContent ?? '', 10), parseInt(cells[0]?.textContent ?? '', 10)] as const))
  expect(order).toEqual([...order].sort((a, b) => a[0] - b[0] || a[1] - b[1]))
  // and in none for whoever wants no motion
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const here = decodeURIComponent(new URL(page.url()).hash.slice(1))
  await look(page, 'y=2030')
  await look(page, here)
  expect(await slides('学生数')).toEqual([])
  await page.emulateMedia({ reducedMotion: null })
  await page.locator('.chip', { hasText: '乡村' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(all)
  await expect(page).not.toHaveURL(/w=rural/)
  await page.locator('input[type=search]').fill('没有这所学校')
  await expect(page.locator('.empty')).toContainText('没有符合条件的学校')
  // what is typed may be a school’s name: it stands in no address
  await page.waitForTimeout(400)
  expect(decodeURIComponent(page.url())).not.toContain('没有这所学校')
  await page.locator('.empty button').click()
  await expect(page.locator('tbody tr')).toHaveCount(all)
})

test('Q37 the grid by keyboard: Space opens the formula, then the source; Enter the school; Escape gives focus back', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 's=schools&y=2031')
  await page.locator('tbody [tabindex="0"]').focus()
  await page.keyboard.press('Control+Home')
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const cell = page.locator('tbody tr').nth(1).locator('td').nth(3)
  await expect(cell).toBeFocused()
  await page.keyboard.press('Space')
  const shown = (await cell.locator('[data-value]').innerText()).replace(/^\D+/, '')
  await expect(page.locator('.door-card .formula').nth(1)).toContainText(new RegExp(`^\\d+ ÷ [\\d,]+ × 100 = ${shown.replace('.', '\\.')}`))
  await page.keyboard.press('Space')
  await expect(page.locator('.source-card li').first()).toContainText('官方')
  await page.keyboard.press('Escape')
  await expect(page.locator('.door-card')).toHaveCount(0)
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('aside')).toBeFocused()
  await expect(page.locator('aside .trends svg')).toHaveCount(8)
  await page.keyboard.press('Escape')
  await expect(page.locator('aside')).toHaveCount(0)
  await expect(cell).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.locator('tbody .chosen')).toHaveCount(2)
  const out = page.locator('.right summary', { hasText: '导出' })
  await out.click()
  await expect(page.locator('.right button', { hasText: '复制所选' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(out).toBeFocused()
  // what is copied is what stands in the cells now, not what stood there when they were chosen
  await page.evaluate(() => {
    const taken: string[] = []
    Object.assign(window, { taken })
    navigator.clipboard.writeText = (text) => Promise.resolve(void taken.push(text))
  })
  const taken = () => page.evaluate(() => (window as unknown as { taken: string[] }).taken)
  await look(page, 's=schools&y=2036')
  await page.locator('tbody [tabindex="0"]').focus()
  await page.keyboard.press('Control+c')
  const cells = await page.locator('tbody .chosen').allInnerTexts()
  expect(cells).toHaveLength(2)
  expect((await taken()).map((text) => text.split('\t').map((one) => Number(one).toFixed(2)))).toEqual([cells.map((text) => text.replace(/^\D+/, ''))])
  // and nothing on another tab
  await look(page, 's=schools&y=2036&e=distribution')
  await page.locator('.tabs button').nth(1).focus()
  await page.keyboard.press('Control+c')
  expect(await taken()).toHaveLength(1)
  // a school chosen by a link is brought into view, however far down its row stands
  await look(page, 's=schools&y=2031')
  const last = page.locator('tbody tr').last()
  await last.locator('th').click()
  await expect(page).toHaveURL(/k=\d+/)
  const school = /k=\d+/.exec(page.url())![0]
  await look(page, 's=schools&y=2031')
  await page.locator('.scroll').evaluate((box) => box.scrollTo(0, 0))
  await expect(last.locator('th')).not.toBeInViewport()
  await look(page, `s=schools&y=2031&${school}`)
  await expect(page.locator('tbody tr.open th')).toBeInViewport({ ratio: 1 })
  // the middle of the table: no row lies half under the head
  await page.locator('tbody tr').nth(30).locator('th').click()
  await expect(page).not.toHaveURL(new RegExp(`${school}(?!\\d)`))
  const middle = /k=\d+/.exec(page.url())![0]
  await look(page, 's=schools&y=2031')
  await page.locator('.scroll').evaluate((box) => box.scrollTo(0, 0))
  await look(page, `s=schools&y=2031&${middle}`)
  await expect(page.locator('tbody tr.open th')).toBeInViewport({ ratio: 1 })
  const cutRows = () => page.evaluate(() => {
    const head = document.querySelector('thead tr:last-child th')!.getBoundingClientRect().bottom
    return [...document.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect()).filter(({ top, bottom }) => top < head - 1 && bottom > head + 1).length
  })
  // rows slide for a moment
  await expect.poll(cutRows).toBe(0)
  // a large window shows 26 schools at least, each name in a line
  await page.setViewportSize({ width: 1920, height: 1080 })
  await look(page, 's=schools&y=2031&g=en')
  const whole = await page.locator('tbody tr').evaluateAll((rows) => {
    const foot = document.querySelector('tfoot')!.getBoundingClientRect().top
    const head = document.querySelector('thead tr:last-child th')!.getBoundingClientRect().bottom
    const boxes = rows.map((row) => row.getBoundingClientRect())
    return { seen: boxes.filter(({ top, bottom }) => top >= head - 1 && bottom <= foot + 1).length, high: Math.max(...boxes.map(({ height }) => height)) }
  })
  expect(whole.seen).toBeGreaterThanOrEqual(26)
  expect(whole.high).toBeLessThanOrEqual(28.5)
})

test('teacher flows: bands between places, arcs of a school, the same counts in the table twin; hidden names stay hidden', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 's=schools&y=2031&e=flows&k=12')
  const bands = page.locator('.flows [role=option]')
  await expect(bands.first()).toBeVisible({ timeout: 20_000 })
  await bands.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(bands.nth(1)).toBeFocused()
  const names = await bands.evaluateAll((all) => all.map((one) => /：(\d+) 人次/.exec(one.getAttribute('aria-label') ?? '')?.[1]))
  await page.keyboard.press('t')
  expect(await page.locator('.two > .card').first().locator('tbody td:nth-child(3)').allInnerTexts()).toEqual(names)
  await page.locator('.hide input').check()
  await expect(page.locator('.two h2').nth(1)).toContainText(/P\d{3}/)
  expect(await page.locator('.arcs [role=option]').evaluateAll((all) => all.every((one) => /^[PJ]\d{3} → [PJ]\d{3}/.test(one.getAttribute('aria-label') ?? '')))).toBe(true)
  await look(page, 's=schools&y=2031&k=12')
  await expect(page.locator('tbody th').first()).toHaveText(/^P\d{3}$/)
  await page.locator('.right summary', { hasText: '导出' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.right button', { hasText: 'CSV' }).click()])
  expect(await readFile(await download.path(), 'utf8')).not.toMatch(/小学,.*县城,/)
  await page.locator('.hide input').uncheck()
})

test('what would change a school most is computed there, and can be stopped; a note and the sheet', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 's=schools&y=2032&t=below')
  await page.locator('tbody tr th').first().click()
  // three runs are soon done: begun and stopped within two frames
  await page.locator('aside').evaluate(async (aside) => {
    const press = (text: string) => [...aside.querySelectorAll('button')].find((one) => one.textContent.includes(text))!.click()
    press('逐项试算')
    await new Promise(requestAnimationFrame)
    press('停止')
  })
  await page.locator('aside button', { hasText: '逐项试算' }).click()
  await expect(page.locator('aside ol li')).toHaveCount(3, { timeout: 45_000 })
  await page.locator('aside textarea').fill('缺音乐教师一名')
  await page.locator('aside textarea').blur()
  await page.locator('aside .actions button', { hasText: '一校一策' }).click()
  const sheet = page.locator('dialog .a4')
  await expect(sheet).toContainText('缺音乐教师一名')
  await expect(sheet.locator('tbody tr')).toHaveCount(7)
  await expect(sheet.locator('footer')).toContainText(/模型 .*2017.*不替代督导评估认定/)
  // Q54: the page leads back to what it was printed from: code, digest of the county, day, address
  await expect(sheet.locator('footer')).toContainText(/方案码 A-\w+-\w+-\w+ · 县数据校验码 [0-9a-f]{8,} · \d{4}-\d\d-\d\d\s*http:\/\/127\.0\.0\.1/)
  // Q54: a code of at least 22 mm, dark on white whatever the theme
  const code = sheet.getByRole('img', { name: '链接二维码' })
  expect((await code.boundingBox())!.width).toBeGreaterThanOrEqual((22 / 25.4) * 96)
  await expect(code.locator('path')).toHaveAttribute('fill', '#000')
  const drawn = await code.evaluate((svg) => ({ size: Number(svg.getAttribute('viewBox')!.split(' ')[2]), path: svg.querySelector('path')!.getAttribute('d')! }))
  expect(readQr(drawn)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#v1\.[\w-]+$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.locator('aside textarea')).toHaveValue('')
})
