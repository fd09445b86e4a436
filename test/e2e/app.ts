import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the app and waits until the fan of all runs is complete. */
export async function open(page: Page, fragment = '', runs = 20): Promise<void> {
  await page.goto(`./${fragment === '' ? '' : `#${fragment}`}`)
  await expect(page.locator('#main')).toBeVisible()
  await settled(page, runs)
}

/** Waits until nothing is being computed any more. */
export async function settled(page: Page, runs = 20): Promise<void> {
  await expect(page.locator('.skeleton')).toHaveCount(0, { timeout: 45_000 })
  await expect(page.locator('.status .runs')).toHaveText(new RegExp(`1–${runs}(?!\\d)`), { timeout: 45_000 })
}

/** The slider of a lever on the rail, by its short name’s position. */
export const lever = (page: Page, index: number): Locator => page.locator('.rail input[type=range]').nth(index)

/** A digest of everything the main screen says. */
export const said = async (page: Page): Promise<string> => page.locator('#main').innerText()
