import { readFile } from 'node:fs/promises'
import { expect, type Download, type Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { settled } from './app.ts'
import { fresh, look, share, test, thePage, turn } from './one-page.ts'

/* Bars Q15 to Q22: where numbers come from, that they are the same everywhere, and what is never claimed. */

/** Clicks every number of a part of the page: its formula, then its source. */
async function doors(page: Page, inside: string): Promise<number> {
  const values = page.locator(`${inside} [data-value]`)
  let k = 0
  // counted anew each time: a number of a part that has just come may replace another
  for (; k < (await values.count()); k++) {
    await values.nth(k).click({ timeout: 15_000 })
    const card = page.locator('.door-card')
    await expect(card.locator('.formula').first()).not.toBeEmpty()
    await values.nth(k).click()
    await expect(card.locator('.source-card li').first()).toContainText(/官方|文献|假设/)
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  }
  return k
}

test('Q15 every number of the table of schools leads to its formula, then to its source', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 'y=2031&s=schools')
  // rows are alike: one school and the last footer stand for the table
  expect(await doors(page, '.schools tbody tr:nth-child(1)')).toBe(10)
  expect(await doors(page, '.schools tfoot tr:last-child')).toBe(7)
})

test('Q15 every number of a school’s drawer is a door too', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 'y=2031&s=schools&k=12')
  await expect(page.locator('aside .sides li').first()).toBeVisible({ timeout: 20_000 })
  expect(await doors(page, '.schools aside')).toBeGreaterThanOrEqual(25)
})

test('Q15 every number on the pictures of Explore is a door too', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // three of them are what each picture is about
  expect(await doors(page, '.pictures')).toBeGreaterThanOrEqual(4)
})

const files = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, press()])
  return readFile(await download.path(), 'utf8')
}
const digits = (texts: readonly string[]) => texts.map((text) => /\d+\.\d{3,}/.exec(text)?.[0] ?? '—')

test('Q17 the same coefficients on the card, under the table, in the report, in the CSV, after any setting of levers', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // other levers every time; which ones stands in every message
  const levers = [0, 1, 3, 5].sort(() => Math.random() - 0.5).slice(0, 2).map((lever) => [lever, 2 + Math.floor(Math.random() * 8)] as const)
  for (const [lever, presses] of levers) await turn(page, lever, presses)
  const set = `levers ${levers.join(' and ')}`
  const card = { primary: digits(await page.locator('.verdict tbody td:nth-child(2)').allInnerTexts()), junior: digits(await page.locator('.verdict tbody td:nth-child(3)').allInnerTexts()) }
  expect(card.primary.filter((text) => text !== '—').length, set).toBe(7)
  const schools = digits(await page.locator('.verdict .line [data-value]').allInnerTexts())
  expect(schools.length).toBeGreaterThan(0)
  for (const level of ['primary', 'junior'] as const) {
    await look(page, `y=2031&s=schools&l=${level}`)
    expect(digits(await page.locator('tfoot tr:last-child td:has(button)').allInnerTexts())).toEqual(card[level])
  }
  await look(page, 'y=2031')
  const dialog = await share(page)
  const report = dialog.locator('.report table').filter({ hasText: '未达标校数（所）' })
  for (const [column, level] of [[3, 'primary'], [6, 'junior']] as const) expect(digits(await report.locator(`tbody td:nth-child(${column})`).allInnerTexts()), `${level}, ${set}`).toEqual(card[level])
  const csv = await files(page, () => dialog.locator('.use').getByRole('button', { name: 'CSV', exact: true }).click())
  // the file has all digits: as many as the card shows say the same
  const exact = csv.split(/[,\n]/).filter((cell) => cell !== '').map(Number)
  for (const text of [...card.primary, ...card.junior].filter((one) => one !== '—')) expect([set, text, exact.some((one) => one.toFixed(text.length - 2) === text)]).toEqual([set, text, true])
  await page.keyboard.press('Escape')
})

test('Q16b every screen and every export says what the verdict covers and by which edition', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  for (const screen of ['', 's=schools']) {
    await look(page, `y=2031&${screen}`)
    await expect(page.locator('.status')).toContainText(/优质均衡 2017.*七项资源配置/s)
  }
  await look(page, 'y=2031')
  await expect(page.locator('.verdict')).toContainText('七项资源配置')
  const dialog = await share(page)
  const report = await dialog.locator('.report').innerText()
  expect(report).toMatch(/资源配置/)
  expect(report).toContain('优质均衡')
  expect(report).toContain('不替代督导评估认定')
  const stamp = /模型 \d+\.\d+.*县.*种子.*1–20.*优质均衡 2017（只就七项资源配置而言）.*不替代督导评估认定/
  const part = dialog.locator('.use')
  for (const name of ['本图 CSV', 'CSV', '全部年份 CSV']) expect([name, await files(page, () => part.getByRole('button', { name, exact: true }).click())]).toEqual([name, expect.stringMatching(stamp)])
  const [book] = await Promise.all([page.waitForEvent('download'), part.getByRole('button', { name: 'XLSX' }).click()])
  const sheets = await readXlsxFile(await book.path())
  expect(sheets.map(({ data }) => data.at(-1)![0])).toEqual([expect.stringMatching(stamp), expect.stringMatching(stamp)])
  // the dictionary is of the table beside it, and numbers are numbers
  expect(sheets[1]!.data.slice(1, -2).map((row) => row[0])).toEqual(sheets[0]!.data[0])
  expect(sheets[0]!.data.slice(1, 8).flatMap((row) => [row[1], row[2]]).every((cell) => typeof cell === 'number')).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('.wide .menu summary').click()
  expect(await files(page, () => page.locator('.wide .menu').getByRole('button', { name: /CSV/ }).click())).toMatch(stamp)
  await look(page, 'y=2031&s=schools')
  await page.locator('.right').getByText('导出').click()
  expect(await files(page, () => page.locator('.right').getByRole('button', { name: 'CSV' }).click())).toMatch(stamp)
})

test('Q16b another standard chosen on the card judges the whole screen, and back', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const picker = page.locator('.verdict header select')
  await picker.selectOption({ label: '基本均衡 2012' })
  await expect(page.locator('.verdict header')).toContainText('八项资源配置')
  await expect(page.locator('.verdict tbody tr')).toHaveCount(9)
  await expect(page.locator('button.scope')).toHaveText(/模型计算 \d+ 项/)
  await expect(page.locator('.status')).toContainText('基本均衡 2012')
  await picker.selectOption({ label: '优质均衡 2017' })
  await expect(page.locator('.verdict tbody tr')).toHaveCount(7)
  await expect(page.locator('.status')).toContainText('优质均衡 2017')
})

test('Q18 model, county, seeds and edition stand on every screen, in the report and in the citation', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const parts = [/模型 \d+\.\d+/, /县/, /种子.*1–20/, /2017/]
  for (const screen of ['', 's=schools', 's=data']) {
    await look(page, `y=2031&${screen}`.replace(/^y=2031&s=data$/, 's=data'))
    const status = await page.locator('.status').innerText()
    for (const part of parts) expect([screen, status]).toEqual([screen, expect.stringMatching(part)])
  }
  await look(page, 'y=2031')
  const dialog = await share(page)
  const foot = await dialog.locator('.report footer').innerText()
  for (const part of parts) expect(foot).toMatch(part)
  for (const style of ['GB/T 7714', 'BibTeX', 'RIS']) {
    await dialog.getByRole('button', { name: style }).click()
    await expect(dialog.getByRole('textbox', { name: style })).toHaveValue(/2026.*2017/s)
  }
  await page.keyboard.press('Escape')
})

test('Q19 wherever a coefficient stands, its mean and its count below standard stand in the same panel', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await expect(page.locator('.wide')).toContainText(/均值 [\d.,]+ 人\/百名学生，\d+ 所低于标准/)
  // the card counts schools below beside each item, and its mean stands under the swarm
  expect(await page.locator('.verdict tbody td:nth-child(4)').count()).toBe(7)
  await look(page, 'y=2031&s=schools')
  await expect(page.locator('tfoot tr')).toHaveCount(3)
  expect((await page.locator('tfoot tr:nth-child(2) td').allInnerTexts()).slice(0, 7).every((text) => /^\d+$/.test(text.trim()))).toBe(true)
})

/** Everything the app says on its screens and panels, in the language shown. */
async function everything(page: Page): Promise<string> {
  const texts: string[] = []
  const rest = () => page.evaluate(() => document.body.innerText + [...document.querySelectorAll('[aria-label], [title]')].map((one) => `${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('title') ?? ''}`).join('\n'))
  texts.push(await rest())
  for (let k = 0, count = await page.locator('.rail .more').count(); k < count; k++) {
    await page.locator('.rail .more').nth(k).click()
    texts.push(await rest())
    await page.keyboard.press('Escape')
  }
  const dialog = await share(page)
  texts.push(await dialog.innerText())
  await page.keyboard.press('Escape')
  return texts.join('\n')
}

test('Q21 Q22 nothing claims an optimum or certainty, chances are counts of runs', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const zh = await everything(page)
  expect(zh.match(/最优(?!质)|预测将|一定会|必然|保证达标/g) ?? []).toEqual([])
  expect(zh.match(/概率|置信|可能性为|把握为/g) ?? []).toEqual([])
  expect(zh).toMatch(/20 次模拟中有 \d+ 次/)
  await look(page, 'y=2031&g=en')
  const en = await everything(page)
  expect(en.match(/\boptim(al|um)\b|\bwill certainly\b|\bconfidence interval\b|\d+ ?% (chance|likely|probability)/gi) ?? []).toEqual([])
  expect(en).toMatch(/\d+ of 20 runs/)
  await look(page, 'y=2031')
})

test('Q20 levers with a national requirement carry its mark, every lever its baseline and its value with a unit', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const rows = page.locator('.rail .row')
  expect(await rows.count()).toBe(10)
  expect(await page.locator('.rail .row .baseline').count()).toBe(10)
  expect(await page.locator('.rail .row .legal').count()).toBeGreaterThanOrEqual(3)
  for (const text of await page.locator('.rail .row .value').allInnerTexts()) expect(text).toMatch(/\d.*(%|元|人|年|所|×)|×\d/)
})

test('Q16 a value beside its limit is never printed as equal to what it fails', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  for (const year of [2027, 2030, 2033, 2036, 2039]) {
    await look(page, `y=${year}`)
    for (const [column, limit] of [
      [2, 0.5],
      [3, 0.45],
    ] as const) {
      for (const text of await page.locator(`.verdict tbody td:nth-child(${column})`).allInnerTexts()) {
        const value = Number(/\d+\.\d+/.exec(text)?.[0])
        expect([text, value <= limit]).toEqual([text, text.includes('✓')])
      }
    }
  }
  await settled(page)
})
