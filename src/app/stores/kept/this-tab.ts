/*
 * Which tab of the browser a page is. Each page has a name of its own; the tab remembers it for the page that comes after, as when
 * it is loaded again. A tab that is duplicated takes that memory with it: both go on from one page, under two names.
 */

const memory = 'hengtu.tab'

/** The page before this one in the tab; null in a new tab, or where this browser stores nothing. */
function pageBefore(): string | null {
  try {
    return sessionStorage.getItem(memory)
  } catch {
    return null
  }
}

const before = pageBefore()
const isReload = (): boolean => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'reload'

/** Names of this page and of the one before it. Where nobody can tell which pages are open, one loaded again goes on under its name. */
export const thisTab: { readonly before: string | null; readonly name: string } = {
  before,
  name: before !== null && !globalThis.navigator?.locks && isReload() ? before : String(Math.random()).slice(2),
}

try {
  sessionStorage.setItem(memory, thisTab.name)
} catch {
  // refused: loaded again it is a new tab
}
