import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { open, said, settled } from './app.ts'
import { fewRuns, fewRunsLink } from './few-runs.ts'
import { action, fresh, look, measured, share, test, thePage, turn } from './one-page.ts'
import { sound } from './sound.ts'

/* Bars Q25, Q27, Q28 and Q57: the address is the view, every step can be taken back, nothing is lost, every state is designed. */

const still = { animations: 'disabled', caret: 'hide' } as const
/** A picture of the screen without the pointer, without what was told before, and without the light of the offline state, which comes when it comes. */
const picture = async (page: Page) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.mouse.move(0, 0)
  return page.screenshot({ ...still, style: '.notices { visibility: hidden !important }', mask: [page.locator('.status .offline'), page.locator('.actions')] })
}

/** The first is opened by somebody else from nothing, the others from the one before. */
const views = [
  'y=2033&l=junior&i=Q5&a=swarm&b=flows&d=relaxed&p=2.17&g=en',
  // not the gap: it draws the setting before, which only the first profile knows
  'y=2031&n=balance-2012&i=B3&a=swarm&b=grid',
  'y=2035&l=junior&a=chance',
  's=schools&y=2030&t=below&o=met.roll&c=Q6',
  's=schools&y=2031&e=distribution&l=junior',
  's=schools&y=2031&e=flows&k=12',
  's=schools&y=2032&e=admission',
  's=schools&y=2030&w=rural&k=12&m=1&h=1',
]

test('Q25 the address restores the exact picture in another profile: both screens, tabs, filters, sorting, editions, projector, hidden names', async ({ browser }) => {
  test.slow()
  const page = await fresh(await thePage(browser), views[0])
  await turn(page, 3, 5)
  // a timetable and an assumption go with it
  await page.locator('.rail .more').nth(3).click()
  await page.locator('.sheet .timing select').first().selectOption('2028')
  await page.locator('.rail .assume').click()
  await page.locator('.sheet .assumption input[type=range]').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(500)
  await settled(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('.pictures > .sheet')).toHaveCount(0)
  const other = await (await browser.newContext({ viewport: page.viewportSize() })).newPage()
  let worst = 0
  for (const [k, view] of views.entries()) {
    if (k > 0) await look(page, view)
    // the address is written when things have come to rest
    await page.waitForTimeout(500)
    await page.locator('.flows [role=status]').waitFor({ state: 'detached' })
    const mine = await picture(page)
    await other.goto(page.url())
    await settled(other)
    // the last part of the screen may come a moment after the last number
    let different = 1
    await expect.poll(async () => (different = await apart(other, mine, await picture(other))), { message: view, intervals: [100, 300, 600], timeout: 15_000 }).toBeLessThanOrEqual(0.001)
    worst = Math.max(worst, different)
    if (k > 0) continue
    await other.reload()
    await settled(other)
    await expect.poll(async () => apart(other, mine, await picture(other)), { message: `${view}, loaded again`, intervals: [100, 300, 600], timeout: 15_000 }).toBeLessThanOrEqual(0.001)
  }
  measured('Q25', `${views.length} views, ${(worst * 100).toFixed(3)} % of pixels differ at most`)
  await other.context().close()
  // a link turns both on and never off: the page is for other tests too
  await action(page, /退出投影/).click()
  await page.locator('.hide input').uncheck()
})

/** Share of pixels that differ by more than a shade. */
const apart = (page: Page, a: Buffer, b: Buffer): Promise<number> =>
  page.evaluate(
    async ([first, second]) => {
      const pixels = async (source: string) => {
        const image = new Image()
        image.src = `data:image/png;base64,${source}`
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')!
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height).data
      }
      const [one, two] = [await pixels(first), await pixels(second)]
      if (one.length !== two.length) return 1
      let count = 0
      for (let at = 0; at < one.length; at += 4) if (Math.abs(one[at]! - two[at]!) + Math.abs(one[at + 1]! - two[at + 1]!) + Math.abs(one[at + 2]! - two[at + 2]!) > 24) count++
      return count / (one.length / 4)
    },
    [a.toString('base64'), b.toString('base64')] as const,
  )

test('Q27 twenty steps over levers and sheets taken back return the same state, and forward again', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const values = () => page.locator('.rail .row .value').allInnerTexts()
  const states = [await values()]
  // a fixed walk over all levers; each press rests, so each is a step
  for (let k = 0; k < 20; k++) {
    await page.locator('.rail input[type=range]').nth((k * 7) % 10).focus()
    await page.keyboard.press('Shift+ArrowRight')
    states.push(await values())
  }
  expect(new Set(states.map(String)).size).toBeGreaterThan(15)
  for (let k = 19; k >= 0; k--) {
    await page.keyboard.press('Control+z')
    expect(await values()).toEqual(states[k])
  }
  for (let k = 1; k <= 20; k++) {
    await page.keyboard.press('Control+Shift+z')
    expect(await values()).toEqual(states[k])
  }
})

test('Q28 a browser killed right after a change has lost nothing: neither levers nor what was entered by hand, which no link carries', async ({ baseURL }, info) => {
  const profile = mkdtempSync(join(tmpdir(), 'hengtu-profile-'))
  const start = () => chromium.launchPersistentContext(profile, { ...info.project.use.launchOptions, baseURL: baseURL!, viewport: { width: 1280, height: 720 } })
  try {
    const first = await start()
    const page = await first.newPage()
    await open(page, fewRunsLink(), fewRuns)
    await page.locator('.rail input[type=range]').first().focus()
    for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight')
    // the keys rest and it is a step; nothing more is waited for
    await expect(action(page, /^撤销$/)).toBeEnabled()
    await page.locator('button.scope').click()
    await page.locator('.sheet').getByRole('button', { name: '填报：教师培训学时' }).click()
    await page.locator('.sheet .form input').fill('98.5%')
    await page.locator('.sheet .form input').blur()
    await expect(page.locator('button.scope')).toHaveText(/人工填报 1 项/)
    // the tab goes without being asked whether it has anything to save
    const killer = await first.newCDPSession(page)
    void killer.send('Page.crash').catch(() => undefined)
    await page.waitForEvent('crash')
    await first.close()
    const second = await start()
    const again = await second.newPage()
    await again.goto('./')
    await expect(again.locator('.rail .row .value').first()).toHaveText('4%', { timeout: 60_000 })
    await expect(again.locator('.notice')).toContainText('已恢复上次的方案')
    await sound(again, 'restored', '.notices')
    await expect(again.locator('button.scope')).toHaveText(/人工填报 1 项/)
    // by now the address is a link, which does not carry it; opened anew, the page has it all the same
    await expect(again).toHaveURL(/#v1\./)
    await again.reload()
    await again.locator('button.entered').click()
    await again.locator('.sheet').getByRole('button', { name: '填报：教师培训学时，✕ 未达标' }).click()
    await expect(again.locator('.sheet .form input')).toHaveValue('98.5')
    await expect(again.locator('.rail .row .value').first()).toHaveText('4%')
    // loaded again it is the scenario it was, and none that was left
    await again.keyboard.press('Escape')
    await expect(action(again, /^撤销$/)).toBeDisabled()
    await again.getByRole('button', { name: /^方案/ }).click()
    await expect(again.locator('dialog')).toContainText('还没有保留的方案')
    await again.keyboard.press('Escape')
    // another tab begins with it and goes its own way; opened anew without a link, each is what it was
    const share = (tab: Page) => tab.locator('.rail .row .value').first()
    const more = async (tab: Page, to: string) => {
      await tab.locator('.rail input[type=range]').first().focus()
      await tab.keyboard.press('ArrowRight')
      await expect(share(tab)).toHaveText(to)
      await expect(action(tab, /^撤销$/)).toBeEnabled()
    }
    const beside = await second.newPage()
    await beside.goto('./')
    await expect(share(beside)).toHaveText('4%')
    await more(beside, '5%')
    await again.goto('./')
    await expect(share(again)).toHaveText('4%')
    await more(again, '5%')
    await more(again, '6%')
    await beside.goto('./')
    await expect(share(beside)).toHaveText('5%')
    // closed, with another going its own way, it is among the scenarios that are kept
    await beside.close()
    const third = await second.newPage()
    await third.goto('./')
    await expect(share(third)).toHaveText('6%')
    await expect(async () => {
      // it is seen to once the page is at rest: a list that was opened before is opened again
      await third.keyboard.press('Escape')
      await third.getByRole('button', { name: /^方案/ }).click({ timeout: 1000 })
      await expect(third.locator('dialog li').first()).toContainText('改自“少量模拟”', { timeout: 1000 })
    }).toPass({ timeout: 60_000 })
    await third.locator('dialog li').first().getByRole('button', { name: /^打开/ }).click()
    await expect(share(third)).toHaveText('5%')
    await second.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('Q57 while a lever is held: one run, said so; after release: twenty', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const slider = page.locator('.rail input[type=range]').first()
  const box = (await slider.boundingBox())!
  await page.mouse.move(box.x + 10, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 4 })
  await expect(page.locator('.status .runs')).toHaveText('单次')
  await expect(page.locator('.verdict .says')).toContainText('单次模拟；松开后补足 20 次')
  // a line under the title of the picture, 2 px high, while the runs come in
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { progress: seen })
    const line = document.querySelector('.wide .progress')!
    new MutationObserver(() => line.classList.contains('on') && seen.push(line.getBoundingClientRect().height)).observe(line, { attributes: true, subtree: true })
  })
  await page.mouse.up()
  await settled(page)
  const heights = await page.evaluate(() => (window as unknown as { progress: number[] }).progress)
  expect([heights.length > 0, [...new Set(heights)]]).toEqual([true, [2]])
  await expect(page.locator('.wide .progress.on')).toHaveCount(0)
  await expect(page.locator('.verdict .says')).toContainText(/20 次模拟中有/)
  // brought back to where it was taken, which no browser calls a change, it is let go all the same
  const from = box.x + 60
  await page.mouse.move(from, box.y + box.height / 2)
  for (let k = 0; k < 2; k++) {
    await page.mouse.down()
    await page.mouse.move(from + 30, box.y + box.height / 2, { steps: 3 })
    await page.mouse.move(from, box.y + box.height / 2, { steps: 3 })
    await page.mouse.up()
  }
  await settled(page)
})

test('Q57 before the first run there is a skeleton under the words, not an empty page', async ({ browser, baseURL }) => {
  const page = await browser.newPage()
  // workers never answer: the state before the first picture stays
  await page.addInitScript(() => {
    Worker.prototype.postMessage = () => undefined
  })
  await page.goto(baseURL!)
  await expect(page.locator('.skeleton').first()).toBeVisible()
  await expect(page.locator('.rail .row')).toHaveCount(10)
  await expect(page.locator('.tab').first()).toBeVisible()
  await sound(page, 'before the first run', '.pictures')
  // on Data nothing has been run: there is no year to choose
  await page.locator('.tab').nth(2).click()
  await expect(page.locator('.drop')).toBeVisible()
  await expect(page.locator('output.now')).toBeHidden()
  await page.close()
})

test('Q57 Q58 a screen whose part does not load says so, and comes when it is asked for again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(() => {
    Worker.prototype.postMessage = () => undefined
  })
  await page.route(/Schools-.*\.js|AboutDialog-.*\.js/, (route) => route.abort())
  await page.goto(baseURL!)
  await page.locator('.tab').nth(1).click()
  const lost = page.locator('#main').getByRole('alert')
  await expect(lost).toContainText('页面的一部分未能加载')
  await expect(lost.getByRole('button', { name: '重新加载' })).toBeVisible()
  await sound(page, 'a screen that did not come', '.lost')
  // a dialog that does not come says so over the screen, and one message is enough
  await page.locator('.status .model').click()
  await expect(page.locator('.over')).toContainText('未能加载')
  await expect(page.locator('.notice')).toHaveCount(0)
  await sound(page, 'a dialog that did not come', '.over')
  // what has not come need not be waited for: Esc and a button close it, and the focus is where it was
  await page.keyboard.press('Escape')
  await expect(page.locator('.over')).toHaveCount(0)
  await expect(page.locator('.status .model')).toBeFocused()
  await page.locator('.status .model').click()
  await page.locator('.over').getByRole('button', { name: '关闭' }).click()
  await expect(page.locator('.over')).toHaveCount(0)
  await page.locator('.status .model').click()
  await expect(page.locator('.over')).toBeVisible()
  await page.unroute(/Schools-.*\.js|AboutDialog-.*\.js/)
  await page.locator('.over').getByRole('button', { name: '重试' }).click()
  await expect(page.locator('dialog h2').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await lost.getByRole('button', { name: '重试' }).click()
  await expect(lost).toHaveCount(0)
  await expect(page.locator('.skeleton').first()).toBeVisible()
  await context.close()
})

test('Q57 a browser that stores nothing says so, and everything else works', async ({ browser, baseURL }) => {
  const page = await browser.newPage()
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await page.goto(`${baseURL!}#${fewRunsLink()}`)
  // before anything could be lost
  await expect(page.locator('.notice')).toContainText('此浏览器不能保存方案，关闭页面前请下载文件')
  await settled(page, fewRuns)
  await sound(page, 'nothing can be stored', '.notices')
  await page.locator('.notice').getByRole('button', { name: '知道了' }).click()
  await turn(page, 0, 3, fewRuns)
  // and once
  await expect(page.locator('.notice')).toHaveCount(0)
  await expect(page.locator('.verdict h2')).toHaveText(/\d{4} 年/)
  await page.close()
})

test('Q57 Q58 a link of a newer edition, of another program and a cut one: each says what is wrong, and the app goes on', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const before = await said(page)
  for (const link of ['v9.abcdef', 'v1.', 'v1.K7M2Q9XA3F']) {
    await page.evaluate((text) => {
      location.hash = text
    }, link)
    const notice = page.locator('.notice').filter({ hasText: '链接无法打开' })
    await expect(notice).toBeVisible()
    // what went wrong, and a button that leads to what can be done
    expect((await notice.innerText()).length).toBeGreaterThan(12)
    await expect(notice.locator('button').first()).toHaveText('查看详情')
    await notice.locator('button').first().click()
    await expect(page.locator('dialog [role=alert] li').first()).toBeVisible()
    if (link === 'v1.') await sound(page, 'what is wrong with a link', 'dialog[open]')
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
  }
  // seen once, it is not in the way of the next to be sent
  const dialog = await share(page)
  await expect(dialog.getByRole('textbox', { name: '粘贴链接、方案码或方案文件内容' })).toHaveValue('')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await look(page, 'y=2031')
  expect(await said(page)).toBe(before)
})

test('Q57 the last year, an unknown item and a school that does not exist leave a whole screen', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  for (const fragment of ['y=2099', 'y=2031&k=9999&s=schools', 'y=2031&i=nothing']) {
    await page.evaluate((text) => {
      location.hash = text
    }, fragment)
    await page.waitForTimeout(400)
    await expect(page.locator('.explore, .schools').first()).toBeVisible()
    await expect(page.locator('output.now')).toHaveText(/^20\d\d$/)
  }
  await look(page, 'y=2031')
  await expect(action(page, /^分享$/)).toBeEnabled()
})
