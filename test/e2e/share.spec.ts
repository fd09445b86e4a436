import { readFile } from 'node:fs/promises'
import { expect, type ConsoleMessage } from '@playwright/test'
import { lever, said, settled } from './app.ts'
import { fresh, share, test, thePage } from './one-page.ts'
import { sound } from './sound.ts'

test('Q48 a broken link opens the sample county and says what is wrong; one to a county that is not here asks for its file, then opens', async ({ page }) => {
  // nothing is asked of the runs
  await page.goto('./#v1.thisisnotalink')
  await expect(page.locator('.verdict')).toBeVisible()
  await expect(page.locator('.notice')).toContainText('链接无法打开')
  await sound(page, 'a link that cannot be opened', '.notices')
  await page.locator('.notice button').first().click()
  const dialog = page.locator('dialog')
  await expect(dialog.locator('textarea:not([readonly])')).toHaveValue('#v1.thisisnotalink')
  const county = JSON.parse(await readFile('scenarios/counties/mountain-county.json', 'utf8')) as Record<string, unknown>
  await dialog.locator('textarea:not([readonly])').fill((await readFile('test/scenario/foreign-link.txt', 'utf8')).trim())
  await dialog.getByRole('button', { name: '打开', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('far-county')
  await dialog.locator('.send input[type=file]').last().setInputFiles({ name: 'far.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...county, id: 'far-county' })) })
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.county select')).toHaveValue('far-county')
})

test('a scenario file goes out and comes back', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await lever(page, 4).focus()
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight')
  await settled(page)
  const text = await said(page)
  await page.locator('.actions button', { hasText: '分享' }).click()
  await page.locator('dialog').getByRole('button', { name: 'BibTeX' }).click()
  await page.getByRole('textbox', { name: '方案名称' }).fill('城关镇三年规划')
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog .report .name')).toHaveText('方案：城关镇三年规划')
  // texts under the new name take the place of the old: what was chosen in the dialog stays chosen
  await expect(page.locator('dialog').getByRole('button', { name: 'BibTeX' })).toHaveAttribute('aria-pressed', 'true')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog button', { hasText: '方案文件 .json' }).click()])
  const file = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(file)).toMatchObject({ format: 1, county: { id: 'plain-county' }, title: { zh: '城关镇三年规划' } })
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click()
  await page.locator('.rail header button').click()
  await settled(page)
  expect(await said(page)).not.toBe(text)
  await expect(page.locator('.examples')).toHaveText('方案')
  await page.locator('.actions button', { hasText: '分享' }).click()
  const warned: string[] = []
  const hear = (message: ConsoleMessage) => void (['warning', 'error'].includes(message.type()) && warned.push(message.text()))
  page.on('console', hear)
  await page.locator('dialog .send input[type=file]').setInputFiles({ name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(page.locator('dialog')).toHaveCount(0)
  await settled(page)
  expect(await said(page)).toBe(text)
  await expect(page.locator('.examples')).toHaveText('城关镇三年规划')
  // what was being drawn for the dialog asks nothing of it once it is gone
  page.off('console', hear)
  expect(warned).toEqual([])
})

test('bad files end in located messages', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.locator('.actions button', { hasText: '分享' }).click()
  const box = page.locator('dialog textarea:not([readonly])')
  await box.fill('{"format": 1, "id": "x", "seeed": 3}')
  await page.locator('dialog').getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.locator('dialog [role=alert] li').first()).toBeVisible()
  await expect(page.locator('dialog [role=alert]')).toContainText('seeed')
  await page.keyboard.press('Escape')
})

test('Q30 a scenario code carries the main levers, and a wrong sign is noticed', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.locator('.actions button', { hasText: '分享' }).click()
  const box = page.locator('dialog textarea:not([readonly])')
  const empty = await page.locator('dialog textarea[aria-label^="方案码"]').inputValue()
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click()
  await page.locator('.rail .row').nth(6).locator('.value').click()
  await page.locator('.rail .field').fill('70')
  await page.keyboard.press('Enter')
  await settled(page)
  await page.locator('.actions button', { hasText: '分享' }).click()
  const code = await page.locator('dialog textarea[aria-label^="方案码"]').inputValue()
  expect(code).not.toBe(empty)
  await box.fill(code.replace(/.$/, (sign) => (sign === '7' ? '8' : '7')))
  await page.locator('dialog').getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.locator('dialog [role=alert]')).toBeVisible()
  await box.fill(empty)
  await page.locator('dialog').getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.locator('.rail .row').nth(6).locator('.value')).toHaveText('50%')
  await page.locator('.actions button', { hasText: '分享' }).click()
  await page.locator('dialog textarea:not([readonly])').fill(code)
  await page.locator('dialog').getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.locator('.rail .row').nth(6).locator('.value')).toHaveText('70%')
})

const archive = 'test/scenario/archive/0.1.0'

test('Q26 published links and codes keep opening', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // a link and a code; that all of them are read, and mean what they meant: report.test.ts, archive.test.ts
  for (const text of (await readFile(`${archive}/links.txt`, 'utf8')).trim().split('\n').slice(0, 2)) {
    const dialog = await share(page)
    await dialog.locator('textarea:not([readonly])').fill(text)
    await dialog.getByRole('button', { name: '打开', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await settled(page)
    await expect(page.locator('.rail .row').nth(0).locator('.value')).toHaveText('6%')
  }
})

test('Q57 what another model made stands beside what this one says, and can be looked at without changing it', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  let dialog = await share(page)
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '方案文件 .json' }).click()])
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { stamp: { numbers: number; result: string; verdict: object } }
  expect(file.stamp.result).toMatch(/^[0-9a-f]{16,}$/)
  const older = { ...file, stamp: { ...file.stamp, numbers: file.stamp.numbers + 7, verdict: { standard: 'balance-2017', year: 2031, runs: 17, of: 20 } } }
  await dialog.locator('.send input[type=file]').last().setInputFiles({ name: 'older.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(older)) })
  const card = page.locator('.older')
  await expect(card.locator('h2')).toHaveText(/^此方案用模型 \d+\.\d+\.\d+（数值版本 \d+） 生成，当前为 \d+\.\d+\.\d+（数值版本 \d+）$/)
  await expect(card).toContainText('17')
  await expect(card.locator('.pair > div').last()).toContainText(/\d{4}/)
  await sound(page, 'another model', '.older')
  // it covers neither the first screen’s line of versions nor leaves the window
  const [lies, bar] = await Promise.all([card.boundingBox(), page.locator('.status').boundingBox()])
  expect(lies!.y + lies!.height).toBeLessThanOrEqual(bar!.y + 1)
  await card.getByRole('button', { name: '只读查看' }).click()
  await expect(page.locator('.explore > .rail')).toHaveAttribute('inert', '')
  // nothing looks as if it could be changed, and says why not
  await expect(page.locator('.county select')).toBeDisabled()
  await expect(page.locator('.county select')).toHaveAttribute('title', /只读/)
  for (const name of ['撤销', '重做']) await expect(page.locator('.actions').getByRole('button', { name, exact: true })).toBeDisabled()
  await expect(card.locator('.pair')).toHaveCount(0)
  await sound(page, 'only to be looked at', '.explore > .rail')
  await card.getByRole('button', { name: '按新模型重算' }).click()
  await expect(card).toHaveCount(0)
  // and the file of this model is recognised as this very scenario, digits and all
  dialog = await share(page)
  await dialog.locator('.use input[type=file]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
  await expect(dialog.locator('.use')).toContainText('数字逐位一致')
  await page.keyboard.press('Escape')
})
