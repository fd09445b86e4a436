import { expect, test } from '@playwright/test'
import { open } from './app.ts'

test('filters stand in the address, the drawer opens by keyboard and gives focus back', async ({ page }) => {
  await open(page, 's=schools&y=2030')
  const all = await page.locator('tbody tr').count()
  await page.locator('.tools select').nth(2).selectOption('rural')
  expect(await page.locator('tbody tr').count()).toBeLessThan(all)
  await expect(page).toHaveURL(/w=rural/)
  await page.locator('tbody [tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('aside h2')).toBeVisible()
  await expect(page.locator('aside figure')).toHaveCount(7)
  await page.locator('aside header button').click()
  await expect(page.locator('aside')).toHaveCount(0)
  await expect(page.locator('tbody [tabindex="0"]')).toBeFocused()
})

test('sorting is announced and starts from township order, not from a ranking', async ({ page }) => {
  await open(page, 's=schools')
  await expect(page.locator('th[aria-sort]')).toHaveCount(0)
  await page.locator('thead th button', { hasText: '学生数' }).click()
  await expect(page.locator('th[aria-sort=ascending]')).toHaveCount(1)
  const rolls = (await page.locator('tbody tr td:nth-child(3)').allInnerTexts()).map((text) => parseInt(text, 10))
  expect(rolls).toEqual([...rolls].sort((a, b) => a - b))
})

test('no school matches: a way back', async ({ page }) => {
  await open(page, 's=schools')
  await page.locator('input[type=search]').fill('没有这所学校')
  await expect(page.locator('.empty')).toContainText('没有符合条件的学校')
  await page.locator('.empty button').click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
})

test('names can be hidden everywhere', async ({ page }) => {
  await open(page, 's=schools')
  await page.locator('.hide input').check()
  await expect(page.locator('tbody th').first()).toHaveText(/^P\d{3}$/)
})

test('what would change a school most is computed there', async ({ page }) => {
  await open(page, 's=schools&y=2032&t=below')
  await page.locator('tbody tr').first().click()
  await page.locator('aside button', { hasText: '逐项试算' }).click()
  await expect(page.locator('aside ol li')).toHaveCount(3, { timeout: 45_000 })
})
