import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { lever, open, said, settled } from './app.ts'

test('Q25 a link restores the exact view, in another profile', async ({ page, browser, baseURL }) => {
  await open(page, 'y=2033&l=junior&i=Q5&a=swarm')
  await lever(page, 0).focus()
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight')
  await settled(page)
  await expect(page).toHaveURL(/#v1\./)
  const text = await said(page)
  const other = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await other.goto(page.url().replace(/^.*#/, `${baseURL}#`))
  await settled(other)
  expect(await said(other)).toBe(text)
  await other.context().close()
})

test('Q28 nothing is lost: the last committed change comes back', async ({ page }) => {
  await open(page)
  await lever(page, 0).focus()
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight')
  await settled(page)
  await page.goto('about:blank')
  await open(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('3%')
  await expect(page.locator('.notice')).toContainText('已恢复上次的方案')
})

test('a broken link opens the sample county and says what is wrong', async ({ page }) => {
  await open(page, 'v1.thisisnotalink')
  await expect(page.locator('.verdict')).toBeVisible()
  await expect(page.locator('.notice')).toContainText('链接无法打开')
  await page.locator('.notice button').first().click()
  await expect(page.locator('dialog textarea').last()).toHaveValue('#v1.thisisnotalink')
})

test('a scenario file goes out and comes back', async ({ page }) => {
  await open(page)
  await lever(page, 4).focus()
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight')
  await settled(page)
  const text = await said(page)
  await page.locator('.actions button', { hasText: '分享' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog button', { hasText: '.json' }).click()])
  const file = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(file)).toMatchObject({ format: 1, county: { id: 'plain-county' } })
  await page.locator('dialog header button').click()
  await page.locator('.rail header button').click()
  await settled(page)
  expect(await said(page)).not.toBe(text)
  await page.locator('.actions button', { hasText: '分享' }).click()
  await page.locator('dialog input[type=file]').setInputFiles({ name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(page.locator('dialog')).toHaveCount(0)
  await settled(page)
  expect(await said(page)).toBe(text)
})

test('bad files end in located messages', async ({ page }) => {
  await open(page)
  await page.locator('.actions button', { hasText: '分享' }).click()
  const box = page.locator('dialog textarea').last()
  await box.fill('{"format": 1, "id": "x", "seeed": 3}')
  await page.locator('dialog button', { hasText: '打开' }).first().click()
  await expect(page.locator('dialog [role=alert] li').first()).toBeVisible()
  await expect(page.locator('dialog [role=alert]')).toContainText('seeed')
})

test('Q18 the picture that leaves carries title, versions and scope', async ({ page }) => {
  await open(page)
  const card = page.locator('.wide .card')
  await card.locator('summary').click()
  const [download] = await Promise.all([page.waitForEvent('download'), card.locator('button', { hasText: 'SVG' }).click()])
  const svg = await readFile(await download.path(), 'utf8')
  expect(svg).toContain('模型 0.1')
  expect(svg).toContain('优质均衡 2017')
  expect(svg).toContain('不替代督导评估认定')
  expect(svg).toContain('骨干教师')
})
