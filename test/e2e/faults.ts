import type { Page } from '@playwright/test'

/* What can be wrong with how a page looks, asked of the page itself: each check answers with the places at fault, none if all is well. */

/** Put into the page once: what is looked at in the same way by several checks. */
function tools(): void {
  const seen = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest('.unseen, .skip, .stage')
  const say = (one: Element) => `${one.tagName.toLowerCase()}${one.classList[0] ? `.${one.classList[0]}` : ''} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}`
  /** Where the words of an element stand, without what its children say. */
  const words = (): [Element, DOMRect][] => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const found: [Element, DOMRect][] = []
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.textContent?.trim() === '' || parent.matches('script, style, option, textarea') || !seen(parent)) continue
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (box.width > 1 && box.height > 1) found.push([parent, box])
    }
    return found
  }
  Object.assign(window, { looking: { seen, say, words } })
}
interface Looking {
  seen: (one: Element) => boolean
  say: (one: Element) => string
  words: () => [Element, DOMRect][]
}

const ask = async <A>(page: Page, check: (about: A) => string[], about: A): Promise<string[]> => {
  if (!(await page.evaluate(() => 'looking' in window))) await page.evaluate(tools)
  return page.evaluate(check as (about: unknown) => string[], about)
}

/**
 * Bars Q10 and Q13: the page itself does not scroll; no control and no word is cut by the window or by a box that does not
 * scroll, or whose scroll bar nobody sees; words stand inside their button; a word that is cut has its full form in a title.
 */
export const cut = (page: Page): Promise<string[]> =>
  ask(
    page,
    () => {
      const { seen, say, words } = (window as unknown as { looking: Looking }).looking
      const found: string[] = []
      const root = document.documentElement
      if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push(`page scrolls: ${root.scrollWidth}×${root.scrollHeight} in ${innerWidth}×${innerHeight}`)
      const dialog = document.querySelector('dialog[open]')
      const here = (one: Element) => !dialog || [...document.querySelectorAll('dialog[open]')].at(-1)!.contains(one)
      // asked once of each box: hundreds of words lie in the same
      const known = new Map<Element, ReturnType<typeof frameOf>>()
      const frameOf = (up: Element) => {
        const style = getComputedStyle(up)
        if (style.display === 'inline' || (up instanceof SVGElement && !(up instanceof SVGSVGElement))) return null
        const bar = style.scrollbarWidth !== 'none'
        const scrollsX = /auto|scroll/.test(style.overflowX) && bar
        const scrollsY = /auto|scroll/.test(style.overflowY) && bar
        return { box: up.getBoundingClientRect(), scrolls: scrollsX || scrollsY, cutsX: style.overflowX !== 'visible' && !scrollsX, cutsY: style.overflowY !== 'visible' && !scrollsY, isFixed: style.position === 'fixed' }
      }
      /** What cuts a box: [by a frame, sideways]. */
      const cutBy = (one: Element, box: DOMRect): string | null => {
        for (let up: Element | null = one; up; up = up.parentElement) {
          if (!known.has(up)) known.set(up, frameOf(up))
          const frame = known.get(up)
          if (!frame) continue
          const [right, left] = [box.right - frame.box.right, frame.box.left - box.left]
          const [bottom, top] = [box.bottom - frame.box.bottom, frame.box.top - box.top]
          if (frame.cutsX && Math.max(right, left) > 2) return `cut by ${Math.round(Math.max(right, left))} px of breadth in ${say(up)}`
          if (frame.cutsY && Math.max(bottom, top) > 2) return `cut by ${Math.round(Math.max(bottom, top))} px of height in ${say(up)}`
          if (frame.scrolls) return null
          if (frame.isFixed) break
        }
        return box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1 ? 'outside of the window' : null
      }
      const controls = [...document.querySelectorAll('button, select, summary, input:not(.unseen):not([type=file])')].filter((one) => seen(one) && here(one) && one.getBoundingClientRect().width > 1)
      for (const one of controls) {
        const by = cutBy(one.parentElement!, one.getBoundingClientRect())
        if (by) found.push(`${say(one)}: ${by}`)
        if (one.matches('button, summary') && one.scrollWidth > one.clientWidth + 2 && !(one.closest('[title]') && getComputedStyle(one).overflowX === 'hidden')) found.push(`${say(one)}: words outside of the button`)
      }
      for (const [one, box] of words()) {
        // the full form: a hint that says something else instead is none
        if (!here(one) || one.closest('[title]')?.getAttribute('title')?.includes(one.textContent.trim())) continue
        // letters have room above and below that belongs to the line
        const trim = one instanceof SVGElement ? 0.25 * box.height : Math.max(0, (box.height - parseFloat(getComputedStyle(one).fontSize)) / 2)
        const by = cutBy(one, new DOMRect(box.x, box.y + trim, box.width, box.height - 2 * trim))
        if (by) found.push(`words of ${say(one)}: ${by}`)
      }
      for (const one of document.querySelectorAll('body *')) {
        if (!(one instanceof HTMLElement) || !seen(one) || !here(one)) continue
        const style = getComputedStyle(one)
        // what is wide by nature is a table, a picture or a preformatted text; the table of the verdict is made to fit
        if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1 && !one.matches('textarea, pre, input') && (one.matches('.verdict') || !one.querySelector('table, pre, svg[role]'))) found.push(`${say(one)}: scrolls sideways by ${one.scrollWidth - one.clientWidth} px`)
      }
      return [...new Set(found)]
    },
    null,
  )

/** Bar Q13: no label of a picture lies on another of the same picture. */
export const overlaid = (page: Page): Promise<string[]> =>
  ask(
    page,
    () => {
      const { seen } = (window as unknown as { looking: Looking }).looking
      return [...document.querySelectorAll('svg')].flatMap((svg) => {
        const texts = [...svg.querySelectorAll('text')].filter((one) => seen(one) && /[\w\u3400-\u9fff]/.test(one.textContent)).map((one) => [one.textContent, one.getBoundingClientRect()] as const)
        return texts.flatMap(([said, a], k) =>
          texts.slice(k + 1).flatMap(([other, b]) => {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
            return across > 2 && down > 0.35 * Math.min(a.height, b.height) ? [`${said} lies on ${other}`] : []
          }),
        )
      })
    },
    null,
  )

/** Bar Q32: texts, options, names and hints in the wrong language, without what names the other language on purpose. */
export const foreign = (page: Page, language: 'zh' | 'en'): Promise<string[]> =>
  ask(
    page,
    (wanted) => {
      const { seen } = (window as unknown as { looking: Looking }).looking
      // a document names its other language at its head; file kinds, programs, keys, formats of citations, units: the same in both languages; taken out, what is left must be Chinese
      const common = /https?:\S+|[\w-]*\.[a-z]{2,6}\b|\b(CSV|XLSX|SVG|PNG|JSON|HTML|RIS|BibTeX|Word|Excel|Ctrl|Shift|Space|Enter|Home|PageUp|PageDown|Backspace|Delete|Esc|Tab|Alt|npx hengtu|Hengtu|English|Grimm)\b/g
      const wrong = (text: string) => (wanted === 'en' ? /[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]/.test(text) : /[A-Za-z]{4,}/.test(text.replace(common, '')))
      const own = (one: Element) => one.closest('textarea, script, style, [lang]:not(html):not(.report), .source-card, .ground') !== null || [...(one.closest('article p')?.querySelectorAll('.link') ?? [])].some((link) => /\.md$/.test(link.textContent))
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const parent = node.parentElement
        const text = node.textContent?.trim() ?? ''
        const shown = parent?.closest('select') ?? parent
        if (parent && text !== '' && shown && (seen(shown) || shown.closest('.unseen')) && !own(parent) && wrong(text)) found.push(text.slice(0, 60))
      }
      for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]')) {
        if (own(one)) continue
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) if (wrong(one.getAttribute(name) ?? '')) found.push(`${name} ${one.getAttribute(name)!.slice(0, 60)}`)
      }
      return [...new Set(found)]
    },
    language,
  )

/** Bar Q33: Chinese upright and unspaced, 12 px at least, lines of prose at least one and a half times the letters apart. */
export const badType = (page: Page): Promise<string[]> =>
  ask(
    page,
    () => {
      const { say } = (window as unknown as { looking: Looking }).looking
      return [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((one) => one.checkVisibility() && !one.closest('.a4, .report') && [...one.childNodes].some((node) => node.nodeType === 3 && /[\u4e00-\u9fff]/.test(node.textContent!)))
        .flatMap((one) => {
          const style = getComputedStyle(one)
          const size = parseFloat(style.fontSize)
          // prose: a paragraph or item of more than one line, long enough to be sentences; what stands under a picture's title is a label
          const prose = one.matches('p, li, dd, blockquote') && !one.matches('.card header p') && one.clientHeight > 2.2 * size && (one.textContent?.length ?? 0) > 40
          const wrong = [
            style.fontStyle !== 'normal' && 'slanted',
            !['normal', '0px'].includes(style.letterSpacing) && 'spaced',
            size < 12 && !one.matches('abbr, .glyph') && style.fontSize,
            // of a panel or a card: what is told, not where it stands written
            prose && size < 14 && one.closest('.panel, .door-card') && !one.matches('.ground, .small') && `prose of ${style.fontSize}`,
            prose && parseFloat(style.lineHeight) / size < 1.49 && `lines ${style.lineHeight} of ${style.fontSize}`,
          ].filter(Boolean)
          return wrong.length > 0 ? [`${say(one)}: ${wrong.join(', ')}`] : []
        })
    },
    null,
  )

/** Bar Q40: targets of less than 24 by 24. A link within a sentence is as high as its line. */
export const smallTargets = (page: Page): Promise<string[]> =>
  ask(
    page,
    () => {
      const { seen, say } = (window as unknown as { looking: Looking }).looking
      return [...document.querySelectorAll<HTMLElement>('button, select, summary, textarea, a[href], input:not(.unseen)')]
        .filter((one) => seen(one) && !one.matches('p .link, li .link, td .link'))
        .map((one) => ({ one, box: (one.matches('[type=checkbox], [type=radio]') ? (one.closest('label') ?? one) : one).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
        .map(({ one, box }) => `${say(one)} ${Math.round(box.width)}×${Math.round(box.height)}`)
    },
    null,
  )

/** Bar Q51: words smaller than a fortieth of the window’s height. Previews of paper are read on paper; a glyph in a dot is told by the dot. */
export const farWords = (page: Page): Promise<string[]> =>
  ask(
    page,
    () => {
      const { say, words } = (window as unknown as { looking: Looking }).looking
      const least = innerHeight / 40
      const seen = words()
        .filter(([one]) => !one.closest('.report, .a4, .stage') && !one.matches('.glyph'))
        .map(([one]) => [one, parseFloat(getComputedStyle(one).fontSize) * (one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.d ?? 1) : 1)] as const)
      return [...new Set(seen.filter(([, size]) => size < least - 0.5).map(([one, size]) => `${say(one)} ${size.toFixed(1)} px`))]
    },
    null,
  )

/** Bar Q43: what moves by itself, where motion is reduced. */
export const moving = (page: Page): Promise<string[]> =>
  ask(
    page,
    () => {
      const { say } = (window as unknown as { looking: Looking }).looking
      return document.getAnimations().flatMap(({ effect, playState }) => (playState === 'running' && (effect?.getComputedTiming().duration ?? 0) !== 0 && effect instanceof KeyframeEffect && effect.target ? [say(effect.target)] : []))
    },
    null,
  )
