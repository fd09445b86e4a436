import { continued, database, read, tabPrefix, type Left } from './autosave.ts'
import { putAside, sameScenario } from './kept-scenarios.ts'
import { thisTab } from './this-tab.ts'

/*
 * What closed tabs have left. A tab may be closed or killed with a scenario on it that no other tab goes on with: it is then among
 * those kept in this browser. Its settings stay a while, as the browser may bring the tab back.
 */

/** Tabs whose settings stay, closed ones included. */
export const mostTabs = 12

/** Settings of a tab; `aside` once they are among the scenarios that are kept, from which they may have been deleted since. */
type Tab = Left & { readonly name: string; readonly aside?: true }

const lock = (name: string): string => `hengtu.${name}`

/** Holds this tab’s lock until the page is closed or killed, and tells whose else are held; null where the browser has none, as without a secure address. */
async function openTabs(): Promise<ReadonlySet<string | undefined> | null> {
  const { locks } = navigator
  if (!locks) return null
  await new Promise<void>((held, failed) => {
    locks.request(lock(thisTab.name), () => {
      held()
      return new Promise(() => undefined)
    }).catch(failed)
  })
  return new Set((await locks.query()).held?.map(({ name }) => name))
}

/** Settings of all tabs, the latest first. */
async function tabsLeft(): Promise<readonly Tab[]> {
  const { store } = (await database()).transaction('drafts')
  const names = (await store.getAllKeys()).map(String).filter((name) => name.startsWith(tabPrefix))
  const records = await Promise.all(names.map(async (name) => ({ name, record: read<Omit<Tab, 'name'>>(await store.get(name)) })))
  return records.flatMap(({ name, record }) => (record ? [{ ...record, name: name.slice(tabPrefix.length) }] : [])).sort((a, b) => b.when - a.when)
}

/** Keeps the scenarios of closed tabs among the others, each once, and forgets tabs closed long ago. False if this browser stores nothing. */
export async function keepClosed(): Promise<boolean> {
  try {
    const open = await openTabs()
    const tabs = await tabsLeft()
    const isOpen = ({ name }: Tab): boolean => name === thisTab.name || open === null || open.has(lock(name))
    const shown = tabs.filter(isOpen)
    const db = await database()
    for (const [k, tab] of tabs.entries()) {
      if (tab.name === thisTab.name || (isOpen(tab) && (open !== null || k < mostTabs))) continue
      const { name, ...left } = tab
      const isHere = name === continued || shown.some((other) => other !== tab && sameScenario(other.draft, tab.draft))
      if (!isHere && !tab.aside) await putAside(tab.draft, tab.when)
      if (name === continued || k >= mostTabs) await db.delete('drafts', tabPrefix + name)
      else if (!isHere && !tab.aside) await db.put('drafts', { ...left, aside: true }, tabPrefix + name)
    }
    return true
  } catch {
    return false
  }
}
