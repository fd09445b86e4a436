import { expect, type Page } from '@playwright/test'
import { violations } from './axe.ts'
import { badType, cut, foreign, overlaid, smallTargets } from './faults.ts'
import { rest } from './one-page.ts'

/**
 * What every place is asked for (Q10, Q13, Q32, Q33, Q36, Q40), of a state that only one test brings about: as it stands, with the
 * contrast of the part that is new, and cut or not on the lowest window too. Chinese, in the light.
 */
export async function sound(page: Page, state: string, part: string): Promise<void> {
  const found: Record<string, readonly string[]> = {
    axe: [...(await violations(page, { contrast: 'no' })), ...(await violations(page, { inside: part }))],
    targets: await smallTargets(page),
    foreign: await foreign(page, 'zh'),
    type: await badType(page),
    overlaid: await overlaid(page),
    cut: await cut(page),
  }
  const usual = page.viewportSize()!
  await page.setViewportSize({ width: 1280, height: 600 })
  await rest(page)
  found['cut 600'] = await cut(page)
  await page.setViewportSize(usual)
  expect({ state, found: Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0)) }).toEqual({ state, found: {} })
}
