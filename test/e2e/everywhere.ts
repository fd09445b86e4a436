import { expect } from '@playwright/test'
import { test } from './one-page.ts'
import { walked, type Walk } from './walk.ts'

/**
 * The tests of what every place of the app must be, each reading what was noted on one walk. A file for each language and look, so
 * that walks go beside each other.
 */
export function everywhere(walk: Walk): void {
  test('Q10 Q13 every screen, view and panel fits 1280 by 600, by 720 and 1920 by 1080, no control or word cut', async ({ browser }) => {
    expect((await walked(browser, walk)).cut).toEqual({})
  })
  test('Q13 no label of a picture lies on another', async ({ browser }) => {
    expect((await walked(browser, walk)).overlaid).toEqual({})
  })
  test('Q36 axe finds nothing on any screen, view, panel, card or dialog', async ({ browser }) => {
    expect((await walked(browser, walk)).axe).toEqual({})
  })
  test('Q40 targets of at least 24 by 24 everywhere', async ({ browser }) => {
    expect((await walked(browser, walk)).targets).toEqual({})
  })
  test('Q43 with reduced motion nothing moves at any place', async ({ browser }) => {
    expect((await walked(browser, walk)).moving).toEqual({})
  })
  if (walk.look === 'projector') {
    test('Q51 every word, bars and levers too, can be read from the back of the room', async ({ browser }) => {
      expect((await walked(browser, walk)).far).toEqual({})
    })
  } else {
    test('Q32 no word of the other language on any screen, view, panel or in any list to choose from', async ({ browser }) => {
      expect((await walked(browser, walk)).foreign).toEqual({})
    })
  }
  if (walk.language === 'zh' && walk.look === 'light') {
    test('Q33 Chinese type everywhere: upright, unspaced, 12 px at least in pictures, lines of prose one and a half times as far apart as letters are high', async ({ browser }) => {
      expect((await walked(browser, walk)).type).toEqual({})
    })
  }
}
