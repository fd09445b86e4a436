import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { inflateSync } from 'fflate'
import writeWorkbook from 'write-excel-file/universal'
import { settled } from './app.ts'
import { violations } from './axe.ts'
import { cut, foreign, overlaid, smallTargets } from './faults.ts'
import { doorsOf } from './number-doors.ts'
import { rest } from './one-page.ts'
import { csvFile, faultyRoster, ownRoster } from './own-roster.ts'

async function openData(page: Page, language = 'zh'): Promise<void> {
  await page.goto(`./#s=data&g=${language}`)
  await expect(page.locator('.drop')).toBeVisible({ timeout: 30_000 })
}

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
const give = (page: Page, file: Given) => page.locator('.data .left input[type=file]').setInputFiles(file)
const step = (page: Page, number: number) => page.locator('.step').nth(number - 1)
const columnRow = (page: Page, header: string) => page.locator('.columns tr').filter({ has: page.locator('th', { hasText: header }) })
const isTitled = (page: Page, name: string) => expect(page.locator('.data header p b')).toHaveText(name)

/** Presses Tab until something with this text has the focus. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let k = 0; k < 150; k++) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => (document.activeElement?.matches('button') ? (document.activeElement.textContent ?? '') : ''))
    if (said.includes(text)) return
  }
  throw new Error(`${text} cannot be reached by Tab`)
}

test('the five-school worked example from a spreadsheet gives 0.515 with the formula on screen', async ({ page }) => {
  const rows = [['学校', '学生数', '图书册数'], ['小学1', 45, 279], ['小学2', 37, 137], ['小学3', 89, 935], ['小学4', 76, 160], ['小学5', 55, 402]]
  const buffer = Buffer.from(await (await writeWorkbook(rows).toBlob()).arrayBuffer())
  await openData(page)
  await give(page, { name: '图书.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.locator('.fix button', { hasText: '按学校名称判断' }).first().click()
  await step(page, 4).click()
  await page.locator('.regimes button', { hasText: '2012' }).click()
  await page.locator('.baseline tbody button', { hasText: '图书' }).click()
  await expect(page.locator('.formula .lines')).toContainText('X̄ = Σx ÷ ΣP = 1913 ÷ 302 = 6.33444')
  await expect(page.locator('.formula .lines')).toContainText('CV = S ÷ X̄ = 3.26386 ÷ 6.33444 = 0.515')
  for (const [own, reason] of [['0.515', '与官方算法一致'], ['0.489', '各校等权'], ['0.546', 'n−1'], ['0.9', '差异占比最大的学校']] as const) {
    await page.locator('.formula input').fill(own)
    await page.keyboard.press('Enter')
    await expect(page.locator('.answer > p')).toContainText(reason)
  }
  // nothing has been simulated: what is to be shared is, when it is asked for
  await page.locator('.actions').getByRole('button', { name: '分享' }).click()
  await expect(page.locator('dialog .report')).toBeVisible({ timeout: 60_000 })
})

test('Q37 Q48 a roster with twelve faults is repaired by keyboard alone and simulated, and no byte of it leaves', async ({ page }) => {
  test.setTimeout(150_000)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await openData(page)
  const chosen = page.waitForEvent('filechooser')
  await tabTo(page, '选择文件')
  await page.keyboard.press('Enter')
  await (await chosen).setFiles(csvFile(faultyRoster()))
  const title = page.locator('.fix h2')
  const tally = page.locator('.tally')
  await expect(tally).toContainText('还有 15 处')
  for (let k = 0; k < 40; k++) {
    const before = await tally.innerText()
    if (before.includes('还有 0 处')) break
    const problem = await title.innerText()
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-act'))).toBe(true)
    const isOdd = (await page.locator('.fix .where').innerText()).includes('9999')
    if (isOdd || /为空|不是|文字|负数/.test(problem)) {
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(isOdd ? '9' : problem.includes('学生数') ? '620' : problem.includes('教师数') ? '60' : '1200000')
      await page.keyboard.press('Enter')
    } else if (/无法识别/.test(problem)) {
      await page.keyboard.press('ArrowDown')
      await tabTo(page, '修改')
      await page.keyboard.press('Enter')
    } else {
      await tabTo(page, /重复/.test(problem) ? '不计入' : '核对无误')
      await page.keyboard.press('Enter')
    }
    await expect(tally).not.toHaveText(before)
  }
  await expect(tally).toContainText('还有 0 处')
  // its own undo stack: one step back opens one problem again
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tally).not.toContainText('还有 0 处')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(tally).toContainText('还有 0 处')
  await tabTo(page, '下一步')
  await page.keyboard.press('Enter')
  await expect(page.locator('.baseline .verdict').first()).toContainText('综合达标')
  await tabTo(page, '下一步')
  await page.keyboard.press('Enter')
  await expect(page.locator('.build')).toContainText('由模型补齐的数据')
  await tabTo(page, '用本县数据测算')
  await page.keyboard.press('Enter')
  await expect(page.locator('.verdict')).toBeVisible({ timeout: 60_000 })
  await settled(page)
  await expect(page.locator('.status')).toContainText('某县学校明细2025')
  await expect(page.locator('.notice')).toContainText('学校数据只在本机')

  await page.locator('.actions button', { hasText: '分享' }).click()
  await expect(page.locator('dialog .own').first()).toContainText('不含学校数据')
  await expect(page.locator('dialog')).toContainText('含学校数据，请按规定传送')
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)

  // the scenario’s address names the county and carries nothing of it
  await page.locator('.rail input[type=range]').first().press('ArrowRight')
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#v1\./)
  const hash = await page.evaluate(() => location.hash)
  const text = new TextDecoder().decode(inflateSync(Buffer.from(hash.slice(4), 'base64url')))
  expect(text).toContain('roster-')
  for (const own of ['小学', '柳树', '城关', '340100', '某县']) expect([own, text.includes(own), decodeURIComponent(hash).includes(own)]).toEqual([own, false, false])
  const origin = new URL(page.url()).origin
  for (const line of sent) {
    expect(line).toMatch(/^GET /)
    const url = line.split(' ')[1]!
    expect([url, url.startsWith(origin) || /^(blob|data):/.test(url)]).toEqual([url, true])
    for (const own of ['柳树', '340100', encodeURIComponent('柳树')]) expect(url.includes(own)).toBe(false)
  }

  // somebody else’s browser has no such county and says so
  const other = await page.context().browser()!.newContext()
  const stranger = await other.newPage()
  await stranger.goto(page.url())
  await expect(stranger.locator('.notice')).toContainText('链接无法打开', { timeout: 30_000 })
  await other.close()

  // this browser has kept it, until it is told to forget
  await page.reload()
  await settled(page)
  await expect(page.locator('.status')).toContainText('某县学校明细2025')
  await page.keyboard.press('Alt+Shift+Digit6')
  await page.locator('button', { hasText: '删除本机保存的全部学校数据' }).click()
  await expect(page.locator('.status')).toContainText('平原农业县')
})

test('Q49 awkward files end in a table or in a message that says what to do', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = join(import.meta.dirname, '../roster/fixtures')
  const files = readdirSync(folder).filter((name) => /^\d\d-/.test(name))
  expect(files.length).toBeGreaterThanOrEqual(30)
  await openData(page)
  for (const name of files) {
    await page.locator('.step').first().click()
    await give(page, { name, mimeType: 'text/plain', buffer: readFileSync(join(folder, name)) })
    await expect(page.locator('.data header p b, .problems li b', { hasText: name.replace(/\.[^.]*$/, '') }).first()).toBeVisible()
    await expect(step(page, 1)).toBeEnabled()
  }
  await page.locator('.step').first().click()
  await give(page, { name: 'old.xls', mimeType: 'application/octet-stream', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]) })
  await expect(page.locator('.problems')).toContainText('旧版 Excel 工作簿')
  await expect(page.locator('.problems')).toContainText('另存为')
})

test('Q49 a text table shows both decodings, and the other one can be chosen', async ({ page }) => {
  await openData(page)
  const buffer = readFileSync(join(import.meta.dirname, '../roster/fixtures/03-gb18030.csv'))
  await give(page, { name: 'gb.csv', mimeType: 'text/csv', buffer })
  await isTitled(page, 'gb.csv')
  await step(page, 1).click()
  await expect(page.locator('fieldset label')).toHaveCount(2)
  await expect(page.locator('fieldset label.chosen')).toContainText('GB18030')
  await expect(page.locator('fieldset label.chosen code')).toContainText('学校')
  await page.locator('fieldset input').first().check()
  await expect(page.locator('fieldset label.chosen')).toContainText('UTF-8')
})

test('columns: another unit is chosen, undone, and remembered for next year', async ({ page }) => {
  await openData(page)
  await give(page, csvFile(ownRoster(20)))
  await isTitled(page, '某县学校明细2025.csv')
  await step(page, 2).click()
  const row = columnRow(page, '教学仪器设备值')
  await row.locator('select').nth(1).selectOption('wan-yuan')
  await expect(step(page, 3)).toContainText('请核对')
  await page.locator('footer button', { hasText: '撤销修改' }).click()
  await expect(row.locator('select').nth(1)).toHaveValue('yuan')
  const renamed = ownRoster(20).map((cells, k) => (k === 0 ? cells.map((cell) => (cell === '在校学生数' ? '娃娃' : cell)) : cells))
  await step(page, 1).click()
  await give(page, csvFile(renamed, '甲.csv'))
  await isTitled(page, '甲.csv')
  await step(page, 2).click()
  await columnRow(page, '娃娃').locator('select').first().selectOption('pupils')
  await step(page, 5).click()
  await page.locator('button', { hasText: '用本县数据测算' }).click()
  await expect(page.locator('.verdict')).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Alt+Shift+Digit6')
  await step(page, 1).click()
  // dropped beside the place for it
  await page.locator('.data .right').evaluate((beside, [name, text]) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text!], name!))
    beside.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, ['乙.csv', renamed.map((row) => row.join(',')).join('\n')])
  await isTitled(page, '乙.csv')
  await step(page, 2).click()
  await expect(page.locator('.columns')).toContainText('已沿用')
  await expect(columnRow(page, '娃娃').locator('select').first()).toHaveValue('pupils')
  // what was changed is kept with the table: after the page was left it goes on from there
  await columnRow(page, '教学仪器设备值').locator('select').nth(1).selectOption('wan-yuan')
  await expect(step(page, 3)).toContainText('请核对')
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((found) => {
          const opening = indexedDB.open('hengtu-rosters')
          opening.onsuccess = () => {
            const asked = opening.result.transaction('files').objectStore('files').getAll()
            asked.onsuccess = () => {
              opening.result.close()
              found((asked.result as { name: string; steps?: { done: unknown[] } }[]).find(({ name }) => name === '乙.csv')?.steps?.done.length ?? 0)
            }
          }
        }),
    )
  await expect.poll(kept).toBe(1)
  await page.reload()
  await page.locator('.right tr', { hasText: '乙.csv' }).getByRole('button', { name: '打开' }).click()
  await expect(page.locator('.data > .busy')).toContainText('已接着上次的修改：1 步')
  await step(page, 2).click()
  await expect(columnRow(page, '教学仪器设备值').locator('select').nth(1)).toHaveValue('wan-yuan')
  await page.locator('footer button', { hasText: '全部撤销' }).click()
  await expect(columnRow(page, '教学仪器设备值').locator('select').nth(1)).toHaveValue('yuan')
  await expect(page.locator('.data > .busy')).toHaveCount(0)
})

test('a cell is changed in place, a block is pasted, the log is the second sheet of the cleaned workbook', async ({ page }) => {
  await openData(page)
  await give(page, csvFile(faultyRoster()))
  const cell = page.locator('td.must').first()
  await cell.focus()
  const place = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? '')
  const first = await place()
  await page.keyboard.press('Enter')
  await page.keyboard.type('432')
  await page.keyboard.press('Enter')
  await expect(page.locator('.tally')).toContainText('已修改 1 步')
  // Tab and a press elsewhere keep what was typed, Esc alone takes it back
  await expect.poll(place).toMatch(new RegExp(`^(?!${first}$)\\d`))
  const [row, column] = (await place()).split(':').map(Number) as [number, number]
  await page.keyboard.type('33')
  await page.keyboard.press('Tab')
  await expect(page.locator('.tally')).toContainText('已修改 2 步')
  await expect.poll(place).toBe(`${row}:${column + 1}`)
  await page.keyboard.type('44')
  await page.locator(`td[data-cell="${row}:${column}"]`).click()
  await expect(page.locator('.tally')).toContainText('已修改 3 步')
  await page.keyboard.type('55')
  await page.keyboard.press('Escape')
  await expect(page.locator(`td[data-cell="${row}:${column}"]`)).toHaveText(/^33/)
  for (const steps of [2, 1]) {
    await page.keyboard.press('Control+z')
    await expect(page.locator('.tally')).toContainText(`已修改 ${steps} 步`)
  }
  await page.locator('td.must').first().focus()
  await page.evaluate(() => {
    const target = document.activeElement!
    const data = new DataTransfer()
    data.setData('text/plain', '433\t11\n434\t12\n')
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.locator('.tally')).toContainText('已修改 2 步，5 处')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('footer button', { hasText: '下载修改后的表格' }).click()])
  const { default: readSheets } = await import('read-excel-file/universal')
  const bytes = await readFile(await download.path())
  const sheets = await readSheets(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  expect(sheets.map(({ sheet }) => sheet)[1]).toBe('修改记录')
  expect(sheets[1]!.data).toHaveLength(6)
})

test('Q50 a hundred schools to figures within a second of choosing the file', async ({ page }) => {
  await openData(page)
  const took: number[] = []
  // other programs share the processor: the best of three counts
  for (const name of ['a.csv', 'b.csv', 'c.csv']) {
    await give(page, csvFile(ownRoster(100), name))
    await isTitled(page, name)
    await expect(page.locator('.baseline .lines')).toBeVisible()
    took.push(await page.evaluate(() => performance.getEntriesByName('roster-ready').at(-1)!.startTime - performance.getEntriesByName('roster-chosen').at(-1)!.startTime))
    await step(page, 1).click()
  }
  expect(Math.min(...took)).toBeLessThan(1000)
})

test('two thousand schools never hold the page up', async ({ page }) => {
  await openData(page)
  await page.evaluate(() => {
    const longest = { gap: 0 }
    Object.assign(window, { longest })
    let last = performance.now()
    const beat = () => {
      const now = performance.now()
      longest.gap = Math.max(longest.gap, now - last)
      last = now
      setTimeout(beat, 10)
    }
    beat()
  })
  await give(page, csvFile(ownRoster(2000), 'many.csv'))
  await isTitled(page, 'many.csv')
  await expect(step(page, 4)).toBeEnabled({ timeout: 30_000 })
  const rows = await page.locator('.grid tbody tr').count()
  expect(rows).toBeLessThan(100)
  const gap = await page.evaluate(() => (window as unknown as { longest: { gap: number } }).longest.gap)
  test.info().annotations.push({ type: 'Q04', description: `two thousand schools read and checked: the page held ${Math.round(gap)} ms at most` })
  // half a second here; a busy machine says nothing, a page that reads by itself takes many seconds
  expect(gap).toBeLessThan(3000)
})

test('directed places: the arithmetic of every school, a total that agrees, an export', async ({ page }) => {
  await openData(page)
  await page.locator('.jobs button', { hasText: '指标到校' }).click()
  await page.locator('.data textarea').fill('初中学校\t符合条件人数\t城乡类型\n第一中学\t500\t城区\n第二中学\t300\t镇区\n第三中学\t101\t乡村\n')
  await page.locator('button', { hasText: '读取粘贴内容' }).click()
  await step(page, 4).click()
  await page.locator('.rule label', { hasText: '指标总数' }).locator('input').fill('90')
  await page.keyboard.press('Tab')
  // 90 × 500 ÷ 901 = 49.945, 90 × 300 ÷ 901 = 29.967, 90 × 101 ÷ 901 = 10.089: whole parts 49 + 29 + 10 = 88, two remainders
  await expect(page.locator('.result tbody tr').nth(0)).toContainText('49.945')
  await expect(page.locator('.result tbody tr td.strong')).toHaveText(['50', '30', '10'])
  await expect(page.locator('.total')).toContainText('总数一致')
  await page.locator('.rule label', { hasText: '农村初中加权' }).locator('input').fill('0.5')
  await page.keyboard.press('Tab')
  // township and village are rural: weights 500, 450, 151.5 of 1101.5: 40.853, 36.768, 12.378: whole parts 88, the last two to .853 and .768
  await expect(page.locator('.result tbody tr td.strong')).toHaveText(['41', '37', '12'])
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.result button', { hasText: 'CSV' }).click()])
  expect(await readFile(await download.path(), 'utf8')).toContain('第三中学,101,12,12,')
})

const candidates = [['考号', '初中学校', '中考成绩', '连续就读年数', '往届生'], ['1', '甲', '700', '3', '否'], ['2', '甲', '650', '3', '否'], ['3', '甲', '620', '3', '否'], ['4', '乙', '600', '3', '否'], ['5', '乙', '500', '3', '否'], ['6', '乙', '640', '3', '是']]

test('directed places from a list of candidates: eligibility by the rule, admissions, a rule file that says where it is wrong', async ({ page }) => {
  await openData(page)
  await page.locator('.jobs button', { hasText: '指标到校' }).click()
  await give(page, csvFile(candidates, '名册.csv'))
  await isTitled(page, '名册.csv')
  await step(page, 4).click()
  await expect(page.locator('.result .read')).toContainText('一行一名考生')
  const rule = { format: 1, seniors: [{ name: '一中', plan: 4, share: 0.5 }], line: { kind: 'below-unified', points: 10 } }
  const open = (text: string) => page.locator('.rule input[type=file]').setInputFiles({ name: 'rule.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await open(JSON.stringify({ ...rule, tiltRurla: 1 }))
  await expect(page.locator('.problem')).toContainText('tiltRural')
  await open(JSON.stringify(rule))
  await expect(page.locator('.problem')).toHaveCount(0)
  // 甲 three eligible, 乙 two and a repeater: two places, 1.2 and 0.8
  await expect(page.locator('.result tbody td.strong')).toHaveText(['1', '1'])
  await page.locator('.views button', { hasText: '录取' }).click()
  // were all four places open the line would be 620; 乙’s best has 600, below 610: his place goes to the unified batch, whose last has 620
  await expect(page.locator('.result li').first()).toContainText('指标录取 1 人，未录满 1 个。')
  await expect(page.locator('.result li').first()).toContainText('统招批 3 个名额录取 3 人，最低 620 分')
})

test('earlier years: two rosters, the model against the record, schools matched by code', async ({ page }) => {
  await openData(page)
  await page.locator('.jobs button', { hasText: '往年对照' }).click()
  const later = ownRoster(24).filter((_, i) => i !== 5).map((row, i) => (i === 3 ? row.map((cell, k) => (k === 1 ? `${cell}（新）` : cell)) : row))
  await page.locator('.data input[type=file]').setInputFiles([csvFile(ownRoster(24), '学校2023.csv'), csvFile(later, '学校2025.csv')])
  await expect(page.locator('.history dl')).toContainText('撤并 1')
  await expect(page.locator('.history dl')).toContainText('更名 1')
  await page.locator('.go select').selectOption('10')
  await page.locator('.go .main').click()
  await expect(page.locator('.result .head')).toContainText('2023 年至 2025 年，10 次模拟', { timeout: 90_000 })
  await expect(page.locator('.result')).toContainText('后续只有1年数据')
  await page.locator('.measures button', { hasText: '在校生数' }).click()
  await expect(page.locator('.picture h2')).toContainText('在校生数')
  await page.locator('.picture .tools button').first().click()
  await expect(page.locator('.picture tbody tr')).toHaveCount(3)
  // a change in one of the years makes the result old, and says so
  await page.locator('.history table button', { hasText: '查看' }).last().click()
  await step(page, 2).click()
  await columnRow(page, '图书册数').locator('select').first().selectOption('')
  await page.locator('footer button', { hasText: '返回往年对照' }).click()
  await expect(page.locator('.stale')).toBeVisible()
})

for (const language of ['zh', 'en']) {
  test(`Q36 Q10 Q13 every step of Data: axe finds nothing, nothing scrolls or is cut, ${language}`, async ({ page }) => {
    test.setTimeout(360_000)
    await openData(page, language)
    const look = async (what: string) => {
      expect({ what, found: await violations(page, { inside: '.data' }) }).toEqual({ what, found: [] })
      for (const [width, height] of [[1280, 600], [1280, 720], [1920, 1080]] as const) {
        await page.setViewportSize({ width, height })
        await rest(page)
        // in English the rosters themselves are Chinese; a sheet is called like its file
        const seen = { cut: await cut(page), overlaid: await overlaid(page), small: await smallTargets(page), foreign: language === 'zh' ? (await foreign(page, 'zh')).filter((text) => !text.startsWith('faulty!')) : [] }
        expect([what, width, height, seen]).toEqual([what, width, height, { cut: [], overlaid: [], small: [], foreign: [] }])
      }
    }
    await look('file')
    await give(page, csvFile(faultyRoster(), 'faulty.csv'))
    await expect(page.locator('.check')).toBeVisible()
    await look('check')
    await step(page, 2).click()
    await look('columns')
    await step(page, 1).click()
    await give(page, csvFile(ownRoster(40), 'clean.csv'))
    await isTitled(page, 'clean.csv')
    await step(page, 4).click()
    await expect(page.locator('.formula .lines')).toBeVisible()
    await look('baseline')
    // never a coefficient without its level: in the table, and in the card behind it
    for (const level of ['均值', '未达标']) if (language === 'zh') for (const panel of ['.baseline .left', '.baseline .formula']) await expect(page.locator(panel)).toContainText(level)
    if (language === 'zh') {
      const { count, lacking } = await doorsOf(page, '.baseline')
      // mean, coefficient and schools below of seven items at two levels, and the schools that pass at each
      expect([count, lacking]).toEqual([44, []])
    }
    await step(page, 5).click()
    await expect(page.locator('.drawn')).toBeVisible()
    await look('build')
    await page.locator('.jobs button').nth(1).click()
    await page.locator('.data input[type=file]').setInputFiles([2024, 2025].map((year) => csvFile(ownRoster(40), `roster-${year}.csv`)))
    await page.locator('.go .main').click()
    await expect(page.locator('.result .head')).toBeVisible({ timeout: 90_000 })
    await look('earlier years')
    await page.locator('.jobs button').nth(2).click()
    await give(page, csvFile(candidates, 'candidates.csv'))
    await isTitled(page, 'candidates.csv')
    await step(page, 4).click()
    await expect(page.locator('.result tbody tr')).toHaveCount(2)
    await look('allotment')
    await page.locator('.views button').nth(2).click()
    await look('admission')
  })
}
