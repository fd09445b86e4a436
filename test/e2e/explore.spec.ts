import { expect, type Page } from '@playwright/test'
import { lever, open, said, settled } from './app.ts'
import { fewRuns, fewRunsLink } from './few-runs.ts'
import { doorsOf } from './number-doors.ts'
import { fresh, look, test, thePage } from './one-page.ts'
import { wear } from './places.ts'
import { sound } from './sound.ts'

/* The Explore screen, on one page but for what no other test could use the page after. */

test('the first screen shows a county, its verdict and its gap without a click', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await expect(page.locator('.verdict h2')).toHaveText(/\d{4} 年/)
  await expect(page.locator('.verdict tbody tr')).toHaveCount(7)
  await expect(page.locator('.wide svg[role=img]')).toHaveAttribute('aria-label', /骨干教师差异系数/)
  await expect(page.locator('.map [role=option]').first()).toBeVisible()
})

test('Q14 at most ten levers and two slots', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  expect(await page.locator('.rail .row').count()).toBeLessThanOrEqual(10)
  expect(await page.locator('.rail input[type=range]').count()).toBeGreaterThanOrEqual(6)
  expect(await page.locator('.pictures .card').count()).toBe(3)
})

test('a lever bends the gap, releases into 20 runs, is one step, and can be taken back', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // what another test took back may still be drawn
  const plain = async () => (await said(page)).replace('上次设置\n', '')
  const before = await plain()
  const line = page.locator('.wide path.mark').last()
  const path = await line.getAttribute('d')
  await lever(page, 0).focus()
  for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight')
  await expect(line).not.toHaveAttribute('d', path!)
  await settled(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('6%')
  expect(await plain()).not.toBe(before)
  await page.keyboard.press('Control+z')
  await settled(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('0%')
  // what is taken back is still drawn, and named
  expect(await said(page)).toContain('上次设置\n')
  expect(await plain()).toBe(before)
  await page.keyboard.press('Control+Shift+z')
  await settled(page)
  await expect(page.locator('.rail .row').first().locator('.value')).toHaveText('6%')
  // who gives most for it is told too, and the card still holds everything, with figures that can be pressed
  for (const [width, height] of [[1280, 600], [1280, 720], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height })
    for (const view of ['', '&n=balance-2012', '&g=en', '&g=en&n=balance-2012']) {
      await look(page, `y=2031${view}`)
      await expect(page.locator('.verdict .loss')).toBeVisible()
      // the line of runs is there, never or by year, in every window and language
      await expect(page.locator('.verdict > svg')).toBeVisible()
      const seen = await page.locator('.verdict').evaluate((card) => ({ over: card.scrollHeight - card.clientHeight, lowest: Math.min(...[...card.querySelectorAll('button')].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)) }))
      expect({ width, height, view, over: seen.over, pressed: seen.lowest >= 23.5 }).toEqual({ width, height, view, over: 0, pressed: true })
    }
  }
  await wear(page, 'projector')
  for (const [width, height] of [[1920, 1080], [1280, 720], [1280, 600]] as const) {
    await page.setViewportSize({ width, height })
    for (const view of ['', '&g=en']) {
      await look(page, `y=2031${view}`)
      expect({ height, view, over: await page.locator('.verdict').evaluate((card) => card.scrollHeight - card.clientHeight) }).toEqual({ height, view, over: 0 })
    }
  }
  await wear(page, 'light')
})

test('a typed value outside the range changes nothing; inside, it holds', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const row = page.locator('.rail .row').first()
  await row.locator('.value').click()
  await row.locator('.field').fill('400')
  await page.keyboard.press('Enter')
  await expect(row.locator('[role=alert]')).toHaveText('超出范围：应在 0% 与 50% 之间')
  await page.keyboard.press('Escape')
  await expect(row.locator('.value')).toHaveText('0%')
  await row.locator('.value').click()
  await row.locator('.field').fill('12')
  await page.keyboard.press('Enter')
  await expect(row.locator('.value')).toHaveText('12%')
})

test('Q16c the ledger of a year adds up to the change it explains', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2029')
  await page.locator('.why').click()
  const ledger = page.locator('.sheet table').nth(1)
  await expect(ledger).toBeVisible({ timeout: 30_000 })
  for (const table of [page.locator('.sheet table').nth(0), ledger]) {
    const numbers = (await table.locator('.number').allInnerTexts()).map((text) => Number(text.replace('−', '-')))
    const total = numbers.pop()!
    // four decimals are printed, so each bar may be off by half of the last one
    expect(Math.abs(numbers.reduce((sum, one) => sum + one, 0) - total)).toBeLessThanOrEqual(0.00005 * (numbers.length + 1) + 1e-9)
  }
  // on a low window the whole account of the years is in sight over the bill; what is said of a bar is told on its name, and on the door
  await page.setViewportSize({ width: 1280, height: 600 })
  const account = page.locator('.sheet table').first()
  await expect(account.locator('tr.says').first()).toBeHidden()
  await expect(account.locator('th').first()).toHaveAttribute('title', /期初低于均值的学校/)
  const [end, bill] = await Promise.all([account.boundingBox(), page.locator('.sheet .bill').boundingBox()])
  expect(end!.y + end!.height).toBeLessThanOrEqual(bill!.y + 1)
})

const lacking = async (page: Page, inside: string): Promise<readonly string[]> => {
  const { count, lacking } = await doorsOf(page, inside)
  return count === 0 ? ['no number'] : lacking
}

test('Q15 Q20 numbers of the card, of both editions, of why, of the official list and of every lever’s sheet lead to formula and source', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2029')
  await lever(page, 1).focus()
  await page.keyboard.press('End')
  await lever(page, 0).focus()
  for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight')
  await settled(page)
  expect(await lacking(page, '.verdict')).toEqual([])
  expect(await lacking(page, '.level-check')).toEqual([])
  await page.locator('.why').click()
  await expect(page.locator('.sheet table').nth(1)).toBeVisible({ timeout: 30_000 })
  // one sentence under every bar but the total
  expect(await page.locator('.sheet tr.says').count()).toBe((await page.locator('.sheet th').count()) - 2)
  expect(await lacking(page, '.sheet')).toEqual([])
  await page.locator('button.scope').click()
  await expect(page.locator('.sheet h3').first()).toHaveText(/政府保障程度/)
  expect(await lacking(page, '.sheet')).toEqual([])
  for (let k = 0; k < 10; k++) {
    await page.locator('.rail .more').nth(k).click()
    // what each lever rests on, and its mark: levers-shown.test.ts
    await expect(page.locator('.sheet h3').filter({ hasText: '费用' })).toHaveCount(1)
    expect((await doorsOf(page, '.sheet')).lacking).toEqual([])
  }
  await page.keyboard.press('Escape')
  await page.locator('.verdict header select').selectOption({ label: '基本均衡 2012' })
  await expect(page.locator('.verdict tbody tr')).toHaveCount(9)
  expect(await lacking(page, '.verdict')).toEqual([])
  // 2012 judges two means, and no school: the card says neither seven items nor a school’s pass
  await page.locator('.checks [data-value]').click()
  await expect(page.locator('.door-card .formula').nth(1)).toHaveText(/^小学 [\d.]+ [≤>] 0\.65；初中 [\d.]+ [≤>] 0\.55$/)
  await page.keyboard.press('Escape')
  await page.locator('#verdict-title [data-value]').click()
  await expect(page.locator('.door-card .formula').first()).not.toContainText('综合达标')
})

test('Q37 schools on the map are reached by arrows and pinned by Enter, in every picture', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.locator('.map [role=option][tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('.map [role=option][aria-selected=true]')).toHaveCount(1)
  // Escape leaves the marks, Enter goes back in
  const held = await page.locator('.map [role=option][tabindex="0"]').getAttribute('aria-label')
  await page.keyboard.press('Escape')
  await expect(page.locator('.map [role=listbox]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.map [role=option][tabindex="0"]')).toBeFocused()
  // the swarm begins at the school held on the map, and knows that it is pinned
  const swarm = page.locator('.swarm .cursor')
  await swarm.focus()
  await page.keyboard.press('Enter')
  await expect(swarm.locator('[role=option][aria-selected=true]')).toHaveText(held!.split('；')[0]!)
  await page.keyboard.press('Escape')
  await expect(swarm.locator('[role=option]')).toHaveCount(0)
  // and by pointer: a dot is lit on the map too, and a press pins its school
  const dot = page.locator('.swarm svg [data-section]').last()
  const school = page.locator(`.map [role=option][data-section="${await dot.getAttribute('data-section')}"]`)
  await dot.hover()
  await expect(school.locator('.ring')).toHaveCount(1)
  await dot.click()
  await expect(school).toHaveAttribute('aria-selected', 'true')
  // lines: every coefficient with its level (Q19)
  const wide = page.locator('.wide .cursor')
  await wide.focus()
  await page.keyboard.press('Enter')
  await expect(wide.locator('[role=option]')).toHaveText(/^骨干教师 \d\.\d{3,}；2025 年均值 \d+\.\d\d 人\/百名学生，\d+ 所低于标准$/)
  await page.keyboard.press('End')
  await expect(wide.locator('[role=option]')).toContainText('2039 年')
  await page.keyboard.press('Escape')
  // the grid of townships is one stop of Tab
  await page.locator('.map select').selectOption('grid')
  await expect(page.locator('.map .grid [role=option][tabindex="0"]')).toHaveCount(1)
  // more lie below its edge on a low window: a shade says so
  await expect(page.locator('.map .grid')).toHaveCSS('background-image', /linear-gradient.*linear-gradient/)
  await page.locator('.map .grid [role=option][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect(page.locator('.map .grid [role=option]').last()).toBeFocused()
})

test('the list beside the seven items, the assumptions and the documents open, and a document is two clicks from a number', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await expect(page.locator('button.scope')).toHaveText(/模型计算 \d+ 项，其余未模拟/)
  await page.locator('button.scope').click()
  // 24 items, the survey and six vetoes
  await expect(page.locator('.sheet tbody tr')).toHaveCount(31)
  await page.locator('.rail .assume').click()
  await expect(page.locator('.sheet .assumption')).toHaveCount(5)
  await page.locator('.verdict tbody [data-value]').first().click()
  // documents lie beside the page: where they do not come, the reader says so and asks again
  const answers = (come: boolean) => page.evaluate((isBack) => Object.assign(window, isBack ? { fetch: (window as unknown as { kept: typeof fetch }).kept } : { kept: fetch, fetch: () => Promise.reject(new TypeError('no network')) }) && undefined, come)
  await answers(false)
  await page.locator('.door-card').getByRole('button', { name: '模型说明' }).click()
  await expect(page.locator('dialog article [role=alert]')).toContainText('文档未能读入')
  await answers(true)
  await page.locator('dialog article').getByRole('button', { name: '重试' }).click()
  await expect(page.locator('dialog article [role=alert]')).toHaveCount(0)
  await expect(page.locator('dialog article h3').first()).toHaveText('衡图：模型说明（ODD）')
  await page.locator('dialog').getByRole('searchbox').fill('教师交流轮岗')
  await page.locator('dialog nav li button').first().click()
  await expect(page.locator('dialog article')).toContainText('教师交流轮岗')
})

test('Q28 an official item is entered by hand, judged apart from the model, cleared, and undone', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.locator('button.scope').click()
  await page.locator('.sheet').getByRole('button', { name: '填报：教师培训学时' }).click()
  const field = page.locator('.sheet .form input')
  await field.fill('130')
  await field.blur()
  await expect(page.locator('.sheet .form [role=alert]')).toHaveText('须在 0% 至 100% 之间。')
  await expect(page.locator('button.entered')).toHaveCount(0)
  await expect(field).toHaveValue('130')
  await field.fill('98.5%')
  await field.blur()
  await expect(page.locator('button.entered')).toHaveText('人工填报 1 项：0 项达标，1 项未达标')
  await expect(page.locator('button.scope')).toHaveText(/人工填报 1 项/)
  // nothing was run anew (that it comes back after the browser was killed: state.spec.ts)
  await expect(page.locator('.status .runs')).toHaveText(/1–20/)
  // what is no figure goes with the figures
  await field.fill('约九成')
  await field.blur()
  await expect(page.locator('.sheet .form [role=alert]')).not.toHaveText('')
  await page.locator('.sheet .form').getByRole('button', { name: '清空本项' }).click()
  await expect(field).toHaveValue('')
  await expect(page.locator('.sheet .form [role=alert]')).toHaveText('')
  await expect(page.locator('button.entered')).toHaveCount(0)
  // nor does it stand in the empty field of another county
  await field.fill('约九成')
  await field.blur()
  await expect(page.locator('.sheet .form [role=alert]')).not.toHaveText('')
  await page.locator('.county select').selectOption('mountain-county')
  await expect(field).toHaveValue('')
  await expect(page.locator('.sheet .form [role=alert]')).toHaveText('')
  for (let k = 0; k < 2; k++) await page.keyboard.press('Control+z')
  await expect(page.locator('button.entered')).toHaveText(/1 项未达标/)
  await page.keyboard.press('Control+z')
  await expect(page.locator('button.entered')).toHaveCount(0)
})

test('the menu of a picture opens by keyboard, and Escape, Tab, a click elsewhere and a deed close it', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const menu = page.locator('.wide .menu')
  const summary = menu.locator('summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('button', { name: '存为 PNG' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).not.toHaveAttribute('open')
  await expect(summary).toBeFocused()
  await page.keyboard.press('Enter')
  for (let k = 0; k < 4; k++) await page.keyboard.press('Tab')
  await expect(menu).not.toHaveAttribute('open')
  await summary.click()
  await page.locator('#verdict-title').click()
  await expect(menu).not.toHaveAttribute('open')
  await summary.click()
  const saved = page.waitForEvent('download')
  await menu.getByRole('button', { name: '存为 CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^hengtu-cv-.*\.csv$/)
  await expect(menu).not.toHaveAttribute('open')
  await expect(summary).toBeFocused()
})

test('what nobody knows is run in the background, says how far it is, and can be stopped', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.getByRole('button', { name: '参数不确定性' }).click()
  await expect(page.locator('.foot progress')).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.locator('.foot progress')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '随机性' })).toHaveAttribute('aria-pressed', 'true')
})

test('on a slow device a drag shows which way the lever goes, and the county is computed on release', async ({ page }) => {
  // a clock on which every run takes a hundred times as long
  await page.addInitScript(() => {
    const now = performance.now.bind(performance)
    performance.now = () => now() * 100
  })
  await open(page, fewRunsLink(), fewRuns)
  const slider = lever(page, 0)
  const directions = page.locator('.directions')
  let faults: unknown
  // how many runs it takes until the device is known to be slow depends on which of them had a core for themselves
  await expect(async () => {
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(500)
    await settled(page, fewRuns)
    // by pointer: a key is released by itself after a third of a second
    const box = (await slider.boundingBox())!
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 4 })
    try {
      await expect(directions).toContainText(/[↑↓] 轮岗比例（每年） \d+% → \d+%.*松开后计算/, { timeout: 1000 })
      // told of in the words of the design; it goes by itself (notices.test.ts)
      await expect(page.locator('.notice')).toContainText(/本机单次测算超过 \d+ 毫秒：拖动时只显示增减方向，松开后计算。/)
      faults = await sound(page, 'directions', '.directions').catch((error: unknown) => error)
    } finally {
      await page.mouse.up()
      await settled(page, fewRuns)
    }
  }).toPass({ timeout: 120_000 })
  await expect(directions).toHaveCount(0)
  expect(faults).toBeUndefined()
})

test('a failed run keeps the last picture and says what to do; tried again, it comes', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const line = page.locator('.wide path.mark').last()
  const before = (await line.getAttribute('d'))!
  const fault = () =>
    page.evaluate(() => {
      const send = Worker.prototype.postMessage
      Object.assign(window, { mend: () => (Worker.prototype.postMessage = send) })
      // what begins a run is lost; what stops one still arrives. What went wrong is said as the browser says it
      Worker.prototype.postMessage = function (this: Worker, ...words: Parameters<typeof send>) {
        if ((words[0] as { path?: readonly string[] }).path?.includes('open')) throw Object.assign(new Error('故意中断'), { name: '' })
        send.apply(this, words)
      } as typeof send
    })
  const mend = () => page.evaluate(() => (window as unknown as { mend: () => void }).mend())
  const type = async (value: string) => {
    await page.locator('.rail .row').nth(2).locator('.value').click()
    await page.locator('.rail .field').fill(value)
    await page.keyboard.press('Enter')
  }
  await fault()
  // a place of a lever that no other test has been to: it must be run
  await type('777')
  await expect(page.locator('.notice[role=alert]')).toContainText('计算出错，已保留上一次结果', { timeout: 20_000 })
  await expect(page.locator('.notice button')).toHaveText(['重试', '恢复默认', '复制错误信息'])
  expect(await line.getAttribute('d')).toBe(before)
  await sound(page, 'a run that failed', '.notices')
  // all that shows results is grey: the pictures, the card, the line under the pictures
  await expect(page.locator('.explore :is(.wide .body, .card, .check).stale')).toHaveCount(3)
  // what can be sent on: where and what it was, the program, the county and the seeds
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => Promise.resolve(void Object.assign(window, { taken: text }))
  })
  await page.locator('.notice button').last().click()
  await expect(page.locator('.notice button').last()).toHaveText('已复制')
  expect(await page.evaluate(() => (window as unknown as { taken: string }).taken)).toMatch(/故意中断[\s\S]*模型 \d+\.\d+[\s\S]*777/)
  await mend()
  await page.locator('.notice button').first().click()
  await expect(page.locator('.notice[role=alert]')).toHaveCount(0, { timeout: 20_000 })
  await settled(page)
  await expect(line).not.toHaveAttribute('d', before)
  // or given up: everything at its default
  await fault()
  await type('778')
  await expect(page.locator('.notice[role=alert]')).toBeVisible({ timeout: 20_000 })
  await mend()
  await page.locator('.notice button', { hasText: '恢复默认' }).click()
  await expect(page.locator('.notice[role=alert]')).toHaveCount(0, { timeout: 20_000 })
  await settled(page)
  await expect(page.locator('.rail header button')).toBeDisabled()
  await expect(line).toHaveAttribute('d', before)
})
