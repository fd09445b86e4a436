import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { settled } from './app.ts'
import { doorsOf } from './number-doors.ts'
import { fresh, look, measured, share, test, thePage, turn } from './one-page.ts'

/* Bars Q15 to Q22: where numbers come from, that they are the same everywhere, and what is never claimed. */

test('Q15 every number of the table of schools, of a school’s drawer and on the pictures of Explore leads to its formula, then to its source', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // three of them are what each picture is about
  const pictures = await doorsOf(page, '.pictures')
  expect(pictures.lacking).toEqual([])
  expect(pictures.count).toBeGreaterThanOrEqual(4)
  await look(page, 'y=2031&s=schools')
  // rows are alike: one school and the last footer stand for the table
  expect(await doorsOf(page, '.schools tbody tr:nth-child(1)')).toEqual({ count: 10, lacking: [] })
  expect(await doorsOf(page, '.schools tfoot tr:last-child')).toEqual({ count: 7, lacking: [] })
  await look(page, 'y=2031&s=schools&k=12')
  await expect(page.locator('aside .sides li').first()).toBeVisible({ timeout: 20_000 })
  const drawer = await doorsOf(page, '.schools aside')
  expect(drawer.lacking).toEqual([])
  expect(drawer.count).toBeGreaterThanOrEqual(25)
  // every tab, what stands under the table, and the card of a large screen with its bill
  let others = 0
  for (const [view, inside] of [['e=distribution', '.schools .left'], ['e=flows&k=12', '.schools .left'], ['e=admission', '.schools .left'], ['', '.schools .under']] as const) {
    await look(page, `y=2031&s=schools&${view}`)
    const found = await doorsOf(page, inside)
    expect([view, inside, found.lacking]).toEqual([view, inside, []])
    if (inside === '.schools .left') expect([view, found.count > 0]).toEqual([view, true])
    others += found.count
  }
  await look(page, 'y=2031')
  await turn(page, 5, 4)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect(page.locator('.verdict.large')).toBeVisible()
  await expect(page.locator('.strip .small')).toHaveCount(16)
  const large = await doorsOf(page, '.verdict')
  expect(large.lacking).toEqual([])
  expect(large.count).toBeGreaterThanOrEqual(25)
  await page.setViewportSize({ width: 1280, height: 720 })
  await look(page, 'y=2031&s=schools&k=12')
  await expect(page.locator('aside .sides li').first()).toBeVisible({ timeout: 20_000 })
  measured('Q15', `${pictures.count + 10 + 7 + drawer.count + others + large.count} numbers of pictures, a row, its foot, a school, every tab of Schools and the card of a large screen: all with formula and source`)
  // and by hand: two clicks
  const last = page.locator('.schools aside [data-value]').last()
  await last.click()
  await expect(page.locator('.door-card .formula').first()).not.toBeEmpty()
  await last.click()
  await expect(page.locator('.door-card .source-card li').first()).toContainText(/官方|文献|假设/)
  await page.keyboard.press('Escape')
})

const files = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, press()])
  return readFile(await download.path(), 'utf8')
}
/** The texts of a table’s cells, row by row. */
const cellsOf = (rows: Locator): Promise<string[][]> => rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText.trim())))
const coefficient = (text = ''): string => /\d+\.\d{3,}/.exec(text)?.[0] ?? '—'
const numbers = (text = ''): readonly number[] => [...text.replaceAll(',', '').matchAll(/\d+(\.\d+)?/g)].map(([one]) => Number(one))
const stages = ['primary', 'junior'] as const

/** What the card says: a row for each item, the means of the chosen one, and the three sums under it. */
async function cardOf(page: Page) {
  const rows = await cellsOf(page.locator('.verdict tbody tr'))
  const sums = page.locator('.verdict .two [data-value]')
  return {
    items: rows.map(([item]) => item!),
    primary: rows.map(([, one]) => coefficient(one)),
    junior: rows.map(([, , one]) => coefficient(one)),
    ok: rows.map(([, first, second]) => [first!, second!].map((one) => (one.includes('✓') ? '达标' : '未达标'))),
    below: rows.map((row) => Number(row[3])),
    means: (await cellsOf(page.locator('.verdict tfoot tr')))[0]!.slice(1, 3),
    passing: numbers(await sums.nth(0).innerText()),
    guarantees: numbers(await sums.nth(1).innerText()),
    cost: await page.locator('.verdict p', { hasText: '新增费用' }).locator('b').innerText(),
  }
}

/** What the foot of the table of schools says of a stage: means, schools below, coefficients, and the schools that pass, of all. */
async function footOf(page: Page, year: number, level: string) {
  await look(page, `y=${year}&s=schools&l=${level}`)
  const [means, below, cv] = (await cellsOf(page.locator('.schools tfoot tr'))).map((row) => row.slice(1))
  return { means: means!.slice(0, 7), below: below!.slice(0, 7).map(Number), cv: cv!.slice(0, 7).map(coefficient), passing: numbers(below![7]) }
}

test('Q17 the same numbers on the card, under the table, in the report, in the CSV, after any setting of levers', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // other levers every time; which ones stands in every message
  const levers = [0, 1, 3, 5].sort(() => Math.random() - 0.5).slice(0, 2).map((lever) => [lever, 2 + Math.floor(Math.random() * 8)] as const)
  for (const [lever, presses] of levers) await turn(page, lever, presses)
  // and another year
  const year = 2028 + Math.floor(Math.random() * 12)
  const set = `levers ${levers.join(' and ')} in ${year}`
  await look(page, `y=${year}`)
  const card = await cardOf(page)
  const headline = { title: (await page.locator('#verdict-title').innerText()).trim(), says: await page.locator('.verdict .says').innerText() }
  expect([...card.primary, ...card.junior].filter((text) => text !== '—').length, set).toBe(14)
  const chosen = card.items.indexOf('骨干教师')

  // the guarantees of the card are those of the official list: kept in at least half of the runs, of those the model can judge
  await page.locator('button.scope').click()
  await expect(page.locator('.sheet section tbody tr').first()).toBeVisible()
  const listed = (await cellsOf(page.locator('.sheet section').first().locator('tbody tr'))).map((row) => row[3]!)
  expect([listed.filter((text) => text.startsWith('✓')).length, listed.filter((text) => /[✓✕]/.test(text)).length], set).toEqual(card.guarantees)
  await page.keyboard.press('Escape')

  const foot = { primary: await footOf(page, year, 'primary'), junior: await footOf(page, year, 'junior') }
  for (const level of stages) expect(foot[level].cv, `${level}, ${set}`).toEqual(card[level])
  expect(stages.map((level) => foot[level].means[chosen]), set).toEqual(card.means)
  // a stage's count is the middle of the runs, and so is the sum of both: the middle of sums need not be the sum of middles. What is shown is of one run, whose parts its card names
  expect(foot.primary.passing[1]! + foot.junior.passing[1]!, set).toBe(card.passing[1])
  await look(page, `y=${year}`)
  const parts = async (number: Locator) => {
    await number.click()
    const [sum, ...added] = numbers((await page.locator('.door-card .formula').nth(1).innerText()).replace(/^.*：/, '')).toReversed()
    await page.keyboard.press('Escape')
    return { sum, added: added.reduce((all, one) => all + one, 0) }
  }
  expect(await parts(page.locator('.verdict tbody tr').nth(chosen).locator('[data-value]').last()), set).toEqual({ sum: card.below[chosen], added: card.below[chosen] })
  // the middle of a stage stands on the picture of the stage too
  expect(numbers(await page.locator('.map h2').innerText())[1], set).toBe(foot.primary.below[chosen])

  // a school: its row, its drawer and its sheet of paper
  await look(page, `y=${year}&s=schools&l=primary&k=12`)
  const signs = (texts: readonly string[]) => texts.map((text) => text.replace(/\s/g, '').replace(/\/.*/, ''))
  const row = signs((await cellsOf(page.locator('tbody tr.open')))[0]!).slice(3, 10)
  expect([set, row.filter((text) => /^[✓△✕][\d,.]+$/.test(text)).length]).toEqual([set, 7])
  expect(signs(await page.locator('aside .trends figcaption [data-value]').allInnerTexts()).slice(0, 7), set).toEqual(row)
  await page.locator('aside .actions button').nth(1).click()
  await expect(page.locator('dialog .a4 tbody tr')).toHaveCount(7)
  expect(signs(await page.locator('dialog .a4 tbody td b').allInnerTexts()), set).toEqual(row)
  await page.keyboard.press('Escape')

  await look(page, `y=${year}`)
  const dialog = await share(page)
  expect((await dialog.locator('.report h3').innerText()).trim(), set).toBe(headline.title)
  const sentence = (await dialog.locator('.report h3 + p').innerText()).split('。')[0]!
  expect(sentence, set).toMatch(/20 次模拟中/)
  expect(headline.says, set).toContain(sentence)
  const report = await cellsOf(dialog.locator('.report table').filter({ hasText: '未达标校数（所）' }).locator('tbody tr'))
  const wanted = card.items.map((_, k) => [foot.primary.means[k]!, card.primary[k]!, card.ok[k]![0]!, foot.junior.means[k]!, card.junior[k]!, card.ok[k]![1]!, String(card.below[k])])
  expect(report.map((row) => row.slice(1)), set).toEqual(wanted)
  expect(await dialog.locator('.report .cost b').innerText(), set).toBe(card.cost)

  // the file has all digits: as many as the card shows say the same, in the row of the item and under the head of the stage
  const csv = (await files(page, () => dialog.locator('.use').getByRole('button', { name: 'CSV', exact: true }).click())).replace('\uFEFF', '').split('\n').map((line) => line.split(','))
  const at = (k: number, head: string): number => {
    const [row, column] = [csv.find(([item]) => item!.startsWith(card.items[k]!)), csv[0]!.indexOf(head)]
    return column < 0 ? NaN : Number(row?.[column])
  }
  for (const [k, item] of card.items.entries()) {
    for (const [level, stage] of [['primary', '小学'], ['junior', '初中']] as const) {
      const text = card[level][k]!
      expect([item, level, at(k, `${stage} 差异系数`).toFixed(text.length - 2)], set).toEqual([item, level, text])
      const mean = foot[level].means[k]!
      expect([item, level, at(k, `${stage} 全县均值`).toFixed(/\.(\d+)/.exec(mean)?.[1]?.length ?? 0)], set).toEqual([item, level, mean.replaceAll(',', '')])
    }
    expect([item, at(k, '未达标校数（所）')], set).toEqual([item, card.below[k]])
  }
  await page.keyboard.press('Escape')
  // by the other standard: coefficients of the card and of the foot, and the two sums that judge
  await look(page, `y=${year}&n=balance-2012`)
  const earlier = await cellsOf(page.locator('.verdict tbody tr:not(.total)'))
  const sums = (await cellsOf(page.locator('.verdict tbody tr.total')))[0]!.slice(1).map(coefficient)
  for (const [k, level] of stages.entries()) {
    await look(page, `y=${year}&n=balance-2012&s=schools&l=${level}`)
    expect((await cellsOf(page.locator('.schools tfoot tr'))).at(-1)!.slice(1).map(coefficient).filter((text) => text !== '—'), `${level} 2012, ${set}`).toEqual(earlier.map((one) => coefficient(one[k + 1])))
  }
  await look(page, `y=${year}&n=balance-2012`)
  const second = await (await share(page)).locator('.report').innerText()
  for (const sum of sums) expect(second, `2012, ${set}`).toContain(sum)
  await page.keyboard.press('Escape')
  await look(page, 'y=2031')
  measured('Q17', `${wanted.flat().length + 9 + 14 + 18} numbers the same with ${set}`)
})

/** The last line of each sheet of a workbook that is saved. */
async function lastLines(page: Page, press: () => Promise<void>): Promise<readonly unknown[]> {
  const [book] = await Promise.all([page.waitForEvent('download') as Promise<Download>, press()])
  return (await readXlsxFile(await book.path())).map(({ data }) => data.at(-1)![0])
}

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
  const taken = page.locator('.right')
  await taken.getByText('导出').click()
  expect(await files(page, () => taken.getByRole('button', { name: 'CSV' }).click())).toMatch(stamp)
  await taken.getByText('导出').click()
  expect((await lastLines(page, () => taken.getByRole('button', { name: 'XLSX' }).click()))[0]).toMatch(stamp)
  // what is copied, from there and from the dialog, and the archive of all runs; in English too
  await page.evaluate(() => {
    const taken: string[] = []
    Object.assign(window, { taken })
    navigator.clipboard.writeText = (text) => Promise.resolve(void taken.push(text))
    navigator.clipboard.write = async ([one]) => {
      for (const kind of ['text/html', 'text/plain']) taken.push(await (await one!.getType(kind)).text())
    }
  })
  const copied = () => page.evaluate(() => (window as unknown as { taken: string[] }).taken.splice(0))
  await taken.getByText('导出').click()
  await taken.getByRole('button', { name: /^复制/ }).click()
  await expect.poll(async () => (await copied()).at(-1) ?? '').toMatch(stamp)
  const english = /model \d+\.\d+.*county.*seed.*1–20.*standard Quality balance 2017 \(seven resource items only\).*not a substitute for official evaluation/i
  for (const [language, says, copy] of [['zh', stamp, '复制到 WPS'], ['en', english, 'Copy for WPS']] as const) {
    await look(page, `y=2031&g=${language}`)
    const use = (await share(page)).locator('.use')
    await use.getByRole('button', { name: copy }).click()
    let texts: readonly string[] = []
    await expect.poll(async () => (texts = [...texts, ...(await copied())]).length).toBe(2)
    expect([language, ...texts]).toEqual([language, expect.stringMatching(says), expect.stringMatching(says)])
    if (language === 'en') {
      const [archive] = await Promise.all([page.waitForEvent('download'), use.getByRole('button', { name: 'All runs, ZIP' }).click()])
      expect(strFromU8(unzipSync(await readFile(await archive.path()), { filter: ({ name }) => name === 'readme.txt' })['readme.txt']!)).toMatch(says)
      for (const name of ['CSV', 'All years, CSV']) expect([name, await files(page, () => use.getByRole('button', { name, exact: true }).click())]).toEqual([name, expect.stringMatching(says)])
      expect(await lastLines(page, () => use.getByRole('button', { name: 'XLSX' }).click())).toEqual([expect.stringMatching(says), expect.stringMatching(says)])
    }
    await page.keyboard.press('Escape')
  }
  await look(page, 'y=2031')
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

test('Q16 under the table of schools and by the means of 2012 no coefficient is printed as equal to a limit it fails', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  let values = 0
  const ask = (where: string, texts: readonly string[], limit: number) => {
    const told = texts.filter((text) => /[✓✕]/.test(text))
    for (const text of told) expect([where, text, Number(/\d+\.\d+/.exec(text)?.[0]) <= limit]).toEqual([where, text, text.includes('✓')])
    values += told.length
    expect([where, told.length > 0]).toEqual([where, true])
  }
  for (const year of [2027, 2033, 2039]) {
    for (const [level, limit] of [['primary', 0.5], ['junior', 0.45]] as const) {
      await look(page, `y=${year}&s=schools&l=${level}`)
      ask(`foot of ${level} in ${year}`, await page.locator('.schools tfoot tr:last-child td').allInnerTexts(), limit)
    }
    await look(page, `y=${year}&n=balance-2012`)
    for (const [column, limit] of [[2, 0.65], [3, 0.55]] as const) ask(`2012 in ${year}`, await page.locator(`.verdict .total td:nth-child(${column})`).allInnerTexts(), limit)
  }
  measured('Q16', `${values} coefficients of the foot of Schools and of 2012 beside their limits`)
  await look(page, 'y=2031')
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

/** Panels of the page that print a coefficient, a change with its sign apart; of each whether its mean and its count of schools below stand in it too. */
const withCoefficient = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.pictures .card, .strip, .level-check, .verdict, .sheet, .schools .card, .schools .scroll, .schools aside, dialog .report, .door-card')]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ panel: one.className.split(' ')[0]!, words: [one, ...one.querySelectorAll('[title]')].map((part) => (part === one ? one.innerText : (part.getAttribute('title') ?? ''))).join('\n') }))
      .filter(({ words }) => /(?<![\d.,+−-])[01]\.\d{3,5}(?!\d)/.test(words))
      .map(({ panel, words }) => ({ panel, mean: /均值/.test(words), below: /低于标准|未达标/.test(words) })),
  )

test('Q19 wherever a coefficient stands, its mean and its count below standard stand in the same panel', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await expect(page.locator('.wide')).toContainText(/均值 [\d.,]+ 人\/百名学生，\d+ 所低于标准/)
  const found: string[] = []
  const ask = async (where: string) => {
    for (const { panel, mean, below } of await withCoefficient(page)) {
      expect([where, panel, mean, below]).toEqual([where, panel, true, true])
      found.push(`${where}: ${panel}`)
    }
  }
  await ask('Explore')
  await page.locator('.wide .tools > button').first().click()
  await ask('table')
  await page.locator('.wide .tools > button').first().click()
  await page.locator('.verdict tbody [data-value]').first().click()
  await expect(page.locator('.door-card')).toBeVisible()
  await ask('door')
  await page.keyboard.press('Escape')
  await page.locator('.why').click()
  await expect(page.locator('.sheet table').nth(1)).toBeVisible({ timeout: 30_000 })
  await ask('why')
  await page.locator('button.scope').click()
  await ask('official list')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1920, height: 1080 })
  // by keyboard from within, there and back
  await page.locator('.strip .small').nth(2).focus()
  await page.keyboard.press('t')
  await expect(page.locator('.strip [role=region]')).toBeFocused()
  const under = await page.evaluate(() => document.querySelector('.strip .turn')!.getBoundingClientRect().bottom - document.querySelector('.strip thead')!.getBoundingClientRect().top)
  expect(under).toBeLessThanOrEqual(0.5)
  await ask('strip')
  await page.keyboard.press('t')
  await expect(page.locator('.strip .turn')).toBeFocused()
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const tab of ['', '&e=distribution', '&e=admission', '&k=12']) {
    await look(page, `y=2031&s=schools${tab}`)
    await ask(`schools${tab}`)
  }
  await look(page, 'y=2031')
  await share(page)
  await ask('share')
  await page.keyboard.press('Escape')
  measured('Q19', `${found.length} panels with a coefficient, all with mean and count`)
  // none of this is vacuous
  expect(found).toEqual(expect.arrayContaining(['Explore: verdict', 'table: card', 'door: door-card', 'why: sheet', 'strip: strip', 'schools: scroll', 'share: report']))
})

/** What the app says on a screen with its hints, and in what is shared, in the language shown. What sheets and documents say is read in Node (words.test.ts). */
async function everything(page: Page): Promise<string> {
  const screen = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll('[aria-label], [title]')].map((one) => `${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('title') ?? ''}`).join('\n'))
  const shared = await (await share(page)).innerText()
  await page.keyboard.press('Escape')
  return `${screen}\n${shared}`
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
  for (const bar of ['Q21', 'Q22']) measured(bar, `0 in ${zh.length + en.length} letters on a screen, in hints and in what is shared`)
  await look(page, 'y=2031')
})

test('Q20 levers with a national requirement carry its mark, every lever its baseline and its value with a unit', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const rows = page.locator('.rail .row')
  expect(await rows.count()).toBe(10)
  expect(await page.locator('.rail .row .baseline').count()).toBe(10)
  // rotation and its backbone teachers, and the places directed to junior schools (where each stands on its track: levers-shown.test.ts)
  expect(await rows.evaluateAll((all) => all.flatMap((row, k) => (row.querySelector('.legal') ? [k] : [])))).toEqual([0, 1, 6])
  measured('Q20', `${await rows.count()} levers`)
  for (const text of await page.locator('.rail .row .value').allInnerTexts()) expect(text).toMatch(/\d.*(%|元|人|年|所|×)|×\d/)
})

test('Q16 a value beside its limit is never printed as equal to what it fails', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  let values = 0
  for (const year of [2027, 2030, 2033, 2036, 2039]) {
    await look(page, `y=${year}`)
    for (const [column, limit] of [
      [2, 0.5],
      [3, 0.45],
    ] as const) {
      for (const text of await page.locator(`.verdict tbody td:nth-child(${column})`).allInnerTexts()) {
        const value = Number(/\d+\.\d+/.exec(text)?.[0])
        expect([text, value <= limit]).toEqual([text, text.includes('✓')])
        values++
      }
    }
  }
  measured('Q16', `${values} coefficients beside their limits`)
  await settled(page)
})
