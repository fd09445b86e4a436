import { readFile } from 'node:fs/promises'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { readQr } from '../support/read-qr.ts'
import { fresh, look, measured, share, test, thePage, turn } from './one-page.ts'

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
      // Q18 and Q16b: model, county, seeds, edition and scope, as in every table
      expect(svg).toMatch(/模型 \d+\.\d+.*县.*种子.*1–20.*优质均衡 2017（只就七项资源配置而言）.*不替代督导评估认定/)
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

/** What a camera reads of the codes of a report: of the scenario code and of the link. */
async function codesOf(report: Locator): Promise<readonly (string | undefined)[]> {
  const drawn = await report.locator('footer .qr').evaluateAll((all) => all.map((svg) => ({ size: Number(svg.getAttribute('viewBox')!.split(' ')[2]), path: svg.querySelector('path')!.getAttribute('d')! })))
  return drawn.map((one) => readQr(one))
}
const pagesOf = async (page: Page): Promise<number> => ((await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length

/** The report as it prints: what of the app is still to be seen, tables and figures that a page’s edge may cut, codes in millimetres, lines of the figure, foot. */
const printed = (page: Page) =>
  page.evaluate(() => {
    const report = document.querySelector('.report')!
    const visible = [...document.querySelectorAll('.top, .foot, .rail, dialog .left')].filter((one) => one.checkVisibility()).length
    // short tables and the figure stay whole; a long table may go on, with its heads again and no row cut
    const whole = (one: Element) => getComputedStyle(one).breakInside === 'avoid'
    const goesOn = (one: Element) => one.matches('table') && getComputedStyle(one.querySelector('thead')!).display === 'table-header-group' && [...one.querySelectorAll('tr')].every(whole)
    const cut = [...report.querySelectorAll('table, .figure')].filter((one) => !whole(one) && !goesOn(one)).length
    const codes = [...report.querySelectorAll('footer .qr')].map((one) => one.getBoundingClientRect().width / (96 / 25.4))
    // how the lines of the figure are told apart without their colours: breadth and dash, of what is of one kind by one
    const styles = [...report.querySelectorAll('.figure path.mark, .figure .mark line:not(.near)')].map((one) => `${getComputedStyle(one).stroke} | ${parseFloat(getComputedStyle(one).strokeWidth)} ${getComputedStyle(one).strokeDasharray}`)
    const lines = [...new Set(styles)].map((one) => one.split(' | ')[1]!)
    const edges = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).filter((text) => text.startsWith('@page'))
    return { visible, cut, codes, lines, edges, foot: report.querySelector('footer')?.textContent ?? '', wide: report.scrollWidth > report.clientWidth + 1 }
  })

/** What every printed report must be, whatever its language: (Q54) alone, whole, told apart in greys, with codes that scan and a foot on each page. */
async function expectPrinted(page: Page, ends: RegExp): Promise<void> {
  const seen = await printed(page)
  expect([seen.visible, seen.wide, seen.cut]).toEqual([0, false, 0])
  // millimetres on paper
  expect(seen.codes.length).toBeGreaterThan(0)
  expect(Math.min(...seen.codes)).toBeGreaterThanOrEqual(22)
  expect(seen.foot).toMatch(ends)
  // the foot of every printed page says it too
  expect(seen.edges).toEqual([expect.stringMatching(/\d+\.\d+\.\d+ .*http:\/\/127\.0\.0\.1:\d+\/ · \d{4}-\d\d-\d\d/)])
  // in black and white no two kinds of line look alike
  expect([seen.lines.length >= 3, new Set(seen.lines).size]).toEqual([true, seen.lines.length])
}

test('Q54 the report prints on A4 in black and white, with no table cut in two by a page’s edge', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  await share(page)
  // before it is printed, how much paper it takes
  const told = Number(/约 (\d+) 页/.exec(await page.locator('.right .pages').innerText())?.[1])
  await page.emulateMedia({ media: 'print' })
  await expectPrinted(page, /模型 \d+\.\d+.*种子.*http:\/\/127\.0\.0\.1:\d+\/.*\d{4}-\d\d-\d\d/)
  const [code, link] = await codesOf(page.locator('.report'))
  const written = await page.locator('.report footer figcaption').first().innerText()
  expect(written).toMatch(/^A-[\w-]+$/)
  expect(code).toBe(`${page.url().replace(/#.*/, '')}#c1.${written}`)
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#v1\.[\w-]+$/)
  const pages = await pagesOf(page)
  measured('Q54', `${pages} pages`)
  expect([pages, told, Math.abs(pages - told) <= 1]).toEqual([pages, told, true])
  expect(pages).toBeGreaterThanOrEqual(1)
  expect(pages).toBeLessThanOrEqual(4)
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
})

test('Q55 Q54 with every lever moved a picture of the share dialog fills its frame: 1920 by 1080, words of 27 px, versions and day inside; the report in English prints too', async ({ browser }) => {
  const page = await fresh(await thePage(browser))
  // something that costs: without it the picture of cost is empty; and as much as a report can have to say
  for (let lever = 0; lever < 9; lever++) {
    await page.locator('.rail input[type=range]').nth(lever).focus()
    await page.keyboard.press('PageUp')
  }
  await turn(page, 9, 1)
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
  await dialog.getByRole('combobox', { name: '语言' }).selectOption('en')
  await expect(dialog.locator('.report')).toHaveAttribute('lang', 'en')
  await expect(dialog.locator('.report h2')).toHaveText(/[a-z]/)
  await page.emulateMedia({ media: 'print' })
  const report = dialog.locator('.report')
  await expectPrinted(page, /model \d+\.\d+.*seed.*http:\/\/127\.0\.0\.1:\d+\/.*\d{4}-\d\d-\d\d/)
  expect((await report.innerText()).match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([])
  for (const code of await codesOf(report)) expect(code).toMatch(/^http.*#[cv]1\./)
  measured('Q54', `${await pagesOf(page)} pages in English with ten levers moved`)
  await page.emulateMedia({ media: null })
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
  expect(await pagesOf(page)).toBe(1)
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
})
