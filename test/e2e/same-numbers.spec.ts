import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { lever, open, settled } from './app.ts'

test('Q29 the page and the command line give the same digest for the same file', async ({ page }) => {
  test.setTimeout(240_000)
  await open(page)
  await lever(page, 0).focus()
  for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight')
  await settled(page)
  await page.getByRole('button', { name: '分享' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '方案文件 .json' }).click()
  const folder = mkdtempSync(join(tmpdir(), 'hengtu-'))
  const file = join(folder, 'scenario.json')
  await (await download).saveAs(file)
  await page.getByRole('button', { name: '计算结果校验码' }).click()
  const said = page.getByRole('status').filter({ hasText: '结果校验码' })
  await expect(said).toContainText(/[0-9a-f]{16}/, { timeout: 30_000 })
  const onScreen = /[0-9a-f]{16}/.exec(await said.innerText())![0]
  const { stdout } = await promisify(execFile)(process.execPath, ['dist-cli/cli.js', 'run', file, '--json'], { maxBuffer: 1 << 28 })
  rmSync(folder, { recursive: true })
  expect((JSON.parse(stdout) as { digest: string }).digest).toBe(onScreen)
})
