import { test, type Browser, type Page } from '@playwright/test'
import { violations } from './axe.ts'
import { badType, cut, farWords, foreign, moving, overlaid, smallTargets } from './faults.ts'
import { fresh, look, rest, thePage } from './one-page.ts'
import { go, places, wear } from './places.ts'

/*
 * One walk through every place of the app in a language and a look, for all bars that ask something of every place: nothing is
 * loaded twice, and each bar has a test of its own that reads what was noted.
 */

type Check = 'axe' | 'foreign' | 'type' | 'targets' | 'moving' | 'cut' | 'overlaid' | 'far'
/** Faults by place (and size), for each check made; a place without any is not named. */
export type Notes = Readonly<Record<Check, Record<string, string[]>>>

export interface Walk {
  readonly language: 'zh' | 'en'
  readonly look: 'light' | 'dark' | 'projector'
}

const sizes = [
  [1920, 1080],
  [1280, 600],
  [1280, 720],
] as const

async function noteOf(page: Page, { language, look }: Walk, isFirst: boolean, note: (check: Check, where: string, found: string[]) => void): Promise<void> {
  // a projector changes sizes, no colours
  note('axe', '', await violations(page, { contrast: look === 'projector' ? 'no' : isFirst ? 'page' : 'part' }))
  note('targets', '', await smallTargets(page))
  note('moving', '', await moving(page))
  if (look !== 'projector') note('foreign', '', await foreign(page, language))
  if (language === 'zh' && look === 'light') note('type', '', await badType(page))
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    // what measures itself has done so
    await rest(page)
    const where = ` ${width}×${height}`
    note('cut', where, await cut(page))
    note('overlaid', where, await overlaid(page))
    if (look === 'projector') note('far', where, await farWords(page))
  }
}

async function take(browser: Browser, walk: Walk): Promise<Notes> {
  const page = await fresh(await thePage(browser), `y=2031&g=${walk.language}`)
  // what glides would be asked for its contrast and place halfway
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await wear(page, walk.look)
  const notes: Notes = { axe: {}, foreign: {}, type: {}, targets: {}, moving: {}, cut: {}, overlaid: {}, far: {} }
  for (const place of places) {
    if (walk.look === 'projector' && place.desk) continue
    await go(page, place, walk.language)
    await noteOf(page, walk, place === places[0], (check, where, found) => {
      if (found.length > 0) notes[check][place.name + where] = found
    })
  }
  await go(page, places[0]!, walk.language)
  await wear(page, 'light')
  await page.emulateMedia({ reducedMotion: null })
  await look(page, 'y=2031')
  return notes
}

const taken = new Map<string, Promise<Notes>>()

/** What was noted on a walk; taken once a process, for the first test that asks. */
export function walked(browser: Browser, walk: Walk): Promise<Notes> {
  // the first test that asks pays for all
  test.setTimeout(540_000)
  const name = `${walk.language} ${walk.look}`
  const known = taken.get(name) ?? take(browser, walk)
  taken.set(name, known)
  return known
}
