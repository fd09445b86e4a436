/** Switches of the person at this screen: kept in this browser, never in a link. */
export type Personal = 'dark' | 'letters'

const nameOf = (which: Personal): string => `hengtu.${which}`

/** How a switch was left; null if it never was set, or this browser stores nothing. */
export function keptSwitch(which: Personal): boolean | null {
  try {
    const text = localStorage.getItem(nameOf(which))
    return text === null ? null : text === 'on'
  } catch {
    return null
  }
}

/** Keeps a switch where this browser stores anything. */
export function keepSwitch(which: Personal, on: boolean): void {
  try {
    localStorage.setItem(nameOf(which), on ? 'on' : 'off')
  } catch {
    // it holds until the page is closed
  }
}
