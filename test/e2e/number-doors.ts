import type { Page } from '@playwright/test'

/** What pressing every number of a part of the page has shown. */
export interface NumberDoors {
  readonly count: number
  /** Numbers without a formula, its values, or a source with its grade. */
  readonly lacking: readonly string[]
}

/** Presses every number inside, once for its formula and again for its source (Q15), in the page itself: a hundred numbers take a second or two. */
export const doorsOf = (page: Page, inside: string): Promise<NumberDoors> =>
  page.evaluate(async (selector) => {
    const until = async (is: () => boolean) => {
      // the card of numbers is fetched once
      for (let k = 0; k < 200 && !is(); k++) await new Promise((done) => setTimeout(done, k < 5 ? 0 : 20))
    }
    const card = () => document.querySelector('.door-card')
    const lacking: string[] = []
    let count = 0
    // counted anew each time: a number of a part that has just come may replace another
    for (; ; count++) {
      const value = document.querySelectorAll<HTMLElement>(`${selector} [data-value]`)[count]
      if (!value) break
      value.click()
      await until(() => card()?.querySelector('.formula') != null)
      const formulas = [...document.querySelectorAll('.door-card .formula')].map((one) => one.textContent.trim())
      value.click()
      await until(() => card()?.querySelector('.source-card') != null)
      const source = document.querySelector('.door-card .source-card li')?.textContent ?? ''
      if (formulas.length !== 2 || formulas.includes('') || !/官方|文献|假设/.test(source)) lacking.push(value.textContent)
      document.querySelector<HTMLElement>('.door-card header button')?.click()
      await until(() => card() === null)
    }
    return { count, lacking }
  }, inside)
