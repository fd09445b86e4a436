import { expect, test } from '@playwright/test'
import { open, settled } from './app.ts'

/*
 * Bar Q56: the first minute of a planner who has never seen this. Nothing is used but what stands on the screen in words: no
 * shortcut, no manual, no knowledge of the app. The time of the program is written down; a person adds reading, not waiting.
 */
test('Q56 the first minute: say the pass year, change it, say which schools are in the way', async ({ page }) => {
  const started = Date.now()
  await open(page)

  // 1. The largest words on the screen are the answer.
  const headline = page.getByRole('heading', { level: 2 }).and(page.locator('#verdict-title'))
  const first = await headline.innerText()
  expect(first).toMatch(/^到 20\d\d 年(达标|半数达标|未达半数|未达标)$/)
  const size = (one: Element) => parseFloat(getComputedStyle(one).fontSize)
  const others = await page.locator('#main *').evaluateAll((all, own) => Math.max(...all.filter((one) => !one.closest(own) && one.checkVisibility() && one.textContent?.trim() !== '' && one.children.length === 0).map((one) => parseFloat(getComputedStyle(one).fontSize))), '#verdict-title')
  expect(await headline.evaluate(size)).toBeGreaterThan(others)
  await expect(page.locator('.verdict .says')).toContainText(/20 次模拟中有 \d+ 次/)

  // 2. What is in the way is listed under it; following it leads to schools with names.
  const way = page.locator('.verdict').getByRole('heading', { name: '还差什么' })
  await expect(way).toBeVisible()
  const obstacle = page.locator('.obstacles li button').filter({ hasText: /所低于 85%/ }).first()
  const said = await obstacle.innerText()
  const [, item, level, count] = /\d+\. (.+)：(小学|初中) (\d+) 所低于 85%/.exec(said)!
  await obstacle.click()

  // 3. It leads to the table of the screen called “schools”: those under 85 %, lowest in the item first, by name.
  await expect(page.locator('.schools')).toBeVisible()
  await expect(page.getByRole('combobox', { name: '状态' })).toHaveValue('below')
  await expect(page.getByRole('combobox', { name: '学段' })).toHaveValue(level === '小学' ? 'primary' : 'junior')
  await expect(page.locator('thead th').filter({ hasText: item! })).toHaveAttribute('aria-sort', 'ascending')
  expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(Number(count))
  await page.getByRole('navigation').getByRole('button', { name: '探索' }).click()

  // 4. Levers carry the names of policies; moving some changes what the card says.
  const before = `${first} ${await page.locator('.verdict table').innerText()}`
  for (const lever of ['轮岗骨干占比', '新聘教师定向', '轮岗比例']) {
    const row = page.locator('.rail .row').filter({ hasText: lever })
    await row.getByRole('slider').focus()
    await page.keyboard.press('End')
  }
  await page.waitForTimeout(500)
  await settled(page)
  const after = `${await headline.innerText()} ${await page.locator('.verdict table').innerText()}`
  expect(after).not.toBe(before)

  // 5. What it costs stands below, and one press takes it all back.
  await expect(page.locator('.verdict')).toContainText(/新增费用/)
  await page.getByRole('button', { name: '全部还原' }).click()
  await settled(page)
  await expect(headline).toHaveText(first)
  test.info().annotations.push({ type: 'Q56', description: `${first} → ${after.split(/\s{2,}|\n/)[0]}; the whole way in ${((Date.now() - started) / 1000).toFixed(0)} s of program time` })
})
