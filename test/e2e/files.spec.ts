import { readFile } from 'node:fs/promises'
import { expect, type Download, type Page } from '@playwright/test'
import { fresh, look, share, test, thePage, turn } from './one-page.ts'

/* Bars Q18, Q54 and Q55: what leaves the app as a file or on paper. */

const saved = async (page: Page, press: () => Promise<void>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, press()])
  return readFile(await download.path())
}
const menu = async (page: Page, card: string, kind: RegExp): Promise<Buffer> => {
  const place = page.locator(card)
  await place.locator('summary').click()
  return saved(page, () => place.getByRole('button', { name: kind }).click())
}

/** Pixels of the smallest words of a drawing, signs left out, once it fills a slide. */
const leastWords = (page: Page, svg: string): Promise<number> =>
  page.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    const [, , width, height] = drawing.getAttribute('viewBox')!.split(' ').map(Number) as [number, number, number, number]
    const scale = Math.min(1920 / width, 1080 / height)
    const words = [...drawing.querySelectorAll<SVGTextElement>('text')].filter((one) => one.textContent?.trim() !== '' && !/^[✓△✕—]$/.test(one.textContent ?? ''))
    return Math.min(...words.map((one) => parseFloat(one.style.fontSize || one.getAttribute('font-size') || '12') * scale))
  }, svg)

test('Q55 a picture for slides is 1920 by 1080 from a screen of any size, its smallest words 27 px, with title, versions and scope inside', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  /** What of a picture is counted in its file, and where as many stand on the screen. */
  const cards: readonly { readonly of: string; readonly card: string; readonly marks?: readonly [inFile: RegExp, onScreen: string] }[] = [
    { of: 'y=2031', card: '.pictures .wide .card' },
    { of: 'y=2031', card: '.pictures .map .card' },
    { of: 'y=2031', card: '.pictures .swarm .card' },
    { of: 'y=2031&b=grid', card: '.pictures .map .card', marks: [/<rect [^>]*rx=/g, '.map .grid [role=option]'] },
    { of: 'y=2031&s=schools&e=admission', card: '.chart .card', marks: [/<circle /g, '.chart li'] },
  ]
  for (const [width, height] of [[1280, 720], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height })
    for (const { of, card, marks } of width === 1280 ? cards.slice(0, 1) : cards) {
      await look(page, of)
      const png = await menu(page, card, /PNG/)
      expect([of, card, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([of, card, 1920, 1080])
      const svg = (await menu(page, card, /SVG/)).toString('utf8')
      expect(svg).toMatch(/模型 \d/)
      expect(svg).toContain('七项资源配置')
      expect(svg).toContain('不替代督导评估认定')
      // words for the ear may name schools that the picture hides
      expect(svg.match(/aria-label=/g)).toHaveLength(1)
      expect(svg).not.toMatch(/<title|<desc/)
      if (marks) expect([of, svg.match(marks[0])?.length]).toEqual([of, await page.locator(marks[1]).count()])
      const least = await leastWords(page, svg)
      test.info().annotations.push({ type: 'Q55', description: `${card} at ${width} px: ${least.toFixed(0)} px` })
      expect([of, card, least >= 26.9]).toEqual([of, card, true])
    }
  }
  // numbers alone are told what they are of, not what shapes of a drawing stand for
  await look(page, 'y=2031&a=swarm')
  const csv = (await menu(page, '.pictures .wide .card', /CSV/)).toString('utf8')
  expect(csv).toContain('2031 学年的数值：小学骨干教师（人/百名学生）')
  expect(csv).not.toMatch(/[■▲●○]/)
})

test('Q54 the report prints on A4 in black and white, with no table cut in two by a page’s edge', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await share(page)
  // before it is printed, how much paper it takes
  const told = Number(/约 (\d+) 页/.exec(await page.locator('.right .pages').innerText())?.[1])
  await page.emulateMedia({ media: 'print' })
  const seen = await page.evaluate(() => {
    const report = document.querySelector('.report')!
    const visible = [...document.querySelectorAll('.top, .foot, .rail, dialog .left')].filter((one) => one.checkVisibility()).length
    // short tables and the figure stay whole; a long table may go on, with its heads again and no row cut
    const whole = (one: Element) => getComputedStyle(one).breakInside === 'avoid'
    const goesOn = (one: Element) => one.matches('table') && getComputedStyle(one.querySelector('thead')!).display === 'table-header-group' && [...one.querySelectorAll('tr')].every(whole)
    const rows = [...report.querySelectorAll('table, .figure')].filter((one) => !whole(one) && !goesOn(one)).length
    const codes = [...report.querySelectorAll('footer .qr')].map((one) => one.getBoundingClientRect().width / (96 / 25.4))
    return { visible, rows, codes, foot: report.querySelector('footer')?.textContent ?? '', wide: report.scrollWidth > report.clientWidth + 1 }
  })
  expect(seen.visible).toBe(0)
  // millimetres on paper
  expect(seen.codes.length).toBe(2)
  expect(Math.min(...seen.codes)).toBeGreaterThanOrEqual(22)
  expect(seen.wide).toBe(false)
  expect(seen.foot).toMatch(/模型.*种子/)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
  expect([pages, told, Math.abs(pages - told) <= 1]).toEqual([pages, told, true])
  test.info().annotations.push({ type: 'Q54', description: `${pages} pages, ${seen.rows} tables or figures may break` })
  expect(pages).toBeGreaterThanOrEqual(1)
  expect(pages).toBeLessThanOrEqual(4)
  expect(seen.rows).toBe(0)
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
})

test('Q55 a picture of the share dialog fills its frame: 1920 by 1080, words of 27 px, versions and day inside', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // something that costs: without it the picture of cost is empty
  await turn(page, 5, 4)
  const dialog = await share(page)
  const part = dialog.locator('.use section').first()
  for (const [frame, width, height] of [['PPT 16:9', 1920, 1080], ['A4 半页', 1240, 877], ['方形', 1080, 1080]] as const) {
    await part.getByRole('button', { name: frame }).click()
    const png = await saved(page, () => part.getByRole('button', { name: 'PNG', exact: true }).click())
    expect([frame, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([frame, width, height])
  }
  await part.getByRole('button', { name: 'PPT 16:9' }).click()
  // every picture there is, none of them empty
  const which = part.locator('select')
  for (const picture of await which.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))) {
    await which.selectOption(picture)
    await expect(part.getByRole('button', { name: 'SVG' })).toBeEnabled({ timeout: 30_000 })
    const svg = (await saved(page, () => part.getByRole('button', { name: 'SVG' }).click())).toString('utf8')
    expect([picture, svg]).toEqual([picture, expect.stringMatching(/模型 \d.*\d{4}-\d\d-\d\d/)])
    expect([picture, (svg.match(/<(path|rect|circle) /g)?.length ?? 0) > 3]).toEqual([picture, true])
    expect([picture, await leastWords(page, svg)]).toEqual([picture, expect.closeTo(27.36, 1)])
  }
  await page.keyboard.press('Escape')
})

test('Q54 the sheet of one school prints alone, on one page', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await look(page, 'y=2031&s=schools&k=12')
  await page.locator('aside .actions button').nth(1).click()
  await expect(page.locator('dialog .a4 tbody tr')).toHaveCount(7)
  await page.emulateMedia({ media: 'print' })
  for (const other of ['.top', '.schools > .left', '.schools > aside', 'dialog .bar-top']) await expect(page.locator(other)).toBeHidden()
  // what is hidden with what lies around it would print as an empty page
  await expect(page.locator('dialog .a4 footer svg')).toBeVisible()
  const pages = ((await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
  expect(pages).toBe(1)
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
})
