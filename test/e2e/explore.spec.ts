import { expect, test } from '@playwright/test'
import { lever, open, said, settled } from './app.ts'

test('the first screen shows a county, its verdict and its gap without a click', async ({ page }) => {
  await open(page)
  await expect(page.locator('.verdict h2')).toHaveText(/\d{4} 年/)
  await expect(page.locator('.verdict tbody tr')).toHaveCount(7)
  await expect(page.locator('.wide svg[role=img]')).toHaveAttribute('aria-label', /骨干教师差异系数/)
  await expect(page.locator('.map [role=option]').first()).toBeVisible()
})

test('Q14 at most ten levers and two slots', async ({ page }) => {
  await open(page)
  expect(await page.locator('.rail .row').count()).toBeLessThanOrEqual(10)
  expect(await page.locator('.rail input[type=range]').count()).toBeGreaterThanOrEqual(6)
  expect(await page.locator('.pictures .card').count()).toBe(3)
})

test('a lever bends the gap, releases into 20 runs, is one step, and can be taken back', async ({ page }) => {
  await open(page)
  const before = await said(page)
  const line = page.locator('.wide path.mark').last()
  const path = await line.getAttribute('d')
  await lever(page, 0).focus()
  for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight')
  await expect(line).not.toHaveAttribute('d', path!)
  await settled(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('6%')
  expect(await said(page)).not.toBe(before)
  await page.keyboard.press('Control+z')
  await settled(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('0%')
  expect(await said(page)).toBe(before)
  await page.keyboard.press('Control+Shift+z')
  await settled(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('6%')
})

test('a typed value outside the range changes nothing; inside, it holds', async ({ page }) => {
  await open(page)
  const row = page.locator('.rail .row').first()
  await row.locator('.value').click()
  await row.locator('.field').fill('400')
  await page.keyboard.press('Enter')
  await expect(row.locator('.value')).toHaveText('0%')
  await row.locator('.value').click()
  await row.locator('.field').fill('12')
  await page.keyboard.press('Enter')
  await expect(row.locator('.value')).toHaveText('12%')
})

test('Q15 any number leads to its formula and then to its source', async ({ page }) => {
  await open(page)
  const values = page.locator('#main [data-value]')
  const count = await values.count()
  expect(count).toBeGreaterThan(20)
  for (let k = 0; k < count; k++) {
    await values.nth(k).click()
    const card = page.locator('.door-card')
    await expect(card.locator('.formula').first()).not.toBeEmpty()
    await values.nth(k).click()
    await expect(card.locator('.source-card li').first()).toContainText(/官方|文献|假设/)
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  }
})

test('Q19 every coefficient on a chart has its mean and its count below standard beside it', async ({ page }) => {
  await open(page)
  await expect(page.locator('.wide header p')).toHaveText(/均值 [\d.,]+，\d+ 所低于标准/)
})

test('Q16b the verdict says what it covers and which edition', async ({ page }) => {
  await open(page)
  await expect(page.locator('.verdict')).toContainText('七项资源配置')
  await expect(page.locator('.verdict')).toContainText('另有政府保障、教育质量、社会认可度')
  await expect(page.locator('.status')).toContainText('优质均衡 2017')
  await page.locator('.verdict select').selectOption('balance-2012')
  await expect(page.locator('.verdict tbody tr')).toHaveCount(9)
  await expect(page.locator('.status')).toContainText('基本均衡 2012')
})

test('Q16c the ledger of a year adds up to the change it explains', async ({ page }) => {
  await open(page, 'y=2029')
  await page.locator('.why').click()
  const ledger = page.locator('.sheet table').nth(1)
  await expect(ledger).toBeVisible({ timeout: 30_000 })
  for (const table of [page.locator('.sheet table').nth(0), ledger]) {
    const numbers = (await table.locator('.number').allInnerTexts()).map((text) => Number(text.replace('−', '-')))
    const total = numbers.pop()!
    // four decimals are printed, so each bar may be off by half of the last one
    expect(Math.abs(numbers.reduce((sum, one) => sum + one, 0) - total)).toBeLessThanOrEqual(0.00005 * (numbers.length + 1) + 1e-9)
  }
})

test('Q38 every chart has a table twin by T, and a sentence', async ({ page }) => {
  await open(page)
  const cards = page.locator('.pictures .card')
  for (let k = 0; k < 3; k++) {
    const card = cards.nth(k)
    await expect(card.locator('h2')).not.toBeEmpty()
    await card.locator('.tools button').first().focus()
    await page.keyboard.press('t')
    await expect(card.locator('tbody tr').first()).toBeVisible()
    expect(await card.locator('tbody tr').count()).toBeGreaterThan(10)
    await page.keyboard.press('t')
    await expect(card.locator('tbody')).toHaveCount(0)
  }
})

test('Q37 years and play go by keyboard', async ({ page }) => {
  await open(page, 'y=2030')
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  await expect(page.locator('output.now')).toHaveText('2031')
  await page.keyboard.press(',')
  await expect(page.locator('output.now')).toHaveText('2030')
  await page.keyboard.press('Space')
  await expect(page.locator('output.now')).not.toHaveText('2030')
  await page.keyboard.press('Space')
  await page.keyboard.press('?')
  await expect(page.locator('dialog')).toContainText('键盘快捷键')
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
})

test('Q37 schools on the map are reached by arrows and pinned by Enter, in every picture', async ({ page }) => {
  await open(page)
  await page.locator('.map [role=option][tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('.map [role=option][aria-selected=true]')).toHaveCount(1)
})

test('Q20 every lever has a unit, a baseline, a sheet with range, cost and ground', async ({ page }) => {
  await open(page)
  const rows = page.locator('.rail .row')
  for (let k = 0; k < (await rows.count()); k++) {
    await expect(rows.nth(k).locator('.value')).toHaveText(/[%×元年所人]/)
    await expect(rows.nth(k).locator('.baseline')).toHaveCount(1)
    await rows.nth(k).locator('.more').click()
    const sheet = page.locator('.sheet [role=dialog]')
    await expect(sheet).toContainText('费用')
    await expect(sheet).toContainText('范围')
    await expect(sheet.locator('.grade').first()).toHaveText(/官方|文献|假设/)
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  }
})

test('a failed run keeps the last picture and says what to do', async ({ page }) => {
  await open(page)
  const before = await page.locator('.wide path.mark').last().getAttribute('d')
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {
      throw new Error('broken on purpose')
    }
  })
  await lever(page, 0).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.notice[role=alert]')).toContainText('计算出错，已保留上一次结果', { timeout: 20_000 })
  await expect(page.locator('.notice button')).toHaveText(['重试', '恢复默认', '复制错误信息'])
  expect(await page.locator('.wide path.mark').last().getAttribute('d')).toBe(before)
})
