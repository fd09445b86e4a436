import { expect } from '@playwright/test'
import { violations } from './axe.ts'
import { action, fresh, look, panels, test, thePage, turn } from './one-page.ts'

/* Bars Q36 to Q45 and Q51 on panels, drawers, tables and the projector: what access.spec.ts does for the screens. */

for (const language of ['zh', 'en']) {
  test(`Q36 axe finds nothing on any panel, table or drawer: ${language}`, async ({ browser }) => {
    const page = await fresh(await thePage(browser), `y=2031&g=${language}`)
    for (const panel of panels) {
      await panel.open(page)
      expect({ panel: panel.name, found: await violations(page) }).toEqual({ panel: panel.name, found: [] })
      await look(page, `y=2031&g=${language}`)
    }
    for (const view of ['s=schools&k=12', 'b=grid', 'a=swarm']) {
      await look(page, `y=2031&g=${language}&${view}`)
      expect({ view, found: await violations(page) }).toEqual({ view, found: [] })
    }
    await look(page, `y=2031&g=${language}`)
    for (const card of await page.locator('.pictures .card').all()) await card.getByRole('button', { name: /^(表格|Table)$/ }).click()
    expect(await violations(page)).toEqual([])
    for (const card of await page.locator('.pictures .card').all()) await card.getByRole('button', { name: /^(图形|Picture|Chart)$/ }).click()
  })
}

test('Q36 Q51 projector: axe finds nothing, and every word can be read from the back of the room', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await action(page, /^(投影|Projector)$/).click()
  expect(await violations(page)).toEqual([])
  const seen = await page.evaluate(() => {
    const least = innerHeight / 40
    const small = [...document.querySelectorAll<HTMLElement>('#main *')]
      .filter((one) => one.checkVisibility() && !one.closest('.rail, .unseen') && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== '') && !one.matches('.glyph, option'))
      .filter((one) => parseFloat(getComputedStyle(one).fontSize) * (one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.d ?? 1) : 1) < least - 0.5)
      .map((one) => `${one.tagName} ${one.textContent!.trim().slice(0, 16)} ${getComputedStyle(one).fontSize}`)
    // the edges of a band are no lines: they bound a shape; the other items are background
    const lines = [...document.querySelectorAll('.wide path.mark, .wide .mark line')].filter((one) => !one.closest('.context')).map((one) => parseFloat(getComputedStyle(one).strokeWidth))
    const dots = [...document.querySelectorAll<SVGPathElement>('.map [role=option] > path')].map((one) => one.getBBox()).filter((box) => box.width === box.height)
    return { least, small, thinnest: Math.min(...lines), dot: Math.min(...dots.map((box) => box.width)) }
  })
  test.info().annotations.push({ type: 'Q51', description: `text at least ${seen.least} px, lines at least ${seen.thinnest} px but for those in the background, dots ${seen.dot.toFixed(0)} px` })
  expect(seen.small).toEqual([])
  expect(seen.thinnest).toBeGreaterThanOrEqual(4)
  // squares are drawn as large as circles of radius 9
  expect(seen.dot).toBeGreaterThanOrEqual(15.9)
  await action(page, /退出投影|Leave projector/).click()
})

test('Q38 the table of a picture says the numbers the picture and its card say', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const shown = /\d+\.\d{3,}/.exec(await page.locator('.verdict tbody tr').nth(1).locator('td').first().innerText())![0]
  const wide = page.locator('.wide .card')
  await wide.locator('.tools button').first().focus()
  await page.keyboard.press('t')
  await expect(wide.locator('tbody tr').filter({ hasText: '2031' })).toContainText(shown)
  await page.keyboard.press('t')
  const map = page.locator('.pictures .map .card')
  const marks = await map.locator('[role=option]').count()
  await map.locator('.tools button').first().focus()
  await page.keyboard.press('t')
  await expect(map.locator('tbody tr')).toHaveCount(marks)
  const fails = await map.locator('tbody tr', { hasText: '✕' }).count()
  // as many badges as rows; its title counts run by run, as the card does
  await expect(map.locator('header p')).toContainText(`✕ ${fails}`)
  await page.keyboard.press('t')
  for (const view of ['swarm', 'chance', 'passing', 'gap', 'cost']) {
    await look(page, `y=2031&a=${view}`)
    await expect(wide.locator('h2')).toHaveText(/.{8,}/)
    await expect(wide.locator('svg[role=img]')).toHaveAttribute('aria-label', /.{8,}/)
    const dots = await wide.locator('svg .mark path[role=presentation]').count()
    await wide.locator('.tools button').first().focus()
    await page.keyboard.press('t')
    expect(await wide.locator('tbody tr').count()).toBeGreaterThanOrEqual(14)
    // a picture of schools has a number for every dot it draws
    const cells = await wide.locator('tbody td:nth-child(n+3)').evaluateAll((all) => all.filter((one) => one.textContent !== '—').length)
    if (dots > 0) expect([view, cells]).toEqual([view, dots])
    await page.keyboard.press('t')
  }
  await look(page, 'y=2031')
})

test('Q39 focus is seen and lies in view at every stop of Tab', async ({ browser }) => {
  for (const view of ['y=2031', 'y=2031&s=schools&k=12']) {
    const page = await fresh(await thePage(browser), view)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const hidden: string[] = []
    const stops = new Set<string>()
    for (let k = 0; k < 90; k++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const one = document.activeElement
        if (!(one instanceof HTMLElement || one instanceof SVGElement) || one === document.body) return null
        const box = one.getBoundingClientRect()
        const style = getComputedStyle(one)
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 12))
        const ring = parseFloat(style.outlineWidth) >= 3 && style.outlineStyle !== 'none'
        // what lets the pointer through lies over what answers to it
        const covered = style.pointerEvents !== 'none' && (at === null || !(one.contains(at) || at.contains(one) || (at.closest('label, summary') !== null && at.closest('label, summary') === one.closest('label, summary')) || at.closest('.slider') !== null))
        const outside = box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.top < -1 || box.left < -1
        const name = `${one.tagName} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 24)}`
        return { name, fault: one.matches('.unseen') ? '' : !ring ? 'no ring' : covered ? 'covered' : outside ? 'outside' : '' }
      })
      if (stop === null) break
      stops.add(stop.name)
      if (stop.fault !== '') hidden.push(`${stop.name}: ${stop.fault}`)
    }
    expect(stops.size).toBeGreaterThan(12)
    expect({ view, hidden: [...new Set(hidden)] }).toEqual({ view, hidden: [] })
  }
})

test('Q40 targets of at least 24 by 24 on the Schools screen and on every panel', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2031&s=schools&k=12')
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, summary, textarea, input:not(.unseen)')]
        .filter((one) => one.checkVisibility())
        .map((one) => ({ one, box: (one.matches('[type=checkbox]') ? (one.closest('label') ?? one) : one).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
        .map(({ one, box }) => `${one.tagName} ${one.textContent?.trim().slice(0, 20)} ${Math.round(box.width)}×${Math.round(box.height)}`),
    )
  expect(await small()).toEqual([])
  await look(page, 'y=2031')
  for (const panel of panels) {
    await panel.open(page)
    expect({ panel: panel.name, small: await small() }).toEqual({ panel: panel.name, small: [] })
    await look(page, 'y=2031')
  }
})

test('Q40 what is dragged can also be typed, stepped and clicked', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const row = page.locator('.rail .row').first()
  await row.locator('input[type=range]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(row.locator('.value')).toHaveText('1%')
  await row.locator('.value').click()
  await row.locator('.field').fill('7')
  await page.keyboard.press('Enter')
  await expect(row.locator('.value')).toHaveText('7%')
  const box = (await row.locator('input[type=range]').boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(row.locator('.value')).not.toHaveText('7%')
  await row.locator('input[type=range]').focus()
  await page.keyboard.press('Backspace')
  await expect(row.locator('.value')).toHaveText('0%')
})

test('a school that crosses the standard is outlined once when the year moves, and not while a lever does', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2028')
  // 达标, 未达标（不低于 85%）, 低于 85%, or 缺数据 for a school out of the calculation
  const marks = () => page.locator('.map [role=option]').evaluateAll((all) => all.map((one) => [(one.getAttribute('aria-label') ?? '').split('；')[0]!.split('，').at(-1)!, one.querySelector('[class*=pulse-]') !== null] as const))
  const outlined = (all: Awaited<ReturnType<typeof marks>>) => all.flatMap(([, pulse], k) => (pulse ? [k] : []))
  const before = await marks()
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  await expect(page.locator('output.now')).toHaveText('2029')
  const after = await marks()
  const crossed = after.flatMap(([is], k) => ([is, before[k]![0]].includes('缺数据') || (is === '达标') === (before[k]![0] === '达标') ? [] : [k]))
  expect(crossed.length).toBeGreaterThan(0)
  expect(outlined(after)).toEqual(crossed)
  const look = await page.locator('.map [class*=pulse-]').first().evaluate((one) => [getComputedStyle(one).animationDuration, getComputedStyle(one).animationIterationCount])
  expect(look).toEqual(['0.3s', '1'])
  await turn(page, 0, 3)
  expect(outlined(await marks())).toEqual([])
})

test('while years are played dots keep their identity and glide to their places, 500 ms a year', async ({ browser }) => {
  const page = await fresh(await thePage(browser), 'y=2026')
  // every glide that begins, seen by the browser itself
  await page.evaluate(() => {
    const glides: unknown[] = []
    const animate = Element.prototype.animate
    Element.prototype.animate = function (frames, options) {
      if (this.closest('.swarm')) glides.push((options as KeyframeAnimationOptions).duration)
      return animate.call(this, frames, options)
    }
    Object.assign(window, { glides })
  })
  const glides = () => page.evaluate(() => (window as unknown as { glides: number[] }).glides)
  const dots = page.locator('.swarm svg .mark path')
  await dots.first().evaluate((one) => one.setAttribute('data-same', ''))
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  await expect(page.locator('output.now')).toHaveText('2027')
  expect(await glides()).toEqual([])
  await page.keyboard.press('Space')
  await expect(page.locator('output.now')).toHaveText(/2029|203\d/)
  await page.keyboard.press('Space')
  const seen = await glides()
  expect(seen.length).toBeGreaterThan(20)
  expect(new Set(seen)).toEqual(new Set([500]))
  await expect(page.locator('.swarm [data-same]')).toHaveCount(1)
})

test('after a lever is let go the fan opens from its line', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // both edges of the wider band, each time they are drawn
  await page.evaluate(() => {
    const drawn: boolean[] = []
    const look = () => {
      const [, low, high] = document.querySelectorAll('.wide .fan .band:first-child path')
      if (low && high) drawn.push(low.getAttribute('d') === high.getAttribute('d'))
    }
    new MutationObserver(look).observe(document.querySelector('.wide')!, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] })
    Object.assign(window, { drawn })
  })
  const drawn = () => page.evaluate(() => (window as unknown as { drawn: boolean[] }).drawn.splice(0))
  await turn(page, 0, 4)
  await expect(page.locator('.wide .fan')).toHaveCount(1)
  await page.waitForTimeout(500)
  const shut = await drawn()
  // the fan of before, while the lever is taken, is open; then there is none; then it comes shut and ends open
  expect(shut).toContain(true)
  expect(shut.at(-1)).toBe(false)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await turn(page, 0, 2)
  await page.waitForTimeout(100)
  expect(await drawn()).not.toContain(true)
  await page.emulateMedia({ reducedMotion: null })
})

test('Q43 with reduced motion nothing moves by itself, and playing still goes through the years', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const tweens = () => page.evaluate(() => document.getAnimations().filter((one) => (one.effect?.getComputedTiming().duration ?? 0) !== 0 && one.playState === 'running').length)
  // what began to move before is not stopped halfway
  await expect.poll(tweens).toBe(0)
  await page.locator('.rail input[type=range]').first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await tweens()).toBe(0)
  await page.locator('#main').focus()
  await page.keyboard.press('Space')
  await expect(page.locator('output.now')).not.toHaveText('2031')
  expect(await tweens()).toBe(0)
  await page.keyboard.press('Space')
  await page.emulateMedia({ reducedMotion: null })
})

test('Q45 twice the text and forced colours: every control and number is still there', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  const words = async () => (await page.locator('.verdict table').innerText()).replace(/\s+/g, ' ')
  const before = await words()
  await page.evaluate(() => {
    for (const name of ['--t-body', '--t-table', '--t-small', '--t-title', '--t-headline']) {
      const size = parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name))
      document.documentElement.style.setProperty(name, `${2 * size}px`)
    }
  })
  expect(await words()).toBe(before)
  // what does not fit scrolls inside its panel: nothing may be beyond reach
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.verdict [data-value], .obstacles button')].filter((one) => {
      one.scrollIntoView({ block: 'nearest' })
      const box = one.getBoundingClientRect()
      return box.bottom > innerHeight || box.top < 0 || box.right > innerWidth + 1
    }).length,
  )
  expect(lost).toBe(0)
  await page.evaluate(() => document.documentElement.removeAttribute('style'))
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await words()).toBe(before)
  await expect(page.locator('.wide svg[role=img]')).toBeVisible()
  // status is told by a glyph, not by colour alone
  await expect(page.locator('.verdict tbody .glyph').first()).toHaveText(/✓|✕/)
  await page.emulateMedia({ forcedColors: null })
})
