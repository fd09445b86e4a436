import { expect, type Locator, type Page } from '@playwright/test'
import { settled } from './app.ts'
import { fresh, look, rest, test, thePage, turn } from './one-page.ts'
import { go, places, wear } from './places.ts'

/* Bars Q36 to Q45 and Q51: eyes that need contrast, size and rest, hands that need keys and room. What is asked of every place stands in everywhere.ts. */

test('Q51 projector: lines of at least 4 px and dots to match', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await wear(page, 'projector')
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height })
    await rest(page)
    const seen = await page.evaluate(() => {
      // the edges of a band are no lines: they bound a shape
      const lines = [...document.querySelectorAll('.wide path.mark, .wide .mark line')].map((one) => parseFloat(getComputedStyle(one).strokeWidth))
      const dots = [...document.querySelectorAll<SVGPathElement>('.map [role=option] > path')].map((one) => one.getBBox()).filter((box) => box.width === box.height)
      return { thinnest: Math.min(...lines), dot: Math.min(...dots.map((box) => box.width)), headline: parseFloat(getComputedStyle(document.querySelector('#verdict-title')!).fontSize) }
    })
    test.info().annotations.push({ type: 'Q51', description: `at ${height}: lines at least ${seen.thinnest} px, dots ${seen.dot.toFixed(0)} px, headline ${seen.headline.toFixed(0)} px` })
    expect(seen.thinnest).toBeGreaterThanOrEqual(4)
    // squares are drawn as large as circles of radius 9; on the low picture of 720 px of a part in 22 of its height, so that schools stay where they lie
    expect(seen.dot).toBeGreaterThanOrEqual(height === 1080 ? 15.9 : 10)
  }
  // of every item that has one, and on Schools: Lorenz curve, a school’s items and pupils by year
  for (const [view, drawn] of [['a=gap', '.wide path.mark'], ['s=schools&e=distribution', '.schools path.mark'], ['s=schools&k=12', 'aside figure :is(path, .standard, .floor)']] as const) {
    await look(page, `y=2031&${view}`)
    const widths = await page.locator(drawn).evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).strokeWidth)))
    expect([view, widths.length > 1, Math.min(...widths) >= 4]).toEqual([view, true, true])
  }
  // shapes have their key wherever no map beside them gives it
  for (const [view, has] of [['a=swarm', false], ['a=swarm&b=grid', true], ['s=schools&e=distribution', true]] as const) {
    await look(page, `y=2031&${view}`)
    await expect(page.locator('svg[role=img]').first()).toBeVisible()
    await expect(page.locator('.shapes'), view).toBeVisible({ visible: has })
  }
  await look(page, 'y=2031')
  await wear(page, 'light')
})

/** Numbers of a text but the floor, with which a table says by a sign how a school stands. */
const numbersIn = (text: string): readonly string[] => text.replace(/不?低于 85%/, '').match(/\d[\d,]*(?:\.\d+)?%?/g) ?? []
/** What the first and the last mark of a picture say to whoever reads it point by point. */
async function endsOf(card: Locator): Promise<readonly string[]> {
  const cursor = card.locator('.cursor')
  await cursor.focus()
  const texts: string[] = []
  for (const key of ['Enter', 'Home', 'End']) {
    await cursor.press(key)
    texts.push(await cursor.locator('[role=option]').innerText())
  }
  await cursor.press('Escape')
  return texts.slice(1)
}
/** What of a mark no single row of the table says, its heads with it: nothing where picture and table are one. */
async function untold(card: Locator, texts: readonly string[]): Promise<readonly string[]> {
  const [heads, ...rows] = await card.locator('tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent).join(' ')))
  const said = rows.map((row) => new Set([...numbersIn(heads!), ...numbersIn(row)]))
  return texts.filter((text) => numbersIn(text).length === 0 || !said.some((row) => numbersIn(text).every((one) => row.has(one))))
}

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
  // from inside a picture, of which nothing is left meanwhile, and back into it
  for (const [card, mark] of [[map, '[role=option][tabindex="0"]'], [wide, '.cursor']] as const) {
    await card.locator(mark).focus()
    await page.keyboard.press('t')
    await expect(card.locator('.body .scroll')).toBeFocused()
    await expect(card.locator('.tools > button').first()).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('t')
    await expect(card.locator(mark)).toBeFocused()
  }
  for (const view of ['cv', 'swarm', 'chance', 'passing', 'gap', 'cost']) {
    await look(page, `y=2031&a=${view}`)
    await expect(wide.locator('h2')).toHaveText(/.{8,}/)
    await expect(wide.locator('svg[role=img]')).toHaveAttribute('aria-label', /.{8,}/)
    const dots = await wide.locator('svg .mark path[data-section]').count()
    const ends = await endsOf(wide)
    await wide.locator('.tools button').first().focus()
    await page.keyboard.press('t')
    expect(await wide.locator('tbody tr').count()).toBeGreaterThanOrEqual(14)
    // a picture of schools has a number for every dot it draws
    const cells = await wide.locator('tbody td:nth-child(n+3)').evaluateAll((all) => all.filter((one) => one.textContent !== '—').length)
    if (dots > 0) expect([view, cells]).toEqual([view, dots])
    // year and value of a line, school and value of a dot, in one row
    expect([view, await untold(wide, ends)]).toEqual([view, []])
    await page.keyboard.press('t')
  }
  await look(page, 'y=2031')
  const small = page.locator('.pictures .swarm .card')
  const ends = await endsOf(small)
  await small.locator('.tools button').first().focus()
  await page.keyboard.press('t')
  expect(await untold(small, ends)).toEqual([])
  await page.keyboard.press('t')
  // a row for each school, with what its bar says
  await look(page, 'y=2031&s=schools&e=admission')
  const admission = page.locator('.schools .card')
  const bars = await admission.locator('li').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent))
  await admission.locator('.tools button').first().focus()
  await page.keyboard.press('t')
  expect(await untold(admission, bars)).toEqual([])
  await page.keyboard.press('t')
  await look(page, 'y=2031')
})

/** Parts of Explore in the order in which somebody reads it. */
const order = ['nav', '.rail', '.wide', '.map', '.swarm', '.explore > .card', '.foot'] as const
/** What stops Tab makes from the top of the page or dialog until it comes round, in which parts of Explore one after another, and what is wrong at each. */
async function stopsOf(page: Page): Promise<{ stops: number; hidden: string[]; parts: readonly string[] }> {
  // a blurred place is still where Tab goes on from: it begins at the top
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const hidden = new Set<string>()
  const parts: string[] = []
  let stops = 0
  for (; stops < 260; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate((known) => {
      const one = document.activeElement
      if (!(one instanceof HTMLElement || one instanceof SVGElement) || one === document.body) return null
      if (one.hasAttribute('data-stopped')) return null
      one.setAttribute('data-stopped', '')
      const box = one.getBoundingClientRect()
      const style = getComputedStyle(one)
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 12))
      const ring = parseFloat(style.outlineWidth) >= 3 && style.outlineStyle !== 'none'
      // what lets the pointer through lies over what answers to it; dots of schools in one town lie on each other, the ring of the chosen one is drawn round it
      const covered = style.pointerEvents !== 'none' && (at === null || !((one.matches('svg [role=option]') && at.closest('svg') === one.closest('svg')) || one.contains(at) || at.contains(one) || (at.closest('label, summary') !== null && at.closest('label, summary') === one.closest('label, summary')) || at.closest('.slider') !== null))
      // what is larger than the window cannot lie within it: its beginning does
      const outside = box.left < -1 || box.top < -1 || (box.right > innerWidth + 1 && box.width < innerWidth) || (box.bottom > innerHeight + 1 && box.height < innerHeight)
      const name = `${one.tagName} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 24)}`
      return { name, part: known.find((part) => one.closest(part)), fault: one.matches('.unseen') ? '' : !ring ? 'no ring' : covered ? 'covered' : outside ? 'outside' : '' }
    }, order)
    if (stop === null) {
      if (stops > 3) break
      continue
    }
    if (stop.part !== undefined && stop.part !== parts.at(-1)) parts.push(stop.part)
    if (stop.fault !== '') hidden.add(`${stop.name}: ${stop.fault}`)
  }
  await page.evaluate(() => document.querySelectorAll('[data-stopped]').forEach((one) => one.removeAttribute('data-stopped')))
  return { stops, hidden: [...hidden], parts }
}

test('Q39 focus is seen and lies in view at every stop of Tab, on Explore and Schools and in dialogs on a low window', async ({ browser }) => {
  test.slow()
  const page = await fresh(await thePage(browser))
  const wanted = ['chance, schools pinned', 'a school', 'help', 'share', 'about', 'examples']
  for (const [k, name] of wanted.entries()) {
    const place = places.find((one) => one.name === name)!
    if (name === 'help') await page.setViewportSize({ width: 1280, height: 600 })
    await go(page, place, k % 2 === 0 ? 'zh' : 'en')
    const { stops, hidden, parts } = await stopsOf(page)
    expect({ name, stops: stops > 1, hidden }).toEqual({ name, stops: true, hidden: [] })
    if (k === 0) expect(parts).toEqual(order)
  }
  await go(page, places[0]!, 'zh')
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
  const fan = () => page.locator('.wide .fan path').evaluateAll((paths) => paths.map((one) => one.getAttribute('d')))
  await turn(page, 0, 4)
  await expect(page.locator('.wide .fan')).toHaveCount(1)
  await settled(page)
  // the fan of before, while the lever is taken, is open; then there is none; then it comes shut
  expect(await drawn()).toContain(true)
  // and ends as wide as one that is drawn open from the start: the picture goes, and comes anew
  await page.waitForTimeout(500)
  const opened = await fan()
  await page.locator('.wide select').first().selectOption('passing')
  await expect(page.locator('.wide .fan')).toHaveCount(0)
  await page.locator('.wide select').first().selectOption('cv')
  await expect(page.locator('.wide .fan')).toHaveCount(1)
  expect(opened.length).toBeGreaterThan(3)
  expect(opened).toEqual(await fan())
  await drawn()
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

const doubled = ['--t-body', '--t-table', '--t-small', '--t-title', '--t-headline'] as const

test('Q45 twice the text: every control, number and word can still be brought into view, on screens and in dialogs, in both languages', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  for (const name of ['Explore', 'Schools', 'a school', 'share', 'lever sheet']) {
    for (const language of ['zh', 'en'] as const) {
      await go(page, places.find((one) => one.name === name)!, language)
      const words = async () => (await page.locator(name === 'share' ? 'dialog' : '#main').innerText()).replace(/\s+/g, '')
      const before = await words()
      await page.evaluate((names) => {
        for (const one of names) document.documentElement.style.setProperty(one, `${2 * parseFloat(getComputedStyle(document.documentElement).getPropertyValue(one))}px`)
      }, doubled)
      await rest(page)
      // labels of an axis are thinned where they would touch: the table twin has them all
      const lost = before.length - (await words()).length
      expect([name, language, lost < 0.05 * before.length]).toEqual([name, language, true])
      // what does not fit scrolls inside its panel: nothing may be beyond reach
      const beyond = await page.evaluate(() => {
        const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
        return [...within.querySelectorAll<HTMLElement>('[data-value], button, select, input:not(.unseen):not([type=file]), textarea')]
          .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('.unseen, .stage, .skip'))
          .filter((one) => {
            one.scrollIntoView({ block: 'nearest', inline: 'nearest' })
            const box = one.getBoundingClientRect()
            return box.width > 0 && (box.top + Math.min(box.height, 20) > innerHeight + 1 || box.top < -1 || box.left + Math.min(box.width, 60) > innerWidth + 1 || box.left < -1)
          })
          .map((one) => `${one.tagName} ${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 30)}`)
      })
      expect({ name, language, beyond }).toEqual({ name, language, beyond: [] })
      await page.evaluate(() => document.documentElement.removeAttribute('style'))
    }
  }
  await go(page, places[0]!, 'zh')
})

test('Q45 forced colours: the same words, marks still drawn, status told by a glyph, the chosen told from the others', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  for (const name of ['Explore', 'Schools', 'share', 'admission']) {
    await go(page, places.find((one) => one.name === name)!, 'zh')
    const within = name === 'share' ? 'dialog' : '#main'
    const words = async () => (await page.locator(within).innerText()).replace(/\s+/g, '')
    const before = await words()
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await words()).toBe(before)
    // marks keep a colour that is not that of the page
    const lost = await page.evaluate((where) => {
      const ground = getComputedStyle(document.body).backgroundColor
      return [...document.querySelectorAll(`${where} svg .mark path, ${where} svg path.mark`)].filter((one) => {
        const { fill, stroke } = getComputedStyle(one)
        return [fill, stroke].every((paint) => paint === 'none' || paint === ground)
      }).length
    }, within)
    expect([name, lost]).toEqual([name, 0])
    await page.emulateMedia({ forcedColors: null })
  }
  await go(page, places[0]!, 'zh')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.locator('.wide svg[role=img]')).toBeVisible()
  await expect(page.locator('.verdict tbody .glyph').first()).toHaveText(/✓|✕/)
  await page.emulateMedia({ forcedColors: null })
})

test('Q44 a change of the verdict is said once, and nothing while the hand is on a lever', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await page.evaluate(() => {
    const said: string[] = []
    const live = document.querySelectorAll('.verdict [aria-live], .verdict [role=status]')
    for (const one of live) {
      let last = one.textContent
      new MutationObserver(() => {
        if (one.textContent !== last) said.push(one.textContent)
        last = one.textContent
      }).observe(one, { subtree: true, childList: true, characterData: true })
    }
    Object.assign(window, { said })
  })
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  const picker = page.locator('.verdict header select')
  const title = async () => (await page.locator('#verdict-title').innerText()).trim()
  await picker.selectOption({ label: '基本均衡 2012' })
  await expect.poll(async () => (await said()).length).toBe(1)
  expect((await said())[0]).toContain(await title())
  expect((await said())[0]).toMatch(/达标。20 次模拟中有/)
  await picker.selectOption({ label: '优质均衡 2017' })
  await expect.poll(async () => (await said()).length).toBe(2)
  // a hand is many presses, each a picture of one run: at most one thing is said, after it, and none of one run
  await turn(page, 5, 20)
  await page.waitForTimeout(300)
  const heard = await said()
  expect(heard.length).toBeLessThanOrEqual(3)
  expect(heard.at(-1)).toContain(await title())
  for (const one of heard) expect(one).toMatch(/达标。20 次模拟中有/)
})
