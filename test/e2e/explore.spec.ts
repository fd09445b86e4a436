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

test('Q19 every coefficient on a chart has its mean and its count below standard beside it', async ({ page }) => {
  await open(page)
  await expect(page.locator('.wide header p')).toHaveText(/均值 [\d.,]+，\d+ 所低于标准/)
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

test('Q37 schools on the map are reached by arrows and pinned by Enter, in every picture', async ({ page }) => {
  await open(page)
  await page.locator('.map [role=option][tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('.map [role=option][aria-selected=true]')).toHaveCount(1)
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
